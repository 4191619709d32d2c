"""Worldviews in a young community and in an old one: how long each button waits, and what a press costs.

The old one has 10,000 worldviews, and as many active threads as Discord allows, 1,000, when the last has been
explained. Both bots are processes of their own (`python bot.py`), each on a sandbox in this process; people
do everything a member can do, at a steady pace, in the one and then in the other, and again. The bare bot
answers the presses of the young one with a fixed line. CPU is what the bot's process used while people
pressed, with everything it posted for that, by the number of presses.
"""

from __future__ import annotations

import asyncio
import contextlib
import copy
import gc
import math
import os
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path

from bench._aged import Age, Aged
from bench._past import grown
from bench._stands import bare_bot, cpu_of, our_bot, running
from bench._visits import Onlooker, Round, place_of, waits
from sandbox import World
from sandbox.interactions import Interaction

ROUNDS, SLICES, PACE = 60, 2, 1.5
"""Rounds in each community, in so many slices, so many a second."""
LASTING = 3
"""Threads that are always there: guide and index, and that of the first day."""
YOUNG = Age("young", worldviews=100, active=10, authors=5, listeners=60, visitors=ROUNDS)
OLD = Age(
    *("old", 10_000, 1_000 - LASTING - ROUNDS),
    authors=500,
    listeners=6_000,
    visitors=ROUNDS,
)
LIMIT_MS = 100
FLAT = 1.2
"""So much more may a press cost in the old community."""
QUIET = 1.0
"""Seconds without a call after which a bot that has started has come to rest."""
PATIENCE = 60.0
BARE_PRESSES = 600

WHOLE = ("cpu_us", "memory_mb", "settled_s", "start_calls")

Say = Callable[[str], None]


@dataclass(frozen=True)
class Place:
    """Where a community is kept."""

    url: str
    key_file: Path

    @classmethod
    def below(cls, folder: Path, name: str) -> Place:
        return cls(f"sqlite:///{folder / name}.db", folder / f"{name}.key")


@dataclass
class Town:
    """A community, the bot that serves it, and what was measured."""

    aged: Aged
    pid: int
    onlooker: Onlooker
    settled_s: float
    start_calls: int
    cpu_s: float = 0.0
    failed: list[str] = field(default_factory=list)

    @property
    def world(self) -> World:
        return self.aged.bridge.world

    @property
    def cpu_us(self) -> float:
        """Of the bot's process, for each press."""
        return self.cpu_s / max(1, len(self.onlooker.pressed)) * 1e6

    @property
    def memory_mb(self) -> float:
        """Resident."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


async def measure(
    say: Say, young: Age = YOUNG, old: Age = OLD, rounds: int = ROUNDS, pace: float = PACE
) -> dict[str, object]:
    """Figures per button, and of both bots as a whole."""
    with tempfile.TemporaryDirectory() as folder:
        places = [Place.below(Path(folder), age.name) for age in (young, old)]
        aged = [await _grown(say, *each) for each in zip(places, (young, old), strict=True)]
        unpressed = copy.deepcopy(aged[0].bridge.world)
        async with contextlib.AsyncExitStack() as stack:
            served = zip(places, aged, strict=True)
            towns = [await stack.enter_async_context(_served(*each)) for each in served]
            gc.collect()
            gc.freeze()  # or Python looks through both worlds in the middle of a press, for 200 ms
            for part in range(SLICES):
                for town in towns:
                    await _press(town, range(rounds * part // SLICES, rounds * (part + 1) // SLICES), pace)
            bare_us = await _bare(unpressed, towns[0].onlooker.pressed[:BARE_PRESSES])
            return _figures(say, towns[0], towns[1], bare_us)


async def _grown(say: Say, place: Place, age: Age) -> Aged:
    began = time.perf_counter()
    aged = await grown(place.url, place.key_file, age)
    say(f"{age.name}: {age.worldviews} worldviews put in, in {time.perf_counter() - began:.1f} s")
    return aged


@contextlib.asynccontextmanager
async def _served(place: Place, aged: Aged) -> AsyncIterator[Town]:
    """The bot, when it has started and come to rest."""
    onlooker = Onlooker()
    aged.bridge.world.watchers.append(onlooker)
    began = onlooker.last_call = time.perf_counter()
    async with running(aged.bridge.world, our_bot(place.url, place.key_file)) as pid:
        while time.perf_counter() - onlooker.last_call < QUIET or not onlooker.calls:
            if time.perf_counter() - began > PATIENCE:
                raise TimeoutError(f"{aged.age.name}: the bot does not come to rest")
            await asyncio.sleep(QUIET / 20)
        yield Town(aged, pid, onlooker, onlooker.last_call - began, onlooker.calls)


async def _press(town: Town, rounds: range, pace: float) -> None:
    """So many rounds a second, whatever becomes of those before."""
    guide, home = (place_of(town.aged, each) for each in ("worldviews:v1:explain", "signup:v1:place"))
    before, began, tasks = cpu_of(town.pid), time.perf_counter(), []
    for step, number in enumerate(rounds):
        await asyncio.sleep(max(0.0, began + step / pace - time.perf_counter()))
        tasks.append(asyncio.create_task(Round(town.aged, number, guide, home).all()))
    ended = await asyncio.gather(*tasks, return_exceptions=True)
    town.failed += [repr(each) for each in ended if isinstance(each, BaseException)]
    while time.perf_counter() - town.onlooker.last_call < QUIET / 4:  # noqa: ASYNC110 - nobody tells
        await asyncio.sleep(QUIET / 20)
    town.cpu_s += cpu_of(town.pid) - before


async def _bare(world: World, pressed: list[Interaction]) -> float:
    """Microseconds of CPU that the bare bot needs for one of these presses."""
    (guild,) = world.guilds.values()
    place = next(iter(guild.channels.values()))
    async with running(world, bare_bot) as pid:
        await asyncio.sleep(QUIET)
        before, sent = cpu_of(pid), []
        for each in pressed:
            data = each.payload["data"]
            if "components" in data or each.user_id not in guild.members:
                continue
            sent.append(world.interactions.start(each.user_id, place, each.kind, data, each.source))
            await asyncio.sleep(0.015)
        await asyncio.sleep(QUIET)
        answered = sum(each.answered is not None for each in sent)
        return (cpu_of(pid) - before) / max(1, answered) * 1e6


def _figures(say: Say, young: Town, old: Town, bare_us: float) -> dict[str, object]:
    buttons = _buttons(say, young, old)
    slow = [
        name for name, each in buttons.items() if each["old_p99_ms"] is None or each["old_p99_ms"] >= LIMIT_MS
    ]
    ratio = old.cpu_us / young.cpu_us
    for town in (young, old):
        say(
            f"{town.aged.age.name}: {len(town.onlooker.pressed)} presses, {town.cpu_us:.0f} us of CPU each, "
            f"settled after {town.settled_s:.1f} s and {town.start_calls} calls, {town.memory_mb:.0f} MB, "
            f"{len(town.aged.bridge.guild.threads.active())} active threads, {len(town.failed)} rounds failed"
        )
        for trouble in town.failed[:3]:
            say(f"  {trouble[:500]}")
    say(f"bare: {bare_us:.0f} us of CPU each; ours {old.cpu_us / bare_us:.1f} x")
    say(f"old / young: {ratio:.2f} in CPU" + ("" if ratio <= FLAT else f": MORE than {FLAT}"))
    say(f"NOT under {LIMIT_MS} ms: {', '.join(slow)}" if slow else f"every button under {LIMIT_MS} ms (p99)")
    whole = [(town, name) for town in (young, old) for name in WHOLE]
    return {
        "buttons": buttons,
        **{f"{town.aged.age.name}_{name}": round(getattr(town, name), 1) for town, name in whole},
        "bare_cpu_us": round(bare_us),
        "cpu_ratio": round(ratio, 2),
        "slow": slow,
        "failed": len(young.failed) + len(old.failed),
    }


def _buttons(say: Say, young: Town, old: Town) -> dict[str, dict[str, float | None]]:
    found: dict[str, dict[str, float | None]] = {}
    say(f"{'button':28} {'count':>6} {'young p50':>9} {'p99':>9} {'old p50':>9} {'p99':>9} {'p50 ratio':>9}")
    before = waits(young.onlooker.pressed)
    for control, now in waits(old.onlooker.pressed).items():
        was = before.get(control, [math.inf])
        four = p50, p99, old_p50, old_p99 = [_quantile(w, q) for w in (was, now) for q in (0.5, 0.99)]
        say(f"{control:28} {len(now):6}" + "".join(f" {each:9.1f}" for each in (*four, old_p50 / p50)))
        found[control] = {
            "count": len(now),
            "young_p50_ms": _ms(p50),
            "young_p99_ms": _ms(p99),
            "old_p50_ms": _ms(old_p50),
            "old_p99_ms": _ms(old_p99),
            "p50_ratio": _ms(old_p50 / p50),
        }
    return found


def _quantile(ordered: list[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def _ms(wait: float) -> float | None:
    """None for whoever was never answered: JSON has no infinity."""
    return round(wait, 2) if math.isfinite(wait) else None
