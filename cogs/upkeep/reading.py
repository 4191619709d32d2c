"""Asking Discord what a server looks like now.

Always over REST: after an outage the library's cache still holds what is long gone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_
from typing import Any

import discord

from cogs.kit.bot import CircleBot
from cogs.kit.cards import Card
from cogs.upkeep.desired import Desired, components
from cogs.upkeep.posts import Forums, tag
from domain.actual import Actual, Me, Overwrite, Records, SeenChannel, SeenPost, SeenRole
from domain.blueprint import ChannelKind, Kind, PlannedPanel
from domain.diff import channel_of
from domain.permissions import Permission

KINDS = {
    discord.ChannelType.text.value: ChannelKind.TEXT,
    discord.ChannelType.news.value: ChannelKind.TEXT,
    discord.ChannelType.forum.value: ChannelKind.FORUM,
    discord.ChannelType.voice.value: ChannelKind.VOICE,
}
CATEGORY = discord.ChannelType.category.value
LOOK_BACK = 50
"""Messages of a panel's channel among which an unrecorded panel is looked for."""

UNKNOWN_MESSAGE = 10008

Payload = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Ranks:
    """The bot and the roles of a server."""

    me: Me
    roles: Mapping[int, SeenRole]


async def read(bot: CircleBot, community_id: int, desired: Desired, records: Records) -> Actual:
    """The server, in four calls for one that is in order. Raises what the library raises."""
    ranks = await read_ranks(bot, community_id)
    channels: list[Payload] = [*await bot.http.get_all_guild_channels(community_id)]
    parents = {each.get("parent_id") for each in channels}
    actual = Actual(
        community_id,
        ranks.me,
        ranks.roles,
        categories={
            int(each["id"]): _channel(each, empty=each["id"] not in parents)
            for each in channels
            if each["type"] == CATEGORY
        },
        channels={
            int(each["id"]): _channel(each, empty=each.get("last_message_id") is None)
            for each in channels
            if each["type"] in KINDS
        },
        records=records,
    )
    return await _with_panels(bot, actual, desired)


async def read_ranks(bot: CircleBot, community_id: int) -> Ranks:
    """The bot's own standing and everybody's roles, in two calls."""
    if bot.user is None:
        raise RuntimeError("not logged in")
    roles = {int(each["id"]): _role(each) for each in await bot.http.get_roles(community_id)}
    member = await bot.http.get_member(community_id, bot.user.id)
    mine = [roles[each] for each in (community_id, *map(int, member["roles"])) if each in roles]
    granted = reduce(or_, (role.permissions for role in mine), Permission.NONE)
    return Ranks(Me(bot.user.id, granted, max(mine, key=lambda role: role.rank)), roles)


async def _with_panels(bot: CircleBot, actual: Actual, desired: Desired) -> Actual:
    panels: dict[str, int] = {}
    posts: dict[str, SeenPost] = {}
    unread: set[str] = set()
    forums = Forums(bot, actual)
    for planned in desired.blueprint.panels:
        channel = desired.blueprint.channel(planned.channel)
        channel_id = channel and channel_of(channel, actual)
        if channel is None or not channel_id:
            continue
        try:
            if channel.forum:
                post = await forums.find(planned, channel_id)
                posts |= {planned.key: post} if post else {}
                found = post.post_id if post else None
            else:
                found = await _panel(bot, actual, planned, channel_id, desired.cards[planned.key])
        except (discord.Forbidden, discord.NotFound):
            unread.add(planned.key)
            continue
        if found is not None:
            panels[planned.key] = found
    others = forums.others_pinned(posts)
    return replace(actual, panels=panels, posts=posts, others_pinned=others, unread=frozenset(unread))


async def _panel(
    bot: CircleBot, actual: Actual, planned: PlannedPanel, channel_id: int, card: Card
) -> int | None:
    """The recorded message, else one of ours that carries the same controls."""
    recorded = actual.recorded(Kind.PANEL, planned.key)
    if recorded is not None and await _is_there(bot, channel_id, recorded):
        return recorded
    controls = set(_custom_ids(components(card)))
    ours = [
        int(message["id"])
        for message in await bot.http.logs_from(channel_id, LOOK_BACK)
        if int(message["author"]["id"]) == actual.me.user_id
        and controls & set(_custom_ids(message.get("components", [])))
    ]
    return min(ours, default=None)


async def _is_there(bot: CircleBot, channel_id: int, message_id: int) -> bool:
    try:
        await bot.http.get_message(channel_id, message_id)
    except discord.NotFound as error:
        if error.code != UNKNOWN_MESSAGE:
            raise
        return False
    return True


def _custom_ids(components: object) -> Iterator[str]:
    if isinstance(components, Mapping):
        if "custom_id" in components:
            yield components["custom_id"]
        yield from _custom_ids(list(components.values()))
    elif isinstance(components, list):
        for component in components:
            yield from _custom_ids(component)


def _role(payload: Payload) -> SeenRole:
    return SeenRole(
        int(payload["id"]),
        payload["name"],
        payload["position"],
        Permission(int(payload["permissions"])),
        payload["managed"],
    )


def _channel(payload: Payload, *, empty: bool) -> SeenChannel:
    overwrites = {
        int(each["id"]): Overwrite(Permission(int(each["allow"])), Permission(int(each["deny"])))
        for each in payload.get("permission_overwrites", [])
    }
    return SeenChannel(
        int(payload["id"]),
        payload["name"],
        payload.get("topic") or "",
        overwrites,
        empty,
        kind=KINDS.get(payload["type"], ChannelKind.TEXT),
        tags=tuple(map(tag, payload.get("available_tags", []))),
    )
