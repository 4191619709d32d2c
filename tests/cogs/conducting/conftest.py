"""Six people and a steward, a discussion that has started, and its room."""

import pytest

from domain.people import Seat
from tests.cogs.conducting.talk import Talk
from tests.cogs.ticking import quick
from tests.cogs.upkeep.watching import comes_to_rest


@pytest.fixture
def database_url(request):
    """SQLite: what is asked of either kind is tested in tests/actions."""
    return request.getfixturevalue("sqlite_url")


@pytest.fixture
async def talk(stage, open_bridge):
    await comes_to_rest(stage)
    quick(stage)
    stage.bot.get_cog("Upkeep").settle = 0
    talk = Talk(stage, open_bridge)
    for name in ("Mei", "Amir"):
        await talk.joins(name, Seat.MENTOR)
    for name in ("Ruth", "Tomas", "Hugo"):
        await talk.joins(name, Seat.MENTEE)
    await talk.joins("Vera", Seat.BOTH)
    await talk.starts()
    return talk
