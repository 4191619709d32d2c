"""Components and embeds as Discord gives them back: complete, with what their media have become."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

from sandbox import payloads
from sandbox.checks.components import number, walk
from sandbox.enums import SELECTS, ComponentType
from sandbox.payloads import Json

if TYPE_CHECKING:
    from sandbox.world import World

ONE_CHOICE = {"min_values": 1, "max_values": 1}
DEFAULTS: dict[int, Json] = {
    **dict.fromkeys(SELECTS, ONE_CHOICE),
    ComponentType.CONTAINER: {"accent_color": None, "spoiler": False},
    ComponentType.SEPARATOR: {"divider": True, "spacing": 1},
    ComponentType.THUMBNAIL: {"description": None, "spoiler": False},
    ComponentType.FILE: {"spoiler": False},
}
PICTURES = {"image": "url", "thumbnail": "url", "author": "icon_url", "footer": "icon_url"}
"""Where an embed has a picture: the part of it, and the key of its address."""


def embedded(embeds: Sequence[Json], attachments: Sequence[Json]) -> tuple[list[Json], list[Json]]:
    """A request's embeds as the message shows them, and the attachments that none of them shows."""
    built = [payloads.embed(deepcopy(one)) for one in embeds]
    brought = {f"attachment://{one['filename']}": one for one in attachments}
    shown = set()
    for embed in built:
        for part, key in PICTURES.items():
            picture = embed.get(part) or {}
            if found := brought.get(str(picture.get(key))):
                shown.add(found["id"])
                picture |= _picture(found, key)
    return built, [one for one in attachments if one["id"] not in shown]


def _picture(attachment: Json, key: str) -> Json:
    place = {key: attachment["url"], f"proxy_{key}": attachment["proxy_url"]}
    if key == "icon_url":
        return place
    return place | {key: attachment[key] for key in ("width", "height") if key in attachment}


def laid_out(world: World, components: list[Json], attachments: Sequence[Json]) -> list[Json]:
    """A copy of a request's components as the message shows them."""
    built = number(components)
    media = Media(world, attachments)
    for _, component in walk(built):
        for key, value in DEFAULTS.get(component["type"], {}).items():
            component.setdefault(key, value)
        for bearer in (component, *component.get("options", ())):
            if bearer.get("emoji"):
                bearer["emoji"] = {key: value for key, value in bearer["emoji"].items() if value is not None}
        match component["type"]:
            case ComponentType.THUMBNAIL:
                component["media"] = media.shown(component["media"])
            case ComponentType.MEDIA_GALLERY:
                pictured = {"description": None, "spoiler": False}
                component["items"] = [
                    pictured | item | {"media": media.shown(item["media"])} for item in component["items"]
                ]
            case ComponentType.FILE:
                attachment = media.attachment(component["file"]["url"]) or {"filename": "", "size": 0}
                component |= {"name": attachment["filename"], "size": attachment["size"]}
                component["file"] = media.shown(component["file"])
    return built


class Media:
    """Pictures and files by their address: on the web, or `attachment://name` for what came along."""

    def __init__(self, world: World, attachments: Sequence[Json]) -> None:
        self._world = world
        self._attachments = {f"attachment://{one['filename']}": one for one in attachments}

    def attachment(self, url: str) -> Json | None:
        return self._attachments.get(url)

    def shown(self, media: Json) -> Json:
        attachment = self.attachment(media["url"])
        if attachment is None:
            return {"id": self._world.snowflakes.next(), "url": media["url"], "proxy_url": media["url"]}
        same = {key: attachment[key] for key in ("url", "proxy_url", "content_type")}
        return same | {"id": attachment["id"], "attachment_id": attachment["id"]}
