"""Planned misfortune: what happens to requests instead of, or after, the real thing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random
from typing import Literal

from sandbox.clock import Clock

Kind = Literal["status", "html", "drop", "reset", "hang", "delay"]
Moment = Literal["before", "after"]

SOON = 0.05
"""Seconds that a planned 429 asks for when the plan does not say."""


@dataclass(frozen=True, slots=True)
class Strike:
    """What befalls a request. `moment`: before or after it has its effect.

    `seconds`: to hang or to be delayed for, or what Retry-After says; `scope`: of a 429.
    """

    kind: Kind
    moment: Moment = "before"
    status: int = 0
    seconds: float | None = None
    scope: str = "user"


@dataclass(slots=True)
class Fault:
    """One plan: which requests it strikes and how many more; `left` None: until it is cancelled or over.

    `lets_pass`: how many first; `until`: on the clock's own measure; `share`: how likely it strikes.
    """

    method: str
    path: re.Pattern[str]
    strike: Strike
    left: int | None
    lets_pass: int = 0
    until: float | None = None
    share: float = 1.0
    chance: Random | None = None
    struck: int = 0
    number: int = 0

    @property
    def spent(self) -> bool:
        """Whether it has struck as often as it was to."""
        return self.left == 0

    def cancel(self) -> None:
        self.left = 0

    def over(self, now: float) -> bool:
        return self.until is not None and now >= self.until

    def due(self, method: str, path: str, now: float) -> bool:
        """Whether it strikes this request; one that it lets pass counts."""
        if self.over(now):
            self.cancel()
        if self.spent or self.method not in (method, "*") or not self.path.search(path):
            return False
        if self.chance is not None and self.chance.random() >= self.share:
            return False
        self.lets_pass -= 1
        return self.lets_pass < 0

    def strikes(self) -> Strike:
        self.struck += 1
        if self.left is not None:
            self.left -= 1
        return self.strike


class Faults:
    """The plans still open, in the order they were made."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._planned: list[Fault] = []
        self._made = 0

    def next(self, method: str, path: str, outcome: str | float, *, times: int = 1) -> Fault:
        """Plan a fault for the next `times` requests whose path matches the regular expression `path`.

        `outcome`, in words: "502 before" (no effect) or "502 after" (it happened, the answer is lost), and so
        any status; "drop before|after" (the line is closed), "reset before|after" (it is torn down),
        "hang 30 before|after" (seconds of silence, then closed), "429 90" (try again in 90 s),
        "429 90 shared|global", "html 429 600" (from the edge, not from Discord itself),
        "delay 2 before|after". A bare status strikes before. A number is a delay in seconds.
        """
        return self._plan(Fault(method, re.compile(path), strike(outcome), times))

    def at(self, number: int, outcome: str | float) -> Fault:
        """Strike the `number`-th request from now, whatever it is."""
        if number < 1:
            raise ValueError("requests are counted from 1")
        return self._plan(Fault("*", re.compile(""), strike(outcome), 1, number - 1))

    def storm(
        self,
        outcome: str | float,
        *,
        seconds: float | None = None,
        share: float = 1.0,
        seed: int = 0,
        method: str = "*",
        path: str = "",
    ) -> Fault:
        """Strike everything that fits for so many seconds of the world's time, or until it is cancelled.

        `share`: only so many of them, 0.01 for one in a hundred, by chance from `seed`. Other plans go first.
        """
        until = None if seconds is None else self._clock.monotonic() + seconds
        chance = Random(seed) if share < 1 else None  # noqa: S311 - a soak wants the same storm again
        fault = Fault(method, re.compile(path), strike(outcome), None)
        fault.until, fault.share, fault.chance = until, share, chance
        return self._plan(fault)

    def _plan(self, fault: Fault) -> Fault:
        self._planned = [other for other in self._planned if not other.spent]
        self._planned.append(fault)
        self._made += 1
        fault.number = self._made
        return fault

    @property
    def open(self) -> list[Fault]:
        """Those that may strike yet, the oldest first."""
        now = self._clock.monotonic()
        return [fault for fault in self._planned if not fault.spent and not fault.over(now)]

    def take(self, method: str, path: str) -> Strike | None:
        """What befalls this request; of several plans for it the oldest strikes, a storm last of all."""
        now = self._clock.monotonic()
        due = [fault for fault in self._planned if fault.due(method, path, now)]
        return min(due, key=_is_a_storm).strikes() if due else None

    def clear(self) -> None:
        for fault in self._planned:
            fault.cancel()
        self._planned.clear()


def _is_a_storm(fault: Fault) -> bool:
    return fault.left is None


def strike(outcome: str | float) -> Strike:
    """The outcome in words as a value; ValueError for words that are none."""
    if isinstance(outcome, int | float):
        return Strike("delay", seconds=float(outcome))
    words = outcome.split()
    moment: Moment = "after" if words[-1:] == ["after"] else "before"
    match words[:-1] if words[-1:] in (["before"], ["after"]) else words:
        case [("drop" | "reset") as kind]:
            return Strike(kind, moment)
        case [("hang" | "delay") as kind, seconds]:
            return Strike(kind, moment, seconds=float(seconds))
        case ["html", ("403" | "429" | "502" | "503") as status, *wait] if len(wait) < 2:
            return Strike("html", moment, int(status), float(wait[0]) if wait else None)
        case ["429", *wait] if len(wait) < 3 and {*wait[1:]} <= {"user", "shared", "global"}:
            return Strike("status", moment, 429, float(wait[0]) if wait else SOON, *wait[1:])
        case [status] if re.fullmatch("[2-5][0-9]{2}", status):
            return Strike("status", moment, int(status))
    raise ValueError(f"there is no such fault: {outcome!r}")
