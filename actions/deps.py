"""What every action is given: the database, the time and chance."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from data.database import Database


def utc_now() -> datetime:
    """The real clock; tests pass their own."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Deps:
    """Handed to every action. `now` answers in UTC, `chance` with a number from 0 to 1.

    The `bell` is rung when there may be a job to do at once; whoever does jobs listens for it.
    """

    database: Database
    now: Callable[[], datetime] = utc_now
    chance: Callable[[], float] = secrets.SystemRandom().random
    bell: asyncio.Event = field(default_factory=asyncio.Event)
