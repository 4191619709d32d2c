"""Whom a text mentions, so that the page can say their names without knowing everybody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sandbox.payloads import shown_name

if TYPE_CHECKING:
    from sandbox.guild import Guild
    from sandbox.world import World

MENTION = re.compile(r"<@!?(\d+)>")


def mentioned(world: World, guild: Guild | None, text: str) -> dict[str, str]:
    """Names by id of everybody mentioned in `text`, as they are called in this guild."""
    found = {}
    for user_id in MENTION.findall(text):
        member = guild.members.get(user_id) if guild else None
        account = world.users.get(user_id)
        if account:
            found[user_id] = (member and member["nick"]) or shown_name(account)
    return found
