"""What a worldview looks like, and its preview. Pure: values in, cards out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from discord import ui
from discord.utils import format_dt

from actions.worldviews import Shown
from cogs.kit.cards import Card, Part
from cogs.kit.controls import Button
from cogs.kit.quoting import escaped, quoted
from cogs.signup.fields import generation_name
from cogs.worldviews.names import authors_name
from domain.worldviews import LENGTHS, Made, Worldview
from text import Say

MOST = 4000
"""Characters of text in one message of components (resources/message)."""
MOST_NAMED = 5
"""Of those who understood, so many are named."""
SOMEBODY = 2**63 - 1
"""The longest id there may be: a card must have room for those who will have understood it."""


def worldview(say: Say, shown: Shown, now: datetime, buttons: Sequence[Button]) -> Card:
    """The message with the buttons: the worldview itself, or what stands under a post made by hand."""
    return Card(*_parts(say, shown, now), *([buttons] if buttons else []))


def title(say: Say, view: Worldview) -> str:
    """What its thread is called."""
    return view.explanation.title or say("worldview-untitled")


def preview(say: Say, shown: Shown, now: datetime, notes: Sequence[str], buttons: Sequence[Button]) -> Card:
    """Exactly what would be posted, between notes for its author: the first before it, the others after."""
    before, *after = notes
    around: list[Part] = [ui.Separator(), *_parts(say, shown, now), ui.Separator()]
    return Card(before, *around, *after, *([buttons] if buttons else []))


def overflow(say: Say, shown: Shown, now: datetime, notes: Sequence[str]) -> int:
    """By how many characters it is too long, for its preview or for what it will show one day."""
    grown = replace(shown, understood=(SOMEBODY,) * (MOST_NAMED + 100))
    longest = max(length(preview(say, shown, now, notes, ())), length(worldview(say, grown, now, ())))
    return max(longest - MOST, 0)


def length(card: Card) -> int:
    """The characters of text in it, as Discord counts them."""
    return sum(len(item.content) for item in card.walk_children() if isinstance(item, ui.TextDisplay))


def _parts(say: Say, shown: Shown, now: datetime) -> list[str]:
    view = shown.worldview
    if view.made is Made.HAND:
        return [say("worldview-by-hand", author=authors_name(view)), *_understood(say, shown)]
    window = [_window(say, view)] if view.is_questions_only(now) else []
    return [_author(say, shown), *_sections(say, view), *_understood(say, shown), *window]


def _author(say: Say, shown: Shown) -> str:
    view = shown.worldview
    if not view.shows_seat or view.seat is None or view.generation is None:
        return say("worldview-author", author=authors_name(view))
    return say(
        "worldview-author-seated",
        author=authors_name(view),
        seat=say(f"seat-{view.seat}"),
        generation=escaped(generation_name(say, shown.community, view.generation)),
    )


def _sections(say: Say, view: Worldview) -> Iterator[str]:
    for part in LENGTHS:
        text = getattr(view.explanation, part)
        if text:
            yield say(f"worldview-{part.replace('_', '-')}", text=quoted(text))


def _understood(say: Say, shown: Shown) -> list[str]:
    people = shown.understood
    if not people:
        return []
    named = ", ".join(f"<@{user_id}>" for user_id in people[:MOST_NAMED])
    return [say("worldview-understood", people=named, more=len(people[MOST_NAMED:]))]


def _window(say: Say, view: Worldview) -> str:
    return say("worldview-window", until=format_dt(view.opens_at, "f"), left=format_dt(view.opens_at, "R"))
