"""Two bots, each a process of its own on a sandbox of its own: ours as an operator has it, and a bare one."""

from __future__ import annotations

import copy
import os
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from data.database import Database
from data.keys import MasterKey
from sandbox import Sandbox, World
from sandbox.interactions import Interaction
from sandbox.payloads import Json
from tests.processes import Process, connected, started
from tour import community
from tour.community import Bridge
from tour.stage import on_stage

JOIN = "Join the circles"
ANSWERS = {
    "Where do you want to sit?": "I can mentor",
    "Your generation": "Gen Z · born 1997 to 2012",
    "I am 18 or older": True,
    "I agree to listen and to be kind": True,
}
Bot: TypeAlias = Callable[[Sandbox], AbstractAsyncContextManager[Process]]
"""Starts one on a sandbox."""
ROLE = "/guilds/{guild_id}/members/{user_id}/roles/{role_id}"


@dataclass(frozen=True)
class Opening:
    """A community that has been set up, and what somebody sends who has filled in the join form there."""

    bridge: Bridge
    opener: Interaction
    """The press that opened the form."""
    form: Json


@dataclass(frozen=True)
class Stand:
    """A bot in a process of its own, and the server whose people will press."""

    opening: Opening
    pid: int

    @property
    def cpu(self) -> float:
        """Seconds of CPU that the bot has used so far."""
        return cpu_of(self.pid)


def cpu_of(pid: int) -> float:
    """Seconds of CPU that a process has used so far; Linux alone tells it without further ado."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def opened(url: str, key_file: Path) -> Opening:
    """The steward's part, played once, and the form as somebody gets it who presses the button."""
    bridge = community.found(World())
    database = await Database.open(url, MasterKey.from_file(key_file))
    try:
        async with on_stage(database, bridge.world):
            await bridge.is_set_up()
            mei = await bridge.join("Mei")
            await mei.clicks(JOIN)
            if mei.form is None:
                raise RuntimeError("the join button opened no form")
            return Opening(bridge, mei.form.opened_by, mei.form.submission(mei, ANSWERS))
    finally:
        await database.close()


@asynccontextmanager
async def ours(opening: Opening, url: str, key_file: Path) -> AsyncIterator[Stand]:
    """`python bot.py`."""
    async with running(opening.bridge.world, our_bot(url, key_file)) as pid:
        yield Stand(opening, pid)


@asynccontextmanager
async def bare(opening: Opening) -> AsyncIterator[Stand]:
    """`python -m bench._bare`, on a copy of the same server."""
    copied = copy.deepcopy(opening)
    async with running(copied.bridge.world, bare_bot) as pid:
        yield Stand(copied, pid)


def our_bot(url: str, key_file: Path) -> Bot:
    """As an operator has it."""
    return lambda sandbox: started(
        "bot.py", **_address(sandbox), DATABASE_URL=url, MASTER_KEY_FILE=str(key_file)
    )


def bare_bot(sandbox: Sandbox) -> AbstractAsyncContextManager[Process]:
    """The one beside which ours is measured."""
    return started("-m", "bench._bare", **_address(sandbox))


@asynccontextmanager
async def running(world: World, bot: Bot) -> AsyncIterator[int]:
    """A bot on a sandbox of this world, connected; the id of its process."""
    async with Sandbox(world) as sandbox, bot(sandbox) as process:
        await connected(sandbox)
        sandbox.limits.set("PUT", ROLE, 10, 10.0)
        sandbox.limits.set_global(50)
        yield process.pid


def _address(sandbox: Sandbox) -> Mapping[str, str]:
    return {"SANDBOX_URL": sandbox.page_url.rstrip("/"), "DISCORD_TOKEN": sandbox.world.token}
