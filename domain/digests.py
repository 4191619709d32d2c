"""The monthly digest: lines of which both who said them and who wrote the worldview want them to be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

MOST_LINES = 12
MOST_LETTERS = 1700
"""In all lines together: with names and topics they fit into one message."""
HOUR = 9
"""On the first of the next month, by the community's clocks."""
LATE = timedelta(days=7)
"""After that, a digest of last month would be odd."""


@dataclass(frozen=True, slots=True)
class Line:
    """What a listener heard, and the author confirmed. `pseudonym`, `generation`: as the worldview shows."""

    loop_id: int
    heard: str
    listener_id: int
    author_id: int
    topics: tuple[str, ...]
    pseudonym: str | None = None
    generation: str | None = None
    thread_id: int | None = None


def month_at(now: datetime, time_zone: str) -> str:
    """The month that it is there, as `2026-11`."""
    return f"{now.astimezone(ZoneInfo(time_zone)):%Y-%m}"


def due_at(month: str, time_zone: str) -> datetime:
    """When the digest of this month comes."""
    year, number = map(int, month.split("-"))
    first = (year + 1, 1) if number == 12 else (year, number + 1)
    return datetime(*first, 1, HOUR, tzinfo=ZoneInfo(time_zone))


def first_that_fit(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Those that stand in one digest: the others wait for the next. One that is too long stands alone."""
    taken: list[Line] = []
    letters = 0
    for line in lines:
        letters += _length(line.heard)
        if len(taken) == MOST_LINES or (taken and letters > MOST_LETTERS):
            break
        taken.append(line)
    return tuple(taken)


def _length(text: str) -> int:
    """What may be markup counts twice: it is shown with a mark of ours before it."""
    return sum(1 if letter.isalnum() or letter.isspace() or letter > "\x7f" else 2 for letter in text)
