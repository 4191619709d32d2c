"""Who is called where, what is folded into what, and that nobody is forgotten or told twice."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from actions import direct_reminders, discussions, privacy, reminders
from actions.deps import Deps
from actions.discussions import REMINDER
from actions.reminders import DIRECT
from domain.communities import Community
from domain.discussions import Plan, State
from domain.errors import NotTakingPart
from domain.jobs import LEASE, LeaseLost, Wish, done
from domain.people import Participant, Seat, Standing
from domain.reminders import Way
from domain.rsvps import Answer, Rsvp

HERE, THERE, NORA, MEI, RUTH = 5, 6, 7, 8, 9
NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
START = datetime(2027, 3, 14, 17, tzinfo=UTC)
PLAN = Plan("How do we grow old?", datetime.fromisoformat("2027-03-14T18:00"), "Europe/Zurich", host_id=NORA)


FOLDS = {DIRECT: direct_reminders.MOST_TOGETHER}


class Time:
    now = NOW

    def __call__(self):
        return self.now


@pytest.fixture
def time():
    return Time()


@pytest.fixture
async def deps(database, time):
    async with database.begin() as store:
        for each in (HERE, THERE):
            await store.communities.save(Community(each, "en", set_up_at=NOW, set_up_by=NORA))
        for user_id in (MEI, RUTH):
            dates = NOW, NOW, NOW, 1, NOW
            person = Participant(HERE, user_id, Seat.MENTOR, "gen-z", Standing.TAKING_PART, *dates)
            await store.people.save(person)
    return Deps(database, now=time)


async def planned(deps, *people, number=0, **changes):
    """A date to which these people come."""
    discussion = await discussions.plan(deps, HERE, NORA, replace(PLAN, **changes), str(number))
    async with deps.database.begin() as store:
        [date] = await store.occurrences.of_discussion(HERE, discussion.discussion_id)
        for line, user_id in enumerate(people, 1):
            said = Rsvp(user_id, Answer.GOING, Seat.MENTEE, line, NOW)
            await store.rsvps.save(HERE, date.occurrence_id, said)
    return date


async def claimed(deps, kind):
    """What is due of this kind, leased; what else is due is let go of."""
    async with deps.database.begin() as store:
        found = await store.jobs.claim(deps.now(), 200, "me", FOLDS)
        for job in found:
            if job.kind != kind:
                await store.jobs.settle(job, done(), deps.now())
    return [job for job in found if job.kind == kind]


async def begun(deps, job):
    """What is said in a thread; there is something."""
    found = await reminders.begin(deps, job)
    assert found is not None
    return found


async def gathered(deps, job):
    """The same of a direct message."""
    told = await direct_reminders.gather(deps, job)
    assert told is not None
    return told


async def run(deps):
    """Do the reminders in threads that are due, one after the other; what was said."""
    said = []
    while jobs := await claimed(deps, REMINDER):
        for job in jobs:
            said.append(await reminders.begin(deps, job))
            await settle(deps, job)
    return [each for each in said if each is not None]


async def settle(deps, *jobs):
    async with deps.database.begin() as store:
        for job in jobs:
            assert await store.jobs.settle(job, done(), deps.now())


async def opened(deps, kind):
    async with deps.database.read() as store:
        return await store.jobs.open(HERE, kind)


async def choose(deps, user_id, way):
    await direct_reminders.choose(deps, HERE, user_id, way)


async def test_in_the_thread_by_direct_message_or_not_at_all(deps, time):
    await choose(deps, MEI, Way.DIRECT)
    await choose(deps, RUTH, Way.NONE)
    await planned(deps, MEI, RUTH, 10, 11)
    time.now = START - DAY + MINUTE
    [found] = await run(deps)
    assert found.people == (10, 11)
    assert [each.user_id for each in await opened(deps, DIRECT)] == [MEI]


async def test_of_many_each_is_in_one_message_though_people_come_and_go_between_them(deps, time):
    date = await planned(deps, *range(100, 300))
    time.now = START - DAY
    called: list[int] = []
    for number in range(4):  # the first is folded
        [job] = await claimed(deps, REMINDER)
        found = await reminders.begin(deps, job)
        await settle(deps, job)
        if found is None:
            continue
        called += found.people
        async with deps.database.begin() as store:
            gone = Rsvp(100 + number, Answer.NO, Seat.MENTEE, 300 + number, NOW)
            await store.rsvps.save(HERE, date.occurrence_id, gone)
    assert sorted(called) == list(range(100, 300))


async def test_whoever_goes_on_after_a_crash_makes_no_message_twice(deps, time):
    await choose(deps, MEI, Way.DIRECT)
    await planned(deps, MEI, *range(100, 200))
    time.now = START - 30 * MINUTE
    while not (found := await reminders.begin(deps, first := (await claimed(deps, REMINDER))[0])):
        await settle(deps, first)
    async with deps.database.begin() as store:
        key = f"{found.date.occurrence_id}:{found.date.version}:60"
        direct = await store.jobs.take(Wish(HERE, DIRECT, key, MEI), deps.now(), "me")
        assert await store.jobs.settle(direct, done(), deps.now())
    time.now += LEASE + MINUTE
    [other] = await claimed(deps, REMINDER)
    assert (await begun(deps, other)).people == tuple(range(180, 200))
    await settle(deps, other)
    [again] = await claimed(deps, REMINDER)
    assert (await begun(deps, again)).people == found.people == tuple(range(100, 180))
    assert await opened(deps, DIRECT) == [], "it has been sent"
    with pytest.raises(LeaseLost):
        async with deps.database.begin() as store:
            await store.jobs.write_down(first, {}, deps.now())


async def test_what_is_due_for_one_person_is_one_message_and_nobody_elses_is_in_it(deps, time):
    await choose(deps, MEI, Way.DIRECT)
    await choose(deps, RUTH, Way.DIRECT)
    for number in range(3):
        local = PLAN.local + number * MINUTE
        await planned(deps, MEI, RUTH, number=number, local=local, title=f"Number {number}")
    time.now = START - DAY + 5 * MINUTE
    assert all(said.people == () for said in await run(deps))
    assert await claimed(deps, DIRECT) == [], "there is time for others to come along"
    time.now += 11 * MINUTE
    jobs = await claimed(deps, DIRECT)
    assert sorted(job.user_id for job in jobs) == [MEI, RUTH]
    for job in jobs:
        told = await gathered(deps, job)
        assert [date.title for date in told.dates] == ["Number 0", "Number 1", "Number 2"]
        await settle(deps, job)
    assert await opened(deps, DIRECT) == []


async def test_what_was_folded_is_told_by_whoever_goes_on(deps, time):
    await choose(deps, MEI, Way.DIRECT)
    dates = [await planned(deps, MEI, number=number) for number in range(2)]
    async with deps.database.begin() as store:
        for date in dates:
            key = f"{date.occurrence_id}:{date.version}:60"
            wish = Wish(HERE, DIRECT, key, MEI, lane=f"direct:{MEI}")
            await store.jobs.add(wish, time.now)
    time.now = START - 30 * MINUTE
    [job] = await claimed(deps, DIRECT)
    assert len((await gathered(deps, job)).dates) == 2
    time.now += LEASE + MINUTE
    [again] = await claimed(deps, DIRECT)
    assert again.job_id == job.job_id
    assert len((await gathered(deps, again)).dates) == 2


async def test_falling_back_happens_once_however_often_it_is_tried(deps, time):
    await choose(deps, MEI, Way.DIRECT)
    date = await planned(deps, MEI)
    key = f"{date.occurrence_id}:{date.version}:60"
    async with deps.database.begin() as store:
        await store.jobs.add(Wish(HERE, DIRECT, key, MEI, lane=f"direct:{MEI}"), time.now)
    time.now = START - 30 * MINUTE
    [job] = await claimed(deps, DIRECT)
    told = await gathered(deps, job)
    await direct_reminders.fall_back(deps, job, told, closed=True)
    time.now += LEASE + MINUTE
    [again] = await claimed(deps, DIRECT)
    assert await direct_reminders.gather(deps, again) is None
    assert [each.user_id for each in await opened(deps, REMINDER) if each.user_id] == [MEI]
    assert (await direct_reminders.choice(deps, HERE, MEI)).way is Way.THREAD


@pytest.mark.parametrize("state", [State.CANCELLED, State.ON, State.ENDED])
async def test_row_25_what_has_changed_is_not_told(deps, time, state):
    date = await planned(deps, MEI)
    async with deps.database.begin() as store:
        await store.occurrences.note(date, state=state)
    time.now = START - DAY
    assert await run(deps) == []


async def test_row_35_whoever_was_erased_is_not_reminded_and_leaves_no_choice_behind(deps, time):
    await choose(deps, MEI, Way.DIRECT)
    date = await planned(deps, MEI)
    key = f"{date.occurrence_id}:{date.version}:60"
    async with deps.database.begin() as store:
        await store.jobs.add(Wish(HERE, DIRECT, key, MEI, lane=f"direct:{MEI}"), time.now)
    [job] = await claimed(deps, DIRECT)
    await privacy.erase(deps, HERE, MEI)
    await direct_reminders.opened(deps, HERE, MEI, 77)
    assert await direct_reminders.gather(deps, job) is None
    assert (await direct_reminders.choice(deps, HERE, MEI)).channel_id is None


async def test_what_one_chose_here_holds_nowhere_else(deps):
    await choose(deps, MEI, Way.NONE)
    assert (await direct_reminders.choice(deps, THERE, MEI)).way is Way.THREAD
    with pytest.raises(NotTakingPart):
        await direct_reminders.choose(deps, THERE, MEI, Way.NONE)
