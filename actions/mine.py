"""What a person finds under *My worldviews*, and does there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from actions.deps import Deps
from data.store import Store
from domain import journal
from domain.communities import Community
from domain.errors import NotSetUp, NotTakingPart
from domain.journal import Entry
from domain.mine import Listened, MyShift, Overview, Own, Page, SaidBack, Tally, Turn
from domain.people import Standing
from domain.worldviews import Worldview

A_PAGE = 5
"""Rows at most; a screen may have room for fewer."""


async def overview(deps: Deps, community_id: int, user_id: int) -> Overview:
    async with deps.database.browse() as store:
        return await store.mine.overview(community_id, user_id)


async def own(deps: Deps, community_id: int, user_id: int, turn: Turn) -> Page[Own]:
    async with deps.database.browse() as store:
        return await store.mine.own(community_id, user_id, turn, A_PAGE)


async def listened(deps: Deps, community_id: int, user_id: int, turn: Turn) -> Page[Listened]:
    async with deps.database.browse() as store:
        return await store.mine.listened(community_id, user_id, turn, A_PAGE)


async def said_back(deps: Deps, community_id: int, user_id: int, turn: Turn) -> Page[SaidBack]:
    """One's loops."""
    async with deps.database.browse() as store:
        return await store.mine.said_back(community_id, user_id, turn, A_PAGE)


async def tally(deps: Deps, community_id: int, user_id: int) -> Tally:
    """How they went: for nobody else."""
    async with deps.database.browse() as store:
        return await store.mine.tally(community_id, user_id)


async def shifts(deps: Deps, community_id: int, user_id: int, turn: Turn) -> Page[MyShift]:
    async with deps.database.browse() as store:
        return await store.mine.shifts(community_id, user_id, turn, A_PAGE)


@dataclass(frozen=True, slots=True)
class Written:
    """An entry, and the worldview it was written under, if that is still there."""

    entry: Entry
    worldview: Worldview | None


async def entries(deps: Deps, community_id: int, user_id: int, turn: Turn) -> Page[Written]:
    """The journal, newest first."""
    async with deps.database.browse() as store:
        page = await store.journal.page(community_id, user_id, turn, A_PAGE)
        return Page(tuple(await _written(store, community_id, page.rows)), turn, page.more)


async def entry(deps: Deps, community_id: int, user_id: int, entry_id: int) -> Written:
    """Raises EntryGone."""
    async with deps.database.read() as store:
        found = journal.kept(await store.journal.find(community_id, user_id, entry_id))
        return (await _written(store, community_id, [found]))[0]


async def may_write(deps: Deps, community_id: int, user_id: int) -> None:
    """Raises NotTakingPart: what is kept about somebody begins with their agreement."""
    async with deps.database.read() as store:
        await _taking_part(store, community_id, user_id)


async def write(deps: Deps, community_id: int, user_id: int, text: str, token: str, under: int) -> Entry:
    """Keep what somebody learned, `under` a worldview or (0) on its own; once, however often it is sent.

    Raises EntryEmpty, TooLong, NotTakingPart.
    """
    async with deps.database.begin() as store:
        await _taking_part(store, community_id, user_id)
        words = journal.entry_text(text)
        fresh = Entry(0, community_id, user_id, words, token, deps.now(), under or None)
        return await store.journal.add(fresh)


async def rewrite(deps: Deps, community_id: int, user_id: int, entry_id: int, text: str) -> Entry:
    """Raises EntryGone, EntryEmpty, TooLong."""
    async with deps.database.begin() as store:
        changed = journal.rewritten(await store.journal.find(community_id, user_id, entry_id), text)
        await store.journal.rewrite(changed)
        return changed


async def tear_out(deps: Deps, community_id: int, user_id: int, entry_id: int) -> None:
    """Delete an entry for good. Raises EntryGone."""
    async with deps.database.begin() as store:
        await store.journal.delete(journal.kept(await store.journal.find(community_id, user_id, entry_id)))


async def off_limits(deps: Deps, community_id: int, user_id: int) -> tuple[Community, frozenset[str]]:
    """The community, and the topics that this person does not want to be asked about.

    Raises NotSetUp, NotTakingPart.
    """
    async with deps.database.read() as store:
        await _taking_part(store, community_id, user_id)
        return await _community(store, community_id), await store.off_limits.of_person(community_id, user_id)


async def keep_off_limits(deps: Deps, community_id: int, user_id: int, chosen: tuple[str, ...]) -> None:
    """These of the community's topics, and no others. Raises NotSetUp, NotTakingPart."""
    async with deps.database.begin() as store:
        await _taking_part(store, community_id, user_id)
        listed = {topic.key for topic in (await _community(store, community_id)).topics}
        unlisted = await store.off_limits.of_person(community_id, user_id) - listed
        await store.off_limits.save(community_id, user_id, unlisted | listed.intersection(chosen))


async def _community(store: Store, community_id: int) -> Community:
    community = await store.communities.find(community_id)
    if community is None or community.set_up_at is None:
        raise NotSetUp
    return community


async def _taking_part(store: Store, community_id: int, user_id: int) -> None:
    person = await store.people.find(community_id, user_id)
    if person is None or person.standing is Standing.LEFT:
        raise NotTakingPart


async def _written(store: Store, community_id: int, found: Sequence[Entry]) -> list[Written]:
    under = [each.worldview_id for each in found if each.worldview_id]
    known = await store.mine.worldviews(community_id, under) if under else {}
    return [Written(each, known.get(each.worldview_id or 0)) for each in found]
