"""Roles, channels and members over REST: made, changed, ordered, counted, removed."""

import discord
import pytest

from sandbox import Permission
from tests.sandbox.refused import refused


async def names(fetched) -> list[str]:
    """From the bottom up, as discord.py ranks them."""
    return [role.name for role in sorted(await fetched)]


async def test_a_new_role_stands_lowest(client, bridge):
    await bridge.create_role(name="First", colour=discord.Colour(0x00FF00), hoist=True, reason="because")
    second = await bridge.create_role(name="Second")
    assert await names(bridge.fetch_roles()) == ["@everyone", "Second", "First", "Circles"]
    await client.hears("guild_role_create", 2)
    assert [role.name for role in bridge.roles] == ["@everyone", "Second", "First", "Circles"]
    assert [role.position for role in bridge.roles] == [0, 1, 1, 1]
    await second.delete()
    await client.hears("guild_role_delete")
    assert await names(bridge.fetch_roles()) == ["@everyone", "First", "Circles"]


async def test_a_role_is_edited_and_fetched(bridge):
    role = await bridge.create_role(name="Mentor", permissions=discord.Permissions.none())
    await role.edit(
        name="Guide", colour=0x123456, mentionable=True, permissions=discord.Permissions(connect=True)
    )
    fetched = await bridge.fetch_role(role.id)
    assert (fetched.name, fetched.colour.value, fetched.mentionable) == ("Guide", 0x123456, True)
    assert fetched.permissions.connect
    with refused(404, 10011):
        await bridge.fetch_role(5)


async def test_roles_are_put_in_order_below_the_bots_own(bridge, world, guild):
    low = await bridge.create_role(name="Low")
    high = await bridge.create_role(name="High")
    assert await names(bridge.fetch_roles()) == ["@everyone", "High", "Low", "Circles"]
    await bridge.edit_role_positions({low: 1, high: 2})
    assert await names(bridge.fetch_roles()) == ["@everyone", "Low", "High", "Circles"]
    with refused(403, 50013):
        await bridge.edit_role_positions({low: 4})


async def test_no_more_than_250_roles(bridge, guild):
    everyone = guild.everyone
    guild.roles |= {str(n): everyone | {"id": str(n), "position": n} for n in range(1, 249)}
    with refused(400, 30005):
        await bridge.create_role(name="One too many")


async def test_a_deleted_role_is_taken_from_members_and_channels(world, guild, client, bridge, lobby):
    mei = await world.join("Mei", guild)
    role = await bridge.create_role(name="Mentor")
    await (await bridge.fetch_member(int(mei.id))).add_roles(role)
    await lobby.set_permissions(role, send_messages=True)
    await role.delete()
    assert mei.roles == []
    fetched = await client.fetch_channel(lobby.id)
    assert fetched.overwrites == {}


async def test_role_members_are_counted(world, guild, bridge):
    mei, role = await world.join("Mei", guild), await bridge.create_role(name="Mentor")
    await (await bridge.fetch_member(int(mei.id))).add_roles(role)
    counts = await bridge.role_member_counts()
    assert counts[role] == 1


async def test_channels_are_made_with_their_overwrites_and_found_in_order(client, bridge):
    category = await bridge.create_category("Circles")
    secret = {bridge.default_role: discord.PermissionOverwrite(view_channel=False)}
    home = await bridge.create_text_channel(
        "Our Home!", category=category, overwrites=secret, topic="Welcome"
    )
    voice = await bridge.create_voice_channel("Round Table", category=category, user_limit=9)
    assert (home.name, voice.name) == ("our-home", "Round Table")
    fetched = await bridge.fetch_channels()
    assert {home, voice, category} <= set(fetched)
    assert home.overwrites == secret
    assert (home.topic, voice.user_limit, home.category) == ("Welcome", 9, category)
    await client.hears("guild_channel_create", 3)


async def test_a_channel_is_edited_moved_and_deleted(client, bridge, lobby):
    category = await bridge.create_category("Circles")
    edited = await lobby.edit(name="hall", topic="New", category=category, slowmode_delay=5, reason="tidy")
    assert (edited.name, edited.topic, edited.category_id, edited.slowmode_delay) == (
        "hall",
        "New",
        category.id,
        5,
    )
    await lobby.move(beginning=True, category=None)
    assert (await client.fetch_channel(lobby.id)).category_id is None
    await lobby.delete()
    await client.hears("guild_channel_delete")
    with refused(404, 10003):
        await client.fetch_channel(lobby.id)
    with refused(404, 10003):
        await lobby.send("hello?")


async def test_the_channels_of_a_deleted_category_stay(client, bridge):
    category = await bridge.create_category("Circles")
    home = await bridge.create_text_channel("home", category=category)
    await category.delete()
    assert (await client.fetch_channel(home.id)).category_id is None


async def test_overwrites_are_set_and_removed(bridge, lobby, client, world, guild):
    mei = await world.join("Mei", guild)
    member = await bridge.fetch_member(int(mei.id))
    await lobby.set_permissions(member, send_messages=False, reason="quiet please")
    assert not mei.actor.may(Permission.SEND_MESSAGES, guild.channel("general"))
    await lobby.set_permissions(member, overwrite=None)
    assert mei.actor.may(Permission.SEND_MESSAGES, guild.channel("general"))
    with refused(404, 10009):
        await client.http.delete_channel_permissions(lobby.id, member.id)
    assert [entry["reason"] for entry in world.audit.entries(guild) if entry.get("reason")] == [
        "quiet please"
    ]


async def test_no_more_than_500_channels_and_50_in_a_category(bridge, guild):
    category = await bridge.create_category("Full")
    lobby = guild.channel("general")
    guild.channels |= {str(n): lobby | {"id": str(n), "parent_id": str(category.id)} for n in range(1, 51)}
    for make in (bridge.create_text_channel, bridge.create_voice_channel, bridge.create_forum):
        with refused(400, 50035):
            await make("one-more", category=category)
    with refused(400, 50035):
        await bridge.voice_channels[0].edit(category=category)
    guild.channels |= {str(n): lobby | {"id": str(n), "parent_id": None} for n in range(51, 500)}
    for make in (bridge.create_text_channel, bridge.create_voice_channel, bridge.create_forum):
        with refused(400, 30013):
            await make("one-too-many")
    with refused(400, 30013):
        await bridge.create_category("one-too-many")


async def test_members_are_listed_a_page_at_a_time_and_found_by_either_name(world, guild, client, bridge):
    mei, _ = await world.join("Mei", guild), await world.join("Ruth", guild)
    await (await bridge.fetch_member(int(mei.id))).edit(nick="Plum")
    everyone = sorted(guild.members, key=int)
    first = await client.http.get_members(bridge.id, 2, None)
    rest = await client.http.get_members(bridge.id, 1000, int(everyone[1]))
    assert [member["user"]["id"] for member in (*first, *rest)] == everyone

    async def found(beginning: str) -> list[str]:
        route = discord.http.Route("GET", "/guilds/{guild_id}/members/search", guild_id=bridge.id)
        listed = await client.http.request(route, params={"query": beginning, "limit": 10})
        return [member["user"]["username"] for member in listed]

    assert (await found("plu"), await found("ru"), await found("x")) == (["mei"], ["ruth"], [])


async def test_kinds_of_channel_nobody_knows_are_refused_by_name(client, bridge):
    with refused(501, 0):
        await bridge.create_forum("pictures", media=True)


async def test_members_are_fetched_listed_searched_and_renamed(world, guild, client, bridge):
    mei = await world.join("Mei", guild)
    member = await bridge.fetch_member(int(mei.id))
    await member.edit(nick="Mei-Mei")
    assert [one.nick async for one in bridge.fetch_members()].count("Mei-Mei") == 1
    with refused(404, 10007):
        await bridge.fetch_member(5)
    world.approved_intents = 0
    with refused(403, 50001):
        await client.http.get_members(bridge.id, 10, None)


async def test_a_members_roles_are_replaced_as_a_whole(world, guild, bridge):
    mei = await world.join("Mei", guild)
    one, two = await bridge.create_role(name="One"), await bridge.create_role(name="Two")
    member = await bridge.fetch_member(int(mei.id))
    await member.edit(roles=[one, two])
    assert mei.roles == ["One", "Two"]
    await member.edit(roles=[two])
    assert mei.roles == ["Two"]


async def test_people_come_and_go_in_voice_channels(world, guild, client, bridge):
    mei = await world.join("Mei", guild)
    await mei.joins_voice("General")
    (member, _, after) = await client.hears("voice_state_update")
    assert (member.name, after.channel.name) == ("mei", "General")
    room = await bridge.create_voice_channel("Side room")
    await member.move_to(room)
    await client.hears("voice_state_update", 2)
    assert guild.voice_states[mei.id]["channel_id"] == str(room.id)
    await room.delete()
    await client.hears("voice_state_update", 3)
    assert guild.voice_states == {}


async def test_the_guild_is_fetched_with_its_numbers_and_its_history(world, guild, client, bridge):
    await world.join("Mei", guild)
    fetched = await client.fetch_guild(bridge.id, with_counts=True)
    assert (fetched.name, fetched.approximate_member_count) == ("Bridge", 3)
    assert (await client.fetch_guild_preview(bridge.id)).approximate_member_count == 3
    assert [one.name async for one in client.fetch_guilds()] == ["Bridge"]
    await bridge.create_role(name="Mentor", reason="for those who explain")
    (entry,) = [one async for one in bridge.audit_logs(action=discord.AuditLogAction.role_create)]
    assert (entry.user, entry.reason) == (client.user, "for those who explain")


async def test_guilds_and_users_that_are_not_there_are_unknown(world, client):
    elsewhere = world.create_guild("Elsewhere", owner="Olu", bot=False)
    with refused(404, 10004):
        await client.fetch_guild(5)
    with refused(403, 50001):
        await client.fetch_guild(int(elsewhere.id))
    with refused(404, 10013):
        await client.fetch_user(5)


@pytest.mark.parametrize("leaves", [True, False])
async def test_a_bot_that_is_out_has_no_access(world, guild, client, bridge, lobby, leaves):
    if leaves:
        await bridge.leave()
    else:
        await world.person("Nora").kicks_bot(guild)
    await client.hears("guild_remove")
    with refused(403, 50001):
        await lobby.send("hello?")
    assert "Circles" not in [role["name"] for role in guild.roles.values()]
