"""The stewards' own decks at rest, as they wrote them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from data.link import Link
from data.tables import decks
from data.types import save_row

COLUMNS = ("key", "language", "toml", "added_by", "added_at")


@dataclass(frozen=True, slots=True)
class OwnDeck:
    """A deck in one language. `added_by` is None once that person was erased."""

    key: str
    language: str
    toml: str
    added_by: int | None
    added_at: datetime


@dataclass(frozen=True, slots=True)
class OwnDecks:
    """Questions about the decks of one community at a time."""

    link: Link

    async def all(self, community_id: int) -> list[OwnDeck]:
        """In the order of their keys, and of the languages of each."""
        query = sa.select(*(decks.c[name] for name in COLUMNS)).where(decks.c.community_id == community_id)
        return [
            OwnDeck(*row) for row in await self.link.execute(query.order_by(decks.c.key, decks.c.language))
        ]

    async def save(self, community_id: int, deck: OwnDeck) -> None:
        """Keep one, in place of what had the same key and language."""
        row = {"community_id": community_id, **{name: getattr(deck, name) for name in COLUMNS}}
        await save_row(self.link, decks, row, ("community_id", "key", "language"))

    async def remove(self, community_id: int, key: str, language: str) -> None:
        """Harmless when it is gone. What was dealt of it stays known."""
        where = decks.c.community_id == community_id, decks.c.key == key, decks.c.language == language
        await self.link.execute(decks.delete().where(*where))
