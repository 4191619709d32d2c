"""Places at a date: who gets one, who waits, and how long one is kept."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import places
from domain.discussions import Places
from domain.people import Seat
from domain.places import Missing, Taken
from domain.rsvps import Answer, Rsvp

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
BANDS = ["gen-z", "millennial", "gen-x", "boomer", "silent"]
MENTOR, MENTEE = Seat.MENTOR, Seat.MENTEE


def waiting(line, seat=MENTEE):
    return Rsvp(line, Answer.WAITING, seat, line, NOW)


def says(answer, seat=MENTEE, line=9):
    return Rsvp(1, answer, seat, line, NOW)


@pytest.mark.parametrize(
    ("most", "taken", "mentor", "mentee"),
    [
        (Places(), Taken(500, 500), True, True),
        (Places(total=3), Taken(1, 1), True, True),
        (Places(total=3), Taken(1, 2), False, False),
        (Places(mentor=1), Taken(1, 9), False, True),
        (Places(total=4, mentor=2, mentee=3), Taken(1, 3), False, False),
        (Places(mentee=0), Taken(), True, False),
    ],
)
def test_one_more_fits_where_neither_all_places_nor_those_of_the_seat_are_taken(most, taken, mentor, mentee):
    assert places.fits(most, taken, MENTOR) is mentor
    assert places.fits(most, taken, MENTEE) is mentee
    assert places.is_full(most, taken) is not (mentor or mentee)


def test_whoever_sits_in_both_seats_takes_the_one_with_a_place_else_the_emptier_one():
    assert places.seat_for(Seat.BOTH, Places(mentor=1), Taken(1, 5)) is MENTEE
    assert places.seat_for(Seat.BOTH, Places(), Taken(3, 1)) is MENTEE
    assert places.seat_for(Seat.BOTH, Places(total=4), Taken(1, 3)) is MENTOR
    assert places.seat_for(MENTOR, Places(mentor=0), Taken()) is MENTOR


def test_answers_may_be_changed_and_the_same_again_changes_nothing():
    two = Places(total=2)
    going = places.answered(None, says(Answer.GOING), two, Taken(1, 0))
    assert going.answer is Answer.GOING
    assert places.answered(going, says(Answer.GOING, line=10), two, Taken(1, 1)) == going
    late = places.answered(None, says(Answer.GOING, line=11), two, Taken(1, 1))
    assert late.answer is Answer.WAITING
    assert places.answered(late, says(Answer.GOING, line=12), two, Taken(1, 1)) == late, (
        "they keep their number"
    )
    assert places.answered(late, says(Answer.NO, line=13), two, Taken(1, 1)).answer is Answer.NO
    offer = places.offered(late, NOW)
    assert places.answered(offer, says(Answer.GOING, line=14), two, Taken(1, 1)).answer is Answer.GOING


def test_the_next_in_line_is_the_first_who_fits():
    line = [waiting(4, MENTOR), waiting(5, MENTEE)]
    assert places.next_in_line(Places(total=9), Taken(), line) == line[0]
    assert places.next_in_line(Places(mentor=1), Taken(1, 0), line) == line[1]
    assert places.next_in_line(Places(total=1), Taken(1, 0), line) is None
    assert places.next_in_line(Places(), Taken(), []) is None


@pytest.mark.parametrize(
    ("before", "kept"),
    [
        (timedelta(days=3), timedelta(hours=12)),
        (timedelta(hours=8), timedelta(hours=7)),
        (timedelta(minutes=61), timedelta(minutes=15)),
        (timedelta(minutes=20), timedelta(minutes=15)),
        (timedelta(0), None),
    ],
)
def test_a_place_is_kept_for_hours_but_not_until_it_begins(before, kept):
    until = places.offer_until(NOW, NOW + before)
    assert until == (None if kept is None else NOW + kept)


def test_it_is_said_which_side_is_missing():
    assert places.missing(BANDS, []) is None
    assert places.missing(BANDS, [("gen-z", MENTOR)]) is Missing.OLDER
    assert places.missing(BANDS, [("gen-x", MENTOR), ("silent", MENTOR)]) is Missing.YOUNGER
    assert places.missing(BANDS, [("gen-z", MENTOR), ("silent", MENTOR)]) is Missing.MENTEE
    assert places.missing(["all"], [("all", MENTEE)]) is Missing.MENTOR
    assert places.missing(BANDS, [("millennial", MENTEE), ("boomer", MENTOR)]) is None


@given(st.lists(st.tuples(st.sampled_from(list(Answer)), st.sampled_from([MENTOR, MENTEE]))))
def test_what_is_taken_is_what_is_held(steps):
    taken, last, held = Taken(), None, {MENTOR: 0, MENTEE: 0}
    for answer, seat in steps:
        after = Rsvp(1, answer, seat, 1, NOW)
        taken, last = taken.instead(last, after), after
        held = {each: int(each is seat and answer in (Answer.GOING, Answer.OFFERED)) for each in held}
        assert (taken.mentor, taken.mentee) == (held[MENTOR], held[MENTEE])
