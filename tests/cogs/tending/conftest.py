"""A community with a forum, whose bot looks for work all the time."""

import pytest

from tests.cogs.tending.forum import MENTEE, MENTOR, Forum
from tests.cogs.ticking import quick
from tests.cogs.upkeep.watching import comes_to_rest
from tour.community import sign_up


@pytest.fixture
def database_url(request):
    """SQLite unless a story asks for another kind; what is asked of either is tested in tests/data."""
    return request.getfixturevalue(f"{getattr(request, 'param', 'sqlite')}_url")


@pytest.fixture
async def forum(stage, open_bridge):
    await comes_to_rest(stage)
    quick(stage)
    stage.bot.get_cog("Upkeep").settle = 0
    return Forum(stage, open_bridge)


@pytest.fixture
async def mei(forum):
    mei = await forum.bridge.join("Mei")
    await mei.sees("Welcome")
    await sign_up(mei, *MENTOR)
    return mei


@pytest.fixture
async def ruth(forum):
    ruth = await forum.bridge.join("Ruth")
    await ruth.sees("Welcome")
    await sign_up(ruth, *MENTEE)
    return ruth
