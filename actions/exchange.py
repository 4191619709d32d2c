"""The exchange between the seats: what stewards may see of it, and when they are told that it leans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from actions import notices
from actions.deps import Deps
from data.store import Store
from domain.exchange import LEAST_PEOPLE, Leaning, leaning, months_until, span
from domain.ledger import Counted, month_of
from domain.notices import ONE_SIDED
from domain.people import Seat


@dataclass(frozen=True, slots=True)
class Month:
    """How often those of each seat did what. A seat is left out in which too few did anything."""

    month: str
    counts: Mapping[Seat, Mapping[Counted, int]]


async def overview(deps: Deps, community_id: int) -> list[Month]:
    """The last months, the latest first."""
    found = []
    async with deps.database.browse() as store:
        for month in months_until(month_of(deps.now())):
            ledger = await store.exchange.of_month(community_id, month)
            active = await store.answering.active(community_id, *span(month))
            shown = [seat for seat in Seat if active.get(seat, 0) >= LEAST_PEOPLE]
            counts = {
                seat: {kind: ledger.get((seat.value, kind.value), 0) for kind in Counted} for seat in shown
            }
            found.append(Month(month, counts))
    return found


async def leaning_of(deps: Deps, community_id: int, month: str) -> Leaning | None:
    """Whether one side did most of the answering in that month."""
    async with deps.database.browse() as store:
        answered = await store.answering.by_seat(community_id, *span(month))
        return leaning(answered, await store.answering.people(community_id, *span(month)))


async def tell(store: Store, community_id: int, month: str, leans: Leaning, now: datetime) -> None:
    """Have stewards read that it does, in a notice of this month."""
    facts = {"side": leans.side.value, "percent": leans.percent}
    await notices.tell(store, community_id, ONE_SIDED, month, now, facts)
