"""Learning who wrote under a pseudonym. Whoever calls has made sure that a steward does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from actions.deps import Deps
from data.store import Store
from domain import reveals
from domain.blueprint import DESK
from domain.communities import Community
from domain.errors import WorldviewGone
from domain.jobs import Job, Wish
from domain.reveals import Reveal
from domain.worldviews import Worldview

REVEAL = "reveal"
"""The kind of the job that shows stewards who asks, and what came of it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a card on the desk shows. `view` is None when its author was erased."""

    community: Community
    reveal: Reveal
    view: Worldview | None


async def ask(deps: Deps, community_id: int, worldview_id: int, user_id: int, reason: str) -> None:
    """A steward asks; asked again while that is open, it is the same. Raises what `reveals.ask` raises."""
    async with deps.database.begin() as store:
        view = await store.worldviews.find(community_id, worldview_id)
        reveal = reveals.ask(view, user_id, reason, deps.now())
        earlier = await store.reveals.of(community_id, worldview_id)
        if any(each.is_open and each.asked_by == user_id for each in earlier):
            return
        await _show(store, replace(reveal, reveal_id=await store.reveals.add(reveal)), deps.now())
    deps.bell.set()


async def agree(deps: Deps, community_id: int, reveal_id: int, user_id: int) -> int:
    """Another steward agrees, and learns who wrote it. Raises what `reveals.agree` raises."""
    view = await _decide(deps, community_id, reveal_id, user_id, reveals.agree)
    return view.user_id


async def decline(deps: Deps, community_id: int, reveal_id: int, user_id: int) -> None:
    """Another steward does not agree. Raises what `reveals.decline` raises."""
    await _decide(deps, community_id, reveal_id, user_id, reveals.decline)


async def see(deps: Deps, community_id: int, reveal_id: int, user_id: int) -> int:
    """Who wrote it, for the two who decided. Raises WorldviewGone, AnotherMustAgree."""
    async with deps.database.read() as store:
        reveal, view = await _find(store, community_id, reveal_id)
        return reveals.author_for(reveal, view, user_id)


async def asked(deps: Deps, community_id: int, reveal_id: int) -> Asked | None:
    """What the desk shows of it; None when whoever asked was erased."""
    async with deps.database.read() as store:
        community = await store.communities.find(community_id)
        reveal = await store.reveals.find(community_id, reveal_id)
        if community is None or reveal is None:
            return None
        return Asked(community, reveal, await store.worldviews.find(community_id, reveal.worldview_id))


async def told(deps: Deps, view: Worldview) -> list[Reveal]:
    """The times at which two stewards learned who wrote it, for its author."""
    async with deps.database.read() as store:
        found = await store.reveals.of(view.community_id, view.worldview_id)
    return [each for each in found if each.confirmed_at is not None]


async def posted(store: Store, job: Job, _: datetime) -> None:
    """It stands on the desk in this message."""
    reveal = await store.reveals.find(job.community_id, int(job.key))
    if reveal is not None:
        await store.reveals.save(replace(reveal, message_id=job.result_id))


Rule = Callable[[Reveal, Worldview | None, int, datetime], Reveal]


async def _decide(deps: Deps, community_id: int, reveal_id: int, user_id: int, rule: Rule) -> Worldview:
    async with deps.database.begin() as store:
        reveal, view = await _find(store, community_id, reveal_id)
        decided = rule(reveal, view, user_id, deps.now())
        await store.reveals.save(decided)
        await _show(store, decided, deps.now())
    deps.bell.set()
    if view is None:
        raise WorldviewGone
    return view


async def _find(store: Store, community_id: int, reveal_id: int) -> tuple[Reveal, Worldview | None]:
    reveal = await store.reveals.find(community_id, reveal_id)
    if reveal is None:
        raise WorldviewGone
    return reveal, await store.worldviews.find(community_id, reveal.worldview_id)


async def _show(store: Store, reveal: Reveal, now: datetime) -> None:
    wish = Wish(reveal.community_id, REVEAL, str(reveal.reveal_id), lane=f"channel:{DESK}")
    await store.jobs.add(wish, now, again=True)
