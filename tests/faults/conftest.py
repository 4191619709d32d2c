"""Rows of the fault table that no capability has to itself; docs/faults.md says where the others are."""

import pytest


@pytest.fixture
def database_url(request):
    """SQLite unless a row asks for another kind."""
    return request.getfixturevalue(f"{getattr(request, 'param', 'sqlite')}_url")


@pytest.fixture
def server(stage, open_bridge):
    """Set up, with a bot that looks at once and not a second after a change."""
    stage.bot.get_cog("Upkeep").settle = 0
    return open_bridge


@pytest.fixture
async def mei(server):
    """Mei has read her welcome and not joined yet."""
    mei = await server.join("Mei")
    await mei.sees("Welcome")
    return mei
