"""The audit log: who changed what in a guild, and the reason they gave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.enums import AuditAction
from sandbox.payloads import Json

if TYPE_CHECKING:
    from sandbox.guild import Guild
    from sandbox.world import World


class AuditLog:
    """Entries by guild, oldest first, in Discord's form."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._entries: dict[str, list[Json]] = {}

    def note(
        self, guild: Guild, action: AuditAction, user_id: str, target_id: str, reason: str | None
    ) -> None:
        entry: Json = {
            "id": self._world.snowflakes.next(), "action_type": int(action), "user_id": user_id,
            "target_id": target_id, "changes": [],
        } | ({"reason": reason} if reason else {})  # fmt: skip
        self._entries.setdefault(guild.id, []).append(entry)
        self._world.emit("GUILD_AUDIT_LOG_ENTRY_CREATE", entry | {"guild_id": guild.id}, guild)

    def entries(self, guild: Guild) -> list[Json]:
        return self._entries.get(guild.id, [])
