"""Discussions that are planned already, for stories that begin after it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from actions import discussions
from domain.discussions import Occurrence, Plan
from domain.instants import local_of

ZONE = "Europe/Zurich"


async def planned(stage, bridge, host, starts_in: timedelta = timedelta(days=2), **changes) -> Occurrence:
    """The first date of a discussion that `host`, a person of the sandbox, has planned."""
    deps, community_id = stage.bot.deps, int(bridge.guild.id)
    local = local_of(deps.now() + starts_in, ZONE).replace(second=0, microsecond=0)
    plan = replace(Plan("How do we grow old?", local, ZONE, host_id=int(host.id)), **changes)
    token = f"plan-{deps.now().timestamp()}-{plan.title}"
    discussion = await discussions.plan(deps, community_id, int(host.id), plan, token)
    async with deps.database.read() as store:
        first: Occurrence
        first, *_ = await store.occurrences.of_discussion(community_id, discussion.discussion_id)
    return first
