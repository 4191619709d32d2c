"""A word to stewards when a discussion falls through again and again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cogs.kit.cards import Card
from text import Say


def missed_again(say: Say, _: str, facts: Mapping[str, Any]) -> Card:
    """How often in a row. Which one, its new times say: no text of anybody stands in a notice."""
    return Card(say("notice-missed-again", count=facts["count"]))
