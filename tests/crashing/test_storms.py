"""Discord asks everybody to wait, again and again: all work is done afterwards, and nobody hammered."""

import pytest

from tests.crashing.loop import Loop, Misfortune
from tests.crashing.operations import SET_UP, SIGN_UP

STORMS = {"429 3": 25, "429 3 shared": 25, "429 3 global": 25, "429 60": 8}
"""Requests that each storm lasts for."""


@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
@pytest.mark.parametrize("operation", [SET_UP, SIGN_UP], ids=lambda each: each.name)
@pytest.mark.parametrize("outcome", STORMS)
async def test_row_09_after_a_storm_of_rate_limits_all_is_done(databases, operation, outcome):
    loop = await Loop.ready(operation, databases)
    storm = tuple((number, outcome) for number in range(1, STORMS[outcome] + 1))
    verdict = await loop.suffer(Misfortune(calls=storm))
    assert verdict.clean, verdict
