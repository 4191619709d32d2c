"""A community: a Discord server as we keep it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Generation:
    """A named band of birth years. `name` is the stewards' own; None means the usual name for `key`."""

    key: str
    first_year: int
    last_year: int
    name: str | None = None


GENERATIONS = (
    Generation("gen-z", 1997, 2012),
    Generation("millennial", 1981, 1996),
    Generation("gen-x", 1965, 1980),
    Generation("boomer", 1946, 1964),
    Generation("silent", 1928, 1945),
)
"""What a new community starts with, youngest first.

Bands: Pew Research Center, "Defining generations", 2019.
"""


@dataclass(frozen=True, slots=True)
class Community:
    """A server with the bot in it. `set_up_at` is None until a steward has confirmed the plan."""

    community_id: int
    language: str
    generations: tuple[Generation, ...] = GENERATIONS
    set_up_at: datetime | None = None
    set_up_by: int | None = None

    def generation(self, key: str) -> Generation | None:
        """The band with this key, if this community has it."""
        return next((band for band in self.generations if band.key == key), None)

    @property
    def generation_keys(self) -> frozenset[str]:
        return frozenset(band.key for band in self.generations)
