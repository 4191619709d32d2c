"""Whatever people answer, in whatever order, and wherever the process dies: the laws of places hold."""

import asyncio
import shutil
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import FlakyFailure

from actions import interest, offers, privacy, rsvps
from actions.discussions import OFFER_OVER
from data.database import Database
from data.rsvps import Rsvps
from domain import places as rules
from domain.discussions import Places
from domain.errors import Refusal
from domain.people import Seat
from domain.places import Taken
from domain.rsvps import HOLDING, Answer
from tests.actions.coming import HERE, Village
from tests.databases import MASTER_KEY

SEATS = dict(enumerate([*[Seat.MENTOR] * 3, *[Seat.MENTEE] * 4, Seat.BOTH], 101))
WHO = st.sampled_from(list(SEATS))
PLACES = st.sampled_from(
    [Places(1), Places(2), Places(4), Places(), Places(None, 1, 1), Places(3, 1, 2), Places(3, 2, 0)]
)
STEPS = st.one_of(
    st.tuples(st.just("says"), WHO, st.sampled_from([Answer.GOING, Answer.GOING, Answer.MAYBE, Answer.NO])),
    st.tuples(st.just("says"), WHO, st.just(Answer.GOING)),
    st.tuples(st.sampled_from(["take", "let_go", "erase", "leave"]), WHO, st.just(None)),
    st.tuples(st.just("interest"), WHO, st.booleans()),
    st.tuples(st.just("has"), st.just(0), PLACES),
    st.tuples(st.just("passes"), st.just(0), st.sampled_from([1, 13, 40, 400])),
)
SEED = 1
"""Of answers by which every planted bug shows."""


class Killed(Exception):
    """The process died just before it would have been kept."""


class Dying:
    """A database whose transactions come to nothing."""

    def __init__(self, database):
        self.database = database
        self.read = database.read

    @asynccontextmanager
    async def begin(self):
        async with self.database.begin() as store:
            yield store
            raise Killed


class Answers(Village):
    """One date to which people come and do not come. After each step the laws are looked at."""

    async def begins_with(self, places, first):
        await self.begins()
        for user_id, seat in SEATS.items():
            await self.sign_up(user_id, seat=seat)
        await self.plan(places)
        await self.change(event_id=900)
        self.before = {}
        for who in first:
            await self.says(who)
            await self.hold()

    async def step(self, what, who, value, *, killed):
        if killed:
            whole, self.deps = self.deps, replace(self.deps, database=Dying(self.deps.database))  # type: ignore[arg-type]
            with suppress(Killed, Refusal):
                await self.does(what, who, value)
            self.deps = whole
            assert await self.rows() == self.before, "what was not kept left something behind"
        with suppress(Refusal):
            await self.does(what, who, value)
        await self.hold()
        async with self.deps.database.begin() as store:
            await offers.settle(store, HERE, self.number, self.now)
        assert await self.rows() == self.before, "to do it again changed something"

    async def does(self, what, who, value):
        deps, which = self.deps, (HERE, who, self.number)
        match what:
            case "says":
                await rsvps.answer(deps, *which, value)
            case "take":
                await rsvps.take(deps, *which)
            case "let_go":
                await rsvps.let_go(deps, *which)
            case "erase":
                await privacy.erase(deps, HERE, who)
            case "leave":
                await rsvps.left_server(deps, HERE, who)
            case "interest":
                await interest.heard(deps, HERE, 900, who, yes=value)
            case "has":
                await self.has(value)
            case _:
                await self.passes(value)

    async def has(self, places):
        limits = {"places": places.total, "places_mentor": places.mentor, "places_mentee": places.mentee}
        async with self.deps.database.begin() as store:
            date = await self.date(store)
            await store.discussions.change(HERE, date.discussion_id, **limits)
            await offers.settle(store, HERE, self.number, self.now)

    async def passes(self, hours):
        """What is due then is done."""
        if not isinstance(self.deps.database, Dying):
            self.now += timedelta(hours=hours)
        for job in await self.waits(OFFER_OVER):
            if job.due_at <= self.now:
                await offers.over(self.deps, job)

    async def rows(self):
        async with self.deps.database.read() as store:
            return {each.user_id: each for each in await store.rsvps.who(HERE, self.number)}

    async def hold(self):
        await self.stand()
        now, before = await self.rows(), self.before
        async with self.deps.database.read() as store:
            date = await self.date(store)
            open_until = {job.key for job in await store.jobs.open(HERE, OFFER_OVER)}
        assert len({each.line for each in now.values()}) == len(now)
        self.nobody_is_one_too_many(date, before, now)
        for each in now.values():
            assert each.answer is not Answer.OFFERED or f"{self.number}:{each.line}" in open_until
        if self.now < date.starts_at:
            self.nobody_is_overtaken(before, now)
            waiting = [each for each in now.values() if each.answer is Answer.WAITING]
            taken = Taken(date.going_mentor, date.going_mentee)
            assert not any(rules.fits(date.places, taken, each.seat) for each in waiting), "a place is idle"
        self.before = now

    def nobody_is_one_too_many(self, date, before, now):
        """Unless there were more places before; then nobody is put out, and nobody comes in."""
        limits = [(date.places.total, {Seat.MENTOR, Seat.MENTEE})]
        limits += [(rules.of_seat(date.places, seat), {seat}) for seat in (Seat.MENTOR, Seat.MENTEE)]
        for most, seats in limits:
            assert most is None or holding(now, seats) <= max(most, holding(before, seats))

    def nobody_is_overtaken(self, before, now):
        for each in now.values():
            was = before.get(each.user_id)
            if each.answer not in HOLDING or (was is not None and was.answer in HOLDING):
                continue
            mine = was.line if was is not None and was.answer is Answer.WAITING else each.line
            for other in now.values():
                if other.answer is Answer.WAITING and other.seat is each.seat:
                    assert other.line > mine, "somebody came in before whoever waited longer"


def holding(rows, seats):
    return sum(each.answer in HOLDING and each.seat in seats for each in rows.values())


@pytest.fixture
def another_url(sqlite_template, tmp_path):
    numbers = count()

    def another():
        file = tmp_path / f"{next(numbers)}.db"
        shutil.copyfile(sqlite_template, file)
        return f"sqlite+aiosqlite:///{file}"

    return another


FEW = settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
LIVES = given(
    places=PLACES,
    first=st.permutations(list(SEATS)),
    steps=st.lists(st.tuples(STEPS, st.sampled_from([False, False, True])), min_size=3, max_size=15),
)


@FEW
@LIVES
def test_no_order_of_answers_breaks_a_law_of_places(another_url, places, first, steps):
    asyncio.run(_lives(another_url(), places, first, steps))


def counts_are_not_kept(monkeypatch):
    async def forgets(*_):
        pass

    monkeypatch.setattr(Rsvps, "keep_taken", forgets)


def free_places_are_not_offered(monkeypatch):
    async def nobody(_store, _date, taken, _now):
        return taken

    monkeypatch.setattr(offers, "pass_on", nobody)


def the_last_in_line_is_first(monkeypatch):
    async def last(self, community_id, occurrence_id):
        waiting = await self.who(community_id, occurrence_id, Answer.WAITING)
        return list({each.seat: each for each in waiting}.values())

    monkeypatch.setattr(Rsvps, "heads", last)


def seats_have_no_limit(monkeypatch):
    monkeypatch.setattr(
        rules, "fits", lambda places, taken, _: places.total is None or taken.total < places.total
    )


@pytest.mark.parametrize(
    "bug", [counts_are_not_kept, free_places_are_not_offered, the_last_in_line_is_first, seats_have_no_limit]
)
def test_control_a_planted_bug_breaks_a_law_of_places(another_url, monkeypatch, bug):
    @seed(SEED)
    @settings(FEW, phases=[Phase.generate], database=None, max_examples=60)
    @LIVES
    def lives(places, first, steps):
        asyncio.run(_lives(another_url(), places, first, steps))

    bug(monkeypatch)
    with pytest.raises((AssertionError, FlakyFailure)):
        lives()


async def _lives(url, places, first, steps):
    database = await Database.open(url, MASTER_KEY)
    answers = Answers(database)
    try:
        await answers.begins_with(places, first)
        for (what, who, value), killed in steps:
            await answers.step(what, who, value, killed=killed)
    finally:
        await database.close()
