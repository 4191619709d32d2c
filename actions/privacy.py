"""What a person can ask about what is kept of them."""

from __future__ import annotations

from actions.deps import Deps
from data.privacy import Erasure as Erasure
from data.privacy import Held


async def see(deps: Deps, community_id: int, user_id: int) -> Held:
    """Everything kept about this person here, by table."""
    async with deps.database.browse() as store:
        return await store.privacy.held(community_id, user_id)


async def erase(deps: Deps, community_id: int, user_id: int) -> Erasure:
    """Forget this person. What is left of them on Discord is named in the answer, until `finish`."""
    async with deps.database.begin() as store:
        arrived = await store.greetings.last_arrival(community_id, user_id)
        if arrived is not None:  # or the next roll call would take them for somebody new
            await store.greetings.see_until(community_id, arrived)
        return await store.privacy.erase(community_id, user_id, deps.now())


async def finish(deps: Deps, erasure: Erasure) -> None:
    """Nothing of this person is left on Discord."""
    async with deps.database.begin() as store:
        await store.privacy.erased(erasure.community_id, erasure.user_id)


async def unfinished(deps: Deps, community_id: int) -> list[Erasure]:
    """Erasures that an interruption left half done on Discord."""
    async with deps.database.read() as store:
        return await store.privacy.unfinished(community_id)
