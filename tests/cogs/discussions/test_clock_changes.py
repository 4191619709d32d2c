"""A new version of the rules of time zones comes with a start of the bot, and stewards hear what it moved."""

from datetime import timedelta

import pytest

from actions import discussions
from tests.cogs.ticking import quick
from tests.cogs.upkeep.watching import comes_to_rest, notices
from tests.planning import planned


@pytest.fixture
def database_url(sqlite_url):
    return sqlite_url


async def test_row_23_new_rules_of_a_zone_keep_the_wall_time_and_stewards_are_told_once(stage, open_bridge):
    await comes_to_rest(stage)
    quick(stage)
    date = await planned(stage, open_bridge, open_bridge.nora)
    wrong = date.starts_at + timedelta(hours=1)
    async with stage.bot.deps.database.begin() as store:
        await store.occurrences.note(date, starts_at=wrong)
    for _ in range(2):
        await stage.restart()
        await comes_to_rest(stage)
    [told] = [text for text in notices(stage.world, open_bridge.guild) if "has new rules" in text]
    assert f"{wrong:%d %H:%M UTC}" in told
    assert f"{date.starts_at:%d %H:%M UTC}" in told
    now = await discussions.find(stage.bot.deps, date.community_id, date.occurrence_id)
    assert now is not None
    assert (now.local, now.starts_at, now.version) == (date.local, date.starts_at, 2)
