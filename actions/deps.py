"""What every action is given: the database and the time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from data.database import Database


def utc_now() -> datetime:
    """The real clock; tests pass their own."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Deps:
    """Handed to every action. `now` answers in UTC."""

    database: Database
    now: Callable[[], datetime] = utc_now
