"""Conversations at rest: who is in them, what was dealt, who answered or passed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from data.keys import Keys
from data.link import Link
from data.tables import conversation_people, conversations, dealt, responses
from data.types import add_missing, save_row
from domain.conversations import Conversation, Turn

TEXT = "responses.text"


class Kind(StrEnum):
    """Whose conversation it is."""

    PERSON = "person"
    WEEK = "week"
    """What the prompts of the week were; each is talked about in a thread of its own."""
    THREAD = "thread"


@dataclass(frozen=True, slots=True)
class Kept:
    """A conversation as it is kept; `standing` is what the rule needs to know."""

    conversation_id: int
    community_id: int
    kind: Kind
    standing: Conversation

    @property
    def turn(self) -> int:
        """The number of the current turn; 0 before the first."""
        return len(self.standing.turns)


@dataclass(frozen=True, slots=True)
class Dealt:
    """A turn, and where it was posted, once it was."""

    conversation_id: int
    turn: int
    prompt: str
    depth: int
    dealt_at: datetime
    thread_id: int | None
    message_id: int | None


@dataclass(frozen=True, slots=True)
class Response:
    """What somebody made of a turn. There is no `text` of a pass, nor of what was answered elsewhere."""

    passed: bool
    text: str | None
    message_id: int | None


@dataclass(frozen=True, slots=True)
class Conversations:
    """Questions about the conversations of one community at a time."""

    link: Link
    keys: Keys

    async def open(self, community_id: int, kind: Kind, now: datetime) -> int:
        """Begin one; its number."""
        row = {"community_id": community_id, "kind": kind, "depth": 1, "opened_at": now}
        added = await self.link.execute(
            conversations.insert().values(row).returning(conversations.c.conversation_id)
        )
        number: int = added.scalar_one()
        return number

    async def find(self, community_id: int, conversation_id: int) -> Kept | None:
        one = _of(conversations, community_id, conversation_id)
        row = (await self.link.execute(sa.select(conversations).where(*one))).one_or_none()
        return None if row is None else await self._kept(row)

    async def of_person(self, community_id: int, user_id: int) -> Kept | None:
        """Somebody's own."""
        query = (
            sa.select(conversations)
            .join(
                conversation_people, conversation_people.c.conversation_id == conversations.c.conversation_id
            )
            .where(
                conversation_people.c.community_id == community_id,
                conversation_people.c.user_id == user_id,
                conversations.c.community_id == community_id,
                conversations.c.kind == Kind.PERSON,
            )
        )
        row = (await self.link.execute(query)).one_or_none()
        return None if row is None else await self._kept(row)

    async def of_week(self, community_id: int) -> Kept | None:
        """That of the prompts of the week."""
        query = sa.select(conversations).where(
            conversations.c.community_id == community_id, conversations.c.kind == Kind.WEEK
        )
        row = (await self.link.execute(query)).one_or_none()
        return None if row is None else await self._kept(row)

    async def join(self, community_id: int, conversation_id: int, user_id: int, since_turn: int) -> None:
        """Somebody is in it from this turn on; whoever was already stays as they were."""
        row = {
            "conversation_id": conversation_id,
            "community_id": community_id,
            "user_id": user_id,
            "since_turn": since_turn,
        }
        await self.link.execute(add_missing(self.link, conversation_people, row))

    async def deal(
        self, community_id: int, conversation_id: int, number: int, turn: Turn, depth: int, now: datetime
    ) -> None:
        """Keep the next turn, and how deep the conversation is with it."""
        row = {
            "conversation_id": conversation_id,
            "turn": number,
            "community_id": community_id,
            "prompt": turn.prompt,
            "depth": turn.depth,
            "dealt_at": now,
        }
        await self.link.execute(dealt.insert().values(row))
        one = _of(conversations, community_id, conversation_id)
        await self.link.execute(conversations.update().where(*one).values(depth=depth))

    async def turn(self, community_id: int, conversation_id: int, turn: int) -> Dealt | None:
        query = sa.select(
            *(dealt.c[name] for name in ("conversation_id", "turn", "prompt", "depth")),
            *(dealt.c[name] for name in ("dealt_at", "thread_id", "message_id")),
        ).where(*_of(dealt, community_id, conversation_id), dealt.c.turn == turn)
        row = (await self.link.execute(query)).one_or_none()
        return None if row is None else Dealt(*row)

    async def posted(
        self, community_id: int, conversation_id: int, turn: int, thread_id: int, message_id: int
    ) -> None:
        """Where a turn stands on Discord."""
        one = *_of(dealt, community_id, conversation_id), dealt.c.turn == turn
        await self.link.execute(dealt.update().where(*one).values(thread_id=thread_id, message_id=message_id))

    async def respond(
        self,
        community_id: int,
        conversation_id: int,
        turn: int,
        user_id: int,
        now: datetime,
        *,
        text: str | None = None,
        passed: bool = False,
    ) -> None:
        """Somebody answered, or passed."""
        sealed = None
        if text is not None:
            sealed = (await self.keys.of(community_id, user_id)).seal(text, place=TEXT)
        row = {
            "conversation_id": conversation_id,
            "turn": turn,
            "community_id": community_id,
            "user_id": user_id,
            "passed": passed,
            "text": sealed,
            "responded_at": now,
        }
        await save_row(self.link, responses, row, ("conversation_id", "turn", "community_id", "user_id"))

    async def response(
        self, community_id: int, conversation_id: int, turn: int, user_id: int
    ) -> Response | None:
        one = *_of(responses, community_id, conversation_id), *_whose(turn, user_id)
        row = (await self.link.execute(sa.select(responses).where(*one))).one_or_none()
        if row is None:
            return None
        key = None if row.text is None else await self.keys.find(community_id, user_id)
        return Response(row.passed, key.open(row.text, place=TEXT) if key else None, row.message_id)

    async def said(
        self, community_id: int, conversation_id: int, turn: int, user_id: int, message_id: int
    ) -> None:
        """The answer stands on Discord."""
        one = *_of(responses, community_id, conversation_id), *_whose(turn, user_id)
        await self.link.execute(responses.update().where(*one).values(message_id=message_id))

    async def _kept(self, row: sa.Row[Any]) -> Kept:
        here = row.community_id, row.conversation_id
        turns = sa.select(dealt.c.prompt, dealt.c.depth).where(*_of(dealt, *here)).order_by(dealt.c.turn)
        listed = tuple(Turn(*each) for each in await self.link.execute(turns))
        people = sa.select(conversation_people.c.user_id, conversation_people.c.since_turn)
        inside = await self.link.execute(people.where(*_of(conversation_people, *here)))
        current = sa.select(responses.c.user_id).where(
            *_of(responses, *here), responses.c.turn == len(listed)
        )
        responded = frozenset((await self.link.execute(current)).scalars())
        since = {each.user_id: each.since_turn for each in inside}
        return Kept(
            row.conversation_id,
            row.community_id,
            Kind(row.kind),
            Conversation(row.depth, listed, since, responded),
        )


def _of(table: sa.Table, community_id: int, conversation_id: int) -> tuple[sa.ColumnElement[bool], ...]:
    return table.c.community_id == community_id, table.c.conversation_id == conversation_id


def _whose(turn: int, user_id: int) -> tuple[sa.ColumnElement[bool], ...]:
    return responses.c.turn == turn, responses.c.user_id == user_id
