"""Questions, answers and replies at rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from data.keys import Keys
from data.link import Link
from data.tables import remarks
from domain.remarks import Kind, Remark, Stem

TEXT = "remarks.text"
PLAIN = (
    *("community_id", "worldview_id", "user_id", "kind", "token", "said_at"),
    *("answers", "stem", "message_id", "passed_at"),
)
ONE = sa.select(remarks).where(
    remarks.c.community_id == sa.bindparam("community_id"), remarks.c.remark_id == sa.bindparam("remark_id")
)
BY_TOKEN = sa.select(remarks).where(
    remarks.c.community_id == sa.bindparam("community_id"),
    remarks.c.user_id == sa.bindparam("user_id"),
    remarks.c.token == sa.bindparam("token"),
)
_answers = remarks.alias("its_answers")
UNDER = (
    remarks.c.community_id == sa.bindparam("community_id"),
    remarks.c.worldview_id == sa.bindparam("worldview_id"),
)
IS_ANSWERED = sa.exists().where(
    _answers.c.community_id == remarks.c.community_id,
    _answers.c.worldview_id == remarks.c.worldview_id,
    _answers.c.answers == remarks.c.remark_id,
)
ANSWERED = ONE.where(IS_ANSWERED).with_only_columns(remarks.c.remark_id)
WAITING = (
    sa.select(sa.func.count())
    .select_from(remarks)
    .where(
        *UNDER,
        remarks.c.kind == Kind.QUESTION.value,
        remarks.c.user_id == sa.bindparam("user_id"),
        remarks.c.passed_at.is_(None),
        ~IS_ANSWERED,
    )
)
SPEAKERS = sa.select(remarks.c.user_id).where(*UNDER)
"""Put together once: SQLAlchemy needs longer for that than the database to answer."""


@dataclass(frozen=True, slots=True)
class Remarks:
    """Questions about what was said under the worldviews of one community at a time."""

    link: Link
    keys: Keys

    async def find(self, community_id: int, remark_id: int) -> Remark | None:
        """With its text."""
        return await self._one(ONE, {"community_id": community_id, "remark_id": remark_id})

    async def by_token(self, community_id: int, user_id: int, token: str) -> Remark | None:
        """What came of this person's form, if it came before."""
        return await self._one(BY_TOKEN, {"community_id": community_id, "user_id": user_id, "token": token})

    async def add(self, remark: Remark) -> int:
        """Keep a new one; its number."""
        key = await self.keys.of(remark.community_id, remark.user_id)
        row: dict[str, object] = {name: getattr(remark, name) for name in PLAIN}
        row["text"] = key.seal(remark.text, place=TEXT)
        added = await self.link.execute(remarks.insert().values(row).returning(remarks.c.remark_id))
        number: int = added.scalar_one()
        return number

    async def is_answered(self, community_id: int, remark_id: int) -> bool:
        """Whether there is an answer to this question."""
        facts = {"community_id": community_id, "remark_id": remark_id}
        return (await self.link.execute(ANSWERED, facts)).one_or_none() is not None

    async def waiting(self, community_id: int, worldview_id: int, user_id: int) -> int:
        """How many questions of this person there are neither answered nor passed."""
        facts = {"community_id": community_id, "worldview_id": worldview_id, "user_id": user_id}
        return (await self.link.execute(WAITING, facts)).scalar_one()

    async def speakers(self, community_id: int, worldview_id: int) -> set[int]:
        """Everybody who said something there, the author included."""
        facts = {"community_id": community_id, "worldview_id": worldview_id}
        return set((await self.link.execute(SPEAKERS, facts)).scalars())

    async def answers_to(self, community_id: int, user_id: int) -> list[tuple[int, int]]:
        """The answers that name this person, because they asked: the numbers of worldview and remark."""
        asked = remarks.alias("asked")
        joined = sa.and_(
            asked.c.remark_id == remarks.c.answers,
            asked.c.community_id == remarks.c.community_id,
            asked.c.worldview_id == remarks.c.worldview_id,
        )
        query = sa.select(remarks.c.worldview_id, remarks.c.remark_id).join_from(remarks, asked, joined)
        theirs = asked.c.community_id == community_id, asked.c.user_id == user_id
        return [(row.worldview_id, row.remark_id) for row in await self.link.execute(query.where(*theirs))]

    async def passed(self, remark: Remark) -> None:
        """The author would rather not answer it."""
        await self._change(remark.community_id, remark.remark_id, passed_at=remark.passed_at)

    async def posted(self, community_id: int, remark_id: int, message_id: int) -> bool:
        """Everybody can read it in this message. False when the row is gone."""
        return await self._change(community_id, remark_id, message_id=message_id)

    async def _change(self, community_id: int, remark_id: int, **values: object) -> bool:
        where = remarks.c.community_id == community_id, remarks.c.remark_id == remark_id
        return bool((await self.link.execute(remarks.update().where(*where).values(values))).rowcount)

    async def _one(self, query: sa.Executable, facts: dict[str, Any]) -> Remark | None:
        row = (await self.link.execute(query, facts)).one_or_none()
        key = None if row is None else await self.keys.find(row.community_id, row.user_id)
        if row is None or key is None:
            return None
        return Remark(
            row.remark_id,
            **{name: getattr(row, name) for name in PLAIN if name not in ("kind", "stem")},
            kind=Kind(row.kind),
            stem=None if row.stem is None else Stem(row.stem),
            text=key.open(row.text, place=TEXT),
        )
