"""Roles follow the sign-up, never into power, and come right by themselves once a steward has mended it."""

import pytest

from actions import privacy
from cogs.upkeep.members import align_member
from sandbox import Permission
from tests.cogs.upkeep.watching import ROLES, calls, comes_to_rest, notices, roles
from tour.community import sign_up

MENTOR, GEN_Z = "I can mentor", "Gen Z · born 1997 to 2012"
GIVE = "PUT /guilds/{guild_id}/members/{user_id}/roles/{role_id}"


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


async def test_a_sign_up_gives_the_roles_of_seat_and_generation(mei):
    await sign_up(mei, MENTOR, GEN_Z)
    await mei.has_roles("Mentor", "Gen Z")


async def test_a_sign_up_costs_discord_five_calls_beside_its_answer(stage, mei):
    await comes_to_rest(stage)
    since = len(stage.sandbox.requests)
    await sign_up(mei, MENTOR, GEN_Z)
    await mei.has_roles("Mentor", "Gen Z")
    await comes_to_rest(stage)
    assert [call for call in calls(stage, since) if "interactions" not in call] == [
        "GET /guilds/{guild_id}/members/{user_id}",
        "GET /guilds/{guild_id}/roles",
        "GET /guilds/{guild_id}/members/{user_id}",
        GIVE,
        GIVE,
    ]


async def test_a_role_deleted_by_hand_is_made_and_given_with_the_next_sign_up(stage, server, mei):
    stage.bot.get_cog("Upkeep").settle = 60
    await server.nora.deletes_role("Mentor")
    await sign_up(mei, MENTOR, GEN_Z)
    await mei.has_roles("Mentor", "Gen Z")
    await comes_to_rest(stage)
    assert not mei.find("One thing is still missing")


async def test_everybody_gets_a_deleted_role_back(server, mei):
    await sign_up(mei, MENTOR, GEN_Z)
    await mei.has_roles("Mentor", "Gen Z")
    await server.nora.deletes_role("Gen Z")
    await mei.has_roles("Mentor", "Gen Z", within=5)
    assert roles(server.guild) == ROLES


async def test_a_role_above_the_bot_is_one_notice_with_the_fix_and_given_once_it_is_mended(
    stage, server, mei
):
    await server.nora.moves_role("Mentor", len(server.guild.roles) - 1)
    await server.nora.sees("Something needs a hand")
    await sign_up(mei, MENTOR, GEN_Z)
    await mei.sees("One thing is still missing")
    ruth = await server.join("Ruth")
    await ruth.sees("Welcome")
    await sign_up(ruth, MENTOR, GEN_Z)
    await ruth.sees("One thing is still missing")
    await comes_to_rest(stage)
    (notice,) = notices(server.world, server.guild)
    assert "move the role **Circles** above **Mentor**" in notice
    assert mei.roles == ruth.roles == ["Gen Z"]
    assert 403 not in [call.status for call in stage.sandbox.requests]

    await server.nora.moves_role("Mentor", 1)
    await mei.has_roles("Mentor", "Gen Z", within=5)
    await ruth.has_roles("Mentor", "Gen Z", within=5)
    await server.nora.sees("Mended", within=5)
    assert len(notices(server.world, server.guild)) == 1


async def test_a_permission_taken_from_the_bot_is_one_notice_and_no_storm_of_refusals(stage, server, mei):
    everything = int(Permission.ALL & ~Permission.ADMINISTRATOR)
    await server.nora.edits_role("Circles", permissions=str(everything & ~int(Permission.MANAGE_ROLES)))
    await server.nora.sees("I miss the permission")
    await server.nora.deletes_role("Gen Z")
    await sign_up(mei, MENTOR, GEN_Z)
    await mei.sees("One thing is still missing")
    await comes_to_rest(stage)
    assert len(notices(server.world, server.guild)) == 1
    assert 403 not in [call.status for call in stage.sandbox.requests]
    await server.nora.edits_role("Circles", permissions=str(everything))
    await mei.has_roles("Mentor", "Gen Z", within=5)


async def test_a_role_that_is_given_power_is_suspended_at_once_and_given_again_when_it_is_harmless(
    stage, server, mei
):
    await server.nora.edits_role("Mentor", permissions=str(int(Permission.ADMINISTRATOR)))
    await server.nora.sees("I have stopped giving the role")
    await sign_up(mei, MENTOR, GEN_Z)
    await mei.sees("One thing is still missing")
    assert mei.roles == ["Gen Z"]
    await server.nora.edits_role("Mentor", permissions="0")
    await mei.has_roles("Mentor", "Gen Z", within=5)


async def test_a_role_that_was_given_power_unheard_is_not_given_either(stage, server, mei):
    """The event may be lost; power is looked for again whenever a role is given."""
    await comes_to_rest(stage)
    server.guild.role("Mentor")["permissions"] = str(int(Permission.BAN_MEMBERS))
    await sign_up(mei, MENTOR, GEN_Z)
    await mei.sees("One thing is still missing")
    assert mei.roles == ["Gen Z"]
    await server.nora.sees("I have stopped giving the role")


async def test_roles_changed_while_the_bot_was_away_are_right_again_after_the_start(stage, server, mei):
    await server.nora.creates_role("Cook")
    await sign_up(mei, MENTOR, GEN_Z)
    await mei.has_roles("Mentor", "Gen Z")
    await stage.stop()
    await server.nora.takes_role(mei, "Mentor")
    await server.nora.gives_role(mei, "Mentee")
    await server.nora.gives_role(mei, "Cook")
    await stage.start()
    await mei.has_roles("Mentor", "Gen Z", "Cook", within=5)


async def test_whoever_never_signed_up_keeps_what_stewards_gave_them(stage, server, mei):
    await server.nora.gives_role(mei, "Mentee")
    await align_member(stage.bot, int(server.guild.id), int(mei.id))
    await stage.restart()
    await comes_to_rest(stage)
    assert mei.roles == ["Mentee"]


async def test_whoever_erases_their_data_loses_the_roles_of_it(stage, server, mei):
    await sign_up(mei, MENTOR, GEN_Z)
    await mei.has_roles("Mentor", "Gen Z")
    await privacy.erase(stage.bot.deps, int(server.guild.id), int(mei.id))
    await align_member(stage.bot, int(server.guild.id), int(mei.id))
    assert mei.roles == []


async def test_somebody_who_is_not_in_the_server_needs_no_roles(stage, server, mei):
    await sign_up(mei, MENTOR, GEN_Z)
    await mei.leaves()
    await align_member(stage.bot, int(server.guild.id), int(mei.id))


@pytest.mark.parametrize("outcome", ["drop before", "drop after"])
async def test_a_lost_answer_while_giving_is_tried_again_and_said_meanwhile(stage, server, mei, outcome):
    server.world.faults.next("PUT", "/members/", outcome)
    await sign_up(mei, MENTOR, GEN_Z)
    await mei.has_roles("Mentor", "Gen Z", within=5)


async def test_clicks_and_a_run_at_once_leave_the_roles_of_the_last_wish(stage, server, mei):
    await sign_up(mei, MENTOR, GEN_Z)
    cog = stage.bot.get_cog("Upkeep")
    for seat in ("I want to understand", MENTOR, "I want to understand"):
        cog.runs.ask(int(server.guild.id), members=True)
        await mei.clicks("My place")
        await mei.clicks("Change seat or generation")
        await mei.fills({"Where do you want to sit?": seat})
    await mei.has_roles("Mentee", "Gen Z")
    await comes_to_rest(stage)
    assert mei.roles == ["Gen Z", "Mentee"]


async def test_many_orders_for_one_community_are_carried_out_together(stage, server):
    await comes_to_rest(stage)
    since = len(stage.sandbox.requests)
    cog = stage.bot.get_cog("Upkeep")
    for _ in range(50):
        cog.runs.ask(int(server.guild.id), members=False)
    await comes_to_rest(stage)
    assert calls(stage, since).count("GET /guilds/{guild_id}/channels") == 1
