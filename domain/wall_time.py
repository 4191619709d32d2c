"""A time of day as people write it."""

from __future__ import annotations

import re

from domain.errors import BadTime

WRITTEN = re.compile(
    r"(?P<hour>\d{1,2})(?:\s*[:.h]\s*(?P<minute>\d{2}))?\s*(?:h|(?P<half>[ap])\.?m\.?)?", re.IGNORECASE
)
HOURS, MINUTES, NOON = 24, 60, 12


def wall_time(text: str) -> str:
    """`18:00`, from 18:00, 18.00, 18h00, 18 h or 6 pm. Raises BadTime."""
    found = WRITTEN.fullmatch(text.strip())
    if found is None:
        raise BadTime
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"]:
        hour = _from_half(hour, found["half"].lower())
    if hour >= HOURS or minute >= MINUTES:
        raise BadTime
    return f"{hour:02}:{minute:02}"


def _from_half(hour: int, half: str) -> int:
    """12 am is midnight, and 12 pm is noon."""
    if not 1 <= hour <= NOON:
        raise BadTime
    return hour % NOON + (NOON if half == "p" else 0)
