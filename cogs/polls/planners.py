"""Whoever is about to ask for a time: whether they may, and by which clocks they think."""

from __future__ import annotations

from dataclasses import dataclass

import discord

from actions import access, discussions, people, upkeep
from cogs.kit.bot import Click, community_of
from domain.blueprint import HOST, Kind


@dataclass(frozen=True, slots=True)
class Planner:
    """The IANA zone of their clocks, and the language they write in."""

    time_zone: str
    language: str


async def planner(click: Click) -> Planner:
    """Raises NotSetUp, NotAllowed or NotTakingPart."""
    deps, community_id = click.client.deps, community_of(click)
    host = await upkeep.find(deps, community_id, Kind.ROLE, HOST)
    roles = click.user.roles if isinstance(click.user, discord.Member) else ()
    desk = await discussions.desk(deps, community_id, click.user.id)
    access.may_plan(desk.community, click.permissions.value, [role.id for role in roles], host)
    language = await people.language_of(deps, community_id, click.user.id)
    spoken = click.client.words.language_of(language or str(click.locale))
    return Planner(desk.time_zone, spoken)
