"""A planned date, looked at from both sides."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from domain.discussions import Occurrence
from sandbox.enums import EventStatus

ROOM = "#discussion room 1"
TITLE = "How do we grow old?"


async def now_is(stage, date: Occurrence) -> Occurrence:
    """The date as it is kept now."""
    async with stage.database.read() as store:
        found: Occurrence | None = await store.occurrences.find(date.community_id, date.occurrence_id)
        assert found is not None
        return found


async def becomes_so(stage, date: Occurrence, so, within: float = 5.0) -> Occurrence:
    """Wait until the date is kept like this. AssertionError with the date when it does not become so."""
    deadline = asyncio.get_running_loop().time() + within
    while asyncio.get_running_loop().time() < deadline:
        found = await now_is(stage, date)
        if so(found):
            return found
        await asyncio.sleep(0.01)
    raise AssertionError(f"it did not become so: {found}")


def events(server, *states: EventStatus):
    """The server's events in these states; those that are to come or on when none is given."""
    wanted = states or (EventStatus.SCHEDULED, EventStatus.ACTIVE)
    return [each for each in server.guild.scheduled_events.values() if each["status"] in wanted]


def start_of(event) -> datetime:
    return datetime.fromisoformat(event["scheduled_start_time"]).astimezone(UTC)
