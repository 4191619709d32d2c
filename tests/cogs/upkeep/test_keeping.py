"""A server stays as its community needs it: after restarts, outages, and other people's hands."""

import pytest

from cogs.kit.bot import CircleBot
from cogs.kit.cards import Card
from cogs.signup.joining import JoinButton
from tests.cogs.upkeep.watching import (
    CHANNELS,
    ROLES,
    becomes,
    calls,
    channels,
    comes_to_rest,
    messages_in,
    notices,
    resumes,
    roles,
)


@pytest.fixture
def server(stage, open_bridge):
    """Set up, with a bot that looks at once and not a second after a change."""
    stage.bot.get_cog("Upkeep").settle = 0
    return open_bridge


async def test_a_server_in_order_is_left_in_peace(stage, server):
    await comes_to_rest(stage)
    since = len(stage.sandbox.requests)
    await resumes(stage)
    assert calls(stage, since) == [
        "GET /guilds/{guild_id}/roles",
        "GET /guilds/{guild_id}/members/{user_id}",
        "GET /guilds/{guild_id}/channels",
        "GET /guilds/{guild_id}/threads/active",
        *["GET /channels/{channel_id}/messages"] * 2,  # the guide and the index
        *["GET /channels/{channel_id}/messages/{message_id}"] * 3,
        "GET /guilds/{guild_id}/threads/active",  # once more, for the worldviews
    ]


async def test_a_restart_finds_nothing_to_change(stage, server):
    since = len(stage.sandbox.requests)
    await stage.restart()
    await comes_to_rest(stage)
    assert {call.split()[0] for call in calls(stage, since)} == {"GET", "PUT"}
    assert [call for call in calls(stage, since) if call.startswith("PUT")] == [
        "PUT /applications/{application_id}/commands"
    ]


async def test_row_37_a_role_or_channel_deleted_by_hand_comes_back_and_stewards_are_told_once(stage, server):
    await server.nora.deletes_role("Gen X")
    await server.nora.deletes_channel("welcome")
    await becomes(server.world, lambda: roles(server.guild) == ROLES and channels(server.guild) == CHANNELS)
    await server.nora.sees("Made again")
    await comes_to_rest(stage)
    told = "\n".join(notices(server.world, server.guild))
    assert told.count("Gen X") == told.count("#welcome") == 1


async def test_a_deleted_home_comes_back_with_its_panel(stage, server):
    await server.nora.deletes_channel("home")
    await becomes(
        server.world,
        lambda: channels(server.guild) == CHANNELS and messages_in(server.world, server.guild, "home") != [],
    )
    mei = await server.join("Mei")
    await mei.clicks("Join the circles")
    assert mei.form


async def test_what_was_deleted_while_the_bot_was_away_is_there_again_after_the_start(stage, server):
    await stage.stop()
    await server.nora.deletes_role("Mentor")
    await server.nora.deletes_message("Reverse-mentoring circles")
    await stage.start()
    await server.nora.sees("Reverse-mentoring circles", within=5)
    await becomes(server.world, lambda: roles(server.guild) == ROLES)


async def test_a_panel_deleted_by_hand_is_there_again_after_a_lost_connection(stage, server):
    await server.nora.deletes_message("Reverse-mentoring circles")
    await resumes(stage)
    await server.nora.sees("Reverse-mentoring circles")


async def test_what_stewards_renamed_keeps_its_name(stage, server):
    await server.nora.renames_role("Mentor", "Guide")
    await server.nora.renames_channel("home", "start-here")
    await server.nora.renames_channel("Circles", "Talking")
    await stage.restart()
    await comes_to_rest(stage)
    assert roles(server.guild) == sorted({*ROLES, "Guide"} - {"Mentor"})
    assert channels(server.guild) == sorted({*CHANNELS, "start-here", "Talking"} - {"home", "Circles"})


async def test_row_17_a_guild_that_comes_back_from_an_outage_with_less_has_no_ghosts(stage, server):
    """discord.py goes on listing a channel that went during the outage."""
    welcome = int(server.guild.channel("welcome")["id"])
    await server.world.outage(server.guild)
    await server.nora.deletes_channel("welcome")
    await server.nora.deletes_role("Mentor")
    await server.world.restore(server.guild)
    await becomes(server.world, lambda: roles(server.guild) == ROLES and channels(server.guild) == CHANNELS)
    assert stage.bot.get_channel(welcome), (
        "the ghost is in the cache: were we to ask there, nothing would be made"
    )
    mei = await server.join("Mei")
    await mei.sees("Welcome")


async def test_row_19_an_outage_is_no_reason_to_make_anything_anew(stage, server):
    before = set(server.guild.channels) | set(server.guild.roles)
    await server.world.outage(server.guild)
    await server.world.restore(server.guild)
    await comes_to_rest(stage)
    assert set(server.guild.channels) | set(server.guild.roles) == before


async def test_a_panel_that_shows_something_new_is_edited_once_and_not_posted_again(stage, server):
    (before,) = messages_in(server.world, server.guild, "home")
    stage.bot.panels["home"] = lambda say, _: Card("A newer panel", [JoinButton(say)])
    await resumes(stage)
    await server.nora.sees("A newer panel")
    since = len(stage.sandbox.requests)
    await resumes(stage)
    (now,) = messages_in(server.world, server.guild, "home")
    assert now["id"] == before["id"]
    assert {call.split()[0] for call in calls(stage, since)} == {"GET"}


async def test_a_channel_opened_to_everyone_is_closed_again_and_what_else_was_allowed_stays(stage, server):
    await comes_to_rest(stage)
    await server.nora.creates_role("Friends")
    await server.nora.edits_overwrites("steward-desk", "Friends", allow=1 << 10)
    await server.nora.edits_overwrites("steward-desk", "@everyone")
    mei = await server.join("Mei")
    assert mei.channel("steward-desk")
    await resumes(stage)
    assert "steward-desk" not in [each["name"] for each in mei.channels()]
    await server.nora.gives_role(mei, "Friends")
    assert mei.channel("steward-desk")


async def test_a_server_of_which_no_event_tells_is_looked_after_all_the_same(stage, server, monkeypatch):
    """The library keeps one to itself that comes at the very moment it stops waiting."""
    await stage.stop()
    await server.nora.deletes_role("Mentor")
    told = CircleBot.dispatch

    def keeps_quiet(bot, event, *args, **kwargs):
        if event != "guild_available":
            told(bot, event, *args, **kwargs)

    monkeypatch.setattr(CircleBot, "dispatch", keeps_quiet)
    await stage.start()
    await becomes(server.world, lambda: roles(server.guild) == ROLES)
