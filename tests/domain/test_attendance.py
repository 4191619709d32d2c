"""Who was there: each moment we claim is true, and each that is true we at least think possible."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.attendance import (
    JITTER,
    Correction,
    Known,
    Look,
    Presence,
    Sign,
    counted,
    heard,
    left_unheard,
    summed,
)
from domain.discussions import Occurrence, Places, State

MEI, RUTH = 7, 8
START = datetime(2027, 3, 14, 17, tzinfo=UTC)
LASTS = 60
WALL = START.replace(tzinfo=None)
DATE = Occurrence(
    occurrence_id=1,
    community_id=5,
    discussion_id=1,
    original=WALL,
    local=WALL,
    time_zone="UTC",
    starts_at=START,
    minutes=LASTS,
    title="How do we grow old?",
    about="",
    topic=None,
    deck=None,
    places=Places(),
    host_id=None,
    named=False,
    series=False,
    room=0,
    state=State.ENDED,
    opened_at=START - timedelta(minutes=10),
    ended_at=START + timedelta(minutes=LASTS),
)


def at(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


ROOM = Known(at(-10), at(-10))


def after(*signs: tuple[str, float], room: Known = ROOM) -> tuple[Presence, ...]:
    visits: tuple[Presence, ...] = ()
    for what, when in signs:
        visits = heard(visits, Sign(MEI, what == "in", at(when)), room)
    return visits


def look(visits: tuple[Presence, ...], here: bool, when: float, room: Known = ROOM) -> tuple[Presence, ...]:
    return counted(visits, Look(MEI, here, at(when), at(when)), room)


def test_whoever_comes_and_leaves_was_there_in_between():
    assert after(("in", 0), ("out", 30)) == (Presence(MEI, at(0), at(30)),)


def test_told_twice_it_is_one_visit():
    assert after(("in", 0), ("in", 0), ("in", 5), ("out", 30), ("out", 30)) == after(("in", 0), ("out", 30))


def test_a_leaving_from_before_the_coming_ends_nothing():
    assert after(("in", 5), ("out", 3)) == (Presence(MEI, at(5)),)


def test_a_coming_that_is_told_after_the_leaving_makes_the_visit_whole():
    assert after(("out", 30), ("in", 4)) == (Presence(MEI, at(4), at(30)),)


def test_whoever_leaves_unseen_may_have_been_there_since_the_room_was_opened():
    (visit,) = after(("out", 30))
    assert visit.certain(at(60)) == (at(30), at(30))
    assert visit.possible(at(60)) == (at(-10), at(30))


def test_whoever_is_there_before_and_after_a_gap_was_there_throughout():
    visits = after(("in", 0))
    assert look(visits, True, 20) == visits


def test_whoever_came_in_a_gap_came_within_it_if_we_had_asked_after_them():
    asked = replace(ROOM, seen_at=at(18), expected=frozenset({MEI}))
    assert look((), True, 20, asked) == (Presence(MEI, at(20), came_within=120),)
    assert look((), True, 20, replace(asked, expected=frozenset())) == (
        Presence(MEI, at(20), came_within=30 * 60),
    )


def test_whoever_left_in_a_gap_left_within_it():
    seen = replace(ROOM, seen_at=at(18))
    assert look(after(("in", 0)), False, 20, seen) == (Presence(MEI, at(0), at(18), left_within=120),)


def test_one_who_came_after_we_last_looked_left_after_they_came():
    seen = replace(ROOM, seen_at=at(18))
    assert look(after(("in", 19)), False, 20, seen) == (Presence(MEI, at(19), at(19), left_within=60),)


def test_what_happens_while_we_look_counts_for_more_than_the_look():
    visits = after(("in", 0), ("out", 30))
    assert counted(visits, Look(MEI, True, at(29), at(31)), ROOM) == visits
    visits = after(("in", 30))
    assert counted(visits, Look(MEI, False, at(29), at(31)), ROOM) == visits


def of_mei(*visits, **changes):
    (found,) = summed(replace(DATE, **changes), visits, (), at(LASTS))
    return found


def test_minutes_count_from_the_start_to_the_end():
    early_and_late = of_mei(Presence(MEI, at(-8), at(70)))
    assert (early_and_late.minutes, early_and_late.within, early_and_late.came) == (60, 0, True)
    assert not early_and_late.came_late
    assert not early_and_late.left_early


def test_two_visits_with_a_gap_between_them_count_nothing_twice():
    both = of_mei(
        Presence(MEI, at(0), at(10), left_within=300), Presence(MEI, at(15), at(30), came_within=300)
    )
    assert (both.minutes, both.within) == (25, 300)


@pytest.mark.parametrize(
    ("visit", "late", "early"),
    [
        (Presence(MEI, at(4), at(56)), False, False),
        (Presence(MEI, at(6), at(54)), True, True),
        (Presence(MEI, at(6), at(54), came_within=120, left_within=120), False, False),
    ],
)
def test_late_and_early_are_said_only_for_certain(visit, late, early):
    found = of_mei(visit)
    assert (found.came_late, found.left_early) == (late, early)


def test_nobody_left_early_while_it_goes_on():
    assert not of_mei(Presence(MEI, at(0), at(10)), ended_at=None, state=State.ON).left_early


def test_to_have_come_takes_three_minutes_for_certain():
    assert not of_mei(Presence(MEI, at(0), at(2.9))).came
    assert of_mei(Presence(MEI, at(0), at(3))).came
    unclear = of_mei(Presence(MEI, at(0), at(1), left_within=600))
    assert (unclear.came, unclear.maybe) == (False, True)


def test_what_the_host_says_holds_also_of_those_whom_nobody_saw():
    visits = [Presence(MEI, at(0), at(30), left_within=60)]
    said = [Correction(MEI, came=False), Correction(RUTH, came=True, minutes=45)]
    ruth, mei = summed(DATE, visits, said, at(LASTS))
    assert (ruth.user_id, ruth.minutes, ruth.came, ruth.corrected) == (RUTH, 45, True, True)
    assert (mei.minutes, mei.within, mei.came, mei.corrected) == (0, 0, False, True)


END = 600
"""Seconds that a history of one person lasts."""


@dataclass
class History:
    """What was true, what was told of it, and what was made of that."""

    turns: list[int]
    """Seconds at which they come, leave, come…"""
    expected: bool
    rng: Random
    visits: tuple[Presence, ...] = ()
    seen_at: int = 0
    told: set[int] = field(default_factory=set)
    """The turns of which something was told: by themselves, or by the next, or by a look."""

    def here(self, second: int) -> bool:
        return sum(turn <= second for turn in self.turns) % 2 == 1

    def room(self) -> Known:
        people = frozenset({MEI} if self.expected else ())
        return Known(START, START + timedelta(seconds=self.seen_at), people)

    def hear(self, turn: int, second: int, within: int = 0) -> None:
        """Once, twice or never."""
        for _ in range(self.rng.choice([0, 1, 1, 1, 2])):
            sign = Sign(MEI, self.here(turn), START + timedelta(seconds=second), within)
            self.visits = heard(self.visits, sign, self.room())
            self.told |= {turn, *([] if sign.here else self.turns[: self.turns.index(turn)][-1:])}

    def ask(self, second: int) -> None:
        """After those who are here as far as we know, and those whom we expect."""
        if self.expected or (self.visits and self.visits[-1].left_at is None):
            self.look(second)
        self.seen_at = second

    def look(self, second: int) -> None:
        moment = START + timedelta(seconds=second)
        self.visits = counted(self.visits, Look(MEI, self.here(second), moment, moment), self.room())
        self.seen_at = second
        self.told |= {*[turn for turn in self.turns if turn <= second][-1:]}

    def live(self, gaps: list[tuple[int, int]], asked: set[int], replayed: bool) -> None:
        for second in range(END):
            gap = next((gap for gap in gaps if gap[0] < second <= gap[1]), None)
            if gap is None:
                if second in self.turns:
                    self.hear(second, second)
                if second in asked:
                    self.ask(second)
            elif second == gap[1]:
                missed = [turn for turn in self.turns if gap[0] < turn <= second]
                self.rng.shuffle(missed)
                for turn in missed if replayed else ():
                    self.hear(turn, second, within=second - gap[0])
                self.look(second)


seconds = st.integers(1, END - 2)
histories = st.lists(seconds, max_size=8, unique=True).map(sorted)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    histories,
    st.lists(seconds, max_size=6, unique=True).map(sorted),
    st.sets(seconds, max_size=6),
    st.booleans(),
    st.booleans(),
    st.randoms(use_true_random=False),
)
def test_whatever_is_lost_told_twice_or_out_of_order_what_is_claimed_holds(
    turns, edges, asked, replayed, expected, rng
):
    """No moment is claimed at which they were away, unless nobody told of their leaving and they were back
    before one looked; and of a visit that left any trace no moment is thought impossible.
    """
    history = History(turns, expected, rng)
    history.live([*zip(edges[::2], edges[1::2], strict=False)], asked, replayed)
    end = START + timedelta(seconds=END)
    visits = [
        left_unheard(each, end, history.room()) if not each.left_at else each for each in history.visits
    ]
    for index, (since, until) in enumerate(pairwise([*turns, END])):
        middle = START + timedelta(seconds=(since + until) / 2)
        claimed = any(first < middle < last for first, last in (each.certain(end) for each in visits))
        thought = any(
            first <= middle <= last + JITTER for first, last in (each.possible(end) for each in visits)
        )
        if since in history.told:
            assert thought if index % 2 == 0 else not claimed, (since, until, visits)
