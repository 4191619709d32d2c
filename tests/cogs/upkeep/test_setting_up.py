"""Stewards set their community up: the plan first, then the doing, and nothing by anybody else."""

import asyncio

import pytest

from sandbox import CannotDo, Permission, Person
from tests.cogs.upkeep.watching import (
    CHANNELS,
    ROLES,
    becomes,
    channels,
    comes_to_rest,
    messages_in,
    notices,
    roles,
)
from tour.community import Bridge


async def second_steward(bridge: Bridge) -> Person:
    """Somebody who may manage the server and is no administrator, and has read the bot's first message."""
    olga = await bridge.join("Olga")
    await bridge.nora.creates_role("Stewards", permissions=str(int(Permission.MANAGE_GUILD)))
    await bridge.nora.gives_role(olga, "Stewards")
    await olga.sees("Hello!")
    return olga


async def test_the_plan_is_shown_first_and_changes_nothing(stage, bridge):
    await bridge.nora.runs("/setup")
    plan = bridge.nora.reads(await bridge.nora.sees("Nothing has been changed yet"))
    for name in [*ROLES, *CHANNELS]:
        assert name in plan
    assert roles(bridge.guild) == []
    assert channels(bridge.guild) == []


@pytest.mark.parametrize("database_url", ["sqlite", "postgresql"], indirect=True)
async def test_once_confirmed_everything_is_there_and_the_second_time_there_is_nothing_to_do(stage, bridge):
    await bridge.is_set_up()
    assert roles(bridge.guild) == ROLES
    assert channels(bridge.guild) == CHANNELS
    assert len(messages_in(bridge.world, bridge.guild, "home")) == 1
    await bridge.nora.runs("/setup")
    await bridge.nora.sees("Nothing to do")
    assert roles(bridge.guild) == ROLES
    assert channels(bridge.guild) == CHANNELS


async def test_roles_that_are_made_carry_no_permission(open_bridge):
    made = [role for role in open_bridge.guild.roles.values() if role["name"] in ROLES]
    assert {role["permissions"] for role in made} == {"0"}


async def test_members_read_home_and_welcome_without_posting_and_do_not_see_the_desk(open_bridge):
    mei = await open_bridge.join("Mei")
    for channel in ("home", "welcome"):
        with pytest.raises(CannotDo):
            await mei.says(channel, "Hello?")
    with pytest.raises(CannotDo, match="no channel"):
        mei.channel("steward-desk")


async def test_not_now_changes_nothing(stage, bridge):
    await bridge.nora.runs("/setup")
    await bridge.nora.clicks("Not now")
    await bridge.nora.sees("Nothing was changed")
    assert channels(bridge.guild) == []


async def test_whoever_invited_the_bot_finds_a_button_to_begin(stage, bridge):
    await bridge.nora.sees("Hello!")
    await bridge.nora.clicks("Set up")
    await bridge.nora.sees("Nothing has been changed yet")


async def test_a_member_who_presses_it_is_told_which_permission_it_takes(stage, bridge):
    mei = await bridge.join("Mei")
    await mei.sees("Hello!")
    await mei.clicks("Set up")
    await mei.sees("Manage Server")
    assert not mei.find("Nothing has been changed yet")


async def test_the_command_is_not_offered_to_members(stage, bridge):
    mei = await bridge.join("Mei")
    with pytest.raises(CannotDo):
        await mei.runs("/setup")


async def test_a_steward_who_loses_the_permission_can_no_longer_confirm_the_plan(stage, bridge):
    olga = await second_steward(bridge)
    await olga.clicks("Set up")
    await olga.sees("Nothing has been changed yet")
    await bridge.nora.takes_role(olga, "Stewards")
    await olga.clicks("Do it")
    await olga.sees("This is for stewards only")
    assert channels(bridge.guild) == []


async def test_stewards_who_are_no_administrators_see_the_desk(stage, bridge):
    olga = await second_steward(bridge)
    await olga.clicks("Set up")
    await olga.clicks("Do it")
    await olga.sees("Everything is in place", within=10)
    assert olga.channel("steward-desk")


async def test_two_stewards_who_confirm_at_once_set_up_once(stage, bridge):
    olga = await second_steward(bridge)
    for steward in (bridge.nora, olga):
        await steward.clicks("Set up")
        await steward.sees("Nothing has been changed yet")
    await asyncio.gather(bridge.nora.clicks("Do it"), olga.clicks("Do it"))
    for steward in (bridge.nora, olga):
        await steward.sees("Everything is in place", within=10)
    assert roles(bridge.guild) == sorted([*ROLES, "Stewards"])
    assert channels(bridge.guild) == CHANNELS
    assert len(messages_in(bridge.world, bridge.guild, "home")) == 1


async def test_a_harmless_role_that_is_there_is_used_and_not_doubled(stage, bridge):
    there = await bridge.nora.creates_role("Mentor", permissions="0")
    await bridge.nora.moves_role("Mentor", 1)
    await bridge.nora.runs("/setup")
    await bridge.nora.sees("I will use what is here already")
    await bridge.nora.clicks("Do it")
    await bridge.nora.sees("Everything is in place", within=10)
    assert roles(bridge.guild) == ROLES
    assert bridge.guild.role("Mentor")["id"] == there["id"]


async def test_a_role_of_that_name_with_power_is_left_alone_and_said_so(stage, bridge):
    admins = await bridge.nora.creates_role("Mentor", permissions=str(int(Permission.ADMINISTRATOR)))
    await bridge.nora.moves_role("Mentor", 1)
    await bridge.nora.runs("/setup")
    await bridge.nora.sees("I will leave alone")
    await bridge.nora.clicks("Do it")
    await bridge.nora.sees("Everything is in place", within=10)
    mei = await bridge.join("Mei")
    await mei.sees("Welcome")
    own = [role for role in bridge.guild.roles.values() if role["name"] == "Mentor" and role != admins]
    assert [role["permissions"] for role in own] == ["0"]


async def test_without_the_permissions_it_needs_the_bot_names_them_and_does_not_begin(stage, bridge):
    await bridge.nora.edits_role(
        "Circles", permissions=str(int(Permission.ALL & ~Permission.MANAGE_ROLES & ~Permission.ADMINISTRATOR))
    )
    await bridge.nora.runs("/setup")
    plan = await bridge.nora.sees("Manage Roles")
    assert "Do it" not in bridge.nora.reads(plan)
    await bridge.nora.edits_role("Circles", permissions=str(int(Permission.ALL & ~Permission.ADMINISTRATOR)))
    await bridge.nora.clicks("Look again")
    await bridge.nora.clicks("Do it")
    await bridge.nora.sees("Everything is in place", within=10)


async def test_the_server_speaks_the_language_of_the_steward_who_sets_it_up(stage, bridge):
    bridge.world.person("Nora", locale="es-ES")
    await bridge.nora.runs("/setup")
    await bridge.nora.clicks("Hazlo")
    await bridge.nora.sees("Todo está en su sitio", within=10)
    assert "Aprendiz" in roles(bridge.guild)
    assert "bienvenida" in channels(bridge.guild)


async def test_a_restart_does_not_repeat_the_first_message(stage, bridge):
    await bridge.nora.sees("Hello!")
    await stage.restart()
    await comes_to_rest(stage)
    assert len(messages_in(bridge.world, bridge.guild, "general")) == 1


async def test_a_bot_that_is_invited_again_offers_to_set_up_again(stage, bridge):
    await bridge.nora.sees("Hello!")
    await bridge.nora.kicks_bot(bridge.guild)
    await bridge.nora.invites_bot(bridge.guild)
    await becomes(bridge.world, lambda: len(messages_in(bridge.world, bridge.guild, "general")) == 2)


async def test_a_bot_that_is_invited_again_finds_what_it_made(stage, open_bridge):
    await open_bridge.nora.kicks_bot(open_bridge.guild)
    await open_bridge.nora.deletes_role("Mentee")
    await open_bridge.nora.invites_bot(open_bridge.guild)
    await becomes(
        open_bridge.world,
        lambda: any("Mentor" in each for each in notices(open_bridge.world, open_bridge.guild)),
    )
    assert channels(open_bridge.guild) == CHANNELS


LOST_ANSWERS = [
    ("POST", "/guilds/.*/roles", "502 after"),
    ("POST", "/guilds/.*/channels", "502 after"),
    ("POST", "/guilds/.*/roles", "drop after"),
    ("POST", "/guilds/.*/channels", "drop after"),
    ("PATCH", "/channels/.*", "drop before"),
    ("POST", "/channels/.*/messages", "drop after"),
]


@pytest.mark.parametrize(("method", "path", "outcome"), LOST_ANSWERS)
async def test_an_answer_that_was_lost_leaves_nothing_twice(stage, bridge, method, path, outcome):
    """502 is what discord.py repeats by itself, and so makes a twin."""
    await bridge.nora.runs("/setup")
    await bridge.nora.sees("Nothing has been changed yet")
    bridge.world.faults.next(method, path, outcome)
    await bridge.nora.clicks("Do it")
    await bridge.nora.sees("Everything is in place", within=10)
    assert roles(bridge.guild) == ROLES
    assert channels(bridge.guild) == CHANNELS
    assert len(messages_in(bridge.world, bridge.guild, "home")) == 1


async def test_a_lost_answer_does_make_a_twin_that_has_to_be_removed(stage, bridge):
    """The control: were there no twins, the promise above would hold of itself."""
    await bridge.nora.runs("/setup")
    await bridge.nora.sees("Nothing has been changed yet")
    bridge.world.faults.next("POST", "/guilds/.*/roles", "502 after")
    await bridge.nora.clicks("Do it")
    await bridge.nora.sees("Everything is in place", within=10)
    removed = [call for call in stage.sandbox.requests if call.method == "DELETE" and "/roles/" in call.path]
    assert [call.status for call in removed] == [204]
