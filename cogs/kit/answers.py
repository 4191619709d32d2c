"""Answering the person who clicked, and nobody else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import discord
import structlog

from actions import people
from cogs.kit.bot import Click
from cogs.kit.cards import Card
from text import Say

log = structlog.get_logger(__name__)

ALREADY_ANSWERED = 40060
LATE = (10062, 10015, 50027)  # unknown interaction, unknown webhook, token too old


async def say_to(click: Click) -> Say:
    """Words in this person's language: the one they chose, else the one their Discord speaks."""
    chosen = None
    if click.guild_id is not None:
        chosen = await people.language_of(click.client.deps, click.guild_id, click.user.id)
    return say_in(click, chosen)


def say_in(click: Click, chosen: str | None) -> Say:
    """The same, for whoever has just read which language this person chose."""
    return click.client.words.for_reader(chosen, str(click.locale))


async def answer(click: Click, card: Card | str, *, files: Sequence[discord.File] = ()) -> None:
    """Show a card to this person alone.

    In a message that only they can see, the answer takes its place, like the next page; elsewhere it is a
    new one. Works whether or not the click has been acknowledged, for as long as Discord takes answers.
    """
    shown = Card(card) if isinstance(card, str) else card
    async with answering(click):
        if click.response.is_done():
            await click.edit_original_response(view=shown, attachments=list(files))
        elif on_own_page(click):
            await click.response.edit_message(view=shown, attachments=list(files))
        else:
            await click.response.send_message(view=shown, ephemeral=True, files=list(files))


async def acknowledge(click: Click) -> None:
    """Tell Discord that an answer is on its way, unless there has been one."""
    async with answering(click):
        if click.response.is_done():
            return
        if on_own_page(click):
            await click.response.defer()
        else:
            await click.response.defer(ephemeral=True, thinking=True)


@asynccontextmanager
async def answering(click: Click) -> AsyncIterator[None]:
    """One answer at a time. What comes too late is logged: whatever was committed stands."""
    lock: asyncio.Lock = click.extras.setdefault("answering", asyncio.Lock())
    async with lock:
        try:
            yield
        except discord.HTTPException as error:
            if error.code == ALREADY_ANSWERED:  # a retry after a lost answer: the first one arrived
                log.info("answer-repeated", interaction=click.id)
            elif error.code in LATE:
                click.extras["too late"] = True
                log.warning("answer-too-late", interaction=click.id, code=error.code)
            else:
                raise


def too_late(click: Click) -> bool:
    """Whether an answer was made that Discord no longer took."""
    return bool(click.extras.get("too late"))


def on_own_page(click: Click) -> bool:
    """Whether the control stands in a message that only this person sees."""
    return click.message is not None and click.message.flags.ephemeral
