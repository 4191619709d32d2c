"""Giving each person the roles of their sign-up, and taking those they should no longer have."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import structlog

from actions import upkeep
from actions.signup import GREET_WITHIN
from actions.upkeep import Wanted
from cogs.kit.bot import CircleBot
from cogs.upkeep.aligning import bring_into_line
from cogs.upkeep.outcomes import Gone, Later, NotDone, Unknown, outcome
from cogs.upkeep.reading import Ranks, read_ranks
from cogs.upkeep.turns import turn_of
from domain.actual import Me, SeenRole
from domain.jobs import Job
from domain.permissions import Permission
from domain.safety import givable

log = structlog.get_logger(__name__)

AT_ONCE = 5
"""Members brought into line at the same time; Discord's limits are narrower than our wishes."""
PAGE = 1000
"""Members that Discord lists in one call."""

Payload = Mapping[str, Any]

MISSING_PERMISSIONS = 50013
"""What Discord would answer, had it been asked to do what the bot may not."""


async def follow(bot: CircleBot, job: Job) -> None:
    """Make somebody's roles what their sign-up says."""
    await align_member(bot, job.community_id, job.user_id)


async def align_member(bot: CircleBot, community_id: int, user_id: int) -> None:
    """Bring somebody's roles into line. Whoever is not in the server needs none.

    Raises Gone when a role is missing and could not be made again, NotDone when the bot may not give or take
    one, Unknown or Later when Discord was not reached. What could be done is done.
    """
    try:
        await _try_member(bot, community_id, user_id)
    except Gone:
        await _mend(bot, community_id)
        await _try_member(bot, community_id, user_id)


async def align_members(bot: CircleBot, community_id: int) -> None:
    """The same for all who ever signed up here, in few calls when all is well."""
    async with outcome():
        ranks = await read_ranks(bot, community_id)
    crooked = await _crooked(bot, community_id, await upkeep.everyone_wanted(bot.deps, community_id))
    at_once = asyncio.Semaphore(AT_ONCE)

    async def align(user_id: int) -> None:
        async with at_once:
            try:
                await _try_member(bot, community_id, user_id, ranks)
            except (Gone, NotDone):  # upkeep has just told what is wrong with the roles
                log.warning("roles-not-aligned", guild=community_id, user=user_id)
            except (Unknown, Later):
                await upkeep.follow_later(bot.deps, community_id, user_id)

    async with asyncio.TaskGroup() as group:
        for user_id in crooked:
            group.create_task(align(user_id))


async def _crooked(bot: CircleBot, community_id: int, wanted: Mapping[int, Wanted]) -> list[int]:
    """Those worth a closer look: who may be here with other roles than they should have."""
    if not bot.intents.members:
        return list(wanted)
    crooked: list[int] = []
    arrivals: dict[int, datetime] = {}
    here, began_at = set[int](), bot.deps.now()
    async for page in _pages(bot, community_id):
        held = {int(each["user"]["id"]): frozenset(map(int, each["roles"])) for each in page}
        crooked += [
            user_id
            for user_id in held.keys() & wanted.keys()
            if held[user_id] & wanted[user_id].ours != wanted[user_id].roles
        ]
        arrivals |= _arrivals(page, bot.deps.now() - GREET_WITHIN)
        here |= held.keys()
    bot.dispatch("members_seen", community_id, here, began_at)
    if arrivals:
        bot.dispatch("newcomers_seen", community_id, arrivals)
    return crooked


async def _pages(bot: CircleBot, community_id: int) -> AsyncIterator[Sequence[Payload]]:
    """All members, as Discord lists them."""
    last: int | None = 0
    while last is not None:
        async with outcome():
            page = await bot.http.get_members(community_id, PAGE, last)
        yield page
        last = max(int(each["user"]["id"]) for each in page) if len(page) == PAGE else None


def _arrivals(page: Sequence[Payload], since: datetime) -> dict[int, datetime]:
    """Which people joined after that, and when."""
    joined = {
        int(each["user"]["id"]): datetime.fromisoformat(each["joined_at"])
        for each in page
        if each["joined_at"] and not each["user"].get("bot")
    }
    return {user_id: moment for user_id, moment in joined.items() if moment > since}


async def _try_member(bot: CircleBot, community_id: int, user_id: int, ranks: Ranks | None = None) -> None:
    """The same, once, with what there is.

    Looks at what is wanted only when it is this person's turn, so that the last wish wins.
    """
    async with turn_of(community_id, user_id):
        wanted = await upkeep.wanted(bot.deps, community_id, user_id)
        if wanted == Wanted():
            return
        held = await _held(bot, community_id, user_id)
        if held is not None:
            await _change(bot, community_id, user_id, wanted, held, ranks)


async def _held(bot: CircleBot, community_id: int, user_id: int) -> frozenset[int] | None:
    """The ids of somebody's roles; None for somebody who is not in the server."""
    try:
        async with outcome():
            member = await bot.http.get_member(community_id, user_id)
    except Gone:
        return None
    return frozenset(map(int, member["roles"]))


async def _change(
    bot: CircleBot, community_id: int, user_id: int, wanted: Wanted, held: frozenset[int], ranks: Ranks | None
) -> None:
    """Give and take role by role: calls that may be repeated. Then raises what kept one from being done."""
    missing, forbidden = wanted.unrecorded, False
    give, take = wanted.roles - held, held & wanted.ours - wanted.roles
    if ranks is None and (give or take):
        async with outcome():
            ranks = await read_ranks(bot, community_id)
    reason = bot.words.for_reader()("upkeep-audit-reason-roles")
    for role_id in sorted(give | take):
        role = ranks.roles.get(role_id) if ranks else None
        if role is None or ranks is None:
            missing = missing or role_id in give
        elif not _may_touch(role, ranks.me, giving=role_id in give):
            forbidden = True
        else:
            call = bot.http.add_role if role_id in give else bot.http.remove_role
            async with outcome():
                await call(community_id, user_id, role_id, reason=reason)
    if missing:
        raise Gone
    if forbidden:
        raise NotDone(MISSING_PERMISSIONS)


def _may_touch(role: SeenRole, me: Me, *, giving: bool) -> bool:
    """A role that has become dangerous is given to nobody, and may still be taken away."""
    fit = givable(role, me) if giving else me.above(role)
    return fit and me.may(Permission.MANAGE_ROLES)


async def _mend(bot: CircleBot, community_id: int) -> None:
    """Make the server whole, so that the role is there to give."""
    known = await upkeep.known(bot.deps, community_id)
    if known.community is None or not known.is_set_up:
        return
    try:
        await bring_into_line(bot, known.community)
    except (Unknown, NotDone, Later) as error:
        log.warning("server-not-mended", guild=community_id, exc_info=error)
