"""The commands in the menus of people and of messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.enums import CommandType
from sandbox.payloads import Json
from sandbox.people.cannot import CannotDo

if TYPE_CHECKING:
    from sandbox.people.onlooker import Onlooker


def chosen(onlooker: Onlooker, kind: CommandType, name: str) -> Json:
    """The interaction's data, but for its target; CannotDo when the menu has no such entry."""
    offered = {each["name"]: each for each in onlooker.commands() if each["type"] == kind}
    if name not in offered:
        raise CannotDo(f"{onlooker.name} finds no {name!r} in the menu, only {sorted(offered)}")
    command = offered[name]
    data = {key: command[key] for key in ("id", "name", "type")}
    return data | ({"guild_id": command["guild_id"]} if command.get("guild_id") else {})
