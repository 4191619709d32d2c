"""People who said that they come to a date, with its card and thread."""

import pytest

from tests.cogs.reminding.coming import Coming
from tests.cogs.ticking import quick
from tests.cogs.upkeep.watching import comes_to_rest
from tour.community import sign_up

ZOOMER = "Gen Z · born 1997 to 2012"
BOOMER = "Boomer · born 1946 to 1964"


@pytest.fixture
def database_url(request):
    """SQLite: what is asked of either kind is tested in tests/actions."""
    return request.getfixturevalue("sqlite_url")


@pytest.fixture
async def server(stage, open_bridge):
    await comes_to_rest(stage)
    quick(stage)
    stage.bot.get_cog("Upkeep").settle = 0
    return open_bridge


@pytest.fixture
async def mei(server):
    return await _in(server, "Mei", "I can mentor", ZOOMER)


@pytest.fixture
async def ruth(server):
    return await _in(server, "Ruth", "I want to understand", BOOMER)


@pytest.fixture
async def coming(stage, server):
    """Has dates planned, with their cards and threads."""
    return Coming(stage, server)


async def _in(server, name, seat, generation):
    person = await server.join(name)
    await sign_up(person, seat, generation)
    await person.sees("You are in")
    return person
