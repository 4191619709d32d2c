"""One REST call as the routes see it: path, query, body, files, and the bot that makes it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import unquote

from aiohttp import BodyPartReader, web

from sandbox.acting import Actor
from sandbox.enums import ChannelType
from sandbox.errors import ApiError, invalid, missing_access
from sandbox.files import Upload, too_large
from sandbox.guild import Guild
from sandbox.payloads import Json, JsonValue
from sandbox.permissions import Permission
from sandbox.world import World

MAX_REQUEST = 25 * 1024 * 1024
"""Bytes that a request may have, all its files together."""
CAUSE = "X-Interaction-Id"
ID_LISTS = ("roles", "users", "applied_tags", "messages")
PERMISSIONS = ("permissions", "allow", "deny", "default_member_permissions")


@dataclass(frozen=True, slots=True)
class Call:
    """What a route works with. `raw` is the body as it came, `body` the same with ids as strings."""

    world: World
    path: Mapping[str, str]
    query: Mapping[str, str]
    raw: JsonValue
    body: JsonValue
    files: tuple[Upload, ...]
    reason: str | None
    cause: str | None = None
    """See `Exchange`."""

    def guild(self) -> Guild:
        """The guild in the path; 10004 or 50001 when there is none or the bot is not in it."""
        guild = self.world.guild(self.path["guild_id"])
        if self.world.application_id not in guild.members:
            raise missing_access()
        return guild

    def bot(self) -> Actor:
        return self.world.bot_in(self.guild())

    def channel(self) -> Json:
        """The channel in the path, which the bot must be able to see."""
        channel = self.world.channel(self.path["channel_id"])
        if channel["type"] != ChannelType.DM:
            self.bot_at(channel).needs(Permission.VIEW_CHANNEL, channel)
        return channel

    def bot_at(self, channel: Json) -> Actor:
        guild = self.world.guild_of(channel)
        if guild is None:
            raise ApiError(403, 50003, "Cannot execute action on a DM channel")
        return self.world.bot_in(guild)

    def message(self) -> Json:
        return self.world.messages.public(self.channel()["id"], self.path["message_id"])

    def member(self) -> Json:
        return self.guild().member(self.path["user_id"])

    def role(self) -> Json:
        return self.guild().role(self.path["role_id"])

    def number(self, name: str, default: int, low: int, high: int) -> int:
        """A whole number of the query, brought within its bounds."""
        try:
            return min(max(int(self.query.get(name, default)), low), high)
        except ValueError:
            return default

    def moment(self, name: str) -> datetime | None:
        """A moment of the query; 50035 when it is none."""
        if name not in self.query:
            return None
        try:
            found = datetime.fromisoformat(self.query[name])
        except ValueError:
            said = f"Could not parse {self.query[name]}. Should be ISO8601."
            raise invalid({name: ("DATE_TIME_TYPE_PARSE", said)}) from None
        return found if found.tzinfo else found.replace(tzinfo=UTC)

    def flag(self, name: str) -> bool:
        return self.query.get(name, "").lower() in ("1", "true")


async def read_call(world: World, request: web.Request, path: Mapping[str, str]) -> Call:
    """Parse a request: JSON, or the `payload_json` and files of a multipart one; 50109 for anything else."""
    raw: JsonValue = None
    files: list[Upload] = []
    try:
        if request.content_type == "multipart/form-data":
            raw, files = await _read_multipart(request)
        elif content := await request.read():
            raw = json.loads(content)
    except ValueError:
        raise ApiError(400, 50109, "The request body contains invalid JSON.") from None
    except web.HTTPRequestEntityTooLarge:
        raise too_large() from None
    reason = request.headers.get("X-Audit-Log-Reason")
    body = normalised(raw) if raw is not None else {}
    told = unquote(reason) if reason else None
    return Call(world, path, request.query, raw, body, tuple(files), told, request.headers.get(CAUSE))


async def _read_multipart(request: web.Request) -> tuple[JsonValue, list[Upload]]:
    raw: JsonValue = None
    files: list[Upload] = []
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            continue
        if part.name == "payload_json":
            raw = json.loads(await part.text())
        else:
            files.append(Upload(part.name or "", part.filename or "file", bytes(await part.read())))
    if sum(len(file.data) for file in files) > MAX_REQUEST:
        raise too_large()
    return raw, files


def normalised(value: JsonValue, key: str = "") -> JsonValue:
    """Clients send ids as numbers or strings; from here on they are strings, as Discord answers them."""
    if isinstance(value, dict):
        return {name: normalised(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [normalised(inner, key) for inner in value]
    if isinstance(value, int) and not isinstance(value, bool) and _is_id(key):
        return str(value)
    return value


def _is_id(key: str) -> bool:
    return key == "id" or key.endswith(("_id", "_ids")) or key in ID_LISTS or key in PERMISSIONS
