"""Whom a text mentions, so that the page can say their names without knowing everybody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sandbox.checks.components import walk
from sandbox.payloads import Json, encode, shown_name

if TYPE_CHECKING:
    from sandbox.guild import Guild
    from sandbox.world import World

MENTION = re.compile(r"<@!?(\d+)>")


def mentioned(world: World, guild: Guild | None, text: str, components: list[Json]) -> dict[str, str]:
    """Names by id of everybody mentioned in `text` or in `components`, or chosen there beforehand."""
    return _named(world, guild, [*MENTION.findall(text + encode(components)), *_preset(components)])


def _preset(components: list[Json]) -> list[str]:
    """Ids that selects hold before anybody chooses; also of roles and channels, which have no names here."""
    return [one["id"] for _, part in walk(components) for one in part.get("default_values") or ()]


def _named(world: World, guild: Guild | None, ids: list[str]) -> dict[str, str]:
    found = {}
    for user_id in ids:
        member = guild.members.get(user_id) if guild else None
        account = world.users.get(user_id)
        if account:
            found[user_id] = (member and member["nick"]) or shown_name(account)
    return found
