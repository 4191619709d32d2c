"""A community that is set up, with Mei and Ruth in it, and a bot that looks at once."""

import pytest

from tests.cogs.ticking import quick
from tests.cogs.upkeep.watching import comes_to_rest
from tour.community import sign_up


@pytest.fixture
def database_url(request):
    """SQLite unless a story asks for another kind; what is asked of either is tested in tests/actions."""
    return request.getfixturevalue(f"{getattr(request, 'param', 'sqlite')}_url")


@pytest.fixture
async def server(stage, open_bridge):
    await comes_to_rest(stage)
    quick(stage)
    stage.bot.get_cog("Upkeep").settle = 0
    stage.bot.get_cog("Presence").beat = 0.02
    return open_bridge


@pytest.fixture
async def mei(server):
    return await _in(server, "Mei", "I can mentor", "Gen Z · born 1997 to 2012")


@pytest.fixture
async def ruth(server):
    return await _in(server, "Ruth", "I want to understand", "Boomer · born 1946 to 1964")


async def _in(server, name, seat, generation):
    person = await server.join(name)
    await sign_up(person, seat, generation)
    await person.sees("You are in")
    return person
