"""Who was there, as it is kept: heard of, counted, asked after, and closed when it is over."""

from datetime import UTC, datetime, timedelta

import pytest

from actions import attendance, discussions, privacy
from actions.deps import Deps
from domain.actual import Record
from domain.attendance import Look, Sign
from domain.blueprint import Kind
from domain.communities import Community
from domain.discussions import Plan, State
from domain.people import Seat
from domain.rooms import OPENED
from domain.rsvps import Answer, Rsvp
from tests.actions.listening.village import person

HERE, NORA, MEI, RUTH, TOMAS = 5, 7, 8, 9, 10
ROOM = 500
NOW = datetime(2027, 3, 14, 16, 50, tzinfo=UTC)
START = NOW + timedelta(minutes=10)
PLAN = Plan("How do we grow old?", datetime.fromisoformat("2027-03-14T18:00"), "Europe/Zurich", host_id=NORA)


def at(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


class Evening:
    """A date whose room was opened ten minutes before it began."""

    def __init__(self, deps, number):
        self.deps, self.number = deps, number

    async def hears(self, *signs):
        """(who, "in" or "out", minute), or with seconds that it may be late."""
        made = [Sign(who, what == "in", at(minute), *late) for who, what, minute, *late in signs]
        await attendance.listen(self.deps, HERE, [(self.number, sign) for sign in made])

    async def counts(self, *people, minute):
        await attendance.count(self.deps, HERE, self.number, people, at(minute))

    async def becomes(self, state, minute):
        async with self.deps.database.begin() as store:
            date = await store.occurrences.find(HERE, self.number)
            ended = {} if state in OPENED else {"ended_at": at(minute)}
            await store.occurrences.change(date, at(minute), state=state, **ended)

    async def visits(self):
        """(who, came, seconds before, left, seconds after), in minutes of the discussion."""
        async with self.deps.database.read() as store:
            found = await store.presences.of(HERE, self.number)
        minute = lambda moment: (moment - START) / timedelta(minutes=1) if moment else None  # noqa: E731
        return [
            (each.user_id, minute(each.came_at), each.came_within, minute(each.left_at), each.left_within)
            for each in found
        ]

    async def attended(self):
        async with self.deps.database.read() as store:
            found = await attendance.attended(store, HERE, self.number)
        return {each.user_id: (each.minutes, each.within) for each in found}


@pytest.fixture
async def evening(database):
    async with database.begin() as store:
        await store.communities.save(Community(HERE, "en", set_up_at=NOW, set_up_by=NORA))
        for user_id in (MEI, RUTH, TOMAS):
            await store.people.save(person(user_id, HERE))
        await store.objects.record(HERE, Kind.CHANNEL, "room-1", Record(ROOM), NOW)
    deps = Deps(database, now=lambda: NOW)
    discussion = await discussions.plan(deps, HERE, NORA, PLAN, "a")
    async with database.begin() as store:
        (date,) = await store.occurrences.of_discussion(HERE, discussion.discussion_id)
        await store.occurrences.change(date, NOW, state=State.OPEN, opened_at=NOW)
    return Evening(deps, date.occurrence_id)


async def test_who_comes_and_goes_is_kept_and_who_is_there_is_known(evening):
    await evening.hears((MEI, "in", 0), (RUTH, "in", 1), (MEI, "in", 2), (MEI, "out", 30), (MEI, "out", 30))
    assert await evening.visits() == [(MEI, 0, 0, 30, 0), (RUTH, 1, 0, None, 0)]
    async with evening.deps.database.read() as store:
        assert await store.presences.in_room(HERE, evening.number) == [RUTH]


async def test_only_the_room_of_a_date_that_is_open_is_watched(evening):
    assert await attendance.rooms(evening.deps, HERE) == {ROOM: evening.number}
    await evening.hears((MEI, "in", 0))
    await evening.becomes(State.ENDED, 60)
    assert await attendance.rooms(evening.deps, HERE) == {ROOM: evening.number}, "Mei's visit is not ended"
    await attendance.close(evening.deps, HERE, evening.number)
    assert await attendance.rooms(evening.deps, HERE) == {}
    await evening.hears((RUTH, "in", 61))
    assert [who for who, *_ in await evening.visits()] == [MEI]


async def test_after_a_gap_those_who_stayed_stay_and_the_others_left_or_came_within_it(evening):
    async with evening.deps.database.begin() as store:
        rsvp = Rsvp(TOMAS, Answer.GOING, Seat.MENTEE, 1, NOW)
        await store.rsvps.save(HERE, evening.number, rsvp)
    await evening.hears((MEI, "in", 0), (RUTH, "in", 0))
    await evening.counts(MEI, RUTH, minute=20)
    await evening.counts(MEI, TOMAS, minute=25)
    assert await evening.visits() == [
        (MEI, 0, 0, None, 0),
        (RUTH, 0, 0, 20, 300),
        (TOMAS, 25, 300, None, 0),
    ]


async def test_who_is_here_or_expected_is_asked_after_and_what_is_found_out_is_kept(evening):
    async with evening.deps.database.begin() as store:
        for line, (who, answer) in enumerate([(TOMAS, Answer.GOING), (NORA, Answer.MAYBE)]):
            await store.rsvps.save(HERE, evening.number, Rsvp(who, answer, Seat.MENTEE, line, NOW))
    await evening.hears((MEI, "in", 0))
    assert await attendance.whom_to_ask_after(evening.deps, HERE, evening.number) == [MEI, TOMAS]
    for minute, here in ((10, True), (20, False)):
        looks = [Look(MEI, here, at(minute), at(minute))]
        await attendance.looked(evening.deps, HERE, evening.number, looks, at(minute))
    assert await evening.visits() == [(MEI, 0, 0, 10, 600)]


async def test_when_it_is_over_those_whom_we_saw_to_the_end_stayed_to_the_end(evening):
    await evening.hears((MEI, "in", 0), (RUTH, "in", 0))
    await evening.becomes(State.ENDED, 60)
    looks = [Look(MEI, True, at(60), at(60)), Look(RUTH, True, at(60), at(60))]
    await attendance.looked(evening.deps, HERE, evening.number, looks, at(60))
    await attendance.close(evening.deps, HERE, evening.number)
    assert await evening.attended() == {MEI: (60, 0), RUTH: (60, 0)}


async def test_when_it_ended_while_nobody_looked_we_know_only_until_when_they_were_there(evening):
    await evening.hears((MEI, "in", 0))
    await evening.counts(MEI, minute=40)
    await evening.becomes(State.ENDED, 60)
    await attendance.close(evening.deps, HERE, evening.number)
    await attendance.close(evening.deps, HERE, evening.number)
    assert await evening.attended() == {MEI: (40, 20 * 60)}


async def test_row_18_whoever_leaves_after_the_end_left_at_the_end(evening):
    await evening.hears((MEI, "in", 0))
    await evening.becomes(State.ENDED, 60)
    await evening.hears((MEI, "out", 61), (RUTH, "in", 61))
    assert await evening.attended() == {MEI: (60, 0)}


async def test_of_somebody_whose_data_was_just_erased_nothing_is_kept_again(evening):
    await evening.hears((MEI, "in", 0), (RUTH, "in", 0))
    await privacy.erase(evening.deps, HERE, MEI)
    await evening.hears((MEI, "out", 30))
    await evening.counts(MEI, RUTH, minute=40)
    assert [who for who, *_ in await evening.visits()] == [RUTH]


async def test_what_is_of_another_community_is_not_there(evening):
    await attendance.listen(evening.deps, 6, [(evening.number, Sign(MEI, True, at(0)))])
    await attendance.count(evening.deps, 6, evening.number, [MEI], at(0))
    assert await evening.visits() == []
    assert await attendance.rooms(evening.deps, 6) == {}
