"""Reactions: counted, taken back, cleared, and what is none."""

import discord
import pytest

from sandbox import CannotDo, Permission
from tests.sandbox.refused import refused


async def kinds(message: discord.Message) -> list[tuple[str, int, bool]]:
    fetched = await message.channel.fetch_message(message.id)
    return [(str(one.emoji), one.count, one.me) for one in fetched.reactions]


async def test_reactions_are_cleared_by_kind_and_altogether(world, guild, client, lobby):
    mei = await world.join("Mei", guild)
    message = await lobby.send("Like it?")
    for emoji in ("👍", "🎉"):
        await message.add_reaction(emoji)
        await mei.reacts("Like it?", emoji)
    await message.clear_reaction("👍")
    assert await kinds(message) == [("🎉", 2, True)]
    await client.hears("raw_reaction_clear_emoji")
    await message.clear_reactions()
    assert await kinds(message) == []
    await client.hears("raw_reaction_clear")


async def test_people_take_their_reaction_back(world, guild, client, lobby):
    mei = await world.join("Mei", guild)
    message = await lobby.send("Like it?")
    await mei.reacts("Like it?", "👍")
    await mei.takes_back("Like it?", "👍")
    (event,) = await client.hears("raw_reaction_remove")
    assert (event.user_id, str(event.emoji)) == (int(mei.id), "👍")
    assert await kinds(message) == []


async def test_twenty_kinds_and_no_more(world, guild, lobby):
    mei = await world.join("Mei", guild)
    message = await lobby.send("Like it?")
    for code in range(0x1F600, 0x1F600 + 20):
        await message.add_reaction(chr(code))
    with refused(400, 30010):
        await message.add_reaction("👍")
    await mei.reacts("Like it?", chr(0x1F600))


@pytest.mark.parametrize("emoji", ["thumbs", "<:party:5>"])
async def test_what_is_no_emoji_here_is_unknown(lobby, emoji):
    message = await lobby.send("Like it?")
    with refused(404, 10014):
        await message.add_reaction(emoji)


async def test_the_first_of_a_kind_needs_its_own_permission_and_all_need_the_history(world, guild, lobby):
    mei = await world.join("Mei", guild)
    message = await lobby.send("Like it?")
    await lobby.set_permissions(await lobby.guild.fetch_member(int(mei.id)), add_reactions=False)
    with pytest.raises(CannotDo, match="Missing Permissions"):
        await mei.reacts("Like it?", "👍")
    await message.add_reaction("👍")
    await mei.reacts("Like it?", "👍")
    await lobby.set_permissions(lobby.guild.default_role, read_message_history=False)
    with refused(403, 50013):
        await message.add_reaction("👍")


async def test_nobody_clears_what_is_not_theirs_without_the_permission(world, guild, client, lobby):
    message = await lobby.send("Like it?")
    await message.add_reaction("👍")
    most = Permission.ALL & ~Permission.MANAGE_MESSAGES & ~Permission.ADMINISTRATOR
    await world.person("Nora").edits_role("Circles", permissions=str(int(most)))
    for refusal in (message.clear_reactions(), message.clear_reaction("👍")):
        with refused(403, 50013):
            await refusal


async def test_nobody_gives_super_reactions(client, lobby):
    message = await lobby.send("Like it?")
    await message.add_reaction("👍")
    (reaction,) = (await lobby.fetch_message(message.id)).reactions
    assert (reaction.normal_count, reaction.burst_count) == (1, 0)
    assert [user async for user in reaction.users(type=discord.ReactionType.burst)] == []
