"""All controls and forms there are, as the bot registers them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import cogs.afterwards
import cogs.attending
import cogs.calendars
import cogs.conducting
import cogs.discussions
import cogs.gathering
import cogs.listening
import cogs.mine
import cogs.polls
import cogs.presence
import cogs.privacy
import cogs.prompts
import cogs.reminding
import cogs.signup
import cogs.stewarding
import cogs.tending
import cogs.upkeep
import cogs.worldviews  # noqa: F401 - imported for the subclasses they make
from cogs.kit.controls import Control
from cogs.kit.forms import Form

T = TypeVar("T")


def every_control() -> list[type[Control]]:
    return [kind for kind in _below(Control) if hasattr(kind, "control")]


def every_form() -> list[type[Form]]:
    return list(_below(Form))


def _below(kind: type[T]) -> Iterator[type[T]]:
    children: list[type[T]] = kind.__subclasses__()
    for child in children:
        if child.__module__.startswith("cogs."):
            yield child
            yield from _below(child)
