"""How long a reminder is of use, and who is called in which message."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.discussions import REMINDERS
from domain.reminders import (
    AS_EVER,
    MOST_MENTIONS,
    Choice,
    Due,
    Way,
    grace,
    nearer,
    parts,
    useful_until,
    waits_until,
)

START = datetime(2027, 3, 14, 17, tzinfo=UTC)


def test_a_week_before_it_may_come_twelve_hours_late_a_day_before_six_and_later_until_the_start():
    assert [grace(minutes) for minutes in REMINDERS] == [
        timedelta(hours=12),
        timedelta(hours=6),
        timedelta(hours=1),
        timedelta(minutes=10),
    ]


@given(st.integers(1, 60 * 24 * 60))
def test_none_is_of_use_after_the_start(minutes):
    assert START - timedelta(minutes=minutes) < useful_until(START, minutes) <= START


def test_the_nearer_ones_are_those_that_are_due_as_well():
    assert nearer(10080, REMINDERS, START, START - timedelta(minutes=30)) == [1440, 60]
    assert nearer(60, REMINDERS, START, START - timedelta(minutes=30)) == []


@given(st.lists(st.integers(1, 1000), unique=True).map(sorted), st.integers(1, 7))
def test_everybody_is_in_one_part_and_no_part_is_too_large(lines, most):
    found = parts(lines, most)
    in_them = [[line for line in lines if part.has(line)] for part in found]
    assert [line for each in in_them for line in each] == lines
    assert max(len(each) for each in in_them) <= most


@given(
    st.lists(st.integers(1, 500), min_size=1, max_size=300, unique=True).map(sorted),
    st.sets(st.integers(1, 500)),
    st.sets(st.integers(501, 600)),
)
def test_whoever_comes_or_goes_meanwhile_nobody_is_in_two_parts(lines, gone, new):
    found = parts(lines)
    for line in {*lines, *new} - gone:
        assert sum(part.has(line) for part in found) == 1
    assert len(found) == max(1, -(-len(lines) // MOST_MENTIONS))


def test_a_key_is_read_as_it_was_written():
    for due in (Due(7, 2, 60), Due(7, 2, 60, 3)):
        assert Due.of(str(due)) == due


@given(st.integers(0, 500_000), st.data())
def test_of_what_is_due_in_one_minute_the_nearest_start_is_first_and_none_waits_long(minute, data):
    seconds = [timedelta(seconds=data.draw(st.integers(0, 59))) for _ in REMINDERS]
    start = START + timedelta(minutes=minute)
    moments = [waits_until(each, start + second) for each, second in zip(REMINDERS, seconds, strict=True)]
    assert moments == sorted(moments, reverse=True)
    assert len(set(moments)) == len(moments)
    for each, second, moment in zip(REMINDERS, seconds, moments, strict=True):
        assert timedelta(0) <= moment - (start + second) <= timedelta(minutes=11)
        assert useful_until(start + second + timedelta(minutes=each), each) > moment


def test_whose_messages_are_closed_is_called_in_the_thread_and_keeps_their_wish():
    closed = Choice(direct=True, closed=True)
    assert (closed.wish, closed.way) == (Way.DIRECT, Way.THREAD)
    assert AS_EVER.way is Way.THREAD
    assert Choice(direct=True, quiet=True).way is Way.NONE
