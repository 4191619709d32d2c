"""The reply coach: what a text acknowledges, where it leaves room, and what it flatly denies.

It looks at phrases from a list and knows nothing else. Nothing leaves the process, and nothing is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

MOST_SHOWN = 3
"""Phrases of each kind that are shown."""


class Finding(StrEnum):
    """What a phrase does. A text is spoken of by the first of these that is in it."""

    NEGATES = "negates"
    ACKNOWLEDGES = "acknowledges"
    HEDGES = "hedges"


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of one kind, in whatever languages; letter case and kinds of apostrophes do not matter."""

    kind: Finding
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Thought:
    """What was found, as it stands in the text, and which sentence fits; `plain` where nothing was."""

    found: dict[Finding, tuple[str, ...]]

    @property
    def sentence(self) -> str:
        return next((kind.value for kind in Finding if self.found.get(kind)), "plain")


def phrases(kind: Finding, listed: Iterable[str]) -> Phrases:
    """Put together once. The longest comes first, so that it is shown whole."""
    plain = sorted({" ".join(_even(each).split()) for each in listed} - {""}, key=lambda p: (-len(p), p))
    choices = "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in plain)
    return Phrases(kind, re.compile(rf"(?<!\w)(?:{choices})(?!\w)", re.IGNORECASE))


def look(text: str, known: Iterable[Phrases]) -> Thought:
    """The same text always gets the same thought."""
    even = _even(text)
    found = {}
    for each in known:
        spots = [text[match.start() : match.end()] for match in each.pattern.finditer(even)]
        shown = tuple(dict.fromkeys(" ".join(spot.split()) for spot in spots))[:MOST_SHOWN]
        if shown:
            found[each.kind] = shown
    return Thought(found)


def _even(text: str) -> str:
    """With one kind of apostrophe; no character moves."""
    return text.replace("\u2019", "'").replace("\u02bc", "'")
