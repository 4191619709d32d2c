"""What everything under a worldview shares: who is there, whom it is told to, and the seat it counts for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from actions.deps import Deps
from actions.upkeep import HEAD_START
from data.store import Store
from domain import pseudonyms
from domain.communities import Community
from domain.errors import NotSetUp
from domain.jobs import Wish
from domain.ledger import Counted, month_of
from domain.people import Participant, Standing
from domain.worldviews import Worldview

LARGEST = 2**63 - 1
"""No row has a larger number."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One person before one worldview. `worldview` is None where there is none of that number here."""

    community: Community
    worldview: Worldview | None
    person: Participant | None

    @property
    def language(self) -> str | None:
        """The language that this person chose for the bot, if they did."""
        return self.person.language if self.person else None


async def look(deps: Deps, community_id: int, user_id: int, worldview_id: int) -> Scene:
    """What is there. Raises NotSetUp."""
    async with deps.database.read() as store:
        return await scene(store, community_id, user_id, worldview_id)


async def scene(store: Store, community_id: int, user_id: int, worldview_id: int) -> Scene:
    """The same inside a transaction."""
    community = await store.communities.find(community_id)
    if community is None or community.set_up_at is None:
        raise NotSetUp
    worldview = None
    if 0 < worldview_id <= LARGEST:
        worldview = await store.worldviews.find(community_id, worldview_id)
    return Scene(community, worldview, await store.people.find(community_id, user_id))


async def count(store: Store, person: Participant | None, kind: Counted, now: datetime) -> None:
    """One more for the seat in which this person sits, or sat last; whoever never had one is not counted."""
    if person is not None:
        await store.exchange.count(person.community_id, month_of(now), person.seat, kind)


async def post(
    deps: Deps, store: Store, worldview: Worldview, kind: str, number: int, by: int, *, again: bool = False
) -> Wish | None:
    """Have the row of this number shown in the worldview's thread; with `again`, as it is now.

    Whoever answers the person that did it (`by`) has a head start with the wish. None comes back where an
    author hides behind a pseudonym: what they do is seen a while later, so that its time tells nothing.
    """
    wish = replace(_wish(deps, worldview, kind, number, by), head_start=HEAD_START)
    if wish.due_at is not None:
        wish = replace(wish, head_start=timedelta(0))
    await store.jobs.add(wish, deps.now(), again=again)
    return None if wish.due_at is not None else wish


async def refresh(deps: Deps, store: Store, worldview: Worldview, kind: str, number: int, by: int) -> None:
    """Have what stands there for this row brought up to date by the clock."""
    await store.jobs.add(_wish(deps, worldview, kind, number, by), deps.now(), again=True)


def _wish(deps: Deps, worldview: Worldview, kind: str, number: int, by: int) -> Wish:
    lane = f"thread:{worldview.worldview_id}"
    hidden = worldview.pseudonym is not None and worldview.user_id == by
    due_at = deps.now() + pseudonyms.delay(deps.chance) if hidden else None
    return Wish(worldview.community_id, kind, str(number), lane=lane, due_at=due_at)


async def author_to_tell(store: Store, worldview: Worldview) -> int | None:
    """The author, where they are to be told by name: none who hides behind a pseudonym."""
    if worldview.pseudonym is not None:
        return None
    return await to_tell(store, worldview.community_id, worldview.user_id)


async def to_tell(store: Store, community_id: int, user_id: int) -> int | None:
    """This person, unless they left the circles."""
    person = await store.people.find(community_id, user_id)
    return None if person is not None and person.standing is Standing.LEFT else user_id
