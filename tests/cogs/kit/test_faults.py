"""Faults of discord.py 2.7.1 that would break a promise: closed, and shown by controls to be there."""

import asyncio

import discord
import pytest
from discord import ui

from cogs.kit import faults
from cogs.kit.cards import Card
from cogs.kit.controls import Button
from sandbox.verbs import voice
from tests.cogs.kit import probes
from tour.stage import on_stage


async def in_one_burst(database, bridge):
    """What listeners see of a join and a leave that arrive together, as they do in every RESUME."""
    seen = []

    async def on_voice_state_update(_, before, after):
        seen.append("join" if before.channel is None and after.channel else "leave")

    mei = await bridge.join("Mei")
    intents = discord.Intents(guilds=True, voice_states=True)
    async with on_stage(database, bridge.world, intents=intents) as stage:
        stage.bot.add_listener(on_voice_state_update)
        voice.move(
            bridge.world, bridge.guild.id, mei.id, next(c for c in mei.channels() if c["type"] == 2)["id"]
        )
        voice.leave(bridge.world, bridge.guild, mei.id)
        await until(lambda: len(seen) == 2)
    return seen


async def test_people_who_join_and_leave_voice_in_one_burst_are_seen_joining_and_leaving(database, bridge):
    assert await in_one_burst(database, bridge) == ["join", "leave"]


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


async def test_interest_in_an_event_is_heard_without_the_members_intent(database, bridge):
    heard = []

    async def on_rsvp(*what):
        heard.append(what)

    world, guild = bridge.world, bridge.guild
    intents = discord.Intents(guilds=True, guild_scheduled_events=True)
    async with on_stage(database, world, intents=intents) as stage:
        stage.bot.add_listener(on_rsvp)
        for name in ("ADD", "REMOVE"):
            told = {"guild_id": guild.id, "guild_scheduled_event_id": "6", "user_id": bridge.nora.id}
            world.emit(f"GUILD_SCHEDULED_EVENT_USER_{name}", told, guild)
        await until(lambda: len(heard) == 2)
    ids = int(guild.id), 6, int(bridge.nora.id)
    assert heard == [(*ids, True), (*ids, False)]


# Controls: the faults are really there. When one of these fails, the library has mended it, and our closing
# of it can go.


class Fixed(ui.Modal):
    """A form as the library's own examples have it: with one custom id for everybody."""

    words: ui.Label[ui.Modal] = ui.Label(text="Words", component=ui.TextInput(custom_id="words"))

    def __init__(self, opened_for):
        super().__init__(title="A question", custom_id="fixed")
        self.opened_for = opened_for

    async def on_submit(self, interaction):
        await interaction.response.send_message(f"the form of {self.opened_for}", ephemeral=True)


class Opens(Button, control="probe:v1:opens", words="Open"):
    async def clicked(self, click):
        await click.response.send_modal(Fixed(click.user.display_name))


async def test_control_the_library_takes_one_persons_answers_for_anothers(stage, bridge):
    await probes.post(stage, "lasting", [Opens(probes.say)])
    stage.bot.add_controls(Opens)
    mei, ruth = await bridge.join("Mei"), await bridge.join("Ruth")
    await mei.clicks("Open")
    await ruth.clicks("Open")
    await mei.fills({"Words": "I am Mei"})
    await mei.sees("the form of Ruth")


async def test_control_the_library_forgets_a_button_with_a_view_that_ends(stage, bridge):
    await probes.post(stage, "lasting", [probes.Answers(probes.say)])
    mixed = ui.View(timeout=None).add_item(probes.Answers(probes.say))
    mixed.add_item(ui.Button(label="Ordinary", custom_id="ordinary"))
    await stage.bot.guilds[0].text_channels[0].send("fleeting", view=mixed)
    mixed.stop()
    assert probes.Answers.pattern() not in stage.bot._connection._view_store._dynamic_items


async def test_control_the_library_shows_two_leaves_for_a_join_and_a_leave(database, bridge, monkeypatch):
    monkeypatch.setattr(faults, "settled", lambda _, args: args)
    assert await in_one_burst(database, bridge) == ["leave", "leave"]


async def until(so):
    """Bounded by the test's own time: nothing tells when a listener has run."""
    while not so():  # noqa: ASYNC110
        await asyncio.sleep(0.005)


LOUD = "@everyone <@&{role}>"


async def edited(stage, bridge):
    """A message into which an edit brings mentions of everybody and of a role."""
    role = next(role["id"] for role in bridge.guild.roles.values() if role["managed"])
    sent = await stage.bot.guilds[0].text_channels[0].send(view=Card("quiet"))
    await sent.channel.get_partial_message(sent.id).edit(view=Card(LOUD.format(role=role)))
    return stage.world.messages.public(str(sent.channel.id), str(sent.id))


async def test_row_41_an_edit_calls_neither_everybody_nor_a_role(stage, bridge):
    message = await edited(stage, bridge)
    assert (message["mention_everyone"], message["mention_roles"]) == (False, [])


async def test_control_an_edit_of_the_librarys_own_calls_everybody(stage, bridge):
    stage.bot.http.__dict__.pop("edit_message")
    assert (await edited(stage, bridge))["mention_everyone"]
