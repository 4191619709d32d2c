"""Learning who wrote under a pseudonym: one steward asks, another agrees, the author is told."""

from __future__ import annotations

import discord
from discord import ui
from discord.utils import format_dt

from actions import access, reveals
from actions.reveals import Asked
from actions.worldviews import Reader
from cogs import posting
from cogs.kit import custom_ids
from cogs.kit.answers import answer, say_to
from cogs.kit.bot import CircleBot, Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Control
from cogs.kit.forms import Form, Values, open_form
from cogs.kit.quoting import quoted
from cogs.upkeep.outcomes import Gone, outcome
from cogs.upkeep.places import channel_for
from cogs.worldviews.names import authors_name, link
from domain.blueprint import DESK
from domain.jobs import Job
from domain.reveals import REASON_LEAST, REASON_LENGTH
from text import Say


class RevealButton(Button, control="worldviews:v1:reveal:{worldview}", words="reveal"):
    async def clicked(self, click: Click) -> None:
        access.steward(click.permissions.value)
        await open_form(click, RevealForm(await say_to(click), **self.identity), self)


class RevealForm(Form, control="worldviews:v1:reveal-form:{worldview}"):
    again = RevealButton

    def __init__(self, say: Say, worldview: str) -> None:
        super().__init__(say("reveal-form"), worldview=worldview)
        field = ui.TextInput[ui.View](
            custom_id="reason",
            style=discord.TextStyle.paragraph,
            min_length=REASON_LEAST,
            max_length=REASON_LENGTH,
        )
        self.ask(say("reveal-form", "reason"), field, say("reveal-form", "hint"))

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **identity: str) -> None:
        access.steward(click.permissions.value)
        number, reason = custom_ids.number(identity["worldview"]), values.text("reason")
        await reveals.ask(click.client.deps, community_of(click), number, click.user.id, reason)
        await answer(click, (await say_to(click))("reveal-asked"))


class AgreeButton(Button, control="worldviews:v1:reveal-agree:{reveal}", words="reveal-agree"):
    style = discord.ButtonStyle.danger

    async def clicked(self, click: Click) -> None:
        access.steward(click.permissions.value)
        number = custom_ids.number(self.identity["reveal"])
        author = await reveals.agree(click.client.deps, community_of(click), number, click.user.id)
        await answer(click, (await say_to(click))("reveal-author", author=f"<@{author}>"))


class DeclineButton(Button, control="worldviews:v1:reveal-no:{reveal}", words="reveal-no"):
    async def clicked(self, click: Click) -> None:
        access.steward(click.permissions.value)
        number = custom_ids.number(self.identity["reveal"])
        await reveals.decline(click.client.deps, community_of(click), number, click.user.id)
        await answer(click, (await say_to(click))("reveal-declined-note"))


class ShowButton(Button, control="worldviews:v1:reveal-show:{reveal}", words="reveal-show"):
    """For the two who decided, and nobody else."""

    async def clicked(self, click: Click) -> None:
        access.steward(click.permissions.value)
        number = custom_ids.number(self.identity["reveal"])
        author = await reveals.see(click.client.deps, community_of(click), number, click.user.id)
        await answer(click, (await say_to(click))("reveal-author", author=f"<@{author}>"))


def offered(say: Say, reader: Reader) -> Button | None:
    """For *More*: stewards may ask, where there is a name to learn that they do not know."""
    if not reader.is_steward or reader.is_author or reader.worldview.pseudonym is None:
        return None
    return RevealButton(say, worldview=str(reader.worldview.worldview_id))


async def tell(bot: CircleBot, job: Job) -> int | None:
    """Show on the desk who asks, or what came of it; the message's id. Raises Gone while there is no desk."""
    asked = await reveals.asked(bot.deps, job.community_id, int(job.key))
    if asked is None:
        return None
    desk = await channel_for(bot, job.community_id, DESK)
    if desk is None:
        raise Gone
    card = _card(bot.words.for_reader(asked.community.language), asked)
    if asked.reveal.message_id is None:
        return await _post(bot, job, desk, card)
    try:
        async with outcome():
            await desk.get_partial_message(asked.reveal.message_id).edit(view=card)
    except Gone:
        return await posting.post(bot, job, [desk], card)
    return None


async def _post(bot: CircleBot, job: Job, desk: discord.PartialMessageable, card: Card) -> int:
    """What an earlier attempt posted may show less than is so by now."""
    found = await posting.find(bot, job, [desk])
    if found is None:
        return await posting.send(bot, job, [desk], card)
    async with outcome():
        await found.edit(view=card.marked(job.marker))
    return found.id


def _card(say: Say, asked: Asked) -> Card:
    reveal, view = asked.reveal, asked.view
    where = link(view) if view is not None else None
    head = say(
        "reveal-card",
        steward=f"<@{reveal.asked_by}>",
        name=authors_name(view) if view is not None and view.pseudonym else say("reveal-nobody"),
        link=where or "-",
        reason=quoted(reveal.reason),
    )
    which = {"reveal": str(reveal.reveal_id)}
    if reveal.is_open:
        return Card(
            head, say("reveal-card", "next"), [AgreeButton(say, **which), DeclineButton(say, **which)]
        )
    if reveal.confirmed_at is None:
        return Card(head, say("reveal-card", "declined", steward=_steward(say, reveal.declined_by)))
    agreed = say(
        "reveal-card",
        "agreed",
        steward=_steward(say, reveal.confirmed_by),
        when=format_dt(reveal.confirmed_at, "f"),
    )
    return Card(head, agreed, [ShowButton(say, **which)])


def _steward(say: Say, user_id: int | None) -> str:
    """By mention; somebody who was erased since is nobody."""
    return say("reveal-nobody") if user_id is None else f"<@{user_id}>"


CONTROLS: tuple[type[Control], ...] = (RevealButton, AgreeButton, DeclineButton, ShowButton)
FORMS: tuple[type[Form], ...] = (RevealForm,)
