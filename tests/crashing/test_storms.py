"""Discord asks everybody to wait, again and again: all work is done afterwards, and nobody hammered."""

import pytest

from tests.crashing.loop import Loop, Misfortune
from tests.crashing.operations import SET_UP, SIGN_UP

STORMS = [
    (SET_UP, "429 3 shared", 25),
    (SET_UP, "429 60", 8),
    (SIGN_UP, "429 3", 25),
    (SIGN_UP, "429 3 global", 25),
]
"""Who meets it, what Discord says, and the number of requests it lasts for."""


@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("operation", "outcome", "requests"), STORMS)
async def test_row_09_after_a_storm_of_rate_limits_all_is_done(databases, operation, outcome, requests):
    loop = await Loop.ready(operation, databases)
    storm = tuple((number, outcome) for number in range(1, requests + 1))
    verdict = await loop.suffer(Misfortune(calls=storm))
    assert verdict.clean, verdict
