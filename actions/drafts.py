"""Explaining something: written for oneself at first, seen as it would be, then posted, or thrown away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from actions import worldviews
from actions.deps import Deps
from actions.upkeep import HEAD_START
from data.store import Store
from domain import pseudonyms
from domain.communities import Community
from domain.errors import NoDraft, NotAuthor, NotSetUp, NotTakingPart, Refusal, WorldviewGone
from domain.jobs import Wish
from domain.people import Participant, Standing
from domain.worldviews import (
    A_NEW_ONE,
    CONSENT,
    Draft,
    Explanation,
    Made,
    Worldview,
    by_author,
    changed,
    posted,
)


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies before somebody who explains something.

    `worldview` is the one that the draft would change, None for a new one; `agreed`: whether they agreed to
    what becomes of a worldview before, in its present version.
    """

    community: Community
    person: Participant | None
    draft: Draft | None
    worldview: Worldview | None = None
    agreed: bool = False

    def would_be(self, now: datetime) -> Worldview:
        """The worldview that the draft would make. Raises NoDraft and what keeps it from being posted."""
        if self.draft is None:
            raise NoDraft
        if self.worldview is not None:
            return changed(self.worldview, self.draft, self.community, now)
        return posted(self.draft, self.community, _present(self.person), None, now)


@dataclass(frozen=True, slots=True)
class Posting:
    """What was written down, and the job that brings it to Discord."""

    worldview: Worldview
    wish: Wish


async def desk(deps: Deps, community_id: int, user_id: int, worldview_id: int = A_NEW_ONE) -> Desk:
    """Where somebody stands with what they explain.

    Raises NotSetUp; NotTakingPart for a new one; WorldviewGone and NotAuthor for a change.
    """
    async with deps.database.read() as store:
        return await _desk(store, community_id, user_id, worldview_id)


async def keep(
    deps: Deps,
    community_id: int,
    user_id: int,
    worldview_id: int,
    said: Explanation,
    topics: tuple[str, ...],
) -> Desk:
    """Save what somebody wrote, whatever may be wrong with it; an empty form leaves what was there.

    Raises NotSetUp. The other refusals of `desk` are raised once it is saved; what would have changed a
    worldview that is not there any more waits as a new one.
    """
    async with deps.database.begin() as store:
        await _set_up(store, community_id)
        refusal: Refusal | None = None
        found: Worldview | None = None
        try:
            found = await _to_change(store, community_id, user_id, worldview_id)
        except (WorldviewGone, NotAuthor) as error:
            refusal, worldview_id = error, A_NEW_ONE
        earlier = await store.drafts.find(community_id, user_id, worldview_id)
        if said != Explanation() and (refusal is None or earlier is None):
            draft = _draft(earlier, found, community_id, user_id, deps.now())
            await store.drafts.save(
                replace(draft, explanation=said, topics=topics, worldview_id=worldview_id)
            )
    if refusal is not None:
        raise refusal
    return await desk(deps, community_id, user_id, worldview_id)


async def begin_change(deps: Deps, community_id: int, user_id: int, worldview_id: int) -> Desk:
    """What stands there, to be changed by whoever wrote it; where they left off, if they did."""
    here = await desk(deps, community_id, user_id, worldview_id)
    if here.draft is not None or here.worldview is None:
        return here
    return replace(here, draft=_draft(None, here.worldview, community_id, user_id, deps.now()))


async def show_seat(deps: Deps, community_id: int, user_id: int, worldview_id: int, *, shows: bool) -> Desk:
    """Whether seat and generation stand beside the name. Raises NoDraft and the refusals of `desk`."""
    return await _change(
        deps, community_id, user_id, worldview_id, lambda draft: replace(draft, shows_seat=shows)
    )


async def hide_name(deps: Deps, community_id: int, user_id: int, *, hides: bool) -> Desk:
    """Whether a new worldview goes out under a pseudonym. Raises NoDraft and the refusals of `desk`."""
    return await _change(
        deps, community_id, user_id, A_NEW_ONE, lambda draft: replace(draft, pseudonymous=hides)
    )


async def throw_away(deps: Deps, community_id: int, user_id: int, worldview_id: int) -> None:
    """Forget a draft; harmless when there is none."""
    async with deps.database.begin() as store:
        await store.drafts.throw_away(community_id, user_id, worldview_id)


async def post(deps: Deps, community_id: int, user_id: int, stamp: int, words: Sequence[str]) -> Posting:
    """The draft becomes a worldview, and the clock brings it to the forum.

    `stamp` is that of the draft that they saw; of `words` a pseudonym is made. Raises NoDraft when it is
    another by now, or gone, and the refusals of `desk` and `Desk.would_be`.
    """
    async with deps.database.begin() as store:
        here = await _desk(store, community_id, user_id, A_NEW_ONE)
        draft = _seen(here.draft, stamp)
        now, pseudonym = deps.now(), None
        if draft.pseudonymous and here.community.settings.pseudonyms:
            pseudonym = await _pseudonym(deps, store, community_id, words)
            now += pseudonyms.delay(deps.chance)  # and all that is told of its time begins then
        view = posted(draft, here.community, _present(here.person), pseudonym, now)
        await store.drafts.take(draft)
        view = replace(view, worldview_id=await store.worldviews.add(view))
        wish = worldviews.wish(view, worldviews.POST)
        wish = replace(wish, due_at=now) if pseudonym else replace(wish, head_start=HEAD_START)
        await store.jobs.add(wish, deps.now())
    deps.bell.set()
    return Posting(view, wish)


async def change(deps: Deps, community_id: int, user_id: int, worldview_id: int, stamp: int) -> Posting:
    """What stands there becomes what the draft says. Raises as `post` does."""
    async with deps.database.begin() as store:
        here = await _desk(store, community_id, user_id, worldview_id)
        draft = _seen(here.draft, stamp)
        view = here.would_be(deps.now())
        await store.drafts.take(draft)
        await store.worldviews.save(view)
        wish = await worldviews.refresh(deps, store, view)
    deps.bell.set()
    return Posting(view, wish)


async def newest(deps: Deps, community_id: int, user_id: int) -> Worldview | None:
    """The last worldview that somebody posted with the form."""
    async with deps.database.read() as store:
        return await store.worldviews.newest(community_id, user_id)


async def _change(
    deps: Deps, community_id: int, user_id: int, worldview_id: int, rule: Callable[[Draft], Draft]
) -> Desk:
    async with deps.database.begin() as store:
        here = await _desk(store, community_id, user_id, worldview_id)
        if here.draft is None:
            raise NoDraft
        draft = replace(rule(here.draft), saved_at=deps.now())
        await store.drafts.save(draft)
        return replace(here, draft=draft)


async def _desk(store: Store, community_id: int, user_id: int, worldview_id: int) -> Desk:
    community = await _set_up(store, community_id)
    person = await store.people.find(community_id, user_id)
    view = await _to_change(store, community_id, user_id, worldview_id)
    if view is None:
        _present(person)
    draft = await store.drafts.find(community_id, user_id, worldview_id)
    agreed = await store.worldviews.has_agreed(community_id, user_id, CONSENT)
    return Desk(community, person, draft, view, agreed)


async def _to_change(store: Store, community_id: int, user_id: int, worldview_id: int) -> Worldview | None:
    """The worldview, for whoever wrote it; None for a new one. A post made by hand is not ours to change."""
    if worldview_id == A_NEW_ONE:
        return None
    found = by_author(await store.worldviews.find(community_id, worldview_id), user_id)
    if found.made is Made.HAND:
        raise WorldviewGone
    return found


def _draft(
    earlier: Draft | None, view: Worldview | None, community_id: int, user_id: int, now: datetime
) -> Draft:
    if earlier is not None:
        return replace(earlier, saved_at=now)
    if view is None:
        return Draft(community_id, user_id, Explanation(), (), now)
    return Draft(
        *(community_id, user_id, view.explanation, view.topics, now),
        shows_seat=view.shows_seat,
        pseudonymous=view.pseudonym is not None,
        worldview_id=view.worldview_id,
    )


def _seen(draft: Draft | None, stamp: int) -> Draft:
    """Let pass the version that was seen. Raises NoDraft."""
    if draft is None or draft.stamp != stamp:
        raise NoDraft
    return draft


async def _pseudonym(deps: Deps, store: Store, community_id: int, words: Sequence[str]) -> str:
    """One that nobody ever had here."""
    attempt = 0
    while True:
        name = pseudonyms.draw(words, deps.chance, attempt)
        if not await store.worldviews.has_pseudonym(community_id, name):
            return name
        attempt += 1


async def _set_up(store: Store, community_id: int) -> Community:
    community = await store.communities.find(community_id)
    if community is None or community.set_up_at is None:
        raise NotSetUp
    return community


def _present(person: Participant | None) -> Participant:
    if person is None or person.standing is Standing.LEFT:
        raise NotTakingPart
    return person
