"""A change that somebody wants: read back to them first, and made once they confirm it."""

from __future__ import annotations

from dataclasses import dataclass

from actions import changes
from actions.changes import Changed
from actions.deps import Deps
from actions.discussions import present
from data.store import Store
from domain.changes import Change
from domain.discussion_errors import (
    DateGone,
    ProposalGone,
)
from domain.discussions import Occurrence


@dataclass(frozen=True, slots=True)
class Proposal:
    """What would come of it. Nothing has been changed."""

    number: int
    change: Change
    would_be: Changed


async def propose(deps: Deps, community_id: int, user_id: int, change: Change) -> Proposal:
    """Keep what somebody wants, in place of what they wanted before. Raises what `changes.apply` does."""
    would_be = await changes.would_be(deps, community_id, change)
    async with deps.database.begin() as store:
        number = await store.changes.add(community_id, user_id, change, deps.now())
    return Proposal(number, change, would_be)


async def about(deps: Deps, community_id: int, user_id: int, number: int) -> Occurrence:
    """The date that a proposal is about, as it is. Raises ProposalGone, DateGone."""
    async with deps.database.read() as store:
        change, _ = await _find(store, community_id, user_id, number)
        return await _date(store, community_id, change)


async def confirm(deps: Deps, community_id: int, user_id: int, number: int) -> Changed | None:
    """Make it. None when it was made before.

    Raises ProposalGone and what `changes.apply` does; it can then be confirmed again.
    """
    async with deps.database.begin() as store:
        change, made = await _find(store, community_id, user_id, number)
        if made:
            return None
        now = deps.now()
        changed = await changes.apply(store, await present(store, community_id), change, now)
        await store.changes.made(community_id, user_id, number, now)
    deps.bell.set()
    return changed


async def forget(deps: Deps, community_id: int, user_id: int, number: int) -> None:
    """Let it be."""
    async with deps.database.begin() as store:
        await store.changes.forget(community_id, user_id, number)


async def _find(store: Store, community_id: int, user_id: int, number: int) -> tuple[Change, bool]:
    found = await store.changes.find(community_id, user_id, number)
    if found is None:
        raise ProposalGone
    return found


async def _date(store: Store, community_id: int, change: Change) -> Occurrence:
    found = await store.occurrences.find(community_id, change.occurrence_id)
    if found is None:
        raise DateGone
    return found
