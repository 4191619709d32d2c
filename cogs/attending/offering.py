"""A place is kept for somebody: told by name in the thread of the date, with a deadline."""

from __future__ import annotations

import discord
from discord.utils import format_dt

from actions import date_cards, offers, rsvps
from actions.offers import Offered
from cogs import posting
from cogs.attending.answering import said_card
from cogs.attending.cards import mention
from cogs.forum import in_thread, send_in_thread
from cogs.kit import custom_ids
from cogs.kit.answers import answer, say_in
from cogs.kit.bot import CircleBot, Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Control
from cogs.kit.quoting import escaped
from cogs.upkeep.outcomes import Gone, Unknown
from domain.jobs import Job
from text import Say


class TakeButton(Button, control="attending:v1:take:{occurrence}", words="attending-take"):
    style = discord.ButtonStyle.success

    async def clicked(self, click: Click) -> None:
        number = custom_ids.number(self.identity["occurrence"])
        said = await rsvps.take(click.client.deps, community_of(click), click.user.id, number)
        await answer(click, said_card(say_in(click, said.language), said))


class LetGoButton(Button, control="attending:v1:let-go:{occurrence}", words="attending-let-go"):
    async def clicked(self, click: Click) -> None:
        number = custom_ids.number(self.identity["occurrence"])
        said = await rsvps.let_go(click.client.deps, community_of(click), click.user.id, number)
        await answer(click, said_card(say_in(click, said.language), said))


async def tell(bot: CircleBot, job: Job) -> int | None:
    """Call them by name; the message's id. Raises what `outcome` raises, Unknown while there is no thread."""
    shown = await offers.shown(bot.deps, job)
    thread = await _thread(bot, job)
    if thread is None:
        if shown is None:
            return None
        raise Unknown  # the card is on its way
    try:
        found = await posting.find(bot, job, [thread])
        if found is not None or shown is None:
            return None if found is None else found.id
        mentions = discord.AllowedMentions(users=[discord.Object(shown.rsvp.user_id)])
        mentions.everyone = mentions.roles = False
        say = bot.words.for_reader(shown.community.language)
        return await send_in_thread(bot, job, thread, offer_card(say, shown), mentions)
    except Gone:
        await date_cards.look(bot.deps, job.community_id, thread.id)  # it is made again
        raise Unknown from None


async def end(bot: CircleBot, job: Job) -> None:
    """What is over names nobody, and asks nothing. A message that was deleted is over as well."""
    thread, community = await _thread(bot, job), await offers.community(bot.deps, job.community_id)
    if thread is None or community is None:
        return
    message = thread.get_partial_message(int(str(job.payload["message"])))
    card = Card(bot.words.for_reader(community.language)("date-offer-ended"))
    try:
        await in_thread(bot, thread.id, lambda: message.edit(view=card))
    except Gone:
        return


def offer_card(say: Say, shown: Offered) -> Card:
    """To one person, for all to see."""
    date, until = shown.date, shown.rsvp.offered_until or shown.date.starts_at
    text = say(
        "date-offer",
        who=mention(shown.rsvp.user_id),
        title=escaped(date.title),
        until=format_dt(until, "f"),
        countdown=format_dt(until, "R"),
    )
    which = {"occurrence": str(date.occurrence_id)}
    return Card(text, [TakeButton(say, **which), LetGoButton(say, **which)])


async def _thread(bot: CircleBot, job: Job) -> discord.PartialMessageable | None:
    card_id = await offers.thread_of(bot.deps, job)
    return None if card_id is None else bot.get_partial_messageable(card_id, guild_id=job.community_id)


CONTROLS: tuple[type[Control], ...] = (TakeButton, LetGoButton)
