"""What can be pressed on the panel. A press that changes something is answered by the panel itself."""

from __future__ import annotations

from collections.abc import Sequence

import discord

from actions import conductor
from actions.talks import Shown
from cogs.conducting import cards
from cogs.conducting.rooms import pressed_by
from cogs.kit import custom_ids
from cogs.kit.answers import answer, answering, on_own_page, say_to
from cogs.kit.bot import CircleBot, Click
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Choice, Control
from domain.conductor import LENGTHS
from text import Say


class _OfDate(Button):
    """A button that is about a date."""

    @property
    def date(self) -> int:
        return custom_ids.number(self.identity["occurrence"])


class _OfTurn(Button):
    """A button that is about one turn: of a later one it ends nothing."""

    @property
    def turn(self) -> int:
        return custom_ids.number(self.identity["turn"])


class BeginButton(_OfDate, control="conducting:v1:begin:{occurrence}", words="conductor-begin"):
    style = discord.ButtonStyle.primary

    async def clicked(self, click: Click) -> None:
        await show(click, await conductor.begin(click.client.deps, pressed_by(click), self.date))


class DoneButton(_OfTurn, control="conducting:v1:done:{turn}", words="conductor-done"):
    style = discord.ButtonStyle.primary

    async def clicked(self, click: Click) -> None:
        await show(click, await conductor.done(click.client.deps, pressed_by(click), self.turn))


class PassButton(_OfTurn, control="conducting:v1:pass:{turn}", words="conductor-pass"):
    async def clicked(self, click: Click) -> None:
        await show(click, await conductor.done(click.client.deps, pressed_by(click), self.turn, passed=True))


class LongerButton(_OfTurn, control="conducting:v1:longer:{turn}", words="conductor-longer"):
    async def clicked(self, click: Click) -> None:
        await show(click, await conductor.longer(click.client.deps, pressed_by(click), self.turn))


class HandButton(_OfDate, control="conducting:v1:hand:{occurrence}", words="conductor-hand"):
    """Pressed once more it offers to take the hand down."""

    async def clicked(self, click: Click) -> None:
        hand = await conductor.raise_hand(click.client.deps, pressed_by(click), self.date)
        if not hand.again:
            await show(click, hand.shown)
            return
        say = await say_to(click)
        await answer(click, Card(say("conductor-hand-up"), LowerButton(say, **self.identity)))


class LowerButton(_OfDate, control="conducting:v1:lower:{occurrence}", words="conductor-lower"):
    async def clicked(self, click: Click) -> None:
        await conductor.lower_hand(click.client.deps, pressed_by(click), self.date)
        await answer(click, (await say_to(click))("conductor-lowered"))


class ListenButton(_OfDate, control="conducting:v1:listen:{occurrence}", words="conductor-listen"):
    async def clicked(self, click: Click) -> None:
        await conductor.listen(click.client.deps, pressed_by(click), self.date)
        say = await say_to(click)
        await answer(click, Card(say("conductor-listens"), SpeakButton(say, **self.identity)))


class SpeakButton(_OfDate, control="conducting:v1:speak:{occurrence}", words="conductor-speak"):
    async def clicked(self, click: Click) -> None:
        await conductor.speak(click.client.deps, pressed_by(click), self.date)
        await answer(click, (await say_to(click))("conductor-speaks"))


class PauseButton(_OfDate, control="conducting:v1:pause:{occurrence}", words="conductor-pause"):
    async def clicked(self, click: Click) -> None:
        await show(click, await conductor.pause(click.client.deps, pressed_by(click), self.date))


class GoOnButton(_OfDate, control="conducting:v1:go-on:{occurrence}", words="conductor-go-on"):
    style = discord.ButtonStyle.primary

    async def clicked(self, click: Click) -> None:
        await show(click, await conductor.go_on(click.client.deps, pressed_by(click), self.date))


class NextButton(_OfDate, control="conducting:v1:next:{occurrence}", words="conductor-next"):
    async def clicked(self, click: Click) -> None:
        await show(click, await conductor.next_prompt(click.client.deps, pressed_by(click), self.date))


class HostButton(_OfDate, control="conducting:v1:host:{occurrence}", words="conductor-host"):
    """How long turns are, and the end."""

    async def clicked(self, click: Click) -> None:
        shown = await conductor.may_lead(click.client.deps, pressed_by(click), self.date)
        await answer(click, host_page(await say_to(click), shown))


class LengthChoice(Choice, control="conducting:v1:length:{occurrence}", words="conductor-length"):
    async def clicked(self, click: Click) -> None:
        number, minutes = custom_ids.number(self.identity["occurrence"]), int(self.chosen)
        shown = await conductor.set_length(click.client.deps, pressed_by(click), number, minutes)
        await answer(click, host_page(await say_to(click), shown))


class EndButton(_OfDate, control="conducting:v1:end:{occurrence}", words="conductor-end"):
    async def clicked(self, click: Click) -> None:
        await conductor.may_end(click.client.deps, pressed_by(click), self.date)
        say = await say_to(click)
        await answer(click, Card(say("conductor-end-card"), EndYesButton(say, **self.identity)))


class EndYesButton(_OfDate, control="conducting:v1:end-yes:{occurrence}", words="conductor-end-yes"):
    style = discord.ButtonStyle.danger

    async def clicked(self, click: Click) -> None:
        await conductor.end(click.client.deps, pressed_by(click), self.date)
        await answer(click, (await say_to(click))("conductor-ended"))


def host_page(say: Say, shown: Shown) -> Card:
    number = str(shown.date.occurrence_id)
    lengths = [(str(minutes), say("conductor-minutes", minutes=minutes)) for minutes in LENGTHS]
    choice = LengthChoice(say, lengths, occurrence=number)
    return cards.host_page(say, shown, [choice, [EndButton(say, occurrence=number)]])


def rows(say: Say, shown: Shown) -> Sequence[Sequence[Button]]:
    """The buttons under the panel, the most needed first."""
    date, run = {"occurrence": str(shown.date.occurrence_id)}, shown.run
    more: list[Button] = [NextButton(say, **date)] if run.has_more else []
    host = [*more, HostButton(say, **date)]
    if run.ended_at is not None:
        return []
    if run.paused_at is not None:
        return [[GoOnButton(say, **date)], host[-1:]]
    if run.began_at is None:
        return [[BeginButton(say, **date), ListenButton(say, **date), PauseButton(say, **date)], host[-1:]]
    mine: list[Button] = []
    if shown.turn is not None:
        turn = {"turn": str(shown.turn.turn_id)}
        mine = [DoneButton(say, **turn), PassButton(say, **turn)]
        mine += [] if shown.turn.extended else [LongerButton(say, **turn)]
    for_all = [HandButton(say, **date), ListenButton(say, **date), PauseButton(say, **date)]
    return [mine, for_all, host]


def card_of(bot: CircleBot, shown: Shown) -> Card:
    """The panel, in the community's language."""
    say = bot.words.for_reader(shown.community.language)
    return cards.panel(say, shown, bot.deps.now(), rows(say, shown))


async def show(click: Click, shown: Shown) -> None:
    """The panel that was pressed shows what came of it: a message of its own would push it up.

    When the answer took long, Discord has been promised another: then that says it is noted.
    """
    if click.message is not None and not click.response.is_done() and not on_own_page(click):
        async with answering(click):
            if not click.response.is_done():
                await click.response.edit_message(view=_same(click, card_of(click.client, shown)))
                return
    await answer(click, (await say_to(click))("conductor-noted"))


def _same(click: Click, card: Card) -> Card:
    """With the number by which the panel is known again, should nobody have noted that it was posted."""
    components = click.message.components if click.message else []
    marker = getattr(components[0], "id", None) if components else None
    return card if marker is None else card.marked(marker)


CONTROLS: tuple[type[Control], ...] = (
    *(BeginButton, DoneButton, PassButton, LongerButton, HandButton, LowerButton, ListenButton),
    *(SpeakButton, PauseButton, GoOnButton, NextButton, HostButton, LengthChoice, EndButton, EndYesButton),
)
