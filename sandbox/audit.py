"""The audit log: who changed what in a guild, and the reason they gave."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sandbox.enums import AuditAction
from sandbox.payloads import Json, JsonValue
from sandbox.permissions import Permission, base

if TYPE_CHECKING:
    from sandbox.guild import Guild
    from sandbox.world import World


class AuditLog:
    """Entries by guild, oldest first, in Discord's form."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._entries: dict[str, list[Json]] = {}

    def note(
        self,
        guild: Guild,
        action: AuditAction,
        user_id: str,
        target_id: str | None,
        reason: str | None,
        *,
        changes: Sequence[Json] = (),
        options: Mapping[str, str] | None = None,
    ) -> None:
        entry: Json = {
            "id": self._world.snowflakes.next(), "action_type": int(action), "user_id": user_id,
            "target_id": target_id, "changes": list(changes),
        }  # fmt: skip
        entry |= ({"reason": reason} if reason else {}) | ({"options": options} if options else {})
        self._entries.setdefault(guild.id, []).append(entry)
        bot = guild.members.get(self._world.application_id)
        told = bot is not None and Permission.VIEW_AUDIT_LOG in base(guild, bot)
        name = "GUILD_AUDIT_LOG_ENTRY_CREATE"
        self._world.emit(name, entry | {"guild_id": guild.id}, guild, heard=told)

    def entries(self, guild: Guild) -> list[Json]:
        return self._entries.get(guild.id, [])


def differences(before: Mapping[str, Any], after: Mapping[str, Any], keys: Iterable[str]) -> list[Json]:
    """What an entry says has changed; a value that was not there, or is no longer, is left out."""
    changed = [key for key in keys if before.get(key) != after.get(key)]
    return [{"key": key} | _old(before.get(key)) | _new(after.get(key)) for key in changed]


def exchanged(guild: Guild, before: Iterable[str], after: Iterable[str]) -> list[Json]:
    """What an entry says about roles that were given and taken, by their ids."""
    had, has = list(before), list(after)
    given = [role_id for role_id in has if role_id not in had]
    taken = [role_id for role_id in had if role_id not in has]
    return [
        {"key": key, "new_value": [{"id": one, "name": _name(guild, one)} for one in role_ids]}
        for key, role_ids in (("$add", given), ("$remove", taken))
        if role_ids
    ]


def _name(guild: Guild, role_id: str) -> str:
    return str(guild.roles[role_id]["name"]) if role_id in guild.roles else ""


def _old(value: JsonValue) -> Json:
    return {} if value is None else {"old_value": value}


def _new(value: JsonValue) -> Json:
    return {} if value is None else {"new_value": value}
