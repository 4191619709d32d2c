"""Whatever people do under a worldview, in whatever order: the laws of listening hold.

A few hundred steps that are the same each time, unless LISTENING_EXAMPLES asks for so many new lives.
"""

from __future__ import annotations

import os
import shutil
from itertools import count

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.errors import Flaky
from hypothesis.stateful import run_state_machine_as_test
from sqlalchemy.exc import IntegrityError

from data.remarks import Remarks
from data.shifts import Shifts
from domain import loops, remarks, shifts
from tests.actions.listening.machine import Anything

EXAMPLES = int(os.environ.get("LISTENING_EXAMPLES", "0"))
FEW = settings(
    max_examples=10,
    stateful_step_count=100,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)
MANY = settings(FEW, max_examples=EXAMPLES or 1, phases=[Phase.generate, Phase.shrink])


SEED = 6
"""Of lives in which every planted bug shows. When a step is added or taken away it may take another."""


@pytest.fixture
def lives(sqlite_template, tmp_path):
    """Lives, one after the other, each on an empty database of its own."""
    numbers = count()

    def live(how: settings) -> None:
        class Life(Anything):
            def __init__(self) -> None:
                file = tmp_path / f"{next(numbers)}.db"
                shutil.copyfile(sqlite_template, file)
                super().__init__(file)

        run_state_machine_as_test(Life if how is MANY else seed(SEED)(Life), settings=how)

    return live


@pytest.mark.timeout(0 if EXAMPLES else 120)
def test_whatever_anybody_does_the_laws_of_listening_hold(lives):
    """No two confirmed loops for one attempt, no shift to oneself, no question counted twice."""
    lives(MANY if EXAMPLES else FEW)


def forms_are_never_known_again(monkeypatch):
    async def by_token(*_):
        return None

    monkeypatch.setattr(Remarks, "by_token", by_token)


def anybody_judges(monkeypatch):
    monkeypatch.setattr(loops, "by_author", lambda worldview, _: worldview)


def whoever_is_confirmed_goes_on(monkeypatch):
    monkeypatch.setattr(loops, "may_say_back", lambda worldview, *_: worldview)


def a_question_is_answered_again(monkeypatch):
    monkeypatch.setattr(remarks, "unanswered", lambda _: None)


def nobody_need_have_listened(monkeypatch):
    monkeypatch.setattr(shifts, "receiver", lambda _view, _person, _user, receiver, _heard: receiver)


def a_changed_shift_counts_again(monkeypatch):
    async def between(*_):
        return None

    monkeypatch.setattr(Shifts, "between", between)


BUGS = (
    forms_are_never_known_again,
    anybody_judges,
    whoever_is_confirmed_goes_on,
    a_question_is_answered_again,
    nobody_need_have_listened,
    a_changed_shift_counts_again,
)


@pytest.mark.parametrize("bug", BUGS)
def test_control_a_planted_bug_is_found_by_the_same_lives(lives, bug, monkeypatch):
    """By a law that does not hold, or by the database, which holds some of them as well."""
    bug(monkeypatch)
    with pytest.raises((AssertionError, IntegrityError, Flaky)):
        lives(FEW)
