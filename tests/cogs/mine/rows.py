"""Rows as the rest of the product writes them, put there at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import sqlalchemy as sa

from data.tables import drafts, loops, remarks, reveals, shifts, verdicts, worldviews
from domain.worldviews import Explanation, Made, State, Worldview
from sandbox import Person
from tour.stage import Stage

tokens = count()


@dataclass(frozen=True)
class Rows:
    """Writes them for one community."""

    stage: Stage
    community_id: int

    async def worldview(self, author: Person, belief: str, **more: Any) -> int:
        now = self.stage.bot.deps.now()
        fields: dict[str, Any] = {
            "made": Made.FORM,
            "state": State.OPEN,
            "topics": ("work",),
            "shows_seat": True,
            "posted_at": now,
            "opens_at": now - timedelta(hours=1),
            "changed_at": now,
            "explanation": Explanation(belief),
        }
        view = Worldview(0, self.community_id, int(author.id), **{**fields, **more})
        async with self.stage.database.begin() as store:
            return await store.worldviews.add(view)

    async def thread(self) -> int:
        """One that stands in the forum: what does not is found out sooner or later."""
        (forum,) = self.stage.bot.guilds[0].forums
        made = await forum.create_thread(name="A worldview", content="What somebody believes")
        return made.thread.id

    async def becomes(self, worldview_id: int, **values: Any) -> None:
        change = worldviews.update().where(worldviews.c.worldview_id == worldview_id).values(**values)
        async with self.stage.database.begin() as store:
            await store.link.execute(change)

    async def remark(self, who: Person, worldview_id: int, kind: str, text: str, **more: Any) -> int:
        row = {"worldview_id": worldview_id, "kind": kind, "text": text, "token": str(next(tokens)), **more}
        return await self.row(remarks, who, said_at=self.now, **row)

    async def loop(self, who: Person, worldview_id: int, heard: str, attempt: int = 1) -> int:
        row = {"worldview_id": worldview_id, "heard": heard, "attempt": attempt, "token": str(next(tokens))}
        return await self.row(loops, who, said_at=self.now, **row)

    async def verdict(self, author: Person, loop_id: int, verdict: str, missed: str | None = None) -> None:
        await self.row(verdicts, author, loop_id=loop_id, verdict=verdict, missed=missed, given_at=self.now)

    async def shift(self, giver: Person, worldview_id: int, kind: str, reason: str, receiver: int = 0) -> int:
        row = {"worldview_id": worldview_id, "kind": kind, "reason": reason, "receiver_id": receiver}
        return await self.row(shifts, giver, given_at=self.now, changed_at=self.now, **row)

    async def draft(self, author: Person, belief: str, worldview_id: int = 0) -> None:
        row = {"worldview_id": worldview_id, "belief": belief, "topics": [], "shows_seat": True}
        await self.row(drafts, author, pseudonymous=False, saved_at=self.now, **row)

    async def reveal(self, steward: Person, worldview_id: int) -> int:
        return await self.row(reveals, steward, worldview_id=worldview_id, reason="Why.", asked_at=self.now)

    async def says_no(self, worldview_id: int) -> None:
        """A second steward, to whoever asked for the name."""
        change = reveals.update().where(reveals.c.worldview_id == worldview_id).values(declined_at=self.now)
        async with self.stage.database.begin() as store:
            await store.link.execute(change)

    @property
    def now(self) -> datetime:
        return self.stage.bot.deps.now()

    async def row(self, table: sa.Table, who: Person, **values: Any) -> int:
        """A row of this person, its free text sealed; its number."""
        user_id = int(who.id)
        async with self.stage.database.begin() as store:
            key = await store.keys.of(self.community_id, user_id)
            sealed = {
                name: key.seal(value, place=f"{table.name}.{name}")
                for name, value in values.items()
                if value is not None and type(table.c[name].type).__name__ == "SealedText"
            }
            whole = {"community_id": self.community_id, "user_id": user_id, **values, **sealed}
            added = await store.link.execute(table.insert().values(**whole))
            (number, *_) = added.inserted_primary_key or (0,)
            return int(number)
