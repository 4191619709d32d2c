"""Killed at any step and started again, the bot has lost nothing and doubled nothing."""

import pytest

from tests.crashing.conducting import TURNS
from tests.crashing.discussing import DISCUSSING
from tests.crashing.gathering import ABOUT_DISCUSSIONS
from tests.crashing.loop import Loop, Misfortune
from tests.crashing.meeting import MEETING
from tests.crashing.operations import ABOUT_TOPICS, OPERATIONS, SET_UP, SIGN_UP
from tests.crashing.talking import LOOP

SHARES = 2
"""So that two workers can share the steps of one operation."""
MOST = {"sqlite": 10, "postgresql": 4}
"""Steps of one operation. `make soak` takes all of them."""


FEW = 3
"""The same where people talk: their steps are alike."""


def sample(loop, most):
    """The number of one step of each sort, thinned out evenly."""
    sorts: dict[str, int] = {}
    for number in range(1, loop.steps + 1):
        sorts.setdefault(loop.step(number), number)
    numbers = sorted(sorts.values())
    return numbers[:: max(1, round(len(numbers) / most))]


@pytest.mark.parametrize("share", range(SHARES))
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda each: each.name)
async def test_row_10_and_21_killed_at_any_step_it_loses_and_doubles_nothing(databases, operation, share):
    loop = await Loop.ready(operation, databases)
    for step in sample(loop, MOST[databases.kind])[share::SHARES]:
        verdict = await loop.suffer(Misfortune(kill=step))
        assert verdict.clean, f"killed at step {step}, {loop.step(step)}: {verdict}"


@pytest.mark.parametrize(
    ("databases", "operation"),
    [
        *(("sqlite", each) for each in (*ABOUT_TOPICS, *ABOUT_DISCUSSIONS, *MEETING, TURNS)),
        ("postgresql", LOOP),
    ],
    indirect=["databases"],
    ids=lambda each: getattr(each, "name", each),
)
async def test_row_10_and_21_killed_while_people_talk_it_loses_and_doubles_nothing(databases, operation):
    loop = await Loop.ready(operation, databases)
    for step in sample(loop, FEW):
        verdict = await loop.suffer(Misfortune(kill=step))
        assert verdict.clean, f"killed at step {step}, {loop.step(step)}: {verdict}"


@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
@pytest.mark.parametrize("operation", DISCUSSING, ids=lambda each: each.name)
async def test_row_21_killed_around_a_discussion_it_loses_and_doubles_nothing(databases, operation):
    """In the middle only: these plays are long."""
    loop = await Loop.ready(operation, databases)
    step = loop.steps // 2
    verdict = await loop.suffer(Misfortune(kill=step))
    assert verdict.clean, f"killed at step {step}, {loop.step(step)}: {verdict}"


@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("operation", "kill", "again"), [(SET_UP, 40, 12), (SET_UP, 70, 20), (SIGN_UP, 6, 9)]
)
async def test_killed_once_more_while_it_recovers(databases, operation, kill, again):
    loop = await Loop.ready(operation, databases)
    verdict = await loop.suffer(Misfortune(kill=kill, again=again))
    assert verdict.clean, verdict
