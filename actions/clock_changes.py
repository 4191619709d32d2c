"""Rules of time zones that have changed since a date was planned: the time on the wall is kept."""

from __future__ import annotations

from dataclasses import replace

from actions import notices
from actions.deps import Deps
from actions.discussions import follow
from domain.discussions import Occurrence, State
from domain.instants import instant_of
from domain.notices import CLOCKS_CHANGED


async def recheck(deps: Deps, community_id: int) -> int:
    """Compare every date to come with what its zone says today. Answers how many begin at another moment.

    Stewards are told once of all of them, by the nearest: what it was and what it is, in seconds since 1970.
    """
    now = deps.now()
    async with deps.database.begin() as store:
        community = await store.communities.find(community_id)
        if community is None:
            return 0
        planned = await store.occurrences.in_states(community_id, {State.PLANNED})
        moved = [(date, as_now) for date in planned if (as_now := _as_now(date)) != date]
        for date, as_now in moved:
            await store.occurrences.change(date, now, starts_at=as_now.starts_at, local=as_now.local)
        later = {as_now.occurrence_id for _, as_now in moved}
        dates = await store.occurrences.in_states(community_id, {State.PLANNED}) if moved else []
        await follow(store, community, [date for date in dates if date.occurrence_id in later], now)
        if moved:
            before, after = moved[0]
            facts = {
                "zone": before.time_zone,
                "dates": len(moved),
                "before": int(before.starts_at.timestamp()),
                "after": int(after.starts_at.timestamp()),
            }
            subject = f"{before.occurrence_id}:{facts['after']}"
            await notices.tell(store, community_id, CLOCKS_CHANGED, subject, now, facts)
    deps.bell.set()
    return len(moved)


def _as_now(date: Occurrence) -> Occurrence:
    instant = instant_of(date.local, date.time_zone)
    return replace(date, starts_at=instant.at, local=instant.local)
