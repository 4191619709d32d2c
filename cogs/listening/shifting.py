"""Shift: what a worldview, or somebody's listening, has done to one's own view."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import discord
from discord import ui

from actions import shifts
from actions.shifts import Giving
from actions.worldviews import Reader
from cogs.kit import custom_ids
from cogs.kit.answers import answer, say_in
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Choice, Control
from cogs.kit.forms import Form, Option, Values, one_of, open_form
from cogs.listening import cards
from cogs.listening.keeping import kept, words_in
from cogs.listening.telling import answer_and_post
from cogs.upkeep.outcomes import Gone, Later, NotDone, Unknown, outcome
from domain.shifts import LEAST_REASON, MOST_REASON, THE_AUTHOR, Kind
from text import Say

MOST_LISTED = 25
"""Discord takes so many choices; whoever listened last is among them."""
LONGEST_NAME = 100


class ShiftButton(Button, control="listening:v1:shift:{worldview}", words="listening-shift"):
    async def clicked(self, click: Click) -> None:
        number = custom_ids.number(self.identity["worldview"])
        giving = await shifts.may_give(click.client.deps, community_of(click), click.user.id, number)
        form = ShiftForm(say_in(click, giving.scene.language), giving, words_in(click), **self.identity)
        await open_form(click, form, self)


class ShiftForm(Form, control="listening:v1:shift-form:{worldview}"):
    def __init__(self, say: Say, giving: Giving, words: str | None = None, /, **identity: str) -> None:
        super().__init__(say("shift-form"), **identity)
        ask_why(self, say, say("shift-form", "kind"), giving, words)

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **identity: str) -> None:
        await give(click, values, identity["worldview"], THE_AUTHOR, ShiftButton(None, **identity))


class ThankButton(Button, control="listening:v1:thank:{worldview}", words="listening-thank"):
    """The author's way to a shift: first to whom, then what."""

    async def clicked(self, click: Click) -> None:
        number = custom_ids.number(self.identity["worldview"])
        scene, listeners = await shifts.listeners(
            click.client.deps, community_of(click), click.user.id, number
        )
        say = say_in(click, scene.language)
        names = await names_of(click, listeners[-MOST_LISTED:])
        if not names:
            await answer(click, Card(say("thank-card", "nobody")))
            return
        await answer(click, Card(say("thank-card"), ThankChoice(say, names, **self.identity)))


class ThankChoice(Choice, control="listening:v1:thank-whom:{worldview}", words="thank-whom"):
    async def clicked(self, click: Click) -> None:
        await open_thanks(click, self.identity["worldview"], self.chosen)


class ThankThemButton(
    Button, control="listening:v1:thank-them:{worldview}:{listener}", words="listening-thank"
):
    """The form once more, for the same listener."""

    async def clicked(self, click: Click) -> None:
        await open_thanks(click, self.identity["worldview"], self.identity["listener"])


class ThankForm(Form, control="listening:v1:thank-form:{worldview}:{listener}"):
    def __init__(self, say: Say, giving: Giving, words: str | None = None, /, **identity: str) -> None:
        super().__init__(say("thank-form"), **identity)
        ask_why(self, say, say("thank-form", "kind"), giving, words)

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **identity: str) -> None:
        listener = custom_ids.number(identity["listener"])
        await give(click, values, identity["worldview"], listener, ThankThemButton(None, **identity))


async def open_thanks(click: Click, worldview: str, listener: str) -> None:
    """The form to thank this listener; that they listened is looked at now and when it is sent."""
    giving = await shifts.may_give(
        *(click.client.deps, community_of(click), click.user.id),
        *(custom_ids.number(worldview), custom_ids.number(listener)),
    )
    identity = {"worldview": worldview, "listener": listener}
    form = ThankForm(say_in(click, giving.scene.language), giving, words_in(click), **identity)
    await open_form(click, form, ThankThemButton(None, **identity))


async def give(click: Click, values: Values, worldview: str, receiver: int, button: Button) -> None:
    """Keep what was sent, and say what becomes of it."""
    reason = values.text("reason")
    async with kept(click, reason, lambda say: type(button)(say, **button.identity)):
        given = await shifts.give(
            *(click.client.deps, community_of(click), click.user.id, custom_ids.number(worldview)),
            Kind(values.text("kind")),
            reason,
            receiver,
        )
        say = say_in(click, given.scene.language)
        await answer_and_post(click, say, given.worldview, given.wish, Card(cards.shifted(say, given)))


def ask_why(form: Form, say: Say, label: str, giving: Giving, words: str | None) -> None:
    """The two fields; what was given before stands in them while it may be changed."""
    earlier = giving.earlier
    kinds = [Option(kind, say(f"shift-kind-{kind}")) for kind in Kind]
    form.ask(label, one_of("kind", kinds, earlier.kind if earlier else None))
    field = ui.TextInput[ui.View](
        custom_id="reason",
        style=discord.TextStyle.paragraph,
        min_length=LEAST_REASON,
        max_length=MOST_REASON,
        default=words or (earlier.reason if earlier else None),
    )
    form.ask(say("shift-form", "reason"), field, say("shift-form", "hint"))


async def names_of(click: Click, people: Sequence[int]) -> list[tuple[str, str]]:
    """What they are called here, by id. Whoever is not here any more, or cannot be asked for, is left out."""
    guild = click.guild
    if guild is None:
        return []

    async def name(user_id: int) -> tuple[str, str] | None:
        try:
            async with outcome():
                member = await guild.fetch_member(user_id)
        except (Gone, Unknown, NotDone, Later):
            return None
        return str(user_id), member.display_name[:LONGEST_NAME]

    found = await asyncio.gather(*(name(user_id) for user_id in people))
    return [each for each in found if each is not None]


def thank_button(say: Say, reader: Reader) -> Button | None:
    """Under *More*, for the author."""
    if not reader.is_author:
        return None
    return ThankButton(say, worldview=str(reader.worldview.worldview_id))


CONTROLS: tuple[type[Control], ...] = (ShiftButton, ThankButton, ThankChoice, ThankThemButton)
FORMS: tuple[type[Form], ...] = (ShiftForm, ThankForm)
