"""`python -m sandbox` as anybody has it: a process of its own, which says where it is."""

from __future__ import annotations

import asyncio
import re
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

WITHIN = 15


@dataclass(frozen=True)
class Served:
    """What a sandbox says of itself when it is up."""

    process: Process
    said: str
    page: str
    token: str
    api: str


@asynccontextmanager
async def started(*command: str) -> AsyncIterator[Process]:
    """A process, gone after the block whatever happens."""
    process = await asyncio.create_subprocess_exec(*command, stdout=PIPE, stderr=PIPE)
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


@asynccontextmanager
async def served(*words: str) -> AsyncIterator[Served]:
    """A sandbox on a port that was free, with these arguments besides."""
    async with started(sys.executable, "-m", "sandbox", "--port", "0", *words) as process:
        assert process.stdout
        said = (await asyncio.wait_for(process.stdout.readuntil(b"Ctrl-C"), WITHIN)).decode()
        page, token, api = (re.findall(rf"{word} +(\S+)\n", said)[0] for word in ("them", "token", "REST"))
        yield Served(process, said, page, token, api)
