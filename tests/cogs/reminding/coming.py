"""Dates that people come to."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from actions import discussions
from domain.discussions import Occurrence
from domain.people import Seat
from domain.rsvps import Answer, Rsvp
from sandbox.payloads import Json
from tests.cogs.upkeep.watching import becomes, messages_in
from tests.planning import planned
from tour.community import Bridge
from tour.stage import Stage

HOUR, DAY = 3600, 86400


@dataclass
class Coming:
    """A server in which discussions are planned."""

    stage: Stage
    server: Bridge
    lines: int = 0

    @property
    def here(self) -> int:
        return int(self.server.guild.id)

    async def date(self, starts_in: timedelta = timedelta(days=10), *people, **changes) -> Occurrence:
        """A date with its card, to which these people come."""
        date = await planned(self.stage, self.server, self.server.nora, starts_in, **changes)
        await self.has_card(date)
        await self.come(date, *people)
        return await self.found(date)

    async def has_card(self, date: Occurrence) -> None:
        """Wait for it, and for its thread."""
        self.stage.bot.deps.bell.set()
        while (await self.found(date)).card_id is None:  # noqa: ASYNC110 - the test's own bound ends it
            await asyncio.sleep(0.01)
        await becomes(self.stage.world, lambda: any(self._threads(date.title)))

    async def come(self, date: Occurrence, *people, answer: Answer = Answer.GOING) -> None:
        """By name of the sandbox's people, or by number."""
        async with self.stage.database.begin() as store:
            for person in people:
                self.lines += 1
                user_id = person if isinstance(person, int) else int(person.id)
                said = Rsvp(user_id, answer, Seat.MENTEE, self.lines, self.stage.bot.deps.now())
                await store.rsvps.save(self.here, date.occurrence_id, said)

    async def changes(self, date: Occurrence, **values) -> None:
        """As if somebody had changed it."""
        now = self.stage.bot.deps.now()
        async with self.stage.database.begin() as store:
            await store.occurrences.change(await self.found(date), now, **values)
            community = await discussions.present(store, self.here)
            found = await store.occurrences.find(self.here, date.occurrence_id)
            await discussions.follow(store, community, [found] if found else [], now)
        self.stage.bot.deps.bell.set()

    async def found(self, date: Occurrence) -> Occurrence:
        found = await discussions.find(self.stage.bot.deps, self.here, date.occurrence_id)
        assert found is not None
        return found

    def said(self, where: str = "How do we grow old?") -> list[str]:
        """The reminders that stand in a thread, or channel, as its owner reads them."""
        read = [self.server.nora.reads(each) for each in self.messages(where)]
        return [text for text in read if "It begins" in text]

    def messages(self, where: str = "How do we grow old?") -> list[Json]:
        threads = [*self._threads(where)]
        if where == "discussions":
            return messages_in(self.stage.world, self.server.guild, where)
        seen = [self.server.nora.messages(thread) for thread in threads]
        return [message for messages in seen for message in messages]

    def thread(self) -> str:
        """What the thread is called."""
        [thread] = self._threads("How do we grow old?")
        return str(thread["name"])

    def _threads(self, name: str) -> Iterator[Json]:
        return (each for each in self.server.guild.threads if name in each["name"])
