"""Permissions and role hierarchy hold for the bot and for people alike."""

import datetime

import discord
import pytest

from sandbox import CannotDo, Permission
from tests.sandbox.refused import refused


@pytest.fixture
async def nora(world, guild, client):
    return world.person("Nora")


@pytest.fixture
async def mei(world, guild, client):
    return await world.join("Mei", guild)


async def role_of(bridge, name):
    return discord.utils.get(await bridge.fetch_roles(), name=name)


async def test_the_bot_gives_and_takes_roles_below_its_own(nora, mei, bridge):
    role = await bridge.create_role(name="Mentor")
    member = await bridge.fetch_member(int(mei.id))
    await member.add_roles(role)
    await member.add_roles(role)
    assert mei.roles == ["Mentor"]
    await member.remove_roles(role)
    await member.remove_roles(role)
    assert mei.roles == []


async def test_the_bot_cannot_give_a_role_above_its_own(nora, mei, bridge):
    await nora.creates_role("Steward")
    await nora.moves_role("Steward", 2)
    member, role = await bridge.fetch_member(int(mei.id)), await role_of(bridge, "Steward")
    with refused(403, 50013):
        await member.add_roles(role)
    with refused(403, 50013):
        await role.edit(name="Servant")
    with refused(403, 50013):
        await role.delete()
    assert mei.roles == []


async def test_whose_role_it_becomes_does_not_matter(nora, bridge):
    """Only the position of the role counts, so even the owner may be given one."""
    role = await bridge.create_role(name="Mentor")
    owner = await bridge.fetch_member(int(nora.id))
    await owner.add_roles(role)
    assert nora.roles == ["Mentor"]


async def test_managed_roles_are_nobodys_to_give(mei, bridge):
    member, own = await bridge.fetch_member(int(mei.id)), await role_of(bridge, "Circles")
    with refused(403, 50013):
        await member.add_roles(own)
    with refused(400, 50028):
        await own.delete()
    with refused(400, 50028):
        await bridge.default_role.delete()


async def test_without_manage_roles_the_bot_can_do_none_of_it(nora, mei, bridge):
    mentor = await bridge.create_role(name="Mentor")
    await nora.edits_role("Circles", permissions=str(int(Permission.VIEW_CHANNEL)))
    member = await bridge.fetch_member(int(mei.id))
    with refused(403, 50013):
        await bridge.create_role(name="Other")
    with refused(403, 50013):
        await member.add_roles(mentor)
    with refused(403, 50013):
        await bridge.create_text_channel("other")
    with refused(403, 50013):
        await member.kick()


async def test_nobody_hands_out_permissions_they_lack(nora, mei, bridge):
    with refused(403, 50013):
        await bridge.create_role(name="Boss", permissions=discord.Permissions(administrator=True))
    role = await bridge.create_role(name="Helper", permissions=discord.Permissions(manage_messages=True))
    with refused(403, 50013):
        await role.edit(permissions=discord.Permissions(administrator=True))
    overwrite = discord.PermissionOverwrite(manage_roles=True)
    with refused(403, 50013):
        await bridge.create_text_channel("trap", overwrites={role: overwrite})


async def test_people_are_held_to_the_same_rules(nora, mei, bridge):
    with pytest.raises(CannotDo, match="Missing Permissions"):
        await mei.creates_role("Queen")
    await nora.creates_role("Manager", permissions=str(int(Permission.MANAGE_ROLES)))
    await nora.gives_role(mei, "Manager")
    await mei.creates_role("Helper", permissions="0")
    await mei.gives_role(mei, "Helper")
    assert mei.roles == ["Helper", "Manager"]
    with pytest.raises(CannotDo, match="Missing Permissions"):
        await mei.renames_role("Manager", "Mine")
    with pytest.raises(CannotDo, match="Missing Permissions"):
        await mei.moves_role("Helper", 5)
    with pytest.raises(CannotDo, match="Missing Permissions"):
        await mei.deletes_channel("general")
    with pytest.raises(CannotDo, match="Missing Permissions"):
        await mei.kicks(nora)


async def test_nobody_kicks_who_stands_higher(world, guild, nora, mei, bridge):
    with refused(403, 50013):
        await bridge.kick(discord.Object(int(nora.id)))
    await bridge.kick(discord.Object(int(mei.id)), reason="as agreed")
    assert mei.id not in guild.members
    with pytest.raises(CannotDo, match="in no guild"):
        _ = mei.roles
    ruth = await world.join("Ruth", guild)
    await nora.kicks(ruth)
    assert ruth.id not in guild.members


async def test_a_channel_that_cannot_be_seen_is_out_of_reach(nora, mei, client, bridge):
    hidden = await nora.creates_channel("hidden")
    await nora.edits_overwrites("hidden", "Circles", deny=Permission.VIEW_CHANNEL)
    await nora.edits_overwrites("hidden", "@everyone", deny=Permission.VIEW_CHANNEL)
    with refused(403, 50001):
        await client.fetch_channel(int(hidden["id"]))
    with refused(403, 50001):
        await client.get_partial_messageable(int(hidden["id"])).send("hello?")
    assert "#hidden" not in mei.screen()
    with pytest.raises(CannotDo, match=r"sees no channel '#hidden'; there are .*#general"):
        await mei.says("#hidden", "hello?")
    await nora.edits_overwrites("hidden", mei, allow=Permission.VIEW_CHANNEL)
    await mei.says("#hidden", "hello!")
    await nora.sees("hello!")


async def test_who_may_not_write_is_kept_from_writing(nora, mei, lobby, bridge):
    await nora.edits_overwrites("general", "@everyone", deny=Permission.SEND_MESSAGES)
    with pytest.raises(CannotDo, match="Missing Permissions"):
        await mei.says("#general", "hello?")
    await nora.edits_overwrites("general", "Circles", deny=Permission.SEND_MESSAGES)
    with refused(403, 50013):
        await lobby.send("hello?")


async def test_an_administrator_passes_over_every_overwrite(nora, mei):
    await nora.creates_role("Admin", permissions=str(int(Permission.ADMINISTRATOR)))
    await nora.edits_overwrites("general", "@everyone", deny=Permission.VIEW_CHANNEL)
    assert "general" not in [channel["name"] for channel in mei.channels()]
    await nora.gives_role(mei, "Admin")
    await mei.says("#general", "I see")


async def test_the_owner_cannot_leave_and_the_others_can(nora, mei, guild):
    with pytest.raises(CannotDo, match="owns Bridge"):
        await nora.leaves()
    await mei.leaves()
    assert mei.id not in guild.members


async def test_who_comes_back_has_lost_their_roles_and_is_known(world, guild, client, nora, mei):
    await nora.creates_role("Mentor")
    await nora.gives_role(mei, "Mentor")
    await mei.leaves()
    await client.hears("member_remove")
    await world.join("Mei", guild)
    (member,) = await client.hears("member_join", 2)
    assert mei.roles == []
    assert member.flags.did_rejoin


async def test_who_is_timed_out_may_only_look_on(world, mei, bridge):
    member = await bridge.fetch_member(int(mei.id))
    await member.timeout(datetime.timedelta(minutes=5))
    with pytest.raises(CannotDo, match="Missing Permissions"):
        await mei.says("#general", "let me speak")
    world.clock.advance(301)
    await mei.says("#general", "thank you")


async def test_what_cannot_be_done_to_a_member_here_is_refused_by_name(mei, bridge):
    member = await bridge.fetch_member(int(mei.id))
    with pytest.raises(discord.DiscordServerError, match="does not know how to change a member's flags"):
        await member.edit(bypass_verification=True)
