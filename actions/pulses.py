"""The three taps after a discussion."""

from __future__ import annotations

from actions.deps import Deps
from data.store import Store
from domain.discussions import Occurrence
from domain.pulses import Pulse, Question, Tap, may_tap
from domain.rsvps import Answer


async def look(deps: Deps, community_id: int, occurrence_id: int, user_id: int) -> tuple[Occurrence, Pulse]:
    """What they tapped so far. Raises PulseOver or NotThere."""
    async with deps.database.read() as store:
        date = await _theirs(store, deps, community_id, occurrence_id, user_id)
        return date, await store.pulses.find(community_id, occurrence_id, user_id)


async def tap(
    deps: Deps, community_id: int, occurrence_id: int, user_id: int, question: Question, answer: Tap
) -> tuple[Occurrence, Pulse]:
    """Keep one answer; it can be changed until the figures come. Raises PulseOver or NotThere."""
    async with deps.database.begin() as store:
        date = await _theirs(store, deps, community_id, occurrence_id, user_id)
        await store.pulses.save(community_id, occurrence_id, user_id, question, answer, deps.now())
        return date, await store.pulses.find(community_id, occurrence_id, user_id)


async def _theirs(
    store: Store, deps: Deps, community_id: int, occurrence_id: int, user_id: int
) -> Occurrence:
    """Somebody was there when we saw them, or had said they would come: we may have been away."""
    date = await store.occurrences.find(community_id, occurrence_id)
    said = await store.rsvps.find(community_id, occurrence_id, user_id)
    seen = await store.presences.by_person(community_id, occurrence_id, [user_id])
    was_there = any(seen.values()) or (said is not None and said.answer is Answer.GOING)
    return may_tap(date, deps.now(), was_there=was_there)


async def may_be_named(deps: Deps, community_id: int, user_id: int) -> bool:
    """Whether a recap may say that this person was there."""
    async with deps.database.read() as store:
        return (await store.choices.find(community_id, user_id)).named


async def be_named(deps: Deps, community_id: int, user_id: int, *, named: bool) -> None:
    """Whether recaps may, from now on."""
    async with deps.database.begin() as store:
        await store.choices.save(community_id, user_id, named=named)
