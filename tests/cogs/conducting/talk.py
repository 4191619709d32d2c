"""What every story in a discussion room needs."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from actions import discussions
from domain.discussions import Occurrence, State
from domain.people import Participant, Seat, Standing
from sandbox import Person
from tests.cogs.ticking import passes, quick
from tests.cogs.upkeep.watching import comes_to_rest
from tests.planning import planned
from tour.community import Bridge
from tour.stage import Stage

ROOM = "discussion room 1"


@dataclass
class Talk:
    """A discussion with Vera as its host."""

    stage: Stage
    bridge: Bridge
    people: dict[str, Person] = field(default_factory=dict)
    date: Occurrence = field(init=False)

    def __getitem__(self, name: str) -> Person:
        return self.people[name]

    async def joins(self, name: str, seat: Seat) -> None:
        """Somebody who is signed up."""
        person, now = await self.bridge.join(name), self.stage.bot.deps.now()
        facts = seat, "gen-z", Standing.TAKING_PART, now, now, now, 1, now
        async with self.stage.database.begin() as store:
            await store.people.save(Participant(int(self.bridge.guild.id), int(person.id), *facts))
        await self.bridge.nora.gives_role(person, "Mentee" if seat is Seat.MENTEE else "Mentor")
        self.people[name] = person

    async def starts(self, **changes: Any) -> None:
        """The room is there and open, and the discussion has begun a moment ago."""
        room = self.bridge.guild.channel(ROOM)
        self.date = await planned(self.stage, self.bridge, self["Vera"], timedelta(minutes=12), **changes)
        await self.later(125)
        await self.later(600)
        await comes_to_rest(self.stage)
        assert (await self.now()).state is State.ON
        for person in [self.bridge.nora, *self.people.values()]:
            person.goes_to(room["id"])

    async def comes(self, *names: str) -> None:
        """They come into the room, one after the other."""
        for name in names:
            await self[name].joins_voice(ROOM)
            await self.shows("In the room" if self.waits else "", f"@{name}")

    @property
    def waits(self) -> bool:
        """Whether nobody has pressed *Begin*."""
        return "Begin" in self.text

    @property
    def panels(self) -> list[str]:
        """Every message of ours in the room that everybody sees, as the steward reads it."""
        world, nora = self.stage.world, self.bridge.nora
        room = self.bridge.guild.channel(ROOM)
        seen = world.messages.seen_by(nora.id, room["id"])
        return [nora.reads(each) for each in seen if not world.messages.reader_of(each)]

    @property
    def text(self) -> str:
        return self.panels[-1] if self.panels else ""

    async def shows(self, *texts: str) -> None:
        """Wait until the panel says all of this, while half a second passes in every hundredth."""
        for _ in range(300):
            if all(text in self.text for text in texts):
                return
            passes(self.stage, 0.5)
            await asyncio.sleep(0.01)
        raise AssertionError(f"not {texts}, but:\n{self.text}")

    async def later(self, seconds: float) -> None:
        """Let time pass. Whatever is being done is done before: no lease runs out because of it."""
        await comes_to_rest(self.stage)
        passes(self.stage, seconds)

    async def rests(self) -> None:
        """Everything that is due is done."""
        await comes_to_rest(self.stage)
        passes(self.stage, 2)
        await comes_to_rest(self.stage)

    async def ends(self) -> None:
        """The date ends, whatever ended it."""
        deps = self.stage.bot.deps
        async with deps.database.begin() as store:
            community = await discussions.present(store, self.date.community_id)
            date = await discussions.there(store, self.date.community_id, self.date.occurrence_id)
            await discussions.ended(store, community, date, State.ENDED, deps.now())
        deps.bell.set()

    async def restarts(self) -> None:
        await self.stage.restart()
        quick(self.stage)

    async def now(self) -> Occurrence:
        async with self.stage.database.read() as store:
            found = await store.occurrences.find(self.date.community_id, self.date.occurrence_id)
        assert found is not None
        return found
