"""Which time wins."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.discussion_errors import (
    NoTimes,
    NoVotes,
    PollOver,
    TooManyTimes,
)
from domain.discussions import Plan
from domain.time_polls import MOST_TIMES, Standing, Time, TimePoll, is_open, needs_times, winner

NOW = datetime(2027, 3, 1, tzinfo=UTC)
LOCAL = datetime.fromisoformat("2027-03-02T18:00")
TIMES = tuple(Time(n, LOCAL + timedelta(days=n), NOW + timedelta(days=n)) for n in range(1, 5))
POLL = TimePoll(1, 5, 7, Plan("Age", LOCAL, "UTC"), TIMES, Standing.OPEN)


def test_most_people_win_and_of_several_the_earliest():
    assert winner(POLL, {1: [7], 2: [7, 8], 3: [8, 9]}, NOW).choice == 2


def test_a_time_that_has_passed_cannot_win():
    assert winner(POLL, {1: [7, 8], 3: [7]}, NOW + timedelta(days=1, hours=1)).choice == 3
    with pytest.raises(NoVotes):
        winner(POLL, {1: [7, 8]}, NOW + timedelta(days=1, hours=1))


@given(st.dictionaries(st.integers(1, 4), st.lists(st.integers(1, 9), min_size=1, unique=True), min_size=1))
def test_nobody_elses_time_has_more(votes):
    won = winner(POLL, votes, NOW)
    assert all(len(people) <= len(votes[won.choice]) for people in votes.values())


def test_one_to_ten_lines_and_empty_ones_do_not_count():
    assert needs_times(["", "  tomorrow ", "Friday"]) == ["tomorrow", "Friday"]
    with pytest.raises(NoTimes):
        needs_times(["", " "])
    with pytest.raises(TooManyTimes):
        needs_times(["x"] * (MOST_TIMES + 1))


@pytest.mark.parametrize("standing", [Standing.DRAFT, Standing.PLANNED, Standing.GONE])
def test_only_an_open_one_with_a_time_to_come_takes_answers(standing):
    assert is_open(POLL, NOW) is POLL
    for poll, now in ((replace(POLL, standing=standing), NOW), (POLL, NOW + timedelta(days=9)), (None, NOW)):
        with pytest.raises(PollOver):
            is_open(poll, now)
