"""Polls: what they may ask and for how long."""

from __future__ import annotations

from sandbox.checks.form import (
    Problems,
    Rule,
    both,
    flag,
    join,
    listed,
    model,
    one_of,
    snowflake,
    text,
    whole,
)
from sandbox.payloads import Json

MAX_HOURS = 32 * 24


def _has_text(media: Json, at: str, problems: Problems) -> None:
    if not media.get("text"):
        problems[join(at, "text")] = "BASE_TYPE_REQUIRED", "This field is required"


def _media(longest: int) -> Rule:
    emoji = model(optional={"id": snowflake, "name": text(1, 32), "animated": flag})
    return both(model(optional={"text": text(1, longest), "emoji": emoji}), _has_text)


def hours(value: object, at: str, problems: Problems) -> None:
    """discord.py sends them with a point: 24.0."""
    whole(1, MAX_HOURS)(
        int(value) if isinstance(value, float) and value.is_integer() else value, at, problems
    )


poll = model(
    {"question": _media(300), "answers": listed(model({"poll_media": _media(55)}), 1, 10)},
    {"duration": hours, "allow_multiselect": flag, "layout_type": one_of(1)},
)
