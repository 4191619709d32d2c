"""How people want to be reminded, and whether a recap may name them, at rest."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

import sqlalchemy as sa

from data.link import Link
from data.tables import discussion_choices, rsvps
from data.types import save_row
from domain.reminders import AS_EVER, Choice
from domain.rsvps import Answer

COLUMNS = tuple(field.name for field in fields(Choice))
CHOSEN = tuple(discussion_choices.c[name] for name in COLUMNS)
KEYS = ("community_id", "user_id")

OF_PERSON = sa.select(*CHOSEN).where(*(discussion_choices.c[name] == sa.bindparam(name) for name in KEYS))
OF_THOSE_GOING = (
    sa.select(discussion_choices.c.user_id, *CHOSEN)
    .join_from(
        rsvps,
        discussion_choices,
        (discussion_choices.c.community_id == rsvps.c.community_id)
        & (discussion_choices.c.user_id == rsvps.c.user_id),
    )
    .where(
        rsvps.c.community_id == sa.bindparam("community_id"),
        rsvps.c.occurrence_id == sa.bindparam("occurrence_id"),
        rsvps.c.answer == Answer.GOING.value,
    )
)


@dataclass(frozen=True, slots=True)
class Choices:
    """Questions about what people chose."""

    link: Link

    async def find(self, community_id: int, user_id: int) -> Choice:
        """What they chose; what everybody begins with where they never did."""
        found = await self.link.execute(OF_PERSON, {"community_id": community_id, "user_id": user_id})
        row = found.one_or_none()
        return AS_EVER if row is None else Choice(*row)

    async def of_those_going(self, community_id: int, occurrence_id: int) -> dict[int, Choice]:
        """By person; whoever never chose is left out."""
        facts = {"community_id": community_id, "occurrence_id": occurrence_id}
        return {row.user_id: _choice(row) for row in await self.link.execute(OF_THOSE_GOING, facts)}

    async def save(self, community_id: int, user_id: int, **chosen: Any) -> None:  # noqa: ANN401 - columns
        """These columns; the others stay as they are."""
        row = {"community_id": community_id, "user_id": user_id, **chosen}
        await save_row(self.link, discussion_choices, row, KEYS)

    async def change(self, community_id: int, user_id: int, **chosen: Any) -> None:  # noqa: ANN401 - columns
        """The same for somebody who has chosen already, and is not erased meanwhile."""
        of = discussion_choices.c.community_id == community_id, discussion_choices.c.user_id == user_id
        await self.link.execute(discussion_choices.update().where(*of).values(chosen))


def _choice(row: sa.Row[Any]) -> Choice:
    return Choice(*(getattr(row, name) for name in COLUMNS))
