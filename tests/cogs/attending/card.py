"""The cards of dates, as the steward reads them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import timedelta

from actions import discussions
from data.store import Store
from domain.discussions import Occurrence
from sandbox.payloads import Json
from tests.cogs.upkeep.watching import becomes, messages_in
from tests.planning import planned
from tour.community import Bridge
from tour.stage import Stage

TITLE = "How do we grow old?"


@dataclass
class Dates:
    """A server in which discussions are planned."""

    stage: Stage
    server: Bridge

    async def plan(self, starts_in: timedelta = timedelta(days=2), **changes) -> Occurrence:
        """A date whose card stands there."""
        date = await planned(self.stage, self.server, self.server.nora, starts_in, **changes)
        await self.holds(date.title)
        async with asyncio.timeout(5):
            while (await self.found(date)).card_id is None:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        return await self.found(date)

    async def found(self, date: Occurrence) -> Occurrence:
        found = await discussions.find(self.stage.bot.deps, date.community_id, date.occurrence_id)
        assert found is not None
        return found

    async def change(self, date: Occurrence, **values) -> None:
        """As if somebody had changed it."""
        now = self.stage.bot.deps.now()
        async with self.stage.database.begin() as store:
            await store.occurrences.change(date, now, **values)
            await self._follow(store, date)
        self.stage.bot.deps.bell.set()

    async def _follow(self, store: Store, date: Occurrence) -> None:
        community = await discussions.present(store, date.community_id)
        found = await store.occurrences.find(date.community_id, date.occurrence_id)
        await discussions.follow(store, community, [found] if found else [], self.stage.bot.deps.now())

    @property
    def cards(self) -> list[Json]:
        """What stands in the channel below its panel."""
        return messages_in(self.stage.world, self.server.guild, "discussions")[1:]

    def reads(self) -> list[str]:
        return [self.server.nora.reads(each) for each in self.cards]

    async def holds(self, text: str, times: int = 1, within: float = 5.0) -> Json:
        """Wait until so many cards show it; the last of them."""
        await becomes(self.stage.world, lambda: sum(text in each for each in self.reads()) == times, within)
        return [each for each in self.cards if text in self.server.nora.reads(each)][-1]

    def thread(self, title: str = TITLE) -> Json | None:
        return next((each for each in self.server.guild.threads if each["name"].startswith(title)), None)

    def said(self, title: str = TITLE) -> list[str]:
        """What stands in the thread, beside its beginning."""
        thread = self.thread(title)
        assert thread is not None
        return [self.server.nora.reads(each) for each in self.server.nora.messages(thread)[1:]]
