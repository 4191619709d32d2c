"""The exchange between the seats: who answers, by side and never by person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from domain.people import Seat

MUCH = 0.7
"""Beyond this share, one side does most of the answering."""
LEAST_ANSWERS = 20
LEAST_PEOPLE = 5
"""Of fewer nothing is said: figures about so few would be figures about somebody."""
MONTHS = 3
"""So many are shown to stewards."""


@dataclass(frozen=True, slots=True)
class Leaning:
    """One side does so much of the answering, in percent."""

    side: Seat
    percent: int


def leaning(answered: Mapping[Seat, int], people: int) -> Leaning | None:
    """Whether one side does most of the answering; None when not, or when too few did to say so.

    `answered` counts answers to questions and words on what was said back. An author who sits on both sides
    counts for neither.
    """
    total = answered.get(Seat.MENTOR, 0) + answered.get(Seat.MENTEE, 0)
    if total < LEAST_ANSWERS or people < LEAST_PEOPLE:
        return None
    side = max((Seat.MENTOR, Seat.MENTEE), key=lambda seat: answered.get(seat, 0))
    share = answered.get(side, 0) / total
    return Leaning(side, round(100 * share)) if share > MUCH else None


def months_until(month: str, count: int = MONTHS) -> list[str]:
    """This month, as `2026-11`, and those before it, the latest first."""
    year, number = map(int, month.split("-"))
    last = 12 * year + number - 1
    return [f"{each // 12}-{each % 12 + 1:02}" for each in range(last, last - count, -1)]


def span(month: str) -> tuple[datetime, datetime]:
    """When a month of the ledger begins, and the next one."""
    first = datetime.strptime(month, "%Y-%m").replace(tzinfo=UTC)
    return first, (first + timedelta(days=31)).replace(day=1)
