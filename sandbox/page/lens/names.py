"""Names for the ids that stand in paths and payloads, as far as the world still knows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.errors import ApiError
from sandbox.page.lens.details import without_secrets
from sandbox.payloads import JsonValue, shown_name

if TYPE_CHECKING:
    from sandbox.world import World

QUOTED = 60
"""Characters that are quoted of what somebody wrote."""


class Names:
    """Asks a world."""

    def __init__(self, world: World) -> None:
        self._world = world

    def person(self, user_id: object) -> str:
        account = self._world.users.get(str(user_id))
        return shown_name(account) if account else "somebody"

    def channel(self, channel_id: object) -> str:
        try:
            found = self._world.channel(str(channel_id))
        except ApiError:
            return "a channel"
        return f"#{found['name']}" if found.get("name") else "a direct message"

    def role(self, role_id: object) -> str:
        for guild in self._world.guilds.values():
            if str(role_id) in guild.roles:
                return quoted(guild.roles[str(role_id)]["name"])
        return "a role"

    def is_bot(self, user_id: object) -> bool:
        return str(user_id) == self._world.application_id


def quoted(text: object) -> str:
    """On one line, in quotation marks, and not too long."""
    line = without_secrets(" ".join(str(text).split()))
    return f"“{line if len(line) <= QUOTED else line[: QUOTED - 1] + '…'}”"


def inner(value: JsonValue, *keys: str) -> JsonValue:
    """What stands there in nested objects, or None: a bot may send anything."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value
