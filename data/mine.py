"""What one person wrote, and what was answered, across the tables: the pages of *My worldviews*.

Nothing here names anybody: whoever stands behind a pseudonym stays there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from data.keys import Keys, PersonKey
from data.link import Link
from data.pages import turned
from data.tables import drafts, journal, loops, remarks, reveals, shifts, verdicts, worldviews
from data.types import Sealed
from data.worldviews import worldview_of
from domain.mine import (
    Listened,
    MyShift,
    Overview,
    Own,
    Page,
    Question,
    Reveal,
    Said,
    SaidBack,
    Tally,
    Turn,
    Waiting,
)
from domain.worldviews import STANDING, Worldview

QUESTION, ANSWER, YES = "question", "answer", "yes"
THE_AUTHOR = 0
"""`shifts.receiver_id` of those that the author of a worldview was given."""

answers = remarks.alias("answers")


@dataclass(frozen=True, slots=True)
class Mine:
    """The pages of one person in one community."""

    link: Link
    keys: Keys
    _opened: dict[int, PersonKey | None] = field(default_factory=dict)

    async def overview(self, community_id: int, user_id: int) -> Overview:
        own = _own(community_id, user_id)
        counted = (
            _count(own),
            _count(_waiting(community_id, remarks.c.worldview_id.in_(own))),
            _count(_listened(community_id, user_id)),
            _count(_by(loops, community_id, user_id)),
            _count(_shifts(community_id, user_id)),
            _count(_by(journal, community_id, user_id)),
        )
        counts = (await self.link.execute(sa.select(*counted))).one()
        return Overview(await self._drafts(community_id, user_id), *counts)

    async def own(self, community_id: int, user_id: int, turn: Turn, most: int) -> Page[Own]:
        query = _by(worldviews, community_id, user_id)
        rows, more = await turned(self.link, query, worldviews.c.worldview_id, turn, most)
        ids = [row.worldview_id for row in rows]
        questions = await self._questions(community_id, ids) if ids else {}
        asked = await self._reveals(community_id, ids) if ids else {}
        found = [
            Own(await self._worldview(row), tuple(questions.get(number, ())), tuple(asked.get(number, ())))
            for number, row in zip(ids, rows, strict=True)
        ]
        return Page(tuple(found), turn, more)

    async def listened(self, community_id: int, user_id: int, turn: Turn, most: int) -> Page[Listened]:
        heard = _listened(community_id, user_id).subquery()
        rows, more = await turned(self.link, sa.select(heard), heard.c.worldview_id, turn, most)
        ids = [row.worldview_id for row in rows]
        known = await self.worldviews(community_id, ids)
        said = await self._said(community_id, user_id, ids)
        return Page(tuple(Listened(each, known.get(each), said.get(each, ())) for each in ids), turn, more)

    async def said_back(self, community_id: int, user_id: int, turn: Turn, most: int) -> Page[SaidBack]:
        query = (
            _by(loops, community_id, user_id)
            .outerjoin(verdicts, _verdict_of_it())
            .add_columns(verdicts.c.verdict, verdicts.c.missed, verdicts.c.user_id.label("author_id"))
        )
        rows, more = await turned(self.link, query, loops.c.loop_id, turn, most)
        known = await self.worldviews(community_id, [row.worldview_id for row in rows])
        found = tuple([await self._said_back(row, known.get(row.worldview_id)) for row in rows])
        return Page(found, turn, more)

    async def tally(self, community_id: int, user_id: int) -> Tally:
        confirmed = (
            _by(loops, community_id, user_id)
            .join(verdicts, _verdict_of_it())
            .where(verdicts.c.verdict == YES)
        )
        by_them = _by(verdicts, community_id, user_id).where(verdicts.c.verdict == YES)
        counted = _count(confirmed), _count(confirmed.where(loops.c.attempt == 1)), _count(by_them)
        return Tally(*(await self.link.execute(sa.select(*counted))).one())

    async def shifts(self, community_id: int, user_id: int, turn: Turn, most: int) -> Page[MyShift]:
        query = _shifts(community_id, user_id)
        rows, more = await turned(self.link, query, shifts.c.shift_id, turn, most)
        known = await self.worldviews(community_id, [row.worldview_id for row in rows])
        found = tuple([await self._shift(row, user_id, known.get(row.worldview_id)) for row in rows])
        return Page(found, turn, more)

    async def _drafts(self, community_id: int, user_id: int) -> tuple[Waiting, ...]:
        query = _by(drafts, community_id, user_id).order_by(drafts.c.worldview_id)
        rows = (await self.link.execute(query)).all()
        known = await self.worldviews(community_id, [row.worldview_id for row in rows if row.worldview_id])
        return tuple(Waiting(row.saved_at, known.get(row.worldview_id)) for row in rows)

    async def _questions(self, community_id: int, ids: Sequence[int]) -> dict[int, list[Question]]:
        """Those that wait under each of them, the oldest first."""
        under = remarks.c.worldview_id.in_(ids)
        asked = await self.link.execute(_waiting(community_id, under).order_by(remarks.c.remark_id))
        found: dict[int, list[Question]] = {}
        for row in asked.all():
            question = Question(await self._text(row, "remarks.text"), row.message_id, row.stem)
            found.setdefault(row.worldview_id, []).append(question)
        return found

    async def _reveals(self, community_id: int, ids: Sequence[int]) -> dict[int, list[Reveal]]:
        """Who asked to learn the name behind each of them."""
        wanted = sa.select(reveals).where(
            reveals.c.community_id == community_id, reveals.c.worldview_id.in_(ids)
        )
        found: dict[int, list[Reveal]] = {}
        for row in (await self.link.execute(wanted.order_by(reveals.c.reveal_id))).all():
            reveal = Reveal(row.user_id, row.asked_at, row.confirmed_at, row.declined_at)
            found.setdefault(row.worldview_id, []).append(reveal)
        return found

    async def _said(
        self, community_id: int, user_id: int, worldview_ids: Collection[int]
    ) -> dict[int, tuple[Said, ...]]:
        query = (
            _by(remarks, community_id, user_id)
            .where(remarks.c.worldview_id.in_(worldview_ids))
            .outerjoin(answers, _answer_to_it())
            .add_columns(answers.c.text.label("answer"), answers.c.user_id.label("author_id"))
            .order_by(remarks.c.remark_id)
        )
        said: dict[int, tuple[Said, ...]] = {}
        rows = (await self.link.execute(query)).all()
        for row in {row.remark_id: row for row in rows}.values():
            answer = await self._open(row.community_id, row.author_id, row.answer, "remarks.text")
            text, passed = await self._text(row, "remarks.text"), row.passed_at is not None
            one = Said(row.kind, text, answer, passed, row.stem)
            said[row.worldview_id] = (*said.get(row.worldview_id, ()), one)
        return said

    async def _said_back(self, row: sa.Row[Any], worldview: Worldview | None) -> SaidBack:
        heard = await self._open(row.community_id, row.user_id, row.heard, "loops.heard")
        missed = await self._open(row.community_id, row.author_id, row.missed, "verdicts.missed")
        return SaidBack(row.loop_id, worldview, heard or "", row.said_at, row.verdict, missed)

    async def _shift(self, row: sa.Row[Any], user_id: int, worldview: Worldview | None) -> MyShift:
        reason = await self._open(row.community_id, row.user_id, row.reason, "shifts.reason")
        given = row.user_id == user_id
        return MyShift(row.shift_id, worldview, given, row.kind, reason or "", row.given_at)

    async def worldviews(self, community_id: int, ids: Iterable[int]) -> dict[int, Worldview]:
        """Those of them that are there, by number, with their text."""
        wanted = set(ids)
        if not wanted:  # to find nothing, SQLite would look through all there are
            return {}
        query = sa.select(worldviews).where(
            worldviews.c.community_id == community_id, worldviews.c.worldview_id.in_(wanted)
        )
        return {
            row.worldview_id: await self._worldview(row) for row in (await self.link.execute(query)).all()
        }

    async def _worldview(self, row: sa.Row[Any]) -> Worldview:
        return worldview_of(row, await self._key(row.community_id, row.user_id))

    async def _text(self, row: sa.Row[Any], place: str) -> str:
        return await self._open(row.community_id, row.user_id, row.text, place) or ""

    async def _open(
        self, community_id: int, user_id: int | None, sealed: Sealed | None, place: str
    ) -> str | None:
        """None where there is nothing, or nobody's key any more."""
        if sealed is None or user_id is None:
            return None
        key = await self._key(community_id, user_id)
        return key.open(sealed, place=place) if key else None

    async def _key(self, community_id: int, user_id: int) -> PersonKey | None:
        if user_id not in self._opened:
            self._opened[user_id] = await self.keys.find(community_id, user_id)
        return self._opened[user_id]


def _by(table: sa.Table, community_id: int, user_id: int) -> sa.Select[*tuple[Any, ...]]:
    return sa.select(table).where(table.c.community_id == community_id, table.c.user_id == user_id)


def _own(community_id: int, user_id: int) -> sa.Select[*tuple[Any, ...]]:
    return _by(worldviews, community_id, user_id).with_only_columns(worldviews.c.worldview_id)


def _waiting(community_id: int, under: sa.ColumnElement[bool]) -> sa.Select[*tuple[Any, ...]]:
    """Questions that nobody answered or passed, under what can still be answered."""
    stands = sa.exists().where(  # asked for each: a list of all that stand grows with the community
        worldviews.c.community_id == community_id,
        worldviews.c.worldview_id == remarks.c.worldview_id,
        worldviews.c.state.in_(sorted(STANDING)),
    )
    return sa.select(remarks).where(
        remarks.c.community_id == community_id,
        under,
        stands,
        remarks.c.kind == QUESTION,
        remarks.c.passed_at.is_(None),
        ~sa.exists().where(_answer_to_it()),
    )


def _answer_to_it() -> sa.ColumnElement[bool]:
    return sa.and_(
        answers.c.community_id == remarks.c.community_id,
        answers.c.worldview_id == remarks.c.worldview_id,
        answers.c.kind == ANSWER,
        answers.c.answers == remarks.c.remark_id,
    )


def _verdict_of_it() -> sa.ColumnElement[bool]:
    return sa.and_(verdicts.c.community_id == loops.c.community_id, verdicts.c.loop_id == loops.c.loop_id)


def _listened(community_id: int, user_id: int) -> sa.Select[*tuple[Any, ...]]:
    """The numbers of all worldviews of others under which this person said, or gave, anything."""
    own = _own(community_id, user_id)
    places = [
        _by(table, community_id, user_id)
        .with_only_columns(table.c.worldview_id)
        .where(table.c.worldview_id.not_in(own))
        for table in (remarks, loops, shifts)
    ]
    found = sa.union(*places).subquery()
    return sa.select(found.c.worldview_id)


def _shifts(community_id: int, user_id: int) -> sa.Select[*tuple[Any, ...]]:
    """Given, received by name, and received as the author."""
    given_or_named = [
        sa.select(shifts.c.shift_id).where(shifts.c.community_id == community_id, column == user_id)
        for column in (shifts.c.user_id, shifts.c.receiver_id)
    ]
    to_the_author = sa.select(shifts.c.shift_id).where(
        shifts.c.community_id == community_id,
        shifts.c.worldview_id.in_(_own(community_id, user_id)),
        shifts.c.receiver_id == THE_AUTHOR,
    )
    numbers = sa.union(*given_or_named, to_the_author)
    return sa.select(shifts).where(shifts.c.shift_id.in_(numbers))


def _count(query: sa.Select[*tuple[Any, ...]]) -> sa.ScalarSelect[int]:
    return sa.select(sa.func.count()).select_from(query.subquery()).scalar_subquery()
