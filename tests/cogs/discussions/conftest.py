"""People who are in, in a community where everybody plans."""

import pytest

from tests.cogs.discussions.planning import they_plan
from tests.cogs.listening.thread import BOOMER, ZOOMER
from tests.cogs.ticking import quick
from tests.cogs.upkeep.watching import comes_to_rest
from tour.community import sign_up


@pytest.fixture
def database_url(sqlite_url):
    """SQLite: what is asked of either kind is tested in tests/actions."""
    return sqlite_url


@pytest.fixture
async def server(stage, open_bridge):
    await comes_to_rest(stage)
    quick(stage)
    await they_plan(stage, open_bridge, "everyone")
    return open_bridge


@pytest.fixture
async def mei(server):
    return await _in(server, "Mei", "I can mentor", ZOOMER)


@pytest.fixture
async def ruth(server):
    return await _in(server, "Ruth", "I want to understand", BOOMER)


async def _in(server, name, seat, generation):
    person = await server.join(name)
    await sign_up(person, seat, generation)
    await person.sees("You are in")
    person.goes_to("discussions")
    return person
