"""How much one person may ask for, so that whoever presses without end keeps nobody else waiting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from cogs.kit.identifies import Pace

PRESSES = Pace(at_once=60, every=1.0)
"""More than anybody does by hand; a script that signs up and leaves is slowed to a few times a minute."""
SUGGESTIONS = Pace(at_once=40, every=0.5)
"""While somebody types; Discord asks at each pause of theirs."""
MANY = 10_000
"""Entries after which those that are full again are forgotten."""


@dataclass(slots=True)
class Budget:
    """Kept as one moment for each person, or whatever else asks: until when their pace is used up."""

    pace: Pace
    now: Callable[[], datetime]
    _used_until: dict[int | str, float] = field(default_factory=dict)

    def allows(self, who: int | str) -> bool:
        """Whether they may ask for one thing more."""
        return self._spent(who) <= (self.pace.at_once - 1) * self.pace.every

    def spend(self, who: int | str) -> bool:
        """The same; it is then counted."""
        if not self.allows(who):
            return False
        now = self.now().timestamp()
        self._used_until[who] = now + self._spent(who) + self.pace.every
        if len(self._used_until) > MANY:
            self._used_until = {who: until for who, until in self._used_until.items() if until > now}
        return True

    def _spent(self, who: int | str) -> float:
        """Seconds of their pace that are used up."""
        left = max(0.0, self._used_until.get(who, 0.0) - self.now().timestamp())
        # a clock that was put back must not lock anybody out for longer than the pace itself
        return min(left, self.pace.at_once * self.pace.every)
