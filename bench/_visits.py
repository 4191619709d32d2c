"""People who do everything that a member can do with worldviews, and how long each press waited.

The presses go through the sandbox's people, so that every button is one that its person sees. Each group of
presses runs beside the others; the answers are as the sandbox noted them.
"""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from dataclasses import dataclass, field

from bench._aged import HEARD, Aged
from sandbox import Person
from sandbox.checks.components import walk
from sandbox.exchange import Exchange
from sandbox.faults import Strike
from sandbox.interactions import Interaction
from sandbox.ledger import Effect
from sandbox.payloads import Json
from tour.community import ASKED, EXPLAINED

LOOK = 0.02
"""Seconds between two looks at whether something stands there yet."""
LONGEST = 10.0
"""Seconds after which nobody waits for it any longer."""
ANSWERED = "When she rings and we both cook. Then it is no call, it is company."
REASON = "I took it for coldness, and now I see how much she writes."


@dataclass
class Onlooker:
    """Looks on at one sandbox: what was pressed, and how often the bot called."""

    pressed: list[Interaction] = field(default_factory=list)
    calls: int = 0
    last_call: float = 0.0

    def interacted(self, interaction: Interaction) -> None:
        self.pressed.append(interaction)

    def called(self, _: Exchange) -> None:
        self.calls += 1
        self.last_call = time.perf_counter()

    def changed(self, effect: Effect) -> None: ...
    def framed(self, frame: str, *, to_bot: bool) -> None: ...
    def connected(self, *, open_now: int) -> None: ...
    def struck(self, method: str, path: str, strike: Strike) -> None: ...


def waits(pressed: list[Interaction]) -> dict[str, list[float]]:
    """Milliseconds from each press to its answer, shortest first, by control; endless without one."""
    found: dict[str, list[float]] = defaultdict(list)
    for each in pressed:
        control = ":".join(each.payload["data"]["custom_id"].split(":")[:3])
        took = float("inf") if each.answered is None else (each.answered - each.created) * 1000
        found[control].append(took)
    return {control: sorted(each) for control, each in sorted(found.items())}


class Round:
    """One of everything, in one thread."""

    def __init__(self, aged: Aged, number: int, guide: str, home: str) -> None:
        self.aged = aged
        self.thread, self.author = aged.active[number % len(aged.active)]
        self.visitor = aged.visitors[number % len(aged.visitors)]
        self.other = aged.visitors[(number + len(aged.visitors) // 2) % len(aged.visitors)]
        self.old_listener = aged.listeners[number * 7 % len(aged.listeners)]
        self.guide, self.home = guide, home

    async def all(self) -> None:
        """Raises the first trouble, such as a press without an answer."""
        async with asyncio.TaskGroup() as group:
            for part in (self._listens, self._looks_back, self._looks_at_own, self._asks_for_a_prompt):
                group.create_task(part())
            group.create_task(self._explains())

    async def _listens(self) -> None:
        visitor, author, thread = self.visitor, self.author, self.thread
        await press(visitor, thread, "worldviews:v1:more:")
        await press(visitor, thread, "listening:v1:ask:")
        since = newest(self.aged, thread)
        await visitor.fills({"How do you want to begin?": "In my own words", "Your question": ASKED})
        await press(author, thread, "listening:v1:answer:", since=since)
        await author.fills({"What you want to say": ANSWERED})
        await press(author, thread, "listening:v1:post-answer:")
        await press(visitor, thread, "listening:v1:say-back:")
        since = newest(self.aged, thread)
        await visitor.fills({"What I heard you say": HEARD})
        await press(author, thread, "listening:v1:yes:", since=since)
        await press(visitor, thread, "listening:v1:shift:")
        await visitor.fills({"Which is nearest?": "I understand it now", "Why?": REASON})
        await press(visitor, thread, "listening:v1:report:")

    async def _looks_back(self) -> None:
        await press(self.old_listener, self.guide, "mine:v1:worldviews")
        for section in ("listened", "loops", "shifts", "journal"):
            await press(self.old_listener, self.guide, f"mine:v1:{section}")
            await press(self.old_listener, self.guide, "mine:v1:back")

    async def _looks_at_own(self) -> None:
        await press(self.author, self.guide, "mine:v1:worldviews")
        for control in ("mine:v1:own", "mine:v1:earlier:own:"):
            await press(self.author, self.guide, control)

    async def _asks_for_a_prompt(self) -> None:
        await press(self.other, self.home, "signup:v1:place")
        await press(self.other, self.guide, "prompts:v1:give")
        await press(self.other, self.guide, "prompts:v1:pass-mine:")

    async def _explains(self) -> None:
        await press(self.visitor, self.guide, "worldviews:v1:explain")
        await self.visitor.fills(EXPLAINED)
        await press(self.visitor, self.guide, "worldviews:v1:post-it:")


def newest(aged: Aged, place: str) -> int:
    """The id of the newest message there."""
    return max(int(each["id"]) for each in aged.bridge.world.messages.history(place))


async def press(person: Person, place: str, *controls: str, since: int = 0) -> None:
    """Press the newest button of one of these custom ids there, as soon as it stands there."""
    until = time.perf_counter() + LONGEST
    while (found := _find(person, place, controls, since)) is None:
        if time.perf_counter() > until:
            raise TimeoutError(f"{person.name} sees no {controls} there, but:\n{_last_words(person, place)}")
        await asyncio.sleep(LOOK)
    await person.presses(*found)


def _last_words(person: Person, place: str) -> str:
    return person.reads(person.world.messages.seen_by(person.id, place)[-1])


def _find(person: Person, place: str, controls: tuple[str, ...], since: int) -> tuple[Json, Json] | None:
    for message in reversed(person.world.messages.seen_by(person.id, place)):
        if int(message["id"]) <= since:
            return None
        for _, component in walk(message["components"]):
            if component.get("custom_id", "").startswith(controls):
                return message, component
    return None


def place_of(aged: Aged, control: str) -> str:
    """The channel or thread in which this button stands for everybody."""
    guild, messages = aged.bridge.guild, aged.bridge.world.messages
    for place in (*guild.channels, *(thread["id"] for thread in guild.threads)):
        for message in messages.history(place):
            if any(one.get("custom_id") == control for _, one in walk(message["components"])):
                return str(place)
    raise LookupError(control)
