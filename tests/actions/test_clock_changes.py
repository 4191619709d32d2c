"""New rules of a time zone: the time on the wall stays, the moment moves, stewards hear of it once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from actions import clock_changes, discussions
from actions.deps import Deps
from domain.communities import Community
from domain.discussions import Plan, State
from domain.notices import JOB
from domain.repeats import Every, Repeat

HERE, NORA = 5, 7
NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
WEEKLY = Plan(
    *("How do we grow old?", datetime.fromisoformat("2027-03-14T18:00"), "Europe/Zurich"),
    repeat=Repeat(Every.WEEK, count=4),
    host_id=NORA,
)
HOUR = timedelta(hours=1)


@pytest.fixture
async def deps(database):
    async with database.begin() as store:
        await store.communities.save(Community(HERE, "en", set_up_at=NOW, set_up_by=NORA))
    return Deps(database, now=lambda: NOW)


async def dates_of(deps, discussion):
    async with deps.database.read() as store:
        return await store.occurrences.of_discussion(HERE, discussion.discussion_id)


async def as_by_other_rules(deps, dates, by=HOUR):
    """As if the bot had been started, when they were kept, with rules that put them so much later."""
    async with deps.database.begin() as store:
        for date in dates:
            await store.occurrences.note(date, starts_at=date.starts_at + by)


async def jobs(deps, kind):
    async with deps.database.read() as store:
        return await store.jobs.open(HERE, kind)


async def test_what_the_clocks_show_stays_and_all_that_depends_on_it_moves(deps):
    discussion = await discussions.plan(deps, HERE, NORA, WEEKLY, "a")
    right = await dates_of(deps, discussion)
    await as_by_other_rules(deps, right[1:3])
    deps.bell.clear()
    assert await clock_changes.recheck(deps, HERE) == 2
    now = await dates_of(deps, discussion)
    assert [(date.local, date.starts_at) for date in now] == [(date.local, date.starts_at) for date in right]
    assert [date.version for date in now] == [1, 2, 2, 1]
    starts = {job.key for job in await jobs(deps, discussions.START)}
    assert {f"{date.occurrence_id}:{date.version}" for date in now} <= starts, "with the new version"
    assert deps.bell.is_set()


async def test_stewards_are_told_once_of_all_of_them(deps):
    right = await dates_of(deps, await discussions.plan(deps, HERE, NORA, WEEKLY, "a"))
    await as_by_other_rules(deps, right)
    await clock_changes.recheck(deps, HERE)
    assert await clock_changes.recheck(deps, HERE) == 0, "as after another start"
    [notice] = await jobs(deps, JOB)
    assert notice.payload["facts"] == {
        "zone": "Europe/Zurich",
        "dates": 4,
        "before": int((right[0].starts_at + HOUR).timestamp()),
        "after": int(right[0].starts_at.timestamp()),
    }


async def test_a_date_moved_to_where_a_gap_is_now_is_as_much_later(deps):
    early = replace(WEEKLY, local=datetime.fromisoformat("2027-03-28T01:30"), repeat=None)
    [date] = await dates_of(deps, await discussions.plan(deps, HERE, NORA, early, "a"))
    async with deps.database.begin() as store:
        await store.occurrences.note(date, local=datetime.fromisoformat("2027-03-28T02:30"))
    await clock_changes.recheck(deps, HERE)
    date = await again(deps, date)
    assert date.local == datetime.fromisoformat("2027-03-28T03:30")
    assert date.starts_at == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)


async def again(deps, date):
    return await discussions.find(deps, HERE, date.occurrence_id)


@pytest.mark.parametrize("state", [State.OPEN, State.ON, State.ENDED, State.CANCELLED, State.SKIPPED])
async def test_what_has_begun_or_is_no_more_stays_as_it_was(deps, state):
    [date, *_] = await dates_of(deps, await discussions.plan(deps, HERE, NORA, WEEKLY, "a"))
    async with deps.database.begin() as store:
        await store.occurrences.note(date, state=state, starts_at=date.starts_at + HOUR)
    assert await clock_changes.recheck(deps, HERE) == 0


async def test_a_server_that_is_not_known_has_nothing_to_compare(deps):
    assert await clock_changes.recheck(deps, HERE + 1) == 0
