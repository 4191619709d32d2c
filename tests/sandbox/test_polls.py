"""Polls: posted by bots and people, voted in by people, ended by hand and by time."""

from datetime import timedelta

import discord
import pytest
from discord import ui

from sandbox import CannotDo, Permission
from tests.sandbox.clients import logged_in
from tests.sandbox.refused import refused

WHEN = "When shall we meet?"


def when(hours: int = 24, multiple: bool = False) -> discord.Poll:
    poll = discord.Poll(WHEN, timedelta(hours=hours), multiple=multiple)
    return poll.add_answer(text="Monday", emoji="🌱").add_answer(text="Friday")


async def test_people_vote_and_change_their_minds(client, lobby, mei, nora):
    message = await lobby.send(poll=when())
    await mei.votes(WHEN, "Monday")
    await nora.votes(WHEN, "Monday")
    await mei.votes(WHEN, "Friday")
    member, answer = await client.hears("poll_vote_remove")
    assert (member.name, answer.text) == ("mei", "Monday")
    await client.hears("poll_vote_add", 3)
    fetched = (await lobby.fetch_message(message.id)).poll
    assert [(one.text, one.vote_count) for one in fetched.answers] == [("Monday", 1), ("Friday", 1)]
    assert [voter.name async for voter in fetched.answers[1].voters()] == ["mei"]
    assert "( ) Monday: 1" in mei.screen()
    await mei.votes(WHEN)
    await nora.votes(WHEN)
    assert (await lobby.fetch_message(message.id)).poll.total_votes == 0


async def test_only_some_polls_take_several_answers(client, lobby, mei):
    await lobby.send(poll=when())
    with pytest.raises(CannotDo, match="Invalid Form Body"):
        await mei.votes(WHEN, "Monday", "Friday")
    await lobby.send(poll=when(multiple=True))
    await mei.votes(WHEN, "Monday", "Friday")
    await client.hears("raw_poll_vote_add", 2)
    with pytest.raises(CannotDo, match="cannot vote for 'Sunday'"):
        await mei.votes(WHEN, "Sunday")


async def test_a_poll_ends_by_hand(client, lobby, mei):
    message = await lobby.send(poll=when())
    await mei.votes(WHEN, "Friday")
    ended = await message.end_poll()
    assert ended.poll.is_finalised()
    result = (await client.hears("message", 2))[0]
    assert (result.type, result.reference.message_id) == (discord.MessageType.poll_result, message.id)
    await mei.sees(f"The poll “{WHEN}” has ended: Friday")
    with pytest.raises(CannotDo, match="Poll expired"):
        await mei.votes(WHEN, "Monday")
    with refused(400, 520001):
        await message.end_poll()


async def test_a_poll_ends_in_its_time_and_may_have_no_victor(client, lobby, mei, world):
    message = await lobby.send(poll=when(hours=2))
    world.clock.advance(2 * 3600 - 1)
    assert not (await lobby.fetch_message(message.id)).poll.is_finalised()
    world.clock.advance(2)
    assert (await lobby.fetch_message(message.id)).poll.is_finalised()
    await mei.sees(f"The poll “{WHEN}” has ended: nobody won")
    gone = await lobby.send(poll=when(hours=1))
    await gone.delete()
    world.clock.advance(3600)


async def test_an_answer_to_an_interaction_may_be_a_poll(client, mei, lobby):
    async def ask(interaction: discord.Interaction) -> None:
        await interaction.response.send_message(poll=when())

    client.answers(ask)
    view = ui.View(timeout=None).add_item(ui.Button(label="Ask us", custom_id="ask"))
    await lobby.send("A question?", view=view)
    await mei.clicks("Ask us")
    await mei.votes(WHEN, "Friday")
    await client.hears("raw_poll_vote_add")


@pytest.mark.parametrize(
    "poll",
    [
        {"question": {"text": "x" * 301}, "answers": [{"poll_media": {"text": "Yes"}}]},
        {"question": {"text": "Well?"}, "answers": []},
        {"question": {"text": "Well?"}, "answers": [{"poll_media": {"text": "x" * 56}}]},
        {"question": {"text": "Well?"}, "answers": [{"poll_media": {}}]},
        {"question": {"text": "Well?"}, "answers": [{"poll_media": {"text": "Yes"}}] * 11},
        {"question": {"text": "Well?"}, "answers": [{"poll_media": {"text": "Yes"}}], "duration": 769},
        {"question": {}, "answers": [{"poll_media": {"text": "Yes"}}]},
    ],
    ids=["question", "none", "answer", "empty", "eleven", "too long", "no question"],
)
async def test_polls_have_their_bounds(client, lobby, poll):
    with refused(400, 50035):
        route = discord.http.Route("POST", f"/channels/{lobby.id}/messages")
        await client.http.request(route, json={"poll": poll})


async def test_polls_do_not_go_with_components_v2_nor_without_their_permission(client, lobby, nora, guild):
    route = discord.http.Route("POST", f"/channels/{lobby.id}/messages")
    body = {"flags": 1 << 15, "components": [{"type": 10, "content": "x"}], "poll": when()._to_dict()}
    with refused(400, 50035):
        await client.http.request(route, json=body)
    await nora.edits_overwrites("general", "Circles", deny=Permission.SEND_POLLS)
    with refused(403, 50013):
        await lobby.send(poll=when())


async def test_a_poll_cannot_be_edited_and_is_ended_by_its_author(client, lobby, mei):
    message = await lobby.send(poll=when())
    with refused(400, 520003):
        await message.edit(content="Otherwise")
    await mei.asks("#general", "Tea?", "Yes", "No")
    with pytest.raises(CannotDo, match="Missing Permissions"):
        await mei.ends_poll(WHEN)
    (theirs,) = await client.hears("message", 2)
    with refused(403, 50013):
        await client.http.end_poll(lobby.id, theirs.id)
    await mei.ends_poll("Tea?")
    with refused(400, 520006):
        await client.http.end_poll(lobby.id, (await lobby.send("no poll")).id)
    with refused(404, 0):
        await client.http.get_poll_answer_voters(lobby.id, message.id, 9)


async def test_a_bot_without_the_intent_hears_of_no_votes(sandbox, world, guild):
    intents = discord.Intents(guilds=True, members=True, guild_messages=True)
    async with logged_in(sandbox, intents=intents) as client:
        mei = await world.join("Mei", guild)
        await mei.asks("#general", "Tea?", "Yes", "No")
        await mei.votes("Tea?", "Yes")
        await mei.says("#general", "afterwards")
        (asked,), _ = await client.hears("message"), await client.hears("message", 2)
        assert asked.poll is None, "a poll is content"
        assert client.all_heard("raw_poll_vote_add") == []
