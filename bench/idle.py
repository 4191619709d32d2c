"""A bot that nobody uses: its memory, what an event costs that it ignores, and how soon it is ready.

Ours and bare discord.py, each as a process of its own on the same sandbox, in turn. Memory is resident memory
and CPU the time of all threads, both as Linux tells them. Ours runs with everything on that is on by default.
It asks for the intents guilds and members alone; here both are given messages and voice as well, or there
would be no such events to measure.
"""

from __future__ import annotations

import asyncio
import os
import socket
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import discord

from sandbox import Sandbox, World
from sandbox.guild import Guild
from sandbox.verbs import messages, voice

ROOT = Path(__file__).parents[1]
WHO = ("ours", "bare")
INTENTS = discord.Intents(guilds=True, members=True, guild_messages=True, voice_states=True).value
EVENTS = 1000
ROUNDS = 4
QUIET = 0.2
"""Seconds without noticeable work after which a process has come to rest."""
NOTICEABLE = 0.004
"""Seconds of CPU in that time: ours has a beat."""
PATIENCE = 60.0

Say = Callable[[str], None]


@dataclass(frozen=True)
class Running:
    """A bot's process, from its IDENTIFY on."""

    pid: int
    ready_s: float

    def cpu(self) -> float:
        """Seconds, of all its threads."""
        tasks = Path(f"/proc/{self.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9

    def memory(self) -> float:
        """Resident megabytes."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    async def rests(self) -> None:
        """Until it has nothing left to do."""
        async with asyncio.timeout(PATIENCE):
            before, now = -1.0, self.cpu()
            while now - before > NOTICEABLE:
                await asyncio.sleep(QUIET)
                before, now = now, self.cpu()


async def measure(say: Say) -> dict[str, object]:
    """Megabytes, microseconds, seconds, and ours in ratio to bare."""
    if sys.platform != "linux":
        raise SystemExit("this benchmark reads /proc, which only Linux has")
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        figures |= await _alone(say, Path(folder, "alone"))
        figures |= await _memory(say, Path(folder, "members"), "members", 1, 10_000)
        figures |= await _memory(say, Path(folder, "guilds"), "guilds", 1000, 50)
    return {name: round(value, 2) for name, value in figures.items()}


async def _alone(say: Say, folder: Path) -> dict[str, float]:
    """One small server: memory, then the cost of events, each in turn while the other waits."""
    found, costs = {}, defaultdict[str, list[float]](list)
    async with AsyncExitStack() as stack:
        bots = {}
        for who in WHO:
            world, place = World(), folder.with_name(who)
            guild = _guild(world, "Bridge", 20)
            await _been_there(world, place)
            bots[who] = await stack.enter_async_context(_running(who, world, place)), world, guild
        for who, (bot, _, _) in bots.items():
            await bot.rests()
            found[f"{who}_idle_mb"] = bot.memory()
        for _ in range(1 + ROUNDS):
            for who, (bot, world, guild) in bots.items():
                for name, happen in (("message_us", _message), ("voice_us", _step)):
                    costs[f"{who}_{name}"].append(await _cost(bot, world, partial(happen, world, guild)))
    found |= {name: statistics.median(rounds[1:]) for name, rounds in costs.items()}
    return _beside(say, found, ("idle_mb", "message_us", "voice_us"))


async def _memory(say: Say, folder: Path, name: str, guilds: int, members: int) -> dict[str, float]:
    """Memory and the time until ready in a larger world, for a bot that has been there before."""
    world, found = World(), {}
    for number in range(guilds):
        _guild(world, f"Server {number}", members)
    await _been_there(world, folder)
    for who in WHO:
        async with _running(who, world, folder) as bot:
            await bot.rests()
            found[f"{who}_{name}_mb"], found[f"{who}_{name}_ready_s"] = bot.memory(), bot.ready_s
    return _beside(say, found, (f"{name}_mb", f"{name}_ready_s"))


async def _been_there(world: World, folder: Path) -> None:
    """The first start of ours makes the tables and greets each server; both come once in a life."""
    folder.mkdir()  # noqa: ASYNC240
    async with _running("ours", world, folder) as bot:
        await bot.rests()


def _beside(say: Say, found: dict[str, float], names: tuple[str, ...]) -> dict[str, float]:
    """The same with ratios, said aloud."""
    for name in names:
        ours, bare = found[f"ours_{name}"], found[f"bare_{name}"]
        found[f"{name.rpartition('_')[0]}_ratio"] = ours / bare
        say(f"{name}: ours {ours:.2f}, bare discord.py {bare:.2f}, ratio {ours / bare:.2f}")
    return found


async def _cost(bot: Running, world: World, happen: Callable[[], None]) -> float:
    """Microseconds an event."""
    before = bot.cpu()
    for _ in range(EVENTS):
        happen()
    await world.told()
    await bot.rests()
    return (bot.cpu() - before) / EVENTS * 1e6


@asynccontextmanager
async def _running(who: str, world: World, folder: Path) -> AsyncIterator[Running]:
    """Started, ready, and ended again."""
    notify = folder / f"notify-{time.monotonic_ns()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as told:
        told.bind(str(notify))
        told.setblocking(False)
        async with Sandbox(world) as sandbox:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bench._idling", who, str(INTENTS),
                env=_environment(sandbox, folder, notify), cwd=ROOT,
            )  # fmt: skip
            try:
                async with asyncio.timeout(PATIENCE):
                    yield Running(process.pid, await _ready(world, told))
            finally:
                process.terminate()
                await process.wait()


async def _ready(world: World, told: socket.socket) -> float:
    """Seconds from its IDENTIFY."""
    before = world.sessions.identified
    while world.sessions.identified == before:  # noqa: ASYNC110 - nobody tells of it
        await asyncio.sleep(0.002)
    began = time.perf_counter()
    while b"READY=1" not in await asyncio.get_running_loop().sock_recv(told, 4096):
        pass
    return time.perf_counter() - began


def _environment(sandbox: Sandbox, folder: Path, notify: Path) -> dict[str, str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    return {
        "PATH": os.environ["PATH"],
        "DISCORD_TOKEN": sandbox.world.token,
        "SANDBOX_URL": sandbox.page_url,
        "DATABASE_URL": f"sqlite:///{folder / 'circles.db'}",
        "MASTER_KEY_FILE": str(folder / "circles.key"),
        "HEALTH_PORT": str(port),
        "NOTIFY_SOCKET": str(notify),
        "LOG_LEVEL": "error",
    }


def _guild(world: World, name: str, members: int) -> Guild:
    guild = world.create_guild(name, owner="Nora")
    world.add_members(guild, members)
    return guild


def _message(world: World, guild: Guild) -> None:
    channel = world.channel(str(guild.settings["system_channel_id"]))
    messages.send(world, world.person("Nora").id, channel, {"content": "Good morning, everybody!"})


def _step(world: World, guild: Guild) -> None:
    """Into the voice channel, or out of it."""
    nora = world.person("Nora").id
    if nora in guild.voice_states:
        voice.leave(world, guild, nora)
    else:
        room = next(each for each in guild.channels.values() if each["type"] == 2)
        voice.move(world, guild.id, nora, room["id"])
