"""Whatever is changed about a series, in whatever order: the laws of its dates hold."""

import asyncio
import shutil
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import FlakyFailure

import domain.changes
from actions import changes, discussions
from actions.deps import Deps
from data.database import Database
from data.occurrences import Occurrences
from domain.changes import Change, Edit, Scope, What
from domain.communities import Community
from domain.discussions import Plan, State
from domain.discussions import dates as given_by
from domain.errors import Refusal
from domain.instants import instant_of
from domain.people import Seat
from domain.repeats import LAST, Every, Repeat
from domain.rsvps import Answer, Rsvp
from tests.databases import MASTER_KEY

HERE, NORA = 5, 7
FIRST = datetime.fromisoformat("2027-03-01T02:30")
"""A Monday, at an hour that the clocks leave out on 28 March and show twice on 31 October."""
REPEATS = st.sampled_from(
    [
        Repeat(Every.WEEK),
        Repeat(Every.WEEK, every=2, count=6),
        Repeat(Every.WEEK, until=date(2027, 4, 20)),
        Repeat(Every.MONTH, nth=1),
        Repeat(Every.MONTH, nth=1, until=date(2027, 8, 1)),
    ]
)
SCOPES = st.sampled_from(Scope)
WHICH = st.integers(0, 11)
HOURS = st.sampled_from([-200, -49, -24, -1, 1, 24, 26, 24 * 7, 24 * 31, 24 * 35])
CHANGES = st.one_of(
    st.tuples(st.just(What.MOVE), WHICH, SCOPES, HOURS),
    st.tuples(st.just(What.EDIT), WHICH, SCOPES, st.sampled_from([30, 60, 90])),
    st.tuples(st.just(What.CANCEL), WHICH, SCOPES, st.just(0)),
    st.tuples(st.just(What.SKIP), WHICH, st.just(Scope.ONE), st.just(0)),
    st.tuples(st.just(What.RESTORE), WHICH, st.just(Scope.ONE), st.just(0)),
    st.tuples(st.just("passes"), WHICH, st.just(Scope.ONE), st.just(0)),
)
SEED = 1
"""Of changes by which every planted bug shows."""


class Series:
    """One that people changed. After each change the laws are looked at."""

    def __init__(self, database):
        self.now = datetime(2027, 2, 20, 12, tzinfo=UTC)
        self.deps = Deps(database, now=lambda: self.now)
        self.known = {}
        self.answers = set()
        self.handed_on = set()
        """Dates that have become those of a later part."""

    async def begins(self, repeat):
        async with self.deps.database.begin() as store:
            await store.communities.save(Community(HERE, "en", set_up_at=self.now, set_up_by=NORA))
        plan = Plan("How do we grow old?", FIRST, "Europe/Zurich", repeat=repeat)
        await discussions.plan(self.deps, HERE, NORA, plan, "a")
        await self.hold()

    async def changes(self, what, which, scope, amount):
        dates = list(self.known.values())
        found = dates[which % len(dates)]
        if what == "passes":
            await self.passes()
        else:
            with suppress(Refusal):
                await changes.make(self.deps, HERE, self.change(found, what, scope, amount))
        await self.hold()
        await self.goes_on()

    def change(self, found, what, scope, amount):
        at = found.starts_at + timedelta(hours=amount)
        edit = Edit(title=f"{amount} minutes", minutes=amount)
        return Change(
            found.occurrence_id, found.version, what, scope, at=at, edit=edit, reason="The host is ill."
        )

    async def passes(self):
        """The next date takes place."""
        async with self.deps.database.begin() as store:
            coming = await store.occurrences.coming(HERE, 1)
            if coming:
                self.now = max(self.now, coming[0].ends_at)
                community = await discussions.present(store, HERE)
                await discussions.ended(store, community, coming[0], State.ENDED, self.now)

    async def goes_on(self):
        """Dates are added where some are missing, and none of those known comes back."""
        before = self.known
        async with self.deps.database.begin() as store:
            community = await discussions.present(store, HERE)
            for discussion in await store.discussions.going_on(HERE):
                await discussions.go_on(store, community, discussion.discussion_id, self.now)
        await self.hold()
        for number, found in self.known.items():
            assert number not in before or found.state is before[number].state

    async def hold(self):
        async with self.deps.database.read() as store:
            dates = await store.occurrences.in_states(HERE, [*State])
            plans = {}
            for each in dates:
                discussion = await store.discussions.find(HERE, each.discussion_id)
                assert discussion is not None
                plans[each.discussion_id] = discussion.plan
            answers = {
                (each.occurrence_id, rsvp.user_id)
                for each in dates
                for rsvp in await store.rsvps.who(HERE, each.occurrence_id)
            }
        assert answers == self.answers, "somebody lost their place"
        now = {each.occurrence_id: each for each in dates}
        assert set(self.known) <= set(now)
        for found in dates:
            instant = instant_of(found.local, found.time_zone)
            assert (instant.at, instant.local) == (found.starts_at, found.local)
            assert found.original in by_the_rule(plans[found.discussion_id], found.original)
            earlier = self.known.get(found.occurrence_id, found)
            assert found.version >= earlier.version
            if found.discussion_id != earlier.discussion_id:
                self.handed_on.add((earlier.discussion_id, earlier.original))
        for number in now.keys() - self.known.keys():
            self.is_new(now[number], dates)
        assert len({(each.discussion_id, each.original) for each in dates}) == len(dates)
        self.known = now
        await self.answer()

    def is_new(self, found, dates):
        """It comes after those that its discussion knew, and is none that a later part has."""
        assert (found.discussion_id, found.original) not in self.handed_on
        for each in dates:
            if each.discussion_id == found.discussion_id and each.occurrence_id in self.known:
                assert each.original < found.original

    async def answer(self):
        """Somebody comes to every date."""
        async with self.deps.database.begin() as store:
            for number in self.known:
                if (number, number + 100) not in self.answers:
                    rsvp = Rsvp(number + 100, Answer.GOING, Seat.MENTOR, 1, self.now)
                    await store.rsvps.save(HERE, number, rsvp)
                    self.answers.add((number, number + 100))


def by_the_rule(plan, last):
    for original, _ in given_by(plan):
        if original > last:
            return
        yield original


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
LIVES = given(repeat=REPEATS, wishes=st.lists(CHANGES, min_size=3, max_size=12))


@FEW
@LIVES
def test_no_order_of_changes_breaks_a_law_of_dates(another_url, repeat, wishes):
    asyncio.run(_lives(another_url(), repeat, wishes))


def the_rule_does_not_end(monkeypatch):
    """The earlier part of a series that was parted goes on beside the later one."""
    parted = domain.changes.parted
    monkeypatch.setattr(domain.changes, "parted", lambda plan, at: (plan, parted(plan, at)[1]))


def what_is_left_out_is_forgotten(monkeypatch):
    """Dates that a series had before it was moved keep the wall time of the rule before."""

    async def forgets(self, discussion_id, dates):
        for found, original in dates:
            left_out = found.state in (State.SKIPPED, State.CANCELLED)
            original = found.original if left_out else original
            await self.note(found, discussion_id=discussion_id, original=original)

    monkeypatch.setattr(Occurrences, "renumber", forgets)


BUGS = (the_rule_does_not_end, what_is_left_out_is_forgotten)


@pytest.mark.parametrize("bug", BUGS)
def test_control_a_planted_bug_breaks_a_law_of_dates(another_url, monkeypatch, bug):
    @seed(SEED)
    @settings(FEW, phases=[Phase.generate], database=None, max_examples=40)
    @LIVES
    def lives(repeat, wishes):
        asyncio.run(_lives(another_url(), repeat, wishes))

    bug(monkeypatch)
    with pytest.raises((AssertionError, FlakyFailure)):
        lives()


@given(repeat=REPEATS, number=st.integers(0, 5), days=st.integers(-60, 400), hour=st.integers(0, 23))
def test_a_rule_that_is_moved_has_as_many_dates_and_the_one_asked_for_at_its_new_time(
    repeat, number, days, hour
):
    plan = Plan("How do we grow old?", FIRST, "Europe/Zurich", repeat=repeat)
    was = domain.changes.originals(plan, 20)
    number %= len(was)
    local = (was[number] + timedelta(days=days)).replace(hour=hour)
    becomes = domain.changes.originals(domain.changes.shifted(plan, number, local), 20)
    assert becomes[number] == local
    assert len(becomes) == len(was)
    assert domain.changes.shifted(plan, number, was[number]) == plan or repeat.until


def test_the_fifth_monday_is_the_last():
    plan = Plan("How do we grow old?", FIRST, "Europe/Zurich", repeat=Repeat(Every.MONTH, nth=1))
    moved = domain.changes.shifted(plan, 0, FIRST.replace(day=29))
    assert moved.repeat == Repeat(Every.MONTH, nth=LAST)


async def _lives(url, repeat, wishes):
    database = await Database.open(url, MASTER_KEY)
    series = Series(database)
    try:
        await series.begins(repeat)
        for wish in wishes:
            await series.changes(*wish)
    finally:
        await database.close()
