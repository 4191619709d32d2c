"""Reactions of the plain kind: who put which emoji on which message."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sandbox.errors import ApiError, unknown
from sandbox.payloads import Json
from sandbox.permissions import Permission
from sandbox.verbs.archiving import needs_active
from sandbox.verbs.messages import allow

if TYPE_CHECKING:
    from sandbox.world import World

MAX_KINDS = 20
"""How many different emojis one message can carry."""


def add(world: World, user_id: str, message: Json, emoji: str) -> None:
    """Idempotent; the first of its kind needs ADD_REACTIONS."""
    channel = world.channel(message["channel_id"])
    people = world.reactions.get(message["id"], {})
    allow(world, user_id, channel, Permission.READ_MESSAGE_HISTORY)
    needs_active(channel)
    if emoji not in people:
        allow(world, user_id, channel, Permission.ADD_REACTIONS)
        _needs_emoji(emoji)
        if len(people) >= MAX_KINDS:
            raise ApiError(400, 30010, f"Maximum number of reactions reached ({MAX_KINDS})")
    if user_id in people.get(emoji, []):
        return
    world.reactions.setdefault(message["id"], {}).setdefault(emoji, []).append(user_id)
    _tell(world, "MESSAGE_REACTION_ADD", user_id, channel, message, emoji)


def remove(world: World, user_id: str, message: Json, emoji: str, whose: str) -> None:
    """Take back one's own, or with MANAGE_MESSAGES another's."""
    channel = world.channel(message["channel_id"])
    allow(
        world, user_id, channel, Permission.VIEW_CHANNEL if whose == user_id else Permission.MANAGE_MESSAGES
    )
    needs_active(channel)
    people = world.reactions.get(message["id"], {})
    if whose not in people.get(emoji, []):
        raise unknown("Emoji")
    people[emoji].remove(whose)
    if not people[emoji]:
        del people[emoji]
    _tell(world, "MESSAGE_REACTION_REMOVE", whose, channel, message, emoji)


def clear(world: World, user_id: str, message: Json, emoji: str | None = None) -> None:
    """Take everybody's away, or everybody's of one kind. Needs MANAGE_MESSAGES."""
    channel = world.channel(message["channel_id"])
    allow(world, user_id, channel, Permission.MANAGE_MESSAGES)
    needs_active(channel)
    people = world.reactions.get(message["id"], {})
    if emoji is None:
        people.clear()
    elif people.pop(emoji, None) is None:
        raise unknown("Emoji")
    _summarise(world, message)
    gone: Json = {"channel_id": channel["id"], "message_id": message["id"]}
    gone |= {"guild_id": channel["guild_id"]} if channel.get("guild_id") else {}
    if emoji is None:
        world.emit_in(channel, "MESSAGE_REACTION_REMOVE_ALL", gone)
    else:
        named = {"emoji": {"id": None, "name": emoji}}
        world.emit_in(channel, "MESSAGE_REACTION_REMOVE_EMOJI", gone | named)


def _needs_emoji(emoji: str) -> None:
    """10014 for words, and for a guild's own emojis (`name:id`), of which the sandbox has none."""
    if not emoji or re.search(r"[A-Za-z:<>]", emoji):
        raise unknown("Emoji")


def _tell(world: World, event: str, user_id: str, channel: Json, message: Json, emoji: str) -> None:
    _summarise(world, message)
    data: Json = {
        "user_id": user_id, "channel_id": channel["id"], "message_id": message["id"], "burst": False,
        "type": 0, "emoji": {"id": None, "name": emoji}, "message_author_id": message["author"]["id"],
    }  # fmt: skip
    if guild := world.guild_of(channel):
        data["guild_id"] = guild.id
        data |= {"member": guild.members[user_id]} if user_id in guild.members else {}
    world.emit_in(channel, event, data)


def _summarise(world: World, message: Json) -> None:
    """What a message shows of its reactions, as the bot sees it."""
    bot = world.application_id
    message["reactions"] = [
        {
            "emoji": {"id": None, "name": emoji}, "count": len(people), "me": bot in people,
            "me_burst": False, "count_details": {"normal": len(people), "burst": 0}, "burst_colors": [],
        }
        for emoji, people in world.reactions.get(message["id"], {}).items()
    ]  # fmt: skip
