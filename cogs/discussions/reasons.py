"""Why a date was called off, as people read it."""

from __future__ import annotations

from cogs.kit.quoting import quoted
from domain.discussions import Occurrence
from domain.events import BY_HAND
from text import Say


def why(say: Say, date: Occurrence) -> str | None:
    """In the words of whoever did it; in ours where it was done among the server's events, without any."""
    if date.reason == BY_HAND:
        return say(BY_HAND)
    return quoted(date.reason) if date.reason else None
