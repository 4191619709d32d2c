"""How a discussion repeats: by the calendar on the wall, whatever the clocks do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import count as counting
from typing import Self

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LAST = -1
"""As `nth`: the last of the month."""
WEEK = 7
MONTHS = 12
LATEST = date(2100, 1, 1)
"""Nothing repeats beyond."""
RULE = re.compile(r"([A-Z]+)=([^;]+)(?:;|$)")


class Every(StrEnum):
    """What is counted from one date to the next."""

    WEEK = "WEEKLY"
    MONTH = "MONTHLY"


@dataclass(frozen=True, slots=True)
class Repeat:
    """`every` so many weeks or months, on the weekday of the first date.

    `nth`: the first to the fourth of that weekday in the month, or LAST; 0 for weeks. It ends after `until`,
    a day by the clocks of the zone, or after `count` dates, or never.
    """

    unit: Every
    every: int = 1
    nth: int = 0
    until: date | None = None
    count: int | None = None

    @classmethod
    def parse(cls, rule: str) -> Self:
        """From what `rule` wrote."""
        parts = dict(RULE.findall(rule))
        nth = re.match(r"-?\d+", parts.get("BYDAY", ""))
        until = parts.get("UNTIL")
        return cls(
            Every(parts["FREQ"]),
            int(parts.get("INTERVAL", 1)),
            int(nth[0]) if nth else 0,
            date.fromisoformat(until) if until else None,
            int(parts["COUNT"]) if "COUNT" in parts else None,
        )

    def rule(self, first: date) -> str:
        """As in RFC 5545, 3.3.10. UNTIL is a day, as whoever writes a calendar has to know."""
        day = DAYS[first.weekday()]
        parts = {"FREQ": self.unit, "INTERVAL": self.every, "BYDAY": f"{self.nth or ''}{day}"}
        if self.until:
            parts["UNTIL"] = self.until.strftime("%Y%m%d")
        if self.count:
            parts["COUNT"] = self.count
        return ";".join(f"{name}={value}" for name, value in parts.items())

    def days(self, first: date) -> Iterator[date]:
        """Every day it is on, from the first."""
        days = self._weeks(first) if self.unit is Every.WEEK else self._months(first)
        for number, day in enumerate(days, 1):
            if day > (self.until or LATEST) or (self.count is not None and number > self.count):
                return
            yield day

    def without(self, dates: int) -> Self:
        """The rule of what is left after the first so many dates."""
        return replace(self, count=None if self.count is None else self.count - dates)

    def _weeks(self, first: date) -> Iterator[date]:
        return (first + timedelta(days=WEEK * self.every * number) for number in counting())

    def _months(self, first: date) -> Iterator[date]:
        for number in counting():
            months = first.year * MONTHS + first.month - 1 + number * self.every
            day = nth_weekday(months // MONTHS, months % MONTHS + 1, first.weekday(), self.nth)
            if day >= first:
                yield day


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such day of a month, the first being 1; or its last."""
    if nth == LAST:
        following = date(year + month // MONTHS, month % MONTHS + 1, 1)
        end = following - timedelta(days=1)
        return end - timedelta(days=(end.weekday() - weekday) % WEEK)
    start = date(year, month, 1)
    return start + timedelta(days=(weekday - start.weekday()) % WEEK + WEEK * (nth - 1))


def nth_of(day: date) -> int:
    """Which of its weekday in its month a day is; the fifth is the last."""
    nth = (day.day - 1) // WEEK + 1
    return nth if nth < 5 else LAST


def is_last(day: date) -> bool:
    """Whether it is the last of its weekday in its month."""
    return (day + timedelta(days=WEEK)).month != day.month
