"""What was heard and counted, kept in its order: many at once, since a room fills in a minute."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import TypeAlias

from actions import attendance
from actions.deps import Deps
from domain.attendance import Sign


@dataclass(frozen=True, slots=True)
class Count:
    """Everybody who is in the room."""

    user_ids: frozenset[int]
    at: datetime


@dataclass(frozen=True, slots=True)
class Note:
    """A sign or a count, and the date in whose room it was."""

    community_id: int
    occurrence_id: int
    what: Sign | Count


Group: TypeAlias = tuple[tuple[int, bool], list[Note]]


class Notebook:
    """Holds what is not kept yet. What the database does not take now stays for the next time."""

    def __init__(self, deps: Deps) -> None:
        self._deps = deps
        self._notes: list[Note] = []
        self._turn = asyncio.Lock()

    def add(self, note: Note) -> None:
        self._notes.append(note)

    @property
    def is_empty(self) -> bool:
        return not self._notes and not self._turn.locked()

    async def write(self) -> None:
        """Everything so far. To keep something twice is harmless."""
        async with self._turn:
            while self._notes:
                (community_id, signs), some = next(_in_order(self._notes))
                if signs:
                    heard = [(each.occurrence_id, each.what) for each in some if isinstance(each.what, Sign)]
                    await attendance.listen(self._deps, community_id, heard)
                else:
                    await self._count(some)
                del self._notes[: len(some)]

    async def _count(self, notes: list[Note]) -> None:
        for each in notes:
            if isinstance(each.what, Count):
                where = each.community_id, each.occurrence_id
                await attendance.count(self._deps, *where, each.what.user_ids, each.what.at)


def _in_order(notes: list[Note]) -> Iterator[Group]:
    """What follows upon each other and is kept together."""
    for key, group in groupby(notes, lambda each: (each.community_id, isinstance(each.what, Sign))):
        yield key, list(group)
