"""Webhooks of a channel: made, written with under any name, changed and deleted."""

import discord
import pytest

from sandbox import Permission
from tests.sandbox.clients import button
from tests.sandbox.refused import refused


@pytest.fixture
async def webhook(lobby):
    return await lobby.create_webhook(name="Voices", reason="to speak for others")


async def test_a_webhook_writes_under_any_name_and_takes_it_back(client, lobby, webhook, mei):
    sent = await webhook.send("I grew up by the sea", username="Ruth (mentee)", wait=True)
    (heard,) = await client.hears("message")
    assert (heard.id, heard.webhook_id, heard.author.name) == (sent.id, webhook.id, "Ruth (mentee)")
    assert "Ruth (mentee): I grew up by the sea" in mei.screen()
    await sent.edit(content="I grew up by a lake")
    await mei.sees("by a lake")
    assert (await webhook.fetch_message(sent.id)).content == "I grew up by a lake"
    await webhook.delete_message(sent.id)
    await mei.sees_not("by a lake")
    with refused(404, 10008):
        await webhook.fetch_message(sent.id)
    assert await webhook.send("said into the blue") is None
    await mei.sees("into the blue")


async def test_it_writes_in_threads_and_not_in_forums(bridge, lobby, webhook, mei):
    thread = await lobby.create_thread(name="Home", type=discord.ChannelType.public_thread)
    await webhook.send("in here", thread=thread)
    await mei.sees("in here")
    forum = await bridge.create_forum("questions")
    post = (await forum.create_thread(name="First", content="Begin")).thread
    own = await forum.create_webhook(name="Elsewhere")
    await own.send("a reply", thread=post)
    with refused(400, 220001):
        await own.send("without a post")
    with refused(404, 10003):
        await own.send("not below it", thread=thread)


async def test_a_button_on_its_message_reaches_the_bot(client, webhook, mei):
    async def answer(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("Noted", ephemeral=True)

    client.answers(answer)
    await webhook.send("Understood?", view=button("Yes"))
    await mei.clicks("Yes")
    await mei.sees("Noted")


async def test_it_is_listed_renamed_moved_and_deleted(client, bridge, lobby, webhook, guild):
    other = await bridge.create_text_channel("other")
    moved = await webhook.edit(name="Echoes", channel=other, reason="elsewhere")
    assert (moved.name, moved.channel_id) == ("Echoes", other.id)
    assert [one.id for one in await bridge.webhooks()] == [webhook.id]
    assert [one.id for one in await other.webhooks()] == [webhook.id]
    assert await lobby.webhooks() == []
    assert (await client.fetch_webhook(webhook.id)).token == webhook.token
    assert (await webhook.fetch(prefer_auth=False)).name == "Echoes"
    await moved.delete(reason="enough")
    with refused(404, 10015):
        await client.fetch_webhook(webhook.id)
    entries = [entry async for entry in bridge.audit_logs(limit=5) if "webhook" in entry.action.name]
    assert [entry.reason for entry in entries] == ["enough", "elsewhere", "to speak for others"]


async def test_webhooks_have_their_bounds(client, bridge, lobby, webhook, guild):
    for name in ("", "x" * 81, "Discord says"):
        with refused(400, 50035):
            await lobby.create_webhook(name=name)
    with refused(400, 50035):
        await webhook.send("hello", username="Clyde")
    stranger = discord.Webhook.partial(webhook.id, "not-the-token", session=client.http._HTTPClient__session)
    with refused(401, 50027):
        await stranger.send("hello")
    for number in range(14):
        await lobby.create_webhook(name=f"W{number}")
    with refused(400, 30007):
        await lobby.create_webhook(name="One too many")
    role = guild.role("Circles")
    role["permissions"] = str(int(role["permissions"]) & ~Permission.MANAGE_WEBHOOKS)
    with refused(403, 50013):
        await lobby.webhooks()


async def test_a_deleted_channel_takes_its_webhooks_along(client, bridge):
    room = await bridge.create_text_channel("room")
    await room.create_webhook(name="Voices")
    await room.delete()
    assert await bridge.webhooks() == []
