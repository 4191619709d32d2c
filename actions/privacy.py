"""What a person can ask about what is kept of them."""

from __future__ import annotations

from actions import offers, remarks, tending, worldviews
from actions.deps import Deps
from actions.talks import wish_panel
from actions.upkeep import HEAD_START
from data.privacy import Erasure as Erasure
from data.privacy import Held
from data.traces import Trace as Trace
from domain.discussions import State
from domain.jobs import Wish
from domain.rooms import OPENED

ERASURE = "erasure"
"""The kind of the job that takes somebody's traces off Discord."""


async def see(deps: Deps, community_id: int, user_id: int) -> Held:
    """Everything kept about this person here, by table."""
    async with deps.database.browse() as store:
        return await store.privacy.held(community_id, user_id)


async def erase(deps: Deps, community_id: int, user_id: int) -> Wish:
    """Forget this person. The job wished for takes away what is left of them on Discord."""
    async with deps.database.begin() as store:
        arrived = await store.greetings.last_arrival(community_id, user_id)
        if arrived is not None:  # or the next roll call would take them for somebody new
            await store.greetings.see_until(community_id, arrived)
        last = await store.worldviews.last_by_hand(community_id, user_id)
        if last is not None:  # the same for the next comparison of the forum
            await store.communities.see_posts_until(community_id, last)
        others = await store.traces.cards(community_id, user_id)
        answers = await remarks.named(store, community_id, user_id)
        await tending.forget(store, community_id, user_id, deps.now())
        dates = await store.rsvps.of_person(community_id, user_id, frozenset(State))
        await store.privacy.erase(community_id, user_id, deps.now())
        for date in await store.occurrences.in_states(community_id, OPENED):
            await wish_panel(store, date, deps.now())
        for number in dates:  # somebody else can have their place
            await offers.settle(store, community_id, number, deps.now())
        for number in others:
            await store.jobs.add(worldviews.card_of(community_id, number), deps.now(), again=True)
        for answer in answers:
            await store.jobs.add(answer, deps.now(), again=True)
        wish = Wish(community_id, ERASURE, user_id=user_id, head_start=HEAD_START)
        await store.jobs.add(wish, deps.now())
        return wish


async def finish(deps: Deps, erasure: Erasure) -> None:
    """Nothing of this person is left on Discord."""
    async with deps.database.begin() as store:
        await store.privacy.erased(erasure.community_id, erasure.user_id)


async def unfinished(deps: Deps, community_id: int, user_id: int) -> Erasure | None:
    """What is left of this person on Discord; None when nothing is."""
    async with deps.database.read() as store:
        erasures = await store.privacy.unfinished(community_id)
    return next((each for each in erasures if each.user_id == user_id), None)


async def traces(deps: Deps, erasure: Erasure, most: int) -> list[Trace]:
    """The first few messages and threads that still have to go."""
    async with deps.database.read() as store:
        return await store.traces.all(erasure.community_id, erasure.user_id, most)


async def gone(deps: Deps, trace: Trace) -> None:
    """One of them is off Discord."""
    async with deps.database.begin() as store:
        await store.traces.remove(trace)
