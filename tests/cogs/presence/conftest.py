"""A discussion that is about to begin: its room is open."""

import pytest

from tests.cogs.presence.evening import begun, comes_in, hurried
from tests.cogs.ticking import quick
from tests.cogs.upkeep.watching import comes_to_rest


@pytest.fixture
def database_url(request):
    """SQLite: what is asked of either kind is tested in tests/actions."""
    return request.getfixturevalue("sqlite_url")


@pytest.fixture
async def server(stage, open_bridge):
    await comes_to_rest(stage)
    quick(stage)
    hurried(stage)
    return open_bridge


@pytest.fixture
async def evening(stage, server):
    return await begun(stage, server)


@pytest.fixture
async def mei(server):
    return await comes_in(server, "Mei")


@pytest.fixture
async def ruth(server):
    return await comes_in(server, "Ruth")
