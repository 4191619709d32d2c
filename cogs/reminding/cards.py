"""What a reminder looks like. Pure: values in, cards out."""

from __future__ import annotations

from collections.abc import Sequence

from discord.utils import format_dt

from actions.direct_reminders import Direct
from actions.reminders import Reminder
from cogs.kit.cards import Card
from cogs.kit.controls import Button
from cogs.kit.quoting import escaped
from domain.discussions import Occurrence
from domain.reminders import Choice
from text import Say


def in_thread(say: Say, found: Reminder, where: str, button: Button) -> Card:
    """For those who come, each by name. `where`: how to get there."""
    people = " ".join(f"<@{user_id}>" for user_id in found.people)
    parts = [begins(say, found.date), where, people]
    return Card(*parts, *([say("reminding-late")] if found.late else []), button)


def begins(say: Say, date: Occurrence) -> str:
    """What begins, and how long until then."""
    relative, full = format_dt(date.starts_at, "R"), format_dt(date.starts_at, "F")
    return say("reminding-begins", title=escaped(date.title), relative=relative, full=full)


def where(say: Say, room_id: int | None, card: str) -> str:
    """The room, once there is one, and the card."""
    if room_id is None:
        return say("reminding-where", "card", card=card)
    return say("reminding-where", room=f"<#{room_id}>", card=card)


def direct(say: Say, told: Direct, places: Sequence[str], here: str) -> Card:
    """For one person: all that begins, the nearest first, each with how to get there."""
    dates = [begins(say, date) + "\n" + place for date, place in zip(told.dates, places, strict=True)]
    late = [say("reminding-late")] if told.late else []
    return Card(*dates, *late, say("reminding-direct-end", here=here))


def hello(say: Say, here: str) -> Card:
    """The first of somebody's direct messages."""
    return Card(say("reminding-hello"), say("reminding-direct-end", here=here))


def choosing(say: Say, choice: Choice, buttons: Sequence[Button], note: str = "") -> Card:
    """How somebody is reminded now, and how they could be."""
    how = say("reminding-now", "closed") if choice.wish != choice.way else say(f"reminding-way-{choice.wish}")
    return Card(*([note] if note else []), say("reminding-choice", how=how), buttons)
