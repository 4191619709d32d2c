"""The long run: every step of every operation, second kills, faults in pairs, a living community."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tests.crashing.community import everybody_is_there, live_on
from tests.crashing.copies import Databases, prepare
from tests.crashing.lives import Broken
from tests.crashing.loop import Loop, Misfortune
from tests.crashing.operations import EVERYTHING
from tests.crashing.verdict import Verdict

OUTCOMES = (
    "502 before",
    "502 after",
    "drop before",
    "drop after",
    "reset before",
    "reset after",
    "hang 30 before",
    "hang 30 after",
    "429 90",
    "403",
    "404",
)
MINUTES = 5
"""Of a community's life, in one go."""
RECOVERY = 40
"""Steps from its birth at which a bot that recovers is killed once more, at most."""
EVERY = 50
"""Plays between two lines that say how far it is."""


@dataclass
class Soak:
    """Goes on until the time is up: each step once, and in between what chance brings."""

    workers: Sequence[Sequence[Databases]]
    """Each kind of database, for each that plays beside the others."""
    chance: random.Random
    until: float
    """On the monotonic clock."""
    failed: bool = False
    _seen: Counter[str] = field(default_factory=Counter)
    _began: float = field(default_factory=time.monotonic)

    async def run(self) -> None:
        async with asyncio.TaskGroup() as group:
            loops = [await _ready(databases) for databases in self.workers]
            await prepare(everybody_is_there, self.workers[0][0])
            self._seen["operations"] = len(loops[0])
            self._seen["steps"] = sum(loop.steps for loop in loops[0])
            misfortunes = self._misfortunes(loops[0])
            for own in loops:
                group.create_task(self._work(own, misfortunes))

    async def _work(self, loops: list[Loop], misfortunes: Iterator[tuple[int, Misfortune]]) -> None:
        while time.monotonic() < self.until:
            number, misfortune = next(misfortunes)
            self._seen["plays"] += 1
            due = self._seen["plays"] % EVERY == 0
            await self._play(loops[number], misfortune)
            if due:
                print(self._progress(), flush=True)
                await self._live(loops[number].databases)

    def counts(self) -> dict[str, int]:
        names = ("lost", "doubled", "phantom", "drift", "stuck")
        return dict(self._seen) | {name: self._seen[name] for name in names}

    def _misfortunes(self, loops: list[Loop]) -> Iterator[tuple[int, Misfortune]]:
        """For the loop of each number."""
        every = [
            (number, Misfortune(kill=step))
            for number, loop in enumerate(loops)
            for step in range(1, loop.steps + 1)
        ]
        self.chance.shuffle(every)
        while True:
            if every:
                yield every.pop()
            number = self.chance.randrange(len(loops))
            yield number, self._by_chance(loops[number])

    def _by_chance(self, loop: Loop) -> Misfortune:
        step = self.chance.randint(1, loop.steps)
        calls = sorted(self.chance.sample(range(1, loop.calls + 1), k=min(2, loop.calls)))
        outcomes = [each for each in OUTCOMES if not (loop.operation.last and each == "404")]
        faults = tuple((number, self.chance.choice(outcomes)) for number in calls)
        match self.chance.randrange(4):
            case 0:
                return Misfortune(kill=step)
            case 1:
                return Misfortune(kill=step, again=self.chance.randint(1, RECOVERY))
            case 2:
                return Misfortune(calls=faults[:1])
        return Misfortune(calls=faults)

    async def _play(self, loop: Loop, misfortune: Misfortune) -> None:
        self._seen["faults"] += len(misfortune.calls)
        name = f"{loop.operation.name} on {loop.databases.kind}, {misfortune}"
        try:
            ending, verdict = await loop.suffer_and_tell(misfortune)
        except* (AssertionError, TimeoutError, Broken) as stuck:
            self.failed = True
            self._seen["stuck"] += 1
            print(f"{name}: {stuck.exceptions[0]!r}", flush=True)
        else:
            self._seen["kills"] += ending.deaths
            self._note(name, verdict)

    async def _live(self, databases: Databases) -> None:
        living = await live_on(databases, self.chance, MINUTES)
        self._seen["kills"] += living.kills
        self._seen["community_minutes"] += living.minutes
        self._seen["community_deeds"] += living.deeds
        self._seen["community_answers_lost"] += living.answers_lost
        self._note("a living community", living.verdict)

    def _note(self, name: str, verdict: Verdict) -> None:
        for word in ("lost", "doubled", "phantom", "drift"):
            self._seen[word] += len(getattr(verdict, word))
        if not verdict.clean:
            self.failed = True
            print(f"{name}: {verdict}", flush=True)

    def _progress(self) -> str:
        seconds, seen = time.monotonic() - self._began, self._seen
        return f"{seconds:.0f} s: {seen['plays']} plays, {seen['kills']} kills, failed: {self.failed}"


async def _ready(databases: Sequence[Databases]) -> list[Loop]:
    return [await Loop.ready(operation, kind) for operation in EVERYTHING for kind in databases]
