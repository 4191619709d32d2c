"""The bot as its operator has it: a process of its own."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import IO

from sandbox import Sandbox
from settings import Settings
from tests.until import until

ROOT = Path(__file__).parents[1]
SECONDS = 30.0
"""More than anything here takes on a busy machine."""


async def connected(sandbox: Sandbox) -> None:
    """Until the bot is on the gateway."""
    async with asyncio.timeout(SECONDS):
        await until(lambda: sandbox.world.sessions.connections)


class Process:
    """A process, and the file that both its outputs go to: a pipe that nobody reads would stop it."""

    def __init__(self, process: asyncio.subprocess.Process, screen: IO[bytes]) -> None:
        self._process = process
        self._screen = screen

    @property
    def pid(self) -> int:
        return self._process.pid

    def asked(self, to: signal.Signals) -> None:
        self._process.send_signal(to)

    async def shows(self, words: str) -> None:
        """Until this stands on its screen."""
        async with asyncio.timeout(SECONDS):
            await until(lambda: words.encode() in os.pread(self._screen.fileno(), 1 << 20, 0))

    async def end(self) -> tuple[int, str]:
        """Its exit code, and what stood on its screen."""
        async with asyncio.timeout(SECONDS):
            code = await self._process.wait()
        self._screen.seek(0)
        return code, self._screen.read().decode()


@asynccontextmanager
async def started(*arguments: str, **environment: str) -> AsyncIterator[Process]:
    """Python with these arguments and next to no environment; gone after the block, whatever happens."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "SYSTEMROOT"}}
    with tempfile.TemporaryFile() as screen:
        process = await asyncio.create_subprocess_exec(
            sys.executable, *arguments, env=kept | environment, cwd=ROOT, stdout=screen, stderr=screen
        )
        try:
            yield Process(process, screen)
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()


def the_bot(settings: Settings, token: str, **more: str) -> AbstractAsyncContextManager[Process]:
    """`python bot.py` with these settings."""
    environment = {
        "DISCORD_TOKEN": token,
        "SANDBOX_URL": settings.sandbox_url or "",
        "DATABASE_URL": settings.database_url,
        "MASTER_KEY_FILE": str(settings.master_key_file),
        "IDENTIFIES_IN_AN_HOUR": "3600",  # tests start it as often as they like
        "HEALTH_PORT": str(settings.health_port),
        "CALENDAR_PORT": str(settings.calendar_port),
    }
    return started("bot.py", **{**environment, **more})
