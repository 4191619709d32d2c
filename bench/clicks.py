"""Thousands who sign up: how long each waits, whether anybody is lost or doubled, and what a click costs.

The timed click is the one that signs up: the filled-in form, sent. The bot is a process of its own, on the
sandbox in this one; people are put into the server beforehand, without greetings. The bare bot answers the
same interactions with a fixed line, in the same run, one load after the other. CPU is what the bot's process
used from the first press of a load to its last answer, by the number of presses. Roles are limited as Discord
limits them.

BENCH_DATABASE=postgresql measures ours on PostgreSQL: the tests' own, which does not wait for its disk.
"""

from __future__ import annotations

import asyncio
import math
import os
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import sqlalchemy as sa

from bench import _crowd, _stands
from bench._crowd import Load, Run
from data.database import Database
from data.keys import MasterKey
from tests import postgres

PACE = 5_000 / 60
LOADS = (Load("minute", 5_000, PACE), Load("burst", 5_000, 500), Load("instant", 1_000))
BARE_LOADS = (Load("minute", 1_250, PACE), Load("burst", 2_500, 500), Load("instant", 1_000))
"""Its figures settle sooner, and the whole is to end within two minutes and a half."""
WARM_UP = Load("warm-up", 100, 100)
REST = (
    "Beyond the bare bot: most is the database (three statements, one of them the row for the roles, and the "
    "commit), the rest the card with its words, the door and the form."
)
"""Found once with a sampling profiler, not in this run; see docs/adr/0017."""


async def measure(say: Callable[[str], None]) -> dict[str, object]:
    """Figures per load."""
    with tempfile.TemporaryDirectory() as folder:
        async with _database(Path(folder)) as url:
            return await _measured(say, url, Path(folder, "master.key"))


async def _measured(say: Callable[[str], None], url: str, key_file: Path) -> dict[str, object]:
    say(f"{'load':8} {'bot':5} {'people':>6} {'acked':>6} {'p50 ms':>8} {'p99 ms':>8} {'CPU us':>7}")
    opening = await _stands.opened(url, key_file)
    runs: list[tuple[Run, Run]] = []
    async with _stands.bare(opening) as bare, _stands.ours(opening, url, key_file) as ours:
        for stand in (ours, bare):
            await _crowd.press(stand, WARM_UP)
        for load, bare_load in zip(LOADS, BARE_LOADS, strict=True):
            runs.append((await _crowd.press(ours, load), await _crowd.press(bare, bare_load)))
            _show(say, "ours", runs[-1][0])
            _show(say, "bare", runs[-1][1])
    kept = await _kept(url, key_file, int(opening.bridge.guild.id))
    figures = {run.load.name: _figures(run, bare, run.lost(kept), run.doubled(opening)) for run, bare in runs}
    for name, found in figures.items():
        say(f"{name}: {found['cpu_ratio']} x bare, {found['lost']} lost, {found['doubled']} doubled")
    say(REST)
    return {"database": sa.make_url(url).get_backend_name(), **figures}


def _figures(run: Run, bare: Run, lost: int, doubled: int) -> dict[str, float | None]:
    return {
        "acked": run.acked,
        "late": run.load.people - run.acked,
        "lost": lost,
        "doubled": doubled,
        "p50_ms": _ms(run.quantile(0.5)),
        "p99_ms": _ms(run.quantile(0.99)),
        "bare_p99_ms": _ms(bare.quantile(0.99)),
        "cpu_us": round(run.cpu_us),
        "bare_cpu_us": round(bare.cpu_us),
        "cpu_ratio": round(run.cpu_us / bare.cpu_us, 2),
        "sandbox_us": round(run.sandbox_us),
    }


def _ms(wait: float) -> float | None:
    """None for whoever was never answered: JSON has no infinity."""
    return round(wait, 1) if math.isfinite(wait) else None


def _show(say: Callable[[str], None], who: str, run: Run) -> None:
    name, people = run.load.name, run.load.people
    waits = f"{run.quantile(0.5):8.1f} {run.quantile(0.99):8.1f}"
    say(f"{name:8} {who:5} {people:6} {run.acked:6} {waits} {run.cpu_us:7.0f}")


async def _kept(url: str, key_file: Path, community_id: int) -> list[str]:
    """Who is in, read when the bot has ended."""
    database = await Database.open(url, MasterKey.from_file(key_file))
    try:
        async with database.browse() as store:
            return [str(person.user_id) for person in await store.people.everyone(community_id)]
    finally:
        await database.close()


@asynccontextmanager
async def _database(folder: Path) -> AsyncIterator[str]:
    if os.environ.get("BENCH_DATABASE") != "postgresql":
        yield f"sqlite:///{folder / 'clicks.db'}"
        return
    running = postgres.running()  # it has a loop of its own, and so needs a thread of its own
    server = await asyncio.to_thread(running.__enter__)
    try:
        yield await asyncio.to_thread(server.create, "clicks")
    finally:
        await asyncio.to_thread(running.__exit__, None, None, None)
