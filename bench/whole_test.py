"""One whole test: server up, bot logged in, a press, its answer, all down; ours beside bare discord.py.

Both press a button that the bot posted when it became ready. Ours opens a database of its own, loads every
cog, and answers with a plan it read the server for; the bare client answers with one fixed line. So the
ratio says what the product costs a test on top of the sandbox and the library.
"""

from __future__ import annotations

import asyncio
import shutil
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import discord

from cogs.kit.wire import point_at
from data.database import Database
from data.keys import MasterKey
from sandbox import Person, Sandbox, World
from tour import community
from tour.stage import on_stage

ROUNDS = 40
WARM_UP = 3
MASTER = MasterKey(bytes(32))


async def measure(say: Callable[[str], None]) -> dict[str, object]:
    """Medians in milliseconds, and their ratio."""
    say(f"{ROUNDS} whole tests each, in turn, after {WARM_UP} to warm up")
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder, "template.db")
        await (await Database.open(_url(template), MASTER)).close()
        took: dict[str, list[float]] = {"ours": [], "bare": []}
        for _ in range(WARM_UP + ROUNDS):
            took["ours"].append(await _timed(lambda: ours(template)))
            took["bare"].append(await _timed(bare))
    ours_ms, bare_ms = (statistics.median(took[who][WARM_UP:]) for who in ("ours", "bare"))
    say(f"ours {ours_ms:.0f} ms, bare discord.py {bare_ms:.0f} ms, ratio {ours_ms / bare_ms:.2f}")
    return {
        "rounds": ROUNDS,
        "ours_ms": round(ours_ms, 1),
        "ours_slowest_ms": round(max(took["ours"][WARM_UP:]), 1),
        "bare_ms": round(bare_ms, 1),
        "ratio": round(ours_ms / bare_ms, 2),
    }


async def ours(template: Path) -> None:
    """What a test of the product does, on its own copy of an empty database."""
    file = template.with_name("test.db")
    shutil.copyfile(template, file)
    database = await Database.open(_url(file), MASTER)
    try:
        bridge = community.found(World())
        async with on_stage(database, bridge.world):
            await press(bridge.nora)
    finally:
        await database.close()


class Bare(discord.Client):
    """The least that answers a press."""

    async def on_ready(self) -> None:
        await self.guilds[0].text_channels[0].send(view=_SetUp(timeout=None))


class _SetUp(discord.ui.View):
    @discord.ui.button(label="Set up")
    async def answer(self, click: discord.Interaction, _: discord.ui.Button[_SetUp]) -> None:
        await click.response.send_message("This is the plan.", ephemeral=True)


async def bare() -> None:
    """The same with nothing but discord.py."""
    async with Sandbox() as sandbox:
        bridge = community.found(sandbox.world)
        point_at(sandbox.api_url, sandbox.gateway_url, sandbox.cdn_url)
        client = Bare(intents=discord.Intents(guilds=True), guild_ready_timeout=0.05)
        running = asyncio.create_task(client.start(sandbox.world.token))
        await press(bridge.nora)
        await client.close()
        await running


async def press(steward: Person) -> None:
    """Returns when the bot has answered."""
    await steward.sees("Set up")
    await steward.clicks("Set up")


async def _timed(work: Callable[[], Awaitable[None]]) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    await work()
    return (time.perf_counter() - began) * 1000


def _url(file: Path) -> str:
    return f"sqlite:///{file}"
