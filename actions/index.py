"""The index of worldviews: entries come and go in the database, and a job brings each page up to date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from actions.deps import Deps
from data.store import Store
from domain.blueprint import Kind
from domain.communities import Community
from domain.jobs import Wish
from domain.worldviews import Worldview

PAGE = "index-page"
"""The kind of the job that brings a page of the index up to date."""
LANE = "index"
"""One after the other, so that the first page stands above the second."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page should show, and the message in which it stands, if there is one."""

    community: Community
    entries: tuple[Worldview, ...]
    message_id: int | None


async def enter(store: Store, worldview: Worldview, now: datetime) -> int:
    """Have a worldview stand in the index; the page on which it does. It keeps the one it had."""
    page = worldview.index_page or await store.index.page_with_room(worldview.community_id)
    await bring_up_to_date(store, worldview.community_id, page, now)
    return page


async def leave(store: Store, worldview: Worldview, now: datetime) -> None:
    """It does not stand any more, or says something else: its page shows that."""
    if worldview.index_page is not None:
        await bring_up_to_date(store, worldview.community_id, worldview.index_page, now)


async def leave_all(store: Store, community_id: int, user_id: int, now: datetime) -> None:
    """Somebody is about to be erased: the pages with entries of theirs will be brought up to date."""
    for page in await store.index.of_author(community_id, user_id):
        await bring_up_to_date(store, community_id, page, now)


async def bring_up_to_date(store: Store, community_id: int, page: int, due: datetime) -> None:
    """Have a page show what stands on it."""
    await store.jobs.add(Wish(community_id, PAGE, str(page), lane=LANE), due, again=True)


async def move(deps: Deps, community_id: int, post_id: int) -> None:
    """Have every page stand in this post: the one before it may have been deleted by hand."""
    async with deps.database.browse() as store:
        pages = await store.index.elsewhere(community_id, post_id)
    if not pages:
        return
    async with deps.database.begin() as store:
        for page in pages:
            await bring_up_to_date(store, community_id, page, deps.now())
    deps.bell.set()


async def read(deps: Deps, community_id: int, number: int) -> Page | None:
    """A page as it should be; None in a community that nobody knows."""
    async with deps.database.read() as store:
        community = await store.communities.find(community_id)
        if community is None:
            return None
        entries = await store.index.page(community_id, number)
        message_id = await store.objects.find(community_id, Kind.INDEX_PAGE, str(number))
        return Page(community, tuple(entries), message_id)
