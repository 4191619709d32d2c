"""People who are in, a steward, and a bot that can be reached from outside."""

import pytest

from tests.cogs.ticking import quick
from tests.cogs.upkeep.watching import comes_to_rest
from tour.community import sign_up

PLACE = "https://circles.example.org/"


@pytest.fixture
def database_url(sqlite_url):
    """SQLite: what is asked of either kind is tested in tests/actions."""
    return sqlite_url


@pytest.fixture
async def server(stage, open_bridge):
    await comes_to_rest(stage)
    quick(stage)
    stage.bot.get_cog("Upkeep").settle = 0
    stage.bot.calendar_url = PLACE
    return open_bridge


@pytest.fixture
async def mei(server):
    person = await server.join("Mei")
    await sign_up(person, "I can mentor", "Gen Z · born 1997 to 2012")
    await person.sees("You are in")
    return person
