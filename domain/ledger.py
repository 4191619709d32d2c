"""What the exchange ledger counts: for each seat and month, never for a person."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum


class Counted(StrEnum):
    """Each counts for the seat of whoever did it; LOOPED for that of the listener who was confirmed."""

    ASKED = "asked"
    ANSWERED = "answered"
    SAID_BACK = "said-back"
    LOOPED = "looped"
    SHIFTED = "shifted"


def month_of(moment: datetime) -> str:
    """The month of it in UTC, as `2026-11`."""
    return f"{moment.astimezone(UTC):%Y-%m}"
