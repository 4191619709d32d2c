"""Messages: sent once, called to the right people, found again, changed and taken away."""

import io

import aiohttp
import discord
import pytest

from sandbox import CannotDo, Permission, Sandbox, World
from tests.sandbox.clients import Bare, logged_in
from tests.sandbox.refused import refused


async def test_a_message_with_a_known_nonce_is_not_sent_again(client, lobby, world):
    first = await post(client, lobby, "Reminder", nonce="42")
    again = await post(client, lobby, "Reminder", nonce="42")
    other = await post(client, lobby, "Reminder", nonce="43")
    assert first["id"] == again["id"] != other["id"]
    world.clock.advance(181)
    assert (await post(client, lobby, "Reminder", nonce="42"))["id"] != first["id"]


async def test_the_nonce_window_is_a_setting(guild):
    async with Sandbox(World(nonce_window=0)) as sandbox:
        sandbox.world.create_guild("Bridge", owner="Nora")
        async with logged_in(sandbox) as client:
            lobby = client.guilds[0].text_channels[0]
            first = await post(client, lobby, "Reminder", nonce="42")
            assert (await post(client, lobby, "Reminder", nonce="42"))["id"] != first["id"]


@pytest.mark.parametrize(
    ("window", "seconds", "same"), [(60.0, 59, True), (60.0, 61, False), (1e9, 1e8, True)]
)
async def test_a_nonce_is_known_for_as_long_as_the_window(window, seconds, same):
    async with Sandbox(World(nonce_window=window)) as sandbox:
        sandbox.world.create_guild("Bridge", owner="Nora")
        async with logged_in(sandbox) as client:
            lobby = client.guilds[0].text_channels[0]
            first = await post(client, lobby, "Reminder", nonce="42")
            sandbox.world.clock.advance(seconds)
            again = await post(client, lobby, "Reminder", nonce="42")
            assert (again["id"] == first["id"]) == same


async def test_a_nonce_holds_for_its_author_everywhere_and_only_if_it_is_enforced(
    world, client, bridge, lobby
):
    """Discord: "if another message was created by the same author with the same nonce"."""
    await world.person("Nora").creates_channel("other")
    (other,) = await client.hears("guild_channel_create")
    first = await post(client, lobby, "Reminder", nonce="42", enforce_nonce=False)
    assert (await post(client, other, "Reminder", nonce="42"))["id"] == first["id"]
    assert (await post(client, lobby, "Reminder", nonce="42", enforce_nonce=False))["id"] != first["id"]


async def test_a_nonce_of_a_message_that_is_gone_is_free_again(client, lobby):
    first = await post(client, lobby, "Reminder", nonce="42")
    await (await lobby.fetch_message(int(first["id"]))).delete()
    assert (await post(client, lobby, "Reminder", nonce="42"))["id"] != first["id"]


async def post(client: Bare, channel: discord.TextChannel, content: str, **fields: object):
    route = discord.http.Route("POST", "/channels/{channel_id}/messages", channel_id=channel.id)
    return await client.http.request(route, json={"content": content, "enforce_nonce": True} | fields)


async def test_everyone_is_called_only_by_those_who_may(world, guild, client, lobby):
    nora = world.person("Nora")
    assert (await lobby.send("@everyone come")).mention_everyone
    quiet = Permission.ALL & ~Permission.MENTION_EVERYONE & ~Permission.ADMINISTRATOR
    await nora.edits_role("Circles", permissions=str(int(quiet)))
    await nora.edits_role(
        "@everyone", permissions=str(int(Permission.VIEW_CHANNEL | Permission.SEND_MESSAGES))
    )
    assert not (await lobby.send("@everyone come")).mention_everyone
    mei = await world.join("Mei", guild)
    assert not (await mei.says("#general", "@everyone come"))["mention_everyone"]


@pytest.mark.parametrize(
    ("allowed", "called"),
    [
        (None, {"Mei", "Ruth", "Mentor"}),
        (discord.AllowedMentions.none(), set()),
        (discord.AllowedMentions(users=True, roles=False, everyone=False), {"Mei", "Ruth"}),
        (discord.AllowedMentions(users=False, roles=True, everyone=False), {"Mentor"}),
    ],
)
async def test_a_message_calls_those_it_names_and_is_allowed_to(world, guild, lobby, bridge, allowed, called):
    mei, ruth = await world.join("Mei", guild), await world.join("Ruth", guild)
    role = await bridge.create_role(name="Mentor", mentionable=True)
    text = f"<@{mei.id}> <@!{ruth.id}> <@&{role.id}> <@5>"
    message = await lobby.send(text, allowed_mentions=allowed)
    assert {one.display_name for one in message.mentions} | {
        one.name for one in message.role_mentions
    } == called


async def test_a_single_person_may_be_called_out_of_several(world, guild, lobby):
    mei, ruth = await world.join("Mei", guild), await world.join("Ruth", guild)
    only = discord.AllowedMentions(users=[discord.Object(int(ruth.id))], roles=False, everyone=False)
    message = await lobby.send(f"<@{mei.id}> <@{ruth.id}>", allowed_mentions=only)
    assert [user.display_name for user in message.mentions] == ["Ruth"]


async def test_the_text_of_a_layout_calls_people_too(world, guild, lobby):
    mei = await world.join("Mei", guild)
    view = discord.ui.LayoutView().add_item(discord.ui.TextDisplay(f"Hello <@{mei.id}>"))
    assert [user.display_name for user in (await lobby.send(view=view)).mentions] == ["Mei"]


async def test_history_is_read_from_any_end(lobby):
    sent = [await lobby.send(str(number)) for number in range(5)]

    async def read(**where):
        return [int(message.content) async for message in lobby.history(**where)]

    assert await read() == [4, 3, 2, 1, 0]
    assert await read(limit=2) == [4, 3]
    assert await read(before=sent[2]) == [1, 0]
    assert await read(after=sent[2]) == [3, 4]
    assert await read(around=sent[2], limit=3) == [3, 2, 1]
    assert await read(oldest_first=True) == [0, 1, 2, 3, 4]
    assert (await lobby.fetch_message(sent[0].id)).content == "0"


async def test_ephemerals_are_not_part_of_the_history(world, guild, client, lobby):
    @client.tree.command(description="Whispers")
    async def whisper(interaction):
        await interaction.response.send_message("psst", ephemeral=True)

    await client.tree.sync()
    mei = await world.join("Mei", guild)
    await mei.runs("/whisper")
    whispered = await mei.sees("psst")
    assert [message async for message in lobby.history()] == []
    with refused(404, 10008):
        await lobby.fetch_message(int(whispered["id"]))


async def test_only_the_author_edits_and_only_moderators_delete_what_is_not_theirs(
    world, guild, client, lobby
):
    mei, ruth = await world.join("Mei", guild), await world.join("Ruth", guild)
    sent = await mei.says("#general", "from Mei")
    theirs = await lobby.fetch_message(int(sent["id"]))
    with refused(403, 50005):
        await theirs.edit(content="not yours")
    with pytest.raises(CannotDo, match="Missing Permissions"):
        await ruth.deletes_message("from Mei")
    await mei.edits_message("from Mei", "still from Mei")
    await ruth.sees("still from Mei")
    assert "Mei: still from Mei (edited)" in ruth.screen()
    await theirs.delete()
    await ruth.sees_not("from Mei")
    with refused(404, 10008):
        await theirs.delete()


async def test_many_messages_go_at_once_unless_they_are_old(client, lobby, world):
    sent = [await lobby.send(str(number)) for number in range(3)]
    await lobby.delete_messages(sent[:2])
    await client.hears("raw_bulk_message_delete")
    assert [message.content async for message in lobby.history()] == ["2"]
    world.clock.advance(15 * 24 * 3600)
    fresh = await lobby.send("fresh")
    with refused(400, 50034):
        await client.http.delete_messages(lobby.id, [sent[2].id, fresh.id])


async def test_pins_are_kept_newest_first(client, lobby):
    first, second = await lobby.send("first"), await lobby.send("second")
    await first.pin(reason="good")
    await second.pin()
    await second.pin()
    assert [message.content async for message in lobby.pins()] == ["second", "first"]
    await first.unpin()
    assert [message.content async for message in lobby.pins()] == ["second"]
    await client.hears("guild_channel_pins_update")


async def test_a_direct_message_reaches_one_person_alone(world, guild, client):
    mei, ruth = await world.join("Mei", guild), await world.join("Ruth", guild)
    user = await client.fetch_user(int(mei.id))
    await user.send("between us")
    assert "between us" in mei.screen()
    assert "between us" not in ruth.screen()


async def test_who_takes_no_direct_messages_or_has_left_gets_none(world, guild, client):
    mei, ruth = await world.join("Mei", guild), await world.join("Ruth", guild)
    mei.accepts_direct_messages = False
    await ruth.leaves()
    for person, code in ((mei, 50007), (ruth, 50278)):
        with refused(403, code):
            await (await client.fetch_user(int(person.id))).send("hello?")


async def test_files_are_served_to_those_who_ask(sandbox, world, guild, lobby):
    mei = await world.join("Mei", guild)
    table = discord.File(io.BytesIO(b"a,b\n1,2\n"), "table.csv", description="numbers")
    message = await lobby.send("Here", file=table)
    (attachment,) = message.attachments
    assert (attachment.filename, attachment.size, attachment.description) == ("table.csv", 8, "numbers")
    await mei.sees("[file table.csv]")
    assert await attachment.read() == b"a,b\n1,2\n"
    async with (
        aiohttp.ClientSession() as session,
        session.get(sandbox.cdn_url + "/attachments/1/none") as got,
    ):
        assert got.status == 404


async def test_an_edit_can_keep_and_drop_files(lobby):
    files = [discord.File(io.BytesIO(b"x"), name) for name in ("one.txt", "two.txt")]
    message = await lobby.send("Two files", files=files)
    edited = await message.edit(attachments=message.attachments[:1])
    assert [one.filename for one in edited.attachments] == ["one.txt"]
    more = await edited.add_files(discord.File(io.BytesIO(b"y"), "three.txt"))
    assert [one.filename for one in more.attachments] == ["one.txt", "three.txt"]


async def test_a_layout_cannot_be_mixed_with_content(lobby):
    message = await lobby.send("plain")
    view = discord.ui.LayoutView().add_item(discord.ui.TextDisplay("laid out"))
    edited = await message.edit(content=None, view=view)
    assert edited.flags.components_v2
    with refused(400, 50035):
        await edited.edit(content="plain again")


async def test_an_empty_message_is_refused(lobby, client):
    with refused(400, 50006):
        await lobby.send("")
    message = await lobby.send("full")
    with refused(400, 50006):
        await message.edit(content="")


async def test_replies_quote_what_they_answer(lobby):
    first = await lobby.send("question")
    reply = await first.reply("answer")
    assert reply.reference.resolved.content == "question"
    await first.delete()
    assert isinstance((await reply.fetch()).reference.resolved, discord.DeletedReferencedMessage)
    with refused(400, 50035):
        await first.reply("too late")


async def test_reactions_are_counted_and_heard_of(world, guild, client, lobby):
    message = await lobby.send("Like it?")
    mei = await world.join("Mei", guild)
    await message.add_reaction("👍")
    await mei.reacts("Like it?", "👍")
    await client.hears("raw_reaction_add", 2)
    fetched = await lobby.fetch_message(message.id)
    assert [(reaction.emoji, reaction.count, reaction.me) for reaction in fetched.reactions] == [
        ("👍", 2, True)
    ]
    assert {user.id async for user in fetched.reactions[0].users()} == {client.user.id, int(mei.id)}
    await message.remove_reaction("👍", discord.Object(int(mei.id)))
    await message.remove_reaction("👍", client.user)
    assert (await lobby.fetch_message(message.id)).reactions == []


async def test_typing_is_accepted(lobby, sandbox):
    async with lobby.typing():
        pass
    assert (sandbox.requests[-1].template, sandbox.requests[-1].status) == (
        "/channels/{channel_id}/typing",
        204,
    )


async def test_a_pin_is_announced_in_the_channel(world, guild, lobby):
    mei = await world.join("Mei", guild)
    await (await lobby.send("House rules")).pin()
    await mei.sees("pinned a message to this channel")
    (newest,) = [message async for message in lobby.history(limit=1)]
    assert newest.type is discord.MessageType.pins_add


async def test_what_a_message_cannot_hold_here_is_refused_by_name(client, lobby):
    with pytest.raises(discord.DiscordServerError, match="does not know stickers"):
        await lobby.send(stickers=[discord.Object(5)])
    first = await lobby.send("first")
    with pytest.raises(discord.DiscordServerError, match="does not know forwarded messages"):
        await first.forward(lobby)


async def test_a_layout_shows_the_files_that_came_with_it(lobby):
    view = discord.ui.LayoutView()
    view.add_item(discord.ui.File["discord.ui.LayoutView"]("attachment://table.csv"))
    view.add_item(
        discord.ui.MediaGallery(discord.MediaGalleryItem("attachment://chart.png", description="A chart"))
    )
    files = [discord.File(io.BytesIO(b"a"), "table.csv"), discord.File(io.BytesIO(b"png"), "chart.png")]
    message = await lobby.send(view=view, files=files)
    table, gallery = message.components
    assert table.name == "table.csv"
    assert gallery.items[0].media.url == message.attachments[1].url
