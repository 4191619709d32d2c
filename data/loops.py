"""Loops at rest: what was said back, and what the author said of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from data.keys import Keys
from data.link import Link
from data.tables import approvals, loops, verdicts
from data.types import add_missing
from domain.loops import Loop, Verdict

HEARD, MISSED = "loops.heard", "verdicts.missed"
PLAIN = (*("community_id", "worldview_id", "user_id", "attempt", "token", "said_at", "message_id", "digest"),)
ALL = sa.select(
    loops,
    verdicts.c.verdict,
    verdicts.c.missed,
    verdicts.c.user_id.label("author_id"),
    verdicts.c.message_id.label("judged_in"),
).outerjoin(
    verdicts,
    (verdicts.c.loop_id == loops.c.loop_id) & (verdicts.c.community_id == loops.c.community_id),
)
ONE = ALL.where(
    loops.c.community_id == sa.bindparam("community_id"), loops.c.loop_id == sa.bindparam("loop_id")
)
UNDER = (
    loops.c.community_id == sa.bindparam("community_id"),
    loops.c.worldview_id == sa.bindparam("worldview_id"),
)
THEIRS = (
    ALL.where(*UNDER, loops.c.user_id == sa.bindparam("user_id")).order_by(loops.c.attempt.desc()).limit(1)
)
BY_TOKEN = ALL.where(
    *UNDER, loops.c.user_id == sa.bindparam("user_id"), loops.c.token == sa.bindparam("token")
)
LISTENERS = sa.select(loops.c.user_id).where(*UNDER).distinct()
UNDERSTOOD = (
    sa.select(loops.c.user_id)
    .join(
        verdicts, (verdicts.c.loop_id == loops.c.loop_id) & (verdicts.c.community_id == loops.c.community_id)
    )
    .where(*UNDER, verdicts.c.verdict == Verdict.YES.value)
    .order_by(verdicts.c.given_at, loops.c.loop_id)
)
"""Put together once: SQLAlchemy needs longer for that than the database to answer."""


@dataclass(frozen=True, slots=True)
class Loops:
    """Questions about the loops of one community at a time."""

    link: Link
    keys: Keys

    async def find(self, community_id: int, loop_id: int) -> Loop | None:
        """With its words, and the author's."""
        return await self._one(ONE, community_id=community_id, loop_id=loop_id)

    async def last(self, community_id: int, worldview_id: int, user_id: int) -> Loop | None:
        """This listener's last attempt at this worldview."""
        return await self._one(THEIRS, community_id=community_id, worldview_id=worldview_id, user_id=user_id)

    async def by_token(self, community_id: int, worldview_id: int, user_id: int, token: str) -> Loop | None:
        """What came of this listener's form, if it came before."""
        facts = {"community_id": community_id, "worldview_id": worldview_id}
        return await self._one(BY_TOKEN, **facts, user_id=user_id, token=token)

    async def add(self, loop: Loop) -> int:
        """Keep a new attempt; its number."""
        key = await self.keys.of(loop.community_id, loop.user_id)
        row: dict[str, object] = {name: getattr(loop, name) for name in PLAIN}
        row["heard"] = key.seal(loop.heard, place=HEARD)
        added = await self.link.execute(loops.insert().values(row).returning(loops.c.loop_id))
        number: int = added.scalar_one()
        return number

    async def judge(self, loop: Loop, author_id: int, now: datetime) -> None:
        """Keep the verdict that the loop bears; it had none."""
        sealed = None
        if loop.missed is not None:
            key = await self.keys.of(loop.community_id, author_id)
            sealed = key.seal(loop.missed, place=MISSED)
        row: dict[str, object] = {"loop_id": loop.loop_id, "community_id": loop.community_id}
        row |= {"user_id": author_id}
        row |= {"verdict": loop.verdict, "missed": sealed, "given_at": now}
        await self.link.execute(verdicts.insert().values(row))

    async def understood(self, community_id: int, worldview_id: int) -> list[int]:
        """The listeners whose saying back was confirmed, the first first."""
        facts = {"community_id": community_id, "worldview_id": worldview_id}
        return list((await self.link.execute(UNDERSTOOD, facts)).scalars())

    async def listeners(self, community_id: int, worldview_id: int) -> set[int]:
        """Everybody who said something back."""
        facts = {"community_id": community_id, "worldview_id": worldview_id}
        return set((await self.link.execute(LISTENERS, facts)).scalars())

    async def posted(self, community_id: int, loop_id: int, message_id: int) -> bool:
        """What was said back stands in this message. False when the row is gone."""
        where = loops.c.community_id == community_id, loops.c.loop_id == loop_id
        return bool(
            (await self.link.execute(loops.update().where(*where).values(message_id=message_id))).rowcount
        )

    async def told(self, community_id: int, loop_id: int, message_id: int) -> None:
        """The listener was told of the verdict in this message."""
        where = verdicts.c.community_id == community_id, verdicts.c.loop_id == loop_id
        await self.link.execute(verdicts.update().where(*where).values(message_id=message_id))

    async def approve(self, community_id: int, loop_id: int, user_id: int, now: datetime) -> None:
        """This person lets the line stand in the digest."""
        row = {"community_id": community_id, "loop_id": loop_id, "user_id": user_id, "approved_at": now}
        await self.link.execute(add_missing(self.link, approvals, row))

    async def withhold(self, community_id: int, loop_id: int, user_id: int) -> None:
        """They do not, or no longer."""
        await self.link.execute(
            approvals.delete().where(*_of(community_id, loop_id), approvals.c.user_id == user_id)
        )

    async def approved_by(self, community_id: int, loop_id: int) -> set[int]:
        """Who lets the line stand in the digest."""
        query = sa.select(approvals.c.user_id).where(*_of(community_id, loop_id))
        return set((await self.link.execute(query)).scalars())

    async def _one(self, query: sa.Executable, **facts: object) -> Loop | None:
        row = (await self.link.execute(query, facts)).one_or_none()
        key = None if row is None else await self.keys.find(row.community_id, row.user_id)
        if row is None or key is None:
            return None
        return Loop(
            row.loop_id,
            **{name: getattr(row, name) for name in PLAIN},
            heard=key.open(row.heard, place=HEARD),
            verdict=None if row.verdict is None else Verdict(row.verdict),
            missed=await self._missed(row),
            judged_in=row.judged_in,
        )

    async def _missed(self, row: sa.Row[Any]) -> str | None:
        """Sealed by the author, so that it goes with them."""
        if row.missed is None:
            return None
        key = await self.keys.find(row.community_id, row.author_id)
        return None if key is None else key.open(row.missed, place=MISSED)


def _of(community_id: int, loop_id: int) -> tuple[sa.ColumnElement[bool], ...]:
    return approvals.c.community_id == community_id, approvals.c.loop_id == loop_id
