"""What the bot knows about its own state; `health` shows it."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from datetime import datetime

from cogs.kit.breakers import Breaker, DirectMessages, InvalidRequests
from cogs.kit.skew import Skew
from measures import Durations

ANSWERED_IN = (0.05, 0.1, 0.25, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0)
"""Seconds. Discord waits for 3."""

NEXT_START = 60.0
"""Seconds that work waits when the token is refused: this process does none any more, the next one may."""

CONNECTED = frozenset({"ready", "resumed"})

Check = Callable[[], bool]


class Vitals:
    """Filled by whoever sees it happen."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.answers = Durations(ANSWERED_IN)
        """From the press, by Discord's clock, until Discord had the answer."""
        self.expired = 0
        """Presses that Discord no longer knew when the answer came."""
        self.connected = False
        """Whether events arrive."""
        self.sessions: Counter[str] = Counter()
        """How often the gateway was `identified`, `resumed` and `lost`."""
        self.mended: Counter[str] = Counter()
        """What upkeep had to put right, by the kind of step."""
        self.invalid = InvalidRequests()
        self.banned = Breaker("cloudflare")
        self.token_refused = asyncio.Event()
        self.direct = DirectMessages()
        self.skew = Skew(now)
        self.checks: dict[str, Check] = {}
        """What else must hold for the bot to be ready, by name; each room adds its own."""

    def happened(self, event: str) -> None:
        """Called with every event of the library's, so that it must cost next to nothing."""
        if event in CONNECTED:
            self.connected = True
            self.sessions["resumed"] += event == "resumed"
        elif event == "disconnect":  # told again for each try to come back that fails
            self.sessions["lost"] += self.connected
            self.connected = False

    @property
    def breakers(self) -> tuple[Breaker, ...]:
        return self.banned, self.invalid.breaker, self.direct.breaker

    def wait(self) -> float:
        """Seconds for which nothing may be asked of Discord, except to answer a person."""
        ended = NEXT_START if self.token_refused.is_set() else 0.0
        return max(ended, self.banned.wait(), self.invalid.breaker.wait())
