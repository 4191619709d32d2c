"""The recap of a date, in its thread: who came by seat, what was talked about, and later how it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress

import discord
from discord.utils import format_dt

from actions import afterwards
from actions.afterwards import Recap
from cogs import posting
from cogs.afterwards.pulse import PulseButton
from cogs.kit import custom_ids
from cogs.kit.bot import CircleBot
from cogs.kit.cards import Card, Part
from cogs.kit.quoting import escaped
from cogs.upkeep.outcomes import Gone, outcome
from cogs.upkeep.places import channel_for
from domain.blueprint import DISCUSSIONS
from domain.discussions import Occurrence
from domain.jobs import Job
from domain.people import Seat
from domain.pulses import LEAST_PEOPLE, Question, Sum, over_at
from text import Say


async def look_back(bot: CircleBot, job: Job) -> int | None:
    """Post the recap of a date that took place; ask for new times for one that fell through."""
    number = custom_ids.number(job.key)
    await afterwards.propose(bot.deps, job.community_id, number)
    found = await afterwards.recap(bot.deps, job.community_id, number)
    if found is None or found.date.recap_id is not None:
        return None
    return await posting.post(bot, job, await _places(bot, found.date), _card(bot, found))


async def add_sums(bot: CircleBot, job: Job) -> None:
    """Show how it was. Whoever deleted the recap needs no figures."""
    found = await afterwards.recap(bot.deps, job.community_id, custom_ids.number(job.key))
    if found is None or found.date.recap_id is None:
        return
    shown = _card(bot, found)
    for place in await _places(bot, found.date):
        with suppress(Gone):
            async with outcome():
                await place.get_partial_message(found.date.recap_id).edit(view=shown)
            return


async def _places(bot: CircleBot, date: Occurrence) -> list[discord.PartialMessageable]:
    """Its thread; where that was deleted, the channel."""
    thread, channel = date.card_id, await channel_for(bot, date.community_id, DISCUSSIONS)
    places = [bot.get_partial_messageable(thread, guild_id=date.community_id)] if thread else []
    return [*places, *([channel] if channel else [])]


def _card(bot: CircleBot, found: Recap) -> Card:
    return card(bot.words.for_reader(found.community.language), found)


def card(say: Say, found: Recap) -> Card:
    """Nobody is named who has not said that recaps may."""
    date = found.date
    when = format_dt(date.starts_at, "F")
    parts: list[Part] = [say("recap-card", title=escaped(date.title), when=when)]
    if people := "\n".join(_people(say, found)):
        parts.append(people)
    if found.prompts:
        listed = [f"• {text}" for text in found.prompts]
        parts.append("\n".join([say("recap-card", "prompts"), *listed]))
    if any(found.turns.values()):
        mentor, mentee = found.turns.get(Seat.MENTOR, 0), found.turns.get(Seat.MENTEE, 0)
        parts.append(say("recap-card", "turns", mentor=mentor, mentee=mentee))
    if found.figures is not None:
        return Card(*parts, _figures(say, found.figures))
    until = format_dt(over_at(date), "R")
    parts += [say("recap-card", "asks"), PulseButton(say, occurrence=str(date.occurrence_id))]
    return Card(*parts, say("recap-card", "wait", until=until, least=LEAST_PEOPLE))


def _people(say: Say, found: Recap) -> Iterator[str]:
    seats = [
        say("recap-card", f"seat-{seat}", count=found.seats[seat])
        for seat in (Seat.MENTOR, Seat.MENTEE)
        if found.seats.get(seat)
    ]
    if seats:
        yield say("recap-card", "people", seats=", ".join(seats))
    if found.named:
        yield say("recap-card", "named", people=", ".join(f"<@{user_id}>" for user_id in found.named))
    if not found.certain:
        yield say("recap-card", "uncertain")


def _figures(say: Say, figures: Mapping[Question, Sum]) -> str:
    if not figures:
        return say("recap-card", "few", least=LEAST_PEOPLE)
    people = max(each.people for each in figures.values())
    lines = [
        say(
            "recap-sum",
            question=say(f"recap-question-{question.value}"),
            yes=each.yes,
            somewhat=each.somewhat,
            no=each.no,
        )
        for question, each in figures.items()
    ]
    return "\n".join([say("recap-card", "sums", people=people), *lines])
