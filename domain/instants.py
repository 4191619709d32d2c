"""From what a clock on the wall shows to a moment that is the same everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from domain.errors import StrangeZone


@dataclass(frozen=True, slots=True)
class Instant:
    """`at` is in UTC, `local` what the clocks there show then; `moved`: none shows what was asked."""

    at: datetime
    local: datetime
    moved: bool


def instant_of(local: datetime, time_zone: str) -> Instant:
    """The moment when the clocks of the zone show this.

    Where they are put forward over it, it is as much later as they are put forward; where they show it twice,
    it is the first time (RFC 5545, 3.3.5). `local` has no zone.
    """
    zone = ZoneInfo(time_zone)
    at = local.replace(tzinfo=zone, fold=0).astimezone(UTC)
    shown = at.astimezone(zone).replace(tzinfo=None, fold=0)
    return Instant(at, shown, moved=shown != local)


def local_of(at: datetime, time_zone: str) -> datetime:
    """What the clocks of the zone show at this moment, without a zone."""
    return at.astimezone(ZoneInfo(time_zone)).replace(tzinfo=None, fold=0)


def zone_called(name: str) -> str:
    """A time zone as it is written, from its name in letters of any size. Raises StrangeZone."""
    found = _zones().get(name.lower())
    if found is None:
        raise StrangeZone
    return found


@cache
def _zones() -> dict[str, str]:
    return {name.lower(): name for name in available_timezones()}
