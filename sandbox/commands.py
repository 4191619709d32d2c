"""Application commands: what the bot has registered, and who is shown which."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sandbox.acting import Actor
from sandbox.checks.commands import check_command, check_commands
from sandbox.enums import CommandType
from sandbox.errors import unknown
from sandbox.payloads import Json
from sandbox.permissions import Permission

if TYPE_CHECKING:
    from sandbox.world import World

GUILD_CONTEXT = 0
VERSIONLESS = ("id", "version")


class Commands:
    """Registered commands by scope: a guild's id, or None for everywhere."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._by_scope: dict[str | None, dict[str, Json]] = {}

    def in_scope(self, scope: str | None) -> list[Json]:
        return list(self._by_scope.get(scope, {}).values())

    def get(self, scope: str | None, command_id: str) -> Json:
        command = self._by_scope.get(scope, {}).get(command_id)
        if command is None:
            raise unknown("application command")
        return command

    def replace_all(self, scope: str | None, wishes: list[Json]) -> list[Json]:
        """What a sync does. A command that was there under the same name keeps its id."""
        check_commands(wishes)
        built = [self._registered(scope, wish) for wish in wishes]
        self._by_scope[scope] = {command["id"]: command for command in built}
        self._world.changed.happened()
        return built

    def put(self, scope: str | None, wish: Json) -> Json:
        """Add one, or replace the one of the same name and type."""
        check_command(wish)
        command = self._registered(scope, wish)
        others = {c["id"]: c for c in self.in_scope(scope)}
        check_commands([*(others | {command["id"]: command}).values()])
        self._by_scope.setdefault(scope, {})[command["id"]] = command
        self._world.changed.happened()
        return command

    def edit(self, scope: str | None, command_id: str, changes: Json) -> Json:
        command = self.get(scope, command_id) | changes
        check_command(command)
        self._by_scope[scope][command_id] = command | {"version": self._world.snowflakes.next()}
        self._world.changed.happened()
        return self._by_scope[scope][command_id]

    def delete(self, scope: str | None, command_id: str) -> None:
        self.get(scope, command_id)
        del self._by_scope[scope][command_id]
        self._world.changed.happened()

    def _registered(self, scope: str | None, wish: Json) -> Json:
        given = {key: value for key, value in wish.items() if value is not None}
        kind = int(given.get("type") or CommandType.CHAT_INPUT)
        same = (c for c in self.in_scope(scope) if (c["name"], c["type"]) == (given["name"], kind))
        before = next(same, None)
        command: Json = {
            "application_id": self._world.application_id, "type": kind, "description": "", "nsfw": False,
            "default_member_permissions": None, "contexts": None, "integration_types": [0],
        }  # fmt: skip
        command |= {"guild_id": scope} if scope else {"dm_permission": True}
        command |= given | {"type": kind}
        if before and {k: v for k, v in before.items() if k not in VERSIONLESS} == command:
            return before
        command_id = before["id"] if before else self._world.snowflakes.next()
        return {"id": command_id, "version": self._world.snowflakes.next()} | command

    def offered_to(self, actor: Actor, channel: Json) -> list[Json]:
        """The commands a member is shown in a channel; the guild's own hide global ones of the same name."""
        bot_is_here = self._world.application_id in actor.guild.members
        if not bot_is_here or not actor.may(Permission.USE_APPLICATION_COMMANDS, channel):
            return []
        granted = actor.permissions(channel)
        return [command for command in self._reachable(actor.guild.id) if _permitted(command, granted)]

    def _reachable(self, guild_id: str) -> Iterator[Json]:
        own = self.in_scope(guild_id)
        names = {(command["name"], command["type"]) for command in own}
        yield from own
        for command in self.in_scope(None):
            here = command["contexts"] is None or GUILD_CONTEXT in command["contexts"]
            if here and (command["name"], command["type"]) not in names:
                yield command


def _permitted(command: Json, granted: Permission) -> bool:
    """`default_member_permissions` "0" means administrators only."""
    needed = command["default_member_permissions"]
    if needed is None or Permission.ADMINISTRATOR in granted:
        return True
    return int(needed) != 0 and int(needed) & granted.value == int(needed)
