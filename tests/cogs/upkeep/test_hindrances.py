"""What keeps upkeep from its work is said once, with the fix, and the work goes on when it is mended."""

import pytest

from data.tables import discord_objects, metadata
from sandbox import Permission
from tests.cogs.upkeep.watching import (
    CHANNELS,
    ROLES,
    becomes,
    calls,
    channels,
    comes_to_rest,
    messages_in,
    notices,
    own_role,
    resumes,
    roles,
)
from tour.community import sign_up
from tour.stage import Stage, on_stage

EVERYTHING = int(Permission.ALL & ~Permission.ADMINISTRATOR)


@pytest.fixture
def server(stage, open_bridge):
    """Set up, with a bot that looks at once and not a second after a change."""
    stage.bot.get_cog("Upkeep").settle = 0
    return open_bridge


async def test_a_channel_closed_to_the_bot_is_one_notice_that_is_withdrawn_when_it_is_open(stage, server):
    bot = server.world.application_id
    await server.nora.edits_overwrites("home", own_role(server.guild), deny=int(Permission.VIEW_CHANNEL))
    home = server.guild.channel("home")
    home["permission_overwrites"] = [each for each in home["permission_overwrites"] if each["id"] != bot]
    await resumes(stage)
    await resumes(stage)
    (notice,) = notices(server.world, server.guild)
    assert "does not let me look after **home**" in notice
    assert len(messages_in(server.world, server.guild, "home")) == 1, "unseen is not gone"
    await server.nora.edits_overwrites("home", own_role(server.guild))
    await resumes(stage)
    (notice,) = notices(server.world, server.guild)
    assert "Mended" in notice


async def test_a_server_without_room_for_a_role_is_said_with_what_to_do(stage, server):
    await server.nora.deletes_role("Gen X")
    await becomes(server.world, lambda: roles(server.guild) == ROLES)
    await stage.stop()
    await server.nora.deletes_role("Gen X")
    for number in range(250 - len(server.guild.roles)):
        await server.nora.creates_role(f"Colour {number}")
    await stage.start()
    await server.nora.sees("There is no room for **Gen X**", within=5)
    await server.nora.deletes_role("Colour 7")
    await resumes(stage)
    assert "Gen X" in roles(server.guild)
    await server.nora.sees("Now there is")


async def test_without_a_desk_the_notice_goes_where_news_of_the_server_go(stage, server):
    without = EVERYTHING & ~int(Permission.MANAGE_CHANNELS)
    await stage.stop()
    await server.nora.edits_role("Circles", permissions=str(without))
    await server.nora.deletes_channel("steward-desk")
    await stage.start()
    await server.nora.sees("*Manage Channels*", within=5)
    general = server.guild.channel("general")["id"]
    assert (await server.nora.sees("I miss the permission"))["channel_id"] == general


async def test_during_an_outage_nothing_is_asked_and_nothing_is_made(stage, server):
    await comes_to_rest(stage)
    await server.world.outage(server.guild)
    since = len(stage.sandbox.requests)
    await server.nora.deletes_role("Mentor")
    stage.bot.dispatch("upkeep_wanted", int(server.guild.id))
    await comes_to_rest(stage)
    assert calls(stage, since) == []


async def test_when_discord_does_not_answer_the_steward_is_told_to_look_again(stage, bridge):
    bridge.world.faults.next("GET", "/guilds/.*/roles", "503")
    await bridge.nora.runs("/setup")
    await bridge.nora.sees("Discord did not answer me")
    await bridge.nora.clicks("Look again")
    await bridge.nora.sees("Nothing has been changed yet")


async def test_when_discord_does_not_let_the_bot_look_the_steward_is_told_what_to_do(stage, bridge):
    bridge.world.faults.next("GET", "/guilds/.*/roles", "403")
    await bridge.nora.runs("/setup")
    await bridge.nora.sees("Invite me once more")


async def test_a_limit_of_discord_ends_the_press_with_a_sentence_and_not_with_an_hour_of_waiting(
    stage, bridge
):
    stage.sandbox.limits.set("POST", "/guilds/{guild_id}/roles", 3, 3600)
    await bridge.nora.runs("/setup")
    await bridge.nora.clicks("Do it")
    await bridge.nora.sees("Discord keeps me waiting")
    assert len(roles(bridge.guild)) == 3


async def test_a_limit_with_room_in_it_is_used_to_the_end(stage, bridge):
    """discord.py by itself makes one role in 48 hours where Discord allows 250."""
    stage.sandbox.limits.set("POST", "/guilds/{guild_id}/roles", 250, 48 * 3600)
    await bridge.is_set_up()
    assert roles(bridge.guild) == ROLES


async def test_a_set_up_that_discord_does_not_answer_goes_on_by_itself(stage, bridge, monkeypatch):
    monkeypatch.setattr("cogs.upkeep.aligning.COME_BACK", 0.2)
    bridge.world.faults.next("POST", "/guilds/.*/roles", "503", times=4)
    await bridge.nora.runs("/setup")
    await bridge.nora.clicks("Do it")
    await bridge.nora.sees("Discord keeps me waiting")
    await becomes(bridge.world, lambda: roles(bridge.guild) == ROLES)


async def test_when_discord_is_away_the_run_comes_back_to_it(stage, server, monkeypatch):
    monkeypatch.setattr("cogs.upkeep.running.COME_BACK", 0.1)
    server.world.faults.next("GET", "/guilds/.*/channels", "503", times=2)
    await server.nora.deletes_role("Mentor")
    await becomes(server.world, lambda: roles(server.guild) == ROLES)


@pytest.mark.parametrize("writes", [1, 2, 14, 16, 21])
async def test_a_bot_that_is_killed_while_setting_up_finishes_after_its_start(stage, bridge, writes):
    await bridge.nora.runs("/setup")
    await bridge.nora.sees("Nothing has been changed yet")
    await bridge.nora.clicks("Do it")
    await becomes(bridge.world, lambda: written(stage) >= writes)
    await stage.bot.http.close()
    await stage.stop()
    assert "PATCH /webhooks/{application_id}/{token}/messages/{message_id}" not in calls(stage)
    await stage.start()
    await becomes(
        bridge.world,
        lambda: (
            roles(bridge.guild) == ROLES
            and channels(bridge.guild) == CHANNELS
            and messages_in(bridge.world, bridge.guild, "home") != []
        ),
    )
    await comes_to_rest(stage)
    assert len(messages_in(bridge.world, bridge.guild, "home")) == 1


def written(stage: Stage) -> int:
    """How often the bot has made or named something."""
    made = ("POST /guilds/{guild_id}/roles", "POST /guilds/{guild_id}/channels", "PATCH")
    return sum(call.startswith(made) for call in calls(stage))


async def test_a_panel_that_was_posted_and_never_recorded_is_found_by_its_buttons(stage, server):
    (before,) = messages_in(server.world, server.guild, "home")
    async with stage.database.begin() as store:
        await store.link.execute(discord_objects.delete().where(discord_objects.c.kind == "panel"))
    await resumes(stage)
    (now,) = messages_in(server.world, server.guild, "home")
    assert now["id"] == before["id"]


async def test_after_the_loss_of_its_database_the_bot_takes_over_what_it_made(stage, server):
    made = set(server.guild.roles) | set(server.guild.channels)
    async with stage.database.begin() as store:
        for table in reversed(metadata.sorted_tables):
            await store.link.execute(table.delete())
    await server.nora.runs("/setup")
    await server.nora.sees("I will use what is here already")
    await server.is_set_up()
    assert set(server.guild.roles) | set(server.guild.channels) == made
    assert len(messages_in(server.world, server.guild, "home")) == 1


async def test_without_the_members_intent_roles_are_brought_into_line_as_well(database, bridge):
    async with on_stage(database, bridge.world, members=False) as stage:
        await bridge.is_set_up()
        mei = await bridge.join("Mei")
        await sign_up(mei, "I can mentor", "Gen Z · born 1997 to 2012")
        await mei.has_roles("Mentor", "Gen Z")
        await bridge.nora.takes_role(mei, "Mentor")
        await stage.restart()
        await mei.has_roles("Mentor", "Gen Z", within=5)


async def test_a_steward_who_asks_again_sees_what_still_waits_for_them(stage, server):
    await server.nora.moves_role("Mentor", len(server.guild.roles) - 1)
    await server.nora.runs("/setup")
    await server.nora.sees("I am waiting for you")
    await server.nora.moves_role("Mentor", 1)
    await server.nora.clicks("Look again")
    await server.nora.sees("Nothing to do")


async def test_a_set_up_that_could_not_do_everything_says_so(stage, bridge):
    bridge.world.faults.next("POST", "/guilds/.*/channels", "403", times=9)
    await bridge.nora.runs("/setup")
    await bridge.nora.clicks("Do it")
    await bridge.nora.sees("Not everything is in place yet")
    await bridge.nora.sees("does not let me look after **home**")


async def test_what_was_refused_is_not_called_mended_before_it_is(stage, server):
    """A later run may break off before it comes to what an earlier one could not do."""
    await stage.stop()
    await server.nora.deletes_channel("welcome")
    server.world.faults.next("POST", "/guilds/.*/channels", "403", times=9)
    await stage.start()
    await server.nora.sees("does not let me look after **welcome**", within=5)
    await comes_to_rest(stage)
    await server.nora.deletes_role("Mentor")
    server.world.faults.next("POST", "/guilds/.*/roles", "503", times=9)
    await resumes(stage)
    assert "Mended" not in "\n".join(notices(server.world, server.guild))
