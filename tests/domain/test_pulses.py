"""The three taps: who may, until when, and what is shown of them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.discussion_errors import (
    NotThere,
    PulseOver,
)
from domain.discussions import Occurrence, Places, State
from domain.pulses import LEAST_PEOPLE, OPEN_FOR, Pulse, Question, Sum, Tap, may_tap, sums

NOW = datetime(2027, 3, 14, 18, tzinfo=UTC)
LOCAL = datetime.fromisoformat("2027-03-14T18:00")
DATE = Occurrence(
    1, 5, 2, LOCAL, LOCAL, "UTC", NOW, 60, "Age", "", None, None, Places(), 7, False, False, 0, State.ENDED
)
ENDED = replace(DATE, ended_at=NOW)


def of(people, tap=Tap.YES):
    return [Pulse(number, {Question.LEARNED: tap}) for number in range(people)]


def test_of_fewer_than_five_nothing_is_shown_and_each_question_counts_for_itself():
    assert sums(of(LEAST_PEOPLE - 1)) == {}
    assert sums([*of(LEAST_PEOPLE), Pulse(99, {Question.FELT_HEARD: Tap.NO})]) == {
        Question.LEARNED: Sum(LEAST_PEOPLE, 0, 0)
    }


def test_the_sums_count_each_answer():
    taps = [*of(3), *of(2, Tap.SOMEWHAT), *of(1, Tap.NO)]
    assert sums(taps)[Question.LEARNED] == Sum(3, 2, 1)


def test_whoever_was_there_may_tap_until_the_figures_come():
    assert may_tap(ENDED, NOW + OPEN_FOR - timedelta(seconds=1), was_there=True) is ENDED
    with pytest.raises(PulseOver):
        may_tap(ENDED, NOW + OPEN_FOR, was_there=True)
    with pytest.raises(NotThere):
        may_tap(ENDED, NOW, was_there=False)


@pytest.mark.parametrize("state", [state for state in State if state is not State.ENDED])
def test_what_did_not_take_place_asks_nobody(state):
    with pytest.raises(PulseOver):
        may_tap(replace(DATE, state=state), NOW, was_there=True)
    with pytest.raises(PulseOver):
        may_tap(None, NOW, was_there=True)
