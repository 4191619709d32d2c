"""A beat on the event loop, and a thread that watches for it: a bot that hangs is seen, and ended."""

from __future__ import annotations

import asyncio
import faulthandler
import os
import sys
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TextIO

import structlog

from life import systemd
from life.ending import Exit

log = structlog.get_logger(__name__)

BEAT = 0.5
"""Seconds between beats."""
STUCK = 10.0
"""Seconds without a beat after which the stacks are shown."""
HOPELESS = 60.0
"""Seconds after which the process is ended, to be started again."""
LOOKS = 10
"""How often the thread looks in that time."""
REMEMBERED = 60.0
"""Seconds for which a short stall is remembered at least, and twice that at most."""
MORE_TIME = 30
"""Seconds that systemd is asked to go on waiting for the start, beat by beat."""


class Pulse:
    """Short stalls are measured by beats that come late; long ones by the thread.

    The thread counts its own looks and trusts no clock: a process that was stopped as a whole, or a machine
    that slept, is not stuck.
    """

    def __init__(
        self,
        *,
        beat: float = BEAT,
        stuck: float = STUCK,
        hopeless: float = HOPELESS,
        give_up: Callable[[], object] = lambda: os._exit(Exit.BROKEN),
        out: TextIO = sys.stderr,
    ) -> None:
        self.beats = 0
        self._beat, self._stuck, self._hopeless = beat, stuck, hopeless
        self._give_up, self._out = give_up, out
        self._stalls = [0.0, 0.0]
        self._turned = 0.0
        self._wanted = systemd.watchdog_seconds()
        self._told = 0.0
        self._is_ready = False
        self._over = threading.Event()

    @property
    def longest_stall(self) -> float:
        """Seconds, of the last minute or two."""
        return max(self._stalls)

    async def on_ready(self) -> None:
        """The bot's listener: the start is over."""
        self._is_ready = True
        systemd.tell("READY=1")

    @asynccontextmanager
    async def beating(self) -> AsyncIterator[None]:
        """For as long as the block lasts."""
        watching = threading.Thread(target=self._watch, name="pulse", daemon=True)
        beating = asyncio.create_task(self._go_on())
        watching.start()
        try:
            yield
        finally:
            systemd.tell("STOPPING=1")
            self._over.set()
            beating.cancel()

    async def _go_on(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            due = loop.time() + self._beat
            await asyncio.sleep(self._beat)
            self._beaten(loop.time(), loop.time() - due)

    def _beaten(self, now: float, late: float) -> None:
        self.beats += 1
        if now > self._turned + REMEMBERED:
            self._turned, self._stalls = now, [0.0, self._stalls[0]]
        self._stalls[0] = max(self._stalls[0], late)
        if not self._is_ready:
            systemd.tell(f"EXTEND_TIMEOUT_USEC={MORE_TIME * 1_000_000}")
        if self._wanted is not None and now > self._told + self._wanted / 4:
            self._told = now
            systemd.tell("WATCHDOG=1")

    def _watch(self) -> None:
        look = self._stuck / LOOKS
        seen, missed = self.beats, 0
        while not self._over.wait(look):
            if self.beats != seen:
                if missed >= LOOKS:
                    log.warning("loop-responds-again", seconds=round(missed * look, 1))
                seen, missed = self.beats, 0
                continue
            missed += 1
            if missed == LOOKS:
                log.error("loop-stuck", seconds=round(missed * look, 1))
                faulthandler.dump_traceback(self._out)
            if missed * look >= self._hopeless:
                log.critical("loop-hopeless", seconds=round(missed * look, 1))
                self._give_up()
                return
