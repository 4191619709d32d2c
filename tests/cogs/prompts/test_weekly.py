"""The prompt of the week comes in its hour, once, whatever happened meanwhile."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from actions import weeks
from domain.weeks import next_week_prompt
from tests.cogs.prompts.forum import answers, stands, threads
from tests.cogs.ticking import become, passes, quick, states
from tests.cogs.upkeep.watching import becomes, comes_to_rest, notices

WEEK = 7 * 24 * 3600.0


@pytest.fixture
async def due(stage, server):
    """A prompt of the week is switched on; seconds until the first."""
    return await talks(stage, server, week_day=4, week_time="18:00", time_zone="Europe/Zurich")


async def talks(stage, server, **settings):
    """What the stewards' panel writes down, and what it asks for."""
    community_id = int(server.guild.id)
    async with stage.database.begin() as store:
        community = await store.communities.find(community_id)
        changed = replace(community.settings, **settings)
        await store.communities.save(replace(community, settings=changed))
    await weeks.plan_week(stage.bot.deps, community_id)
    moment = next_week_prompt(changed, stage.bot.deps.now())
    return (moment - stage.bot.deps.now()).total_seconds() if moment else None


async def test_on_friday_at_six_it_stands_in_the_forum_and_anybody_may_answer(stage, mei, due):
    passes(stage, due - 5)
    await comes_to_rest(stage)
    assert threads(stage) == []
    passes(stage, 6)
    await become(stage, "prompt", "done")
    (thread,) = threads(stage)
    assert thread["name"].startswith("Prompt of the week: ")
    assert "The prompt of the week" in stands(mei, thread)[0]
    await answers(mei, "My aunt had a boat.")
    await mei.sees("Your answer stands in the forum")
    there = stage.bot.deps.now().astimezone(ZoneInfo("Europe/Zurich"))
    assert (there.weekday(), there.hour) == (4, 18)


async def test_the_next_week_brings_another_and_no_restart_doubles_it(stage, due):
    passes(stage, due + 1)
    await become(stage, "prompt", "done")
    for _ in range(2):
        await stage.restart()
        quick(stage)
        await comes_to_rest(stage)
    assert len(threads(stage)) == 1
    passes(stage, WEEK)
    await becomes(stage.world, lambda: len(threads(stage)) == 2)
    first, second = threads(stage)
    assert first["name"] != second["name"]


async def test_row_22_some_hours_late_it_comes_without_a_word(stage, server, due):
    await stage.stop()
    passes(stage, due + 20 * 3600)
    await stage.start()
    quick(stage)
    await become(stage, "prompt", "done")
    await comes_to_rest(stage)
    assert len(threads(stage)) == 1
    assert [each for each in notices(stage.world, server.guild) if "prompt of the week" in each] == []


async def test_row_22_after_weeks_away_none_is_made_up_for_and_the_next_is_planned(stage, server, due):
    await stage.stop()
    passes(stage, due + 3 * WEEK + 2 * 24 * 3600)
    await stage.start()
    quick(stage)
    await become(stage, "week-prompt", "expired", "ready")
    assert threads(stage) == []
    passes(stage, WEEK - 2 * 24 * 3600)
    await become(stage, "prompt", "done")
    assert len(threads(stage)) == 1


async def test_moved_it_comes_in_its_new_hour_only(stage, server, due):
    later = await talks(stage, server, week_time="20:00")
    assert timedelta(seconds=later - due) > timedelta(hours=1)
    passes(stage, due + 1)
    await become(stage, "week-prompt", "done", "ready")
    await comes_to_rest(stage)
    assert threads(stage) == []
    passes(stage, later - due)
    await become(stage, "prompt", "done")
    assert len(threads(stage)) == 1


async def test_switched_off_none_comes(stage, server, due):
    await talks(stage, server, week_day=None)
    passes(stage, due + 1)
    await become(stage, "week-prompt", "done")
    await comes_to_rest(stage)
    assert threads(stage) == []
    assert await states(stage, "prompt") == []


async def test_a_start_plans_what_is_not_planned(stage, server):
    async with stage.database.begin() as store:
        community = await store.communities.find(int(server.guild.id))
        await store.communities.save(replace(community, settings=replace(community.settings, week_day=2)))
    await stage.restart()
    await become(stage, "week-prompt", "ready")


async def test_what_stewards_decide_on_their_panel_is_planned_at_once(stage, server):
    nora = server.nora
    await nora.clicks("Prompt of the week")
    await nora.clicks("Choose day and time")
    await nora.fills({"On which day?": "Friday", "At what time?": "18:00"})
    await become(stage, "week-prompt", "ready")
