"""The decks that come with the bot, a file for each deck and language (docs/decks.md)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from data.topics import FALLBACK, starter
from domain.decks import Deck, check

FOLDER = Path(__file__).parent
LANGUAGES = ("en", "es")


def topics() -> tuple[str, ...]:
    """The keys of what a community starts with; a shipped deck speaks of nothing else."""
    return tuple(topic.key for topic in starter(FALLBACK))


def files() -> list[Path]:
    """Every shipped file, by name."""
    return sorted(FOLDER.glob("*.toml"))


@cache
def shipped() -> Mapping[tuple[str, str], Deck]:
    """The shipped decks by key and language. They are read once.

    Raises ValueError for one that has problems; `python bot.py decks check` tells which.
    """
    decks = {}
    for file in files():
        found = check(file.read_bytes(), topics(), LANGUAGES)
        if found.deck is None:
            raise ValueError(f"{file.name} has problems: {found.problems}")
        decks[found.deck.key, found.deck.language] = found.deck
    return MappingProxyType(decks)


def example_in(language: str) -> str:
    """A deck to start from, in this language, else in the first; `[TOPIC]` stands for topics of theirs."""
    name = language if language in LANGUAGES else LANGUAGES[0]
    return (FOLDER / "example" / f"{name}.toml").read_text("utf-8")
