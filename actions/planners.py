"""Whoever is about to plan something."""

from __future__ import annotations

from dataclasses import dataclass

from actions import discussions
from actions.deps import Deps
from domain.communities import Community
from domain.errors import NotTakingPart
from domain.people import Standing


@dataclass(frozen=True, slots=True)
class Planner:
    """`time_zone`: their own, or else the community's. `language`: that they chose for the bot, if they did.

    `own_zone`: whether it is their own.
    """

    community: Community
    time_zone: str
    own_zone: bool
    language: str | None


async def planner(deps: Deps, community_id: int, user_id: int) -> Planner:
    """Raises NotSetUp or NotTakingPart."""
    async with deps.database.read() as store:
        community = await discussions.present(store, community_id)
        person = await store.people.find(community_id, user_id)
        if person is None or person.standing is Standing.LEFT:
            raise NotTakingPart
        zone = person.time_zone or community.settings.time_zone
        return Planner(community, zone, person.time_zone is not None, person.language)
