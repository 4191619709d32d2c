"""People who send the join form at a given pace, and the count of what became of it.

The driver keeps a journal of its own: who has sent. What came back is read from the sandbox's ledger, and
what was kept from the database, so that nobody says of itself that nothing was lost.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Collection
from dataclasses import dataclass, field

from bench._stands import Opening, Stand
from sandbox import World
from sandbox.enums import InteractionType, MessageFlag
from sandbox.interactions import ANSWER_SECONDS, Interaction

LOOK = 0.02
"""Seconds between two looks at whether everybody has an answer."""
LONGEST = 60.0
"""Seconds after which nobody waits any longer for an answer that was promised."""


@dataclass(frozen=True)
class Load:
    """So many people, at so many a second; all in one instant without a pace."""

    name: str
    people: int
    per_second: float | None = None


@dataclass
class Run:
    """One load on one bot."""

    load: Load
    cpu_us: float
    """Of the bot's process, for each click."""
    sandbox_us: float
    """Of this process, which drives and answers."""
    sent: dict[str, Interaction] = field(repr=False)
    """The journal: by user id."""

    @property
    def waits(self) -> list[float]:
        """Milliseconds from the press to its answer, shortest first; those without one count as endless."""
        waits = [
            (each.answered - each.created) * 1000 if each.answered is not None else float("inf")
            for each in self.sent.values()
        ]
        return sorted(waits)

    @property
    def acked(self) -> int:
        return sum(wait <= ANSWER_SECONDS * 1000 for wait in self.waits)

    def quantile(self, share: float) -> float:
        waits = self.waits
        return waits[min(len(waits) - 1, int(len(waits) * share))]

    def lost(self, kept: Collection[str]) -> int:
        """Who sent the form and is not in."""
        return len(self.sent.keys() - set(kept))

    def doubled(self, opening: Opening) -> int:
        """Answers too many: distinct messages to one person beyond the first."""
        seen: dict[str, set[str]] = {}
        for effect in opening.bridge.world.ledger.effects("INTERACTION_ANSWER"):
            message, user_id = effect.data.get("message"), effect.data["interaction"]["user_id"]
            if message and user_id in self.sent:
                seen.setdefault(user_id, set()).add(message["id"])
        return sum(len(messages) - 1 for messages in seen.values())


async def press(stand: Stand, load: Load) -> Run:
    """Have people nobody knows yet press, and wait until each has an answer, or can have none any more."""
    world = stand.opening.bridge.world
    crowd = world.add_members(stand.opening.bridge.guild, load.people)
    await asyncio.sleep(0.2)
    bot_before, ours_before = stand.cpu, time.process_time()
    sent: dict[str, Interaction] = {}
    began = time.perf_counter()
    for number, user_id in enumerate(crowd):
        if load.per_second is not None:
            await asyncio.sleep(max(0.0, began + number / load.per_second - time.perf_counter()))
        sent[user_id] = _send(stand.opening, user_id, number)
    await _settled(world, sent.values())
    driver = time.process_time() - ours_before
    return Run(load, (stand.cpu - bot_before) / load.people * 1e6, driver / load.people * 1e6, sent)


async def _settled(world: World, sent: Collection[Interaction]) -> None:
    """Asked for seldom: thousands of them, after every change, would cost more than what is measured."""
    until = world.clock.monotonic() + LONGEST
    while any(_open(world, each) for each in sent) and world.clock.monotonic() < until:  # noqa: ASYNC110
        await asyncio.sleep(LOOK)


def _open(world: World, click: Interaction) -> bool:
    """Whether an answer is still to come: the first one in time, or the one that takes its place."""
    if click.answered is None:
        return not click.overdue(world.clock.monotonic())
    message = world.messages.find(click.channel_id, click.message_id or "")
    return message is not None and bool(message["flags"] & MessageFlag.LOADING)


def _send(opening: Opening, user_id: str, number: int) -> Interaction:
    world, channel = opening.bridge.world, opening.bridge.guild.channels[opening.opener.channel_id]
    control = opening.form["custom_id"].rpartition(":")[0]
    data = opening.form | {"custom_id": f"{control}:{number:08x}"}
    opener = opening.opener
    return world.interactions.start(
        user_id, channel, InteractionType.MODAL_SUBMIT, data, opener.source, opener
    )
