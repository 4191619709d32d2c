"""A community with a forum, whose bot looks for work all the time."""

import pytest

from actions import upkeep
from domain.actual import Record
from domain.blueprint import Kind
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
    made = Forum(stage, open_bridge)
    for key, kind in (("worldviews", Kind.CHANNEL), ("index", Kind.PANEL)):
        if await upkeep.find(stage.bot.deps, made.community_id, kind, key) is None:
            place = await (made.make_forum() if kind is Kind.CHANNEL else made.post("Index"))
            await upkeep.record(stage.bot.deps, made.community_id, kind, key, Record(place))
    return made


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
