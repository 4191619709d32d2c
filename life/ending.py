"""Ending when asked, and in any case."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from enum import IntEnum

import structlog

log = structlog.get_logger(__name__)

GRACE = 10.0
"""Seconds between being asked to end and ending, come what may."""


class Exit(IntEnum):
    """What a supervisor reads; the numbers are those of sysexits.h."""

    ENDED = 0
    BROKEN = 70
    TRY_AGAIN = 75
    MISCONFIGURED = 78


class Ending:
    """Calls `stop` at the first Ctrl-C or SIGTERM; a process still there `grace` seconds later is ended.

    The signal handlers are plain ones: asyncio's own wait for a loop that may be what hangs.
    """

    def __init__(self, stop: Callable[[], object], grace: float = GRACE) -> None:
        self.asked = False
        self._stop = stop
        self._overdue = threading.Timer(grace, _give_up)
        self._overdue.daemon = True

    def listen(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._ask)

    def watch(self) -> None:
        """From now on the time runs."""
        if not self._overdue.is_alive():
            self._overdue.start()

    def _ask(self, *_: object) -> None:
        if not self.asked:
            self.asked = True
            self.watch()
            self._stop()


def _give_up() -> None:
    log.critical("ending-took-too-long")
    os._exit(Exit.BROKEN)
