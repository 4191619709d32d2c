"""Planned misfortune: what happens to the next matching requests instead of, or after, the real thing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Moment = Literal["before", "after"]


@dataclass(slots=True)
class Fault:
    """One plan. `moment`: before or after the request has its effect; `status` None: no answer at all."""

    method: str
    path: re.Pattern[str]
    moment: Moment
    status: int | None
    delay: float
    times: int

    def fits(self, method: str, path: str) -> bool:
        return self.times > 0 and self.method in (method, "*") and self.path.search(path) is not None


class Faults:
    """The plans still open, in the order they were made."""

    def __init__(self) -> None:
        self._planned: list[Fault] = []

    def next(self, method: str, path: str, outcome: str | float, *, times: int = 1) -> None:
        """Plan a fault for the next `times` requests whose path matches the regular expression `path`.

        `outcome`: "502 before" (no effect), "502 after" (it happened, the answer is lost), "drop before",
        "drop after" (the line is cut), a bare status such as "403" (before), or seconds of delay as a number.
        """
        moment, delay = "before", 0.0
        status: int | None = 0
        if isinstance(outcome, int | float):
            delay = float(outcome)
        else:
            what, _, when = outcome.partition(" ")
            moment, status = when or "before", None if what == "drop" else int(what)
        if moment not in ("before", "after"):
            raise ValueError(f"a fault strikes before or after, not {moment!r}")
        self._planned.append(Fault(method, re.compile(path), _moment(moment), status, delay, times))

    def take(self, method: str, path: str) -> Fault | None:
        """The plan for this request, if there is one; it counts as used."""
        for fault in self._planned:
            if fault.fits(method, path):
                fault.times -= 1
                return fault
        return None

    def clear(self) -> None:
        self._planned.clear()


def _moment(word: str) -> Moment:
    return "after" if word == "after" else "before"
