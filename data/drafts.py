"""Drafts at rest: what nobody but its author has seen yet."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from data.keys import Keys
from data.link import Link
from data.tables import drafts
from data.types import save_row
from data.worldviews import PARTS
from domain.worldviews import Draft, Explanation

KEYS = ("community_id", "user_id", "worldview_id")
PLAIN = ("shows_seat", "pseudonymous", "saved_at")


@dataclass(frozen=True, slots=True)
class Drafts:
    """Questions about the drafts of one person in one community. `worldview_id` is 0 for a new worldview."""

    link: Link
    keys: Keys

    async def find(self, community_id: int, user_id: int, worldview_id: int) -> Draft | None:
        query = sa.select(drafts).where(*_which(community_id, user_id, worldview_id))
        row = (await self.link.execute(query)).one_or_none()
        if row is None:
            return None
        key = await self.keys.find(community_id, user_id)
        texts = {
            part: key.open(sealed, place=f"drafts.{part}")
            for part in PARTS
            if key is not None and (sealed := getattr(row, part)) is not None
        }
        plain = {name: getattr(row, name) for name in (*KEYS, *PLAIN)}
        return Draft(**plain, explanation=Explanation(**texts), topics=tuple(row.topics))

    async def save(self, draft: Draft) -> None:
        """In place of the one before."""
        row: dict[str, object] = {name: getattr(draft, name) for name in (*KEYS, *PLAIN)}
        key = await self.keys.of(draft.community_id, draft.user_id)
        for part in PARTS:
            text = getattr(draft.explanation, part)
            row[part] = key.seal(text, place=f"drafts.{part}") if text else None
        await save_row(self.link, drafts, row | {"topics": list(draft.topics)}, KEYS)

    async def take(self, draft: Draft) -> bool:
        """Take away just this version of it. False when it is another one now, or none."""
        which = _which(draft.community_id, draft.user_id, draft.worldview_id)
        taken = drafts.delete().where(*which, drafts.c.saved_at == draft.saved_at)
        return bool((await self.link.execute(taken)).rowcount)

    async def throw_away(self, community_id: int, user_id: int, worldview_id: int) -> bool:
        """Whichever version it is. False when there was none."""
        thrown = drafts.delete().where(*_which(community_id, user_id, worldview_id))
        return bool((await self.link.execute(thrown)).rowcount)


def _which(community_id: int, user_id: int, worldview_id: int) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        drafts.c.community_id == community_id,
        drafts.c.user_id == user_id,
        drafts.c.worldview_id == worldview_id,
    )
