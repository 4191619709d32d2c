"""Whoever is about to plan something: whether they may, and by which clocks they think."""

from __future__ import annotations

from dataclasses import dataclass

import discord

from actions import access, planners, upkeep
from actions.planners import Planner
from cogs.kit.answers import say_in
from cogs.kit.bot import Click, community_of
from domain.blueprint import HOST, Kind
from text import Say


@dataclass(frozen=True, slots=True)
class Planning:
    """Who, the words they read, and the language that they write in."""

    planner: Planner
    say: Say
    language: str

    @property
    def time_zone(self) -> str:
        return self.planner.time_zone


async def planning(click: Click) -> Planning:
    """Raises NotSetUp, NotTakingPart or NotAPlanner."""
    deps, community_id = click.client.deps, community_of(click)
    planner = await planners.planner(deps, community_id, click.user.id)
    host = await upkeep.find(deps, community_id, Kind.ROLE, HOST)
    roles = click.user.roles if isinstance(click.user, discord.Member) else ()
    access.may_plan(planner.community, click.permissions.value, [role.id for role in roles], host)
    say = say_in(click, planner.language)
    return Planning(planner, say, click.client.words.language_of(planner.language or str(click.locale)))
