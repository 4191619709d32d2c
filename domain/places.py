"""Places at a date: who gets one, who waits, and to whom a free one is offered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from domain.people import Seat


class Missing(StrEnum):
    """Of whom nobody is coming so far."""

    OLDER = "older"
    YOUNGER = "younger"
    MENTOR = "mentor"
    MENTEE = "mentee"


def missing(bands: Sequence[str], going: Iterable[tuple[str, Seat]]) -> Missing | None:
    """Who is missing most; None also while nobody comes at all.

    `bands`: the community's generations, the youngest first. The younger half of them and the older are the
    two sides; of an odd number the one in the middle is on neither.
    """
    people = list(going)
    if not people:
        return None
    half = len(bands) // 2
    here, seats = {band for band, _ in people}, {seat for _, seat in people}
    if half and here.isdisjoint(bands[-half:]):
        return Missing.OLDER
    if half and here.isdisjoint(bands[:half]):
        return Missing.YOUNGER
    if Seat.MENTOR not in seats:
        return Missing.MENTOR
    return Missing.MENTEE if Seat.MENTEE not in seats else None
