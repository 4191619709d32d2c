"""A discussion that was planned: its dates, its room, and what is due about it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from actions import discussions
from actions.deps import Deps
from domain.communities import Community
from domain.discussion_errors import (
    RoomsTaken,
    TooSoon,
)
from domain.discussions import HORIZON, ROOMS, Plan, State
from domain.repeats import Every, Repeat

HERE, NORA = 5, 7
NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
PLAN = Plan("How do we grow old?", datetime.fromisoformat("2027-03-14T18:00"), "Europe/Zurich", host_id=NORA)


@pytest.fixture
async def deps(database):
    async with database.begin() as store:
        community = Community(HERE, "en", set_up_at=NOW, set_up_by=NORA)
        await store.communities.save(community)
    return Deps(database, now=lambda: NOW)


async def dates_of(deps, discussion):
    async with deps.database.read() as store:
        return await store.occurrences.of_discussion(HERE, discussion.discussion_id)


async def test_one_plan_confirmed_twice_is_one_discussion_with_its_text_kept(deps):
    first = await discussions.plan(deps, HERE, NORA, PLAN, "a")
    again = await discussions.plan(deps, HERE, NORA, PLAN, "a")
    assert first.discussion_id == again.discussion_id
    [date] = await dates_of(deps, first)
    assert (date.title, date.local, date.state) == (PLAN.title, PLAN.local, State.PLANNED)
    assert date.starts_at == datetime(2027, 3, 14, 17, tzinfo=UTC)


async def test_a_series_keeps_its_wall_time_and_has_so_many_dates_ahead(deps):
    weekly = replace(PLAN, repeat=Repeat(Every.WEEK))
    dates = await dates_of(deps, await discussions.plan(deps, HERE, NORA, weekly, "a"))
    assert len(dates) == HORIZON
    assert {date.local.time() for date in dates} == {PLAN.local.time()}
    assert [date.starts_at.hour for date in dates[:3]] == [17, 17, 16], "the clocks go forward on 28 March"


async def test_two_at_the_same_time_get_different_rooms_until_there_are_none(deps):
    rooms = []
    for number in range(ROOMS):
        [date] = await dates_of(deps, await discussions.plan(deps, HERE, NORA, PLAN, str(number)))
        rooms.append(date.room)
    assert rooms == list(range(ROOMS))
    with pytest.raises(RoomsTaken):
        await discussions.plan(deps, HERE, NORA, PLAN, "one more")


async def test_what_has_passed_is_not_planned(deps):
    deps = Deps(deps.database, now=lambda: NOW + timedelta(days=60))
    with pytest.raises(TooSoon):
        await discussions.plan(deps, HERE, NORA, PLAN, "a")
    assert await discussions.next_dates(deps, HERE) == []


async def test_when_one_is_over_the_next_of_the_series_is_kept(deps):
    weekly = replace(PLAN, repeat=Repeat(Every.WEEK, count=HORIZON + 2))
    first, *_ = await dates_of(deps, await discussions.plan(deps, HERE, NORA, weekly, "a"))
    later = first.starts_at + timedelta(hours=1)
    async with deps.database.begin() as store:
        community = await discussions.present(store, HERE)
        await discussions.ended(store, community, first, State.ENDED, later)
    async with deps.database.read() as store:
        dates = await store.occurrences.of_discussion(HERE, first.discussion_id)
        assert len(dates) == HORIZON + 1
        assert dates[0].state is State.ENDED
        kinds = [job.kind for job in await store.jobs.open(HERE, discussions.AFTERWARDS)]
    assert kinds == [discussions.AFTERWARDS]
