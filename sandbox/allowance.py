"""So many in so many seconds, of something Discord limits without saying how."""

from __future__ import annotations

from collections import deque

from sandbox.clock import Clock


class Allowance:
    """Unlimited until a test sets `most`."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._taken: deque[float] = deque()
        self.most: int | None = None
        self.seconds = 60.0

    def take(self) -> bool:
        """Whether one more is allowed; if so it is counted."""
        now = self._clock.monotonic()
        while self._taken and self._taken[0] <= now - self.seconds:
            self._taken.popleft()
        if self.most is not None and len(self._taken) >= self.most:
            return False
        self._taken.append(now)
        return True
