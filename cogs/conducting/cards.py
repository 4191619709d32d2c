"""What the panel looks like. Pure: values in, a card out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from discord.utils import format_dt

from actions.talks import Shown
from cogs.kit.cards import Card, Part
from cogs.kit.controls import Button
from cogs.kit.quoting import escaped
from domain.people import Seat
from text import Say

MOST_NAMED = 12
"""More people than this are counted."""


def panel(say: Say, shown: Shown, now: datetime, rows: Sequence[Sequence[Button]]) -> Card:
    """What we talk about, whose turn it is, who is next, and what one can press."""
    if shown.run.ended_at is not None:
        return over(say, shown)
    parts = [
        _topic(say, shown),
        *([say(f"conductor-note-{shown.run.note}")] if shown.run.note else []),
        _now(say, shown, now),
        _people(say, shown),
    ]
    return Card(*(part for part in parts if part), *(row for row in rows if row))


def over(say: Say, shown: Shown) -> Card:
    """Nobody is named any more."""
    counts = _counts(shown)
    spoken = [say("conductor-over", "spoken", **counts)] if any(counts.values()) else []
    head = say("conductor-over", title=escaped(shown.date.title))
    return Card(head, *spoken, say("conductor-over", "counted"))


def pause_notice(say: Say, _: str, facts: Any) -> Card:  # noqa: ANN401 - whatever JSON holds
    """For stewards: somebody asked for a pause, and nobody knows who."""
    return Card(say("conductor-pause-notice", room=str(facts["room"])))


def host_page(say: Say, shown: Shown, controls: Sequence[Part]) -> Card:
    return Card(say("conductor-host-page", minutes=shown.run.turn_seconds // 60), *controls)


def _topic(say: Say, shown: Shown) -> str:
    """The prompt, or without any the title."""
    run, title = shown.run, escaped(shown.date.title)
    if shown.prompt is None:
        return say("conductor-panel", title=title)
    place = {"number": run.position + 1, "count": len(run.prompts)}
    return say("conductor-panel", "prompt", title=title, prompt=escaped(shown.prompt), **place)


def _now(say: Say, shown: Shown, now: datetime) -> str:
    """The one thing that counts at this moment."""
    run, turn = shown.run, shown.turn
    if run.paused_at is not None:
        return say("conductor-panel", "paused", when=format_dt(shown.open_to_all_at or now, "t"))
    if run.began_at is None:
        if now < shown.date.starts_at:
            return say("conductor-panel", "waiting", when=format_dt(shown.date.starts_at, "R"))
        return say("conductor-panel", "ready")
    if turn is None:
        return say("conductor-panel", "nobody")
    who = _mention(turn.user_id)
    if turn.is_up(now):
        return say("conductor-panel", "time-up", who=who, left=format_dt(turn.moves_on_at, "R"))
    until = format_dt(turn.due_at, "t")
    return say("conductor-panel", "turn", who=who, until=until, left=format_dt(turn.due_at, "R"))


def _people(say: Say, shown: Shown) -> str:
    called = [each for each in shown.order if each.may_be_called]
    listening = sum(each.here and each.listens for each in shown.order)
    hands = sorted((each for each in called if each.hand_at), key=lambda each: str(each.hand_at))
    lines = []
    if shown.run.began_at is None:
        if called:
            lines.append(say("conductor-panel", "here", people=_named(say, called)))
    elif shown.coming:
        lines.append(say("conductor-panel", "next", people=_named(say, shown.coming)))
    if hands:
        lines.append(say("conductor-panel", "hands", people=_named(say, hands)))
    if listening:
        lines.append(say("conductor-panel", "listening", count=listening))
    if shown.all_had and shown.run.has_more:
        lines.append(say("conductor-panel", "all-had"))
    if any(shown.spoken.values()):
        lines.append(say("conductor-panel", "spoken", **_counts(shown)))
    return "\n".join(lines)


def _named(say: Say, people: Iterable[Any]) -> str:
    found = [_mention(each.user_id) for each in people]
    names = ", ".join(found[:MOST_NAMED])
    if len(found) <= MOST_NAMED:
        return names
    return say("conductor-panel", "and-more", people=names, more=len(found) - MOST_NAMED)


def _counts(shown: Shown) -> dict[str, int]:
    return {"mentors": shown.spoken[Seat.MENTOR], "mentees": shown.spoken[Seat.MENTEE]}


def _mention(user_id: int) -> str:
    return f"<@{user_id}>"
