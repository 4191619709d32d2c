"""Faults of discord.py 2.7.1 that would break a promise: each one here fails without our closing it."""

import asyncio

import discord
import pytest
from discord import ui

from cogs.kit.cards import Card
from tests.cogs.kit import probes
from tour.stage import on_stage


async def test_people_who_join_and_leave_voice_in_one_burst_are_seen_joining_and_leaving(database, bridge):
    """As in every RESUME: what happened meanwhile arrives at once, before any listener has run."""
    seen = []

    async def on_voice_state_update(_, before, after):
        seen.append("join" if before.channel is None else "leave" if after.channel is None else "move")

    mei = await bridge.join("Mei")
    intents = discord.Intents(guilds=True, voice_states=True)
    async with on_stage(database, bridge.world, intents=intents) as stage:
        stage.bot.add_listener(on_voice_state_update)
        await mei.joins_voice("General")
        await mei.leaves_voice()
        await bridge.world.changed.until(lambda: seen[1:] or None, 2)
        seen.clear()
        await bridge.world.drop_sockets()
        await mei.joins_voice("General")
        await mei.leaves_voice()
        assert await bridge.world.changed.until(lambda: seen[1:] or None, 5)
    assert seen == ["join", "leave"]


async def test_a_view_that_ends_takes_no_button_with_it(stage, bridge):
    await probes.post(stage, "lasting", [probes.Answers(probes.say)])
    mei = await bridge.join("Mei")
    fleeting = Card("fleeting", [probes.Answers(probes.say)])
    await stage.bot.guilds[0].text_channels[0].send(view=fleeting)
    fleeting.stop()
    await mei.clicks("Answer", on="lasting")
    await mei.sees("answer")


def test_a_card_refuses_a_control_that_would_die_with_the_process():
    with pytest.raises(TypeError, match="dead after a restart"):
        Card("text", [ui.Button(label="Ordinary", custom_id="ordinary")])


async def test_no_view_and_no_form_is_kept_by_the_library(stage, bridge):
    await probes.post(stage, "lasting")
    mei = await bridge.join("Mei")
    await mei.clicks("Join the circles")
    store = stage.bot._connection._view_store
    assert (dict(store._views), dict(store._modals)) == ({}, {})


async def test_two_people_with_the_same_form_each_get_their_own_answer(stage, bridge):
    await probes.post(stage, "lasting", [probes.Asks(probes.say)])
    mei, ruth = await bridge.join("Mei"), await bridge.join("Ruth")
    await mei.clicks("Join the circles")
    await ruth.clicks("Join the circles")
    await mei.fills({"Words": "I am Mei"})
    await ruth.fills({"Words": "I am Ruth"})
    await mei.sees("you said I am Mei")
    await ruth.sees("you said I am Ruth")


async def test_a_form_that_was_open_during_a_restart_still_arrives(stage, bridge):
    await probes.post(stage, "lasting", [probes.Asks(probes.say)])
    mei = await bridge.join("Mei")
    await mei.clicks("Join the circles")
    await stage.restart()
    stage.bot.add_forms(probes.AskForm)
    await mei.fills({"Words": "still here"})
    await mei.sees("you said still here")


async def test_interest_in_an_event_is_heard_without_the_members_intent(stage, bridge):
    heard = []

    async def on_rsvp(*what):
        heard.append(what)

    stage.bot.add_listener(on_rsvp)
    for name in ("ADD", "REMOVE"):
        event = {"guild_id": "5", "guild_scheduled_event_id": "6", "user_id": "7"}
        stage.bot._connection.parsers[f"GUILD_SCHEDULED_EVENT_USER_{name}"](event)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert heard == [(5, 6, 7, True), (5, 6, 7, False)]
