"""People who are in, and a steward."""

import pytest

from tests.cogs.ticking import quick
from tests.cogs.upkeep.watching import comes_to_rest
from tour.community import sign_up

ZOOMER = "Gen Z · born 1997 to 2012"
BOOMER = "Boomer · born 1946 to 1964"


@pytest.fixture
def database_url(request):
    """SQLite: what is asked of either kind is tested in tests/data and tests/actions."""
    return request.getfixturevalue("sqlite_url")


@pytest.fixture
async def server(stage, open_bridge):
    """Set up, and quick in what it does by itself."""
    await comes_to_rest(stage)
    quick(stage)
    stage.bot.get_cog("Upkeep").settle = 0
    return open_bridge


@pytest.fixture
async def mei(server):
    person = await server.join("Mei")
    await sign_up(person, "I can mentor", ZOOMER)
    await person.sees("You are in")
    return person


@pytest.fixture
async def ruth(server):
    person = await server.join("Ruth")
    await sign_up(person, "I want to understand", BOOMER)
    await person.sees("You are in")
    return person
