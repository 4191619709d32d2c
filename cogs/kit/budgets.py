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
    """Kept as one moment for each person: until when their pace is used up."""

    pace: Pace
    now: Callable[[], datetime]
    _used_until: dict[int, float] = field(default_factory=dict)

    def spend(self, user_id: int) -> bool:
        """Whether this person may ask for one thing more, which is then counted."""
        now = self.now().timestamp()
        # a clock that was put back must not lock anybody out for longer than the pace itself
        spent = min(max(0.0, self._used_until.get(user_id, 0.0) - now), self.pace.at_once * self.pace.every)
        if spent > (self.pace.at_once - 1) * self.pace.every:
            return False
        self._used_until[user_id] = now + spent + self.pace.every
        if len(self._used_until) > MANY:
            self._used_until = {who: until for who, until in self._used_until.items() if until > now}
        return True
