"""Names under which somebody may write: drawn at random, for one worldview, from nothing of theirs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

LEAST_NUMBER, MOST_NUMBER = 2, 99
LONGER = 9_999
"""Where the numbers end when those of two digits are used up."""
LEAST_DELAY, MOST_DELAY = timedelta(seconds=30), timedelta(seconds=120)
"""So long a post under a pseudonym waits, that nobody can tell by the minute who has just been at it."""


def draw(words: Sequence[str], chance: Callable[[], float], attempt: int = 0) -> str:
    """As in "Heron 47". `chance` answers from 0 to 1; later attempts may have longer numbers."""
    most = MOST_NUMBER if attempt < MOST_NUMBER else LONGER
    word = words[_one_of(len(words), chance)]
    return f"{word} {LEAST_NUMBER + _one_of(most - LEAST_NUMBER + 1, chance)}"


def delay(chance: Callable[[], float]) -> timedelta:
    """How long this one waits."""
    return LEAST_DELAY + (MOST_DELAY - LEAST_DELAY) * chance()


def _one_of(count: int, chance: Callable[[], float]) -> int:
    return min(int(chance() * count), count - 1)
