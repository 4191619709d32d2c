"""Whatever Discord answers, and whether it answers at all, nothing is lost and nothing doubled."""

import random

import pytest

from tests.crashing.loop import Loop, Misfortune
from tests.crashing.meeting import MEETING
from tests.crashing.operations import ABOUT_TOPICS, ERASE, LEAVE, SET_UP, SIGN_UP

OUTCOMES = (
    "502 before",
    "502 after",
    "drop after",
    "reset after",
    "hang 30 after",
    "429 90",
    "403",
    "404",
)
SEED = 10


def dealt(loop, most):
    """Each outcome at several calls; the same ones in every run. `make soak` takes all."""
    outcomes = [each for each in OUTCOMES if not (loop.operation.last and each == "404")]
    every = [(number, outcome) for number in range(1, loop.calls + 1) for outcome in outcomes]
    chance = random.Random(SEED)  # noqa: S311 - it chooses tests
    return sorted(chance.sample(every, min(most, len(every))))


@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
@pytest.mark.parametrize("operation", [SET_UP, SIGN_UP, LEAVE, ERASE], ids=lambda each: each.name)
async def test_row_10_and_11_one_call_that_goes_wrong(databases, operation):
    loop = await Loop.ready(operation, databases)
    for call in dealt(loop, most=6):
        verdict = await loop.suffer(Misfortune(calls=(call,)))
        assert verdict.clean, f"{call}: {verdict}"


@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
@pytest.mark.parametrize("operation", [*ABOUT_TOPICS, *MEETING], ids=lambda each: each.name)
async def test_row_10_and_11_one_call_that_goes_wrong_while_people_talk(databases, operation):
    loop = await Loop.ready(operation, databases)
    for call in dealt(loop, most=2):
        verdict = await loop.suffer(Misfortune(calls=(call,)))
        assert verdict.clean, f"{call}: {verdict}"


@pytest.mark.parametrize("operation", [SET_UP, SIGN_UP], ids=lambda each: each.name)
async def test_two_calls_that_go_wrong(databases, operation):
    loop = await Loop.ready(operation, databases)
    calls = dealt(loop, most=6)
    for pair in zip(calls[::2], calls[1::2], strict=True):
        verdict = await loop.suffer(Misfortune(calls=pair))
        assert verdict.clean, f"{pair}: {verdict}"
