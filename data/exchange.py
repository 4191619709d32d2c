"""The exchange ledger at rest: counts for each seat and month, without anybody's name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import sqlalchemy as sa

from data.link import Link
from data.tables import exchange
from data.types import inserting

KEYS = ["community_id", "month", "seat", "kind"]


@dataclass(frozen=True, slots=True)
class Exchange:
    """Questions about the ledger of one community at a time."""

    link: Link

    async def count(self, community_id: int, month: str, seat: str, kind: str) -> None:
        """One more. `month` as `2026-11`."""
        row = {"community_id": community_id, "month": month, "seat": seat, "kind": kind, "count": 1}
        await self.link.execute(_counting(self.link.dialect.name), row)

    async def of_month(self, community_id: int, month: str) -> dict[tuple[str, str], int]:
        """How often, by seat and kind."""
        query = sa.select(exchange).where(exchange.c.community_id == community_id, exchange.c.month == month)
        return {
            (row["seat"], row["kind"]): row["count"] for row in (await self.link.execute(query)).mappings()
        }


@cache
def _counting(dialect: str) -> sa.Executable:
    one_more = {"count": exchange.c.count + 1}
    return inserting(dialect, exchange).on_conflict_do_update(index_elements=KEYS, set_=one_more)
