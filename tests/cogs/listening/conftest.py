"""Mei has explained how the world looks to her, and Ruth, Tomas and a steward are there."""

import pytest

from tests.cogs.listening.thread import BOOMER, ZOOMER, Thread
from tests.cogs.ticking import quick
from tests.cogs.upkeep.watching import comes_to_rest
from tests.cogs.worldviews.explaining import explains
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
    return open_bridge


@pytest.fixture
async def mei(server):
    return await _in(server, "Mei", "I can mentor", ZOOMER)


@pytest.fixture
async def ruth(server):
    return await _in(server, "Ruth", "I want to understand", BOOMER)


@pytest.fixture
async def tomas(server):
    return await _in(server, "Tomas", "I want to understand", BOOMER)


@pytest.fixture
async def thread(stage, server, mei):
    await explains(mei)
    await mei.sees("It stands here")
    return Thread(stage, server)


async def _in(server, name, seat, generation):
    person = await server.join(name)
    await sign_up(person, seat, generation)
    await person.sees("You are in")
    return person
