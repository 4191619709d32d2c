"""The conductor's panel at rest, and the speaking order of a discussion."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from data.link import Link
from data.tables import occurrences, pauses, runs, speaking
from data.types import save_row
from domain.conductor import Note, Run, Speaker
from domain.people import Seat

KEYS = ("occurrence_id", "community_id")
PLAIN = ("position", "turn_seconds", "note", "host_gone_at", "paused_at", "began_at", "ended_at")
OF_SPEAKER = ("user_id", "seat", "rank", "turns", "hand_at", "listens", "here")


@dataclass(frozen=True, slots=True)
class Runs:
    """Questions about how one date at a time goes on."""

    link: Link

    async def find(self, community_id: int, occurrence_id: int) -> Run | None:
        query = sa.select(runs).where(
            runs.c.community_id == community_id, runs.c.occurrence_id == occurrence_id
        )
        row = (await self.link.execute(query)).one_or_none()
        return None if row is None else _run(row)

    async def save(self, run: Run) -> None:
        row: dict[str, object] = {name: getattr(run, name) for name in (*KEYS, *PLAIN)}
        await save_row(self.link, runs, row | {"prompts": list(run.prompts)}, KEYS)

    async def used(self, community_id: int, discussion_id: int) -> set[str]:
        """The prompts that the dates of this discussion have had."""
        query = (
            sa.select(runs.c.prompts, runs.c.position)
            .join(
                occurrences,
                (occurrences.c.occurrence_id == runs.c.occurrence_id)
                & (occurrences.c.community_id == runs.c.community_id),
            )
            .where(runs.c.community_id == community_id, occurrences.c.discussion_id == discussion_id)
        )
        rows = (await self.link.execute(query)).all()
        return {name for row in rows for name in row.prompts[: row.position + 1]}

    async def order(self, community_id: int, occurrence_id: int) -> list[Speaker]:
        """Everybody who was in the speaking order, in the order in which they came or spoke last."""
        query = (
            sa.select(*(speaking.c[name] for name in OF_SPEAKER))
            .where(speaking.c.community_id == community_id, speaking.c.occurrence_id == occurrence_id)
            .order_by(speaking.c.rank, speaking.c.user_id)
        )
        return [
            Speaker(row.user_id, Seat(row.seat), *tuple(row)[2:]) for row in await self.link.execute(query)
        ]

    async def place(self, community_id: int, occurrence_id: int, speaker: Speaker) -> None:
        """Keep how somebody stands in the order."""
        row: dict[str, object] = {name: getattr(speaker, name) for name in OF_SPEAKER}
        row |= {"community_id": community_id, "occurrence_id": occurrence_id}
        await save_row(self.link, speaking, row, (*KEYS, "user_id"))

    async def pause(self, community_id: int, occurrence_id: int, now: datetime) -> None:
        """Somebody asked for a pause. Who, is nobody's business."""
        row = {"community_id": community_id, "occurrence_id": occurrence_id, "asked_at": now}
        await self.link.execute(pauses.insert().values(row))


def _run(row: sa.Row[Any]) -> Run:
    values = {name: getattr(row, name) for name in (*KEYS, *PLAIN)}
    values["note"] = None if row.note is None else Note(row.note)
    return Run(prompts=tuple(row.prompts), **values)
