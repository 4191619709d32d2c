"""The prompt of the week is planned, dealt and planned again, on either kind of database."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from actions import turns, weeks
from domain.communities import TopicSettings
from domain.jobs import State, done
from tests.actions.dealing import HERE, founded

FRIDAY = datetime(2026, 11, 27, 18, tzinfo=UTC)
ON_FRIDAYS = TopicSettings(week_day=4, week_time="18:00", time_zone="UTC")
WEEK = timedelta(days=7)


@pytest.fixture
async def deps(database, small_deck):
    return await founded(database, settings=ON_FRIDAYS)


async def planned(deps):
    async with deps.database.read() as store:
        return await store.jobs.open(HERE, weeks.WEEK)


async def posts(deps):
    async with deps.database.read() as store:
        return await store.jobs.open(HERE, turns.PROMPT)


async def of_the_weeks(deps):
    async with deps.database.read() as store:
        kept = await store.conversations.of_week(HERE)
        return [] if kept is None else [turn.prompt for turn in kept.standing.turns]


async def is_done(deps, job):
    """What the clock does with a job that is due."""
    await weeks.open_week(deps, job)
    async with deps.database.begin() as store:
        (held,) = [each for each in await store.jobs.claim(deps.now(), 9, "me") if each.kind == weeks.WEEK]
        await store.jobs.settle(held, done(), deps.now())


async def talks(deps, **settings):
    async with deps.database.begin() as store:
        community = await store.communities.find(HERE)
        await store.communities.save(replace(community, settings=replace(ON_FRIDAYS, **settings)))
    await weeks.plan_week(deps, HERE)


async def test_it_is_planned_once_however_often_one_looks(deps):
    for _ in range(3):
        await weeks.plan_week(deps, HERE)
    (job,) = await planned(deps)
    assert (job.due_at, job.expires_at, job.state) == (FRIDAY, FRIDAY + timedelta(days=1), State.READY)


async def test_in_its_hour_it_is_dealt_posted_and_the_next_one_planned(deps):
    await weeks.plan_week(deps, HERE)
    (job,) = await planned(deps)
    deps.now.now = FRIDAY
    await is_done(deps, job)
    (post,) = await posts(deps)
    assert post.payload == {turns.OF_THE_WEEK: True}
    assert post.expires_at == FRIDAY + timedelta(days=1)
    assert [each.due_at for each in await planned(deps)] == [FRIDAY + WEEK]
    assert len(await of_the_weeks(deps)) == 1


async def test_the_same_job_done_twice_deals_once(deps):
    await weeks.plan_week(deps, HERE)
    (job,) = await planned(deps)
    deps.now.now = FRIDAY
    await weeks.open_week(deps, job)
    await weeks.open_week(deps, job)
    assert len(await posts(deps)) == len(await of_the_weeks(deps)) == 1


async def test_warm_and_personal_in_turn_and_none_twice_before_they_are_spent(deps):
    await weeks.plan_week(deps, HERE)
    for week in range(8):
        job = next(each for each in await planned(deps) if each.due_at == FRIDAY + week * WEEK)
        deps.now.now = job.due_at
        await is_done(deps, job)
    names = await of_the_weeks(deps)
    assert [name.split("-")[0] for name in names] == ["small/warm", "small/personal"] * 4
    assert len(set(names[:4])) == 4
    assert len(set(names[0::2])) == 4, "each warm one once"
    assert names[5] == names[1], "of two personal ones, the longest ago first"


async def test_moving_the_hour_moves_it_and_the_old_job_does_nothing(deps):
    await weeks.plan_week(deps, HERE)
    (old,) = await planned(deps)
    await talks(deps, week_time="19:30")
    assert {job.due_at for job in await planned(deps)} == {FRIDAY, FRIDAY + timedelta(minutes=90)}
    deps.now.now = FRIDAY
    await weeks.open_week(deps, old)
    assert await of_the_weeks(deps) == []
    assert await posts(deps) == []


async def test_switched_off_a_job_that_is_found_does_nothing_and_no_other_is_planned(deps):
    await weeks.plan_week(deps, HERE)
    (job,) = await planned(deps)
    await talks(deps, week_day=None)
    deps.now.now = FRIDAY
    await is_done(deps, job)
    assert [await of_the_weeks(deps), await posts(deps), await planned(deps)] == [[], [], []]


async def test_a_week_that_had_one_gets_no_second_one_when_the_hour_is_moved(deps):
    await weeks.plan_week(deps, HERE)
    (job,) = await planned(deps)
    deps.now.now = FRIDAY
    await is_done(deps, job)
    await talks(deps, week_day=5)
    assert FRIDAY + timedelta(days=1) not in {each.due_at for each in await planned(deps)}
    assert FRIDAY + timedelta(days=8) in {each.due_at for each in await planned(deps)}


async def test_after_days_of_darkness_the_next_is_planned_and_none_is_made_up_for(deps):
    await weeks.plan_week(deps, HERE)
    deps.now.now = FRIDAY + 3 * WEEK + timedelta(days=2)
    await weeks.plan_week(deps, HERE)
    assert [job.due_at for job in await planned(deps)] == [FRIDAY, FRIDAY + 4 * WEEK]
    assert (await planned(deps))[0].is_over(deps.now()), "the clock lets it expire"


async def test_without_a_day_or_a_set_up_nothing_is_planned(database):
    deps = await founded(database)
    await weeks.plan_week(deps, HERE)
    await weeks.plan_week(deps, 99)
    assert await planned(deps) == []
