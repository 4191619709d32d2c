"""From what a person points at (labels, people, names) to what their client sends."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sandbox.enums import ComponentType, OptionType
from sandbox.errors import ApiError
from sandbox.files import Upload, attach
from sandbox.interactions import partial_channel
from sandbox.payloads import Json
from sandbox.people.cannot import CannotDo
from sandbox.permissions import base

if TYPE_CHECKING:
    from sandbox.people.onlooker import Onlooker

PEOPLE, ROLES, EITHER, CHANNELS = "people", "roles", "people or roles", "channels"

PICKED_FROM: dict[int, str] = {
    ComponentType.USER_SELECT: PEOPLE, ComponentType.ROLE_SELECT: ROLES,
    ComponentType.MENTIONABLE_SELECT: EITHER, ComponentType.CHANNEL_SELECT: CHANNELS,
}  # fmt: skip
OPTION_FROM: dict[int, str] = {
    OptionType.USER: PEOPLE, OptionType.ROLE: ROLES, OptionType.MENTIONABLE: EITHER,
    OptionType.CHANNEL: CHANNELS,
}  # fmt: skip


class Resolved:
    """The `resolved` part of an interaction: the objects behind the ids a person picked."""

    def __init__(self, onlooker: Onlooker) -> None:
        self._onlooker = onlooker
        self.objects: dict[str, dict[str, Json]] = {}

    def pick(self, kind: str, wanted: object) -> str:
        """The id of the person, role or channel meant by `wanted`: a Person or a name."""
        if kind in (PEOPLE, EITHER) and (found := self._person(wanted)):
            return self._resolve_user(found)
        if kind in (ROLES, EITHER) and isinstance(wanted, str) and (role := self._role(wanted)):
            self.objects.setdefault("roles", {})[role["id"]] = role
            return str(role["id"])
        if kind == CHANNELS and isinstance(wanted, str):
            channel = self._onlooker.channel(wanted)
            shown = partial_channel(self._onlooker.actor, channel)
            self.objects.setdefault("channels", {})[channel["id"]] = shown
            return str(channel["id"])
        raise CannotDo(f"{self._onlooker.name} finds no {wanted!r} among the {kind}")

    def upload(self, files: Iterable[tuple[str, bytes]]) -> list[str]:
        """Ids of attachments made of (name, content)."""
        uploads = [Upload(f"files[{index}]", name, data) for index, (name, data) in enumerate(files)]
        made = attach(self._onlooker.world, uploads)
        self.objects.setdefault("attachments", {}).update({one["id"]: one for one in made})
        return [one["id"] for one in made]

    def _person(self, wanted: object) -> Json | None:
        wanted_id = getattr(wanted, "id", None)
        if wanted_id is not None:
            return self._onlooker.guild.members.get(str(wanted_id))
        return self._onlooker.guild.member_named(str(wanted))

    def _role(self, name: str) -> Json | None:
        try:
            return self._onlooker.guild.role(name)
        except ApiError:
            return None

    def _resolve_user(self, member: Json) -> str:
        user_id = str(member["user"]["id"])
        shown = {key: value for key, value in member.items() if key not in ("user", "deaf", "mute")}
        granted = base(self._onlooker.guild, member)
        self.objects.setdefault("users", {})[user_id] = member["user"]
        self.objects.setdefault("members", {})[user_id] = shown | {"permissions": str(granted.value)}
        return user_id


def listed(wanted: object) -> list[object]:
    """One thing or several, as a list."""
    return list(wanted) if isinstance(wanted, list | tuple | set) else [wanted]


def option_value(name: str, options: Iterable[Json], wanted: object) -> str:
    """The value behind an option's label."""
    offered = list(options)
    for option in offered:
        if option["label"] == wanted:
            return str(option["value"])
    labels = ", ".join(option["label"] for option in offered)
    raise CannotDo(f"{name} finds no option {wanted!r}; there are {labels}")
