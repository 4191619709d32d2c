"""How long something takes, as people write it."""

from __future__ import annotations

import re

from domain.discussion_errors import (
    BadLength,
)

WRITTEN = re.compile(
    r"(?:(?P<hours>\d{1,3}(?:[.,]5)?)\s*(?:h|hours?|horas?|:))?\s*(?:(?P<minutes>\d{1,4})\s*(?:m|min|minutes?|minutos?)?\.?)?",
    re.IGNORECASE,
)
HOUR = 60


def minutes_of(text: str) -> int:
    """90, from 90, 90 min, 1h30, 1:30 or 1.5 h. Raises BadLength."""
    found = WRITTEN.fullmatch(text.strip())
    if found is None or not (found["hours"] or found["minutes"]):
        raise BadLength
    hours = float((found["hours"] or "0").replace(",", "."))
    return int(hours * HOUR) + int(found["minutes"] or 0)
