"""Direct messages: either way, refused when they are not wanted, and not too many at once."""

import discord

from tests.sandbox.refused import refused


async def test_people_and_the_bot_write_to_each_other(world, guild, client):
    mei = await world.join("Mei", guild)
    await mei.says_privately("hello, bot")
    (heard,) = await client.hears("message")
    assert (heard.content, heard.guild, heard.author.id) == ("hello, bot", None, int(mei.id))
    sent = await heard.channel.send("hello, Mei")
    assert "hello, Mei" in mei.screen()
    await sent.edit(content="hello again, Mei")
    await heard.add_reaction("👋")
    await sent.pin()
    assert [one.content async for one in heard.channel.pins()] == ["hello again, Mei"]
    with refused(403, 50003):
        await heard.delete()


async def test_closed_to_direct_messages_is_closed_to_the_bot_alone(world, guild, client):
    mei = await world.join("Mei", guild)
    mei.accepts_direct_messages = False
    await mei.says_privately("help")
    (heard,) = await client.hears("message")
    with refused(403, 50007):
        await heard.channel.send("how?")


async def test_a_bot_that_opens_too_many_channels_is_told_to_slow_down(world, guild, client):
    people = [await world.join(name, guild) for name in ("Mei", "Ruth", "Ida")]
    users = [await client.fetch_user(int(person.id)) for person in people]
    world.new_direct.most = 2
    for user in users[:2]:
        await user.send("hello")
    with refused(400, 40003):
        await users[2].send("hello")
    await users[0].send("a channel that is open already stays so")
    world.clock.advance(60)
    await users[2].send("hello")


async def test_there_is_no_channel_with_nobody_or_with_itself(client):
    with refused(404, 10013):
        await client.http.start_private_message(5)
    with refused(400, 50033):
        await client.http.start_private_message(client.user.id)


async def test_the_old_routes_of_pins_still_answer(client, lobby):
    first, second = await lobby.send("first"), await lobby.send("second")
    old = "/channels/{channel_id}/pins"
    for message in (first, second):
        route = discord.http.Route("PUT", old + "/{message_id}", channel_id=lobby.id, message_id=message.id)
        await client.http.request(route)
    listed = await client.http.request(discord.http.Route("GET", old, channel_id=lobby.id))
    assert [message["content"] for message in listed] == ["second", "first"]
    route = discord.http.Route("DELETE", old + "/{message_id}", channel_id=lobby.id, message_id=first.id)
    await client.http.request(route)
    assert [message.content async for message in lobby.pins()] == ["second"]
