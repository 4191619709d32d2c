"""What stewards decide: what a community talks about, and how."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import available_timezones

from actions import weeks
from actions.deps import Deps
from data.store import Store
from domain import topics
from domain.communities import Community
from domain.errors import NotSetUp, UnknownTimeZone
from domain.wall_time import wall_time

WINDOWS = (0, 12, 24, 48, 72)
"""Hours that a listening window may last."""
DAYS = range(7)
WHO_PLANS = ("stewards", "hosts", "everyone")
REMINDERS = (10080, 4320, 1440, 180, 60, 10)
"""Minutes before a discussion at which people may be reminded, the earliest first."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A community with its new topics, and the names of what is new, gone, or called otherwise."""

    community: Community
    new: tuple[str, ...]
    gone: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...]


async def community(deps: Deps, community_id: int) -> Community:
    """How it is now. Raises NotSetUp."""
    async with deps.database.read() as store:
        return await _present(store, community_id)


async def talk_about(deps: Deps, community_id: int, text: str) -> Changed:
    """Have these topics, a name a line. Raises NotSetUp, and BadTopics in its kinds."""
    async with deps.database.begin() as store:
        before = await _present(store, community_id)
        chosen = topics.listed(text, before.topics)
        if chosen != before.topics:
            await store.communities.save_topics(community_id, chosen)
        return _changed(before, replace(before, topics=chosen))


async def listen_for(deps: Deps, community_id: int, hours: int) -> Community:
    """Have a listening window of so many hours. Raises NotSetUp."""
    if hours not in WINDOWS:
        raise ValueError(hours)
    return await _adjust(deps, community_id, questions_only_hours=hours)


async def allow_pseudonyms(deps: Deps, community_id: int, *, allowed: bool) -> Community:
    """Whether people may post under a made-up name. Raises NotSetUp."""
    return await _adjust(deps, community_id, pseudonyms=allowed)


async def have_coach(deps: Deps, community_id: int, *, wanted: bool) -> Community:
    """Whether replies are looked at before they are posted. Raises NotSetUp."""
    return await _adjust(deps, community_id, coach=wanted)


async def ask_weekly(
    deps: Deps, community_id: int, day: int, time: str, time_zone: str | None = None
) -> Community:
    """Have a prompt of the week on this day (0 is Monday), by the clocks of the zone, or of the one before.

    Raises NotSetUp, BadTime or UnknownTimeZone.
    """
    if day not in DAYS:
        raise ValueError(day)
    when = {"week_day": day, "week_time": wall_time(time)}
    if time_zone is not None:
        when["time_zone"] = _known_zone(time_zone)
    return await _adjust(deps, community_id, **when)


async def ask_by_clocks_of(deps: Deps, community_id: int, time_zone: str) -> Community:
    """Keep day and time, by the clocks of this zone. Raises NotSetUp or UnknownTimeZone."""
    return await _adjust(deps, community_id, time_zone=_known_zone(time_zone))


async def ask_no_more(deps: Deps, community_id: int) -> Community:
    """Have no prompt of the week. Raises NotSetUp."""
    return await _adjust(deps, community_id, week_day=None)


async def let_plan(deps: Deps, community_id: int, who: str) -> Community:
    """Who plans discussions. Raises NotSetUp."""
    if who not in WHO_PLANS:
        raise ValueError(who)
    return await _gather(deps, community_id, who_plans=who)


async def remind_before(deps: Deps, community_id: int, minutes: Collection[int]) -> Community:
    """When people are reminded of what is planned from now on. Raises NotSetUp."""
    chosen = [each for each in REMINDERS if each in minutes]
    return await _gather(deps, community_id, reminders=" ".join(map(str, chosen)))


async def _gather(deps: Deps, community_id: int, **changes: Any) -> Community:  # noqa: ANN401 - of several kinds
    async with deps.database.begin() as store:
        before = await _present(store, community_id)
        after = replace(before, discussions=replace(before.discussions, **changes))
        await store.communities.save(after)
    return after


async def _adjust(deps: Deps, community_id: int, **changes: Any) -> Community:  # noqa: ANN401 - of several kinds
    async with deps.database.begin() as store:
        before = await _present(store, community_id)
        after = replace(before, settings=replace(before.settings, **changes))
        if after != before:
            await store.communities.save(after)
            await weeks.plan(store, community_id, deps.now())
    deps.bell.set()
    return after


async def _present(store: Store, community_id: int) -> Community:
    found = await store.communities.find(community_id)
    if found is None or found.set_up_at is None:
        raise NotSetUp
    return found


def _known_zone(time_zone: str) -> str:
    if time_zone not in available_timezones():
        raise UnknownTimeZone
    return time_zone


def _changed(before: Community, after: Community) -> Changed:
    pairs = [(topic, after.topic(topic.key)) for topic in before.topics]
    return Changed(
        after,
        new=tuple(topic.name for topic in after.topics if before.topic(topic.key) is None),
        gone=tuple(old.name for old, new in pairs if new is None),
        renamed=tuple((old.name, new.name) for old, new in pairs if new and new.name != old.name),
    )
