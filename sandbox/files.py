"""What people and the bot upload, kept so that the CDN can serve it."""

from __future__ import annotations

import mimetypes
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sandbox.errors import ApiError
from sandbox.payloads import Json

if TYPE_CHECKING:
    from sandbox.world import World

MAX_FILE = 10 * 1024 * 1024
"""Bytes that one file may have in a guild nobody boosts."""


@dataclass(frozen=True, slots=True)
class Upload:
    """One file of a request: the form field it came in, its name and what is in it."""

    field: str
    filename: str
    data: bytes

    @property
    def content_type(self) -> str:
        return mimetypes.guess_type(self.filename)[0] or "application/octet-stream"


def attach(world: World, uploads: Sequence[Upload], described: Sequence[Json] = ()) -> list[Json]:
    """Keep `uploads` and return their attachment objects. `described`: the body's own list, by index."""
    words: dict[str, Json] = {str(one["id"]): one for one in described}
    return [_attachment(world, upload, words.get(upload.field[6:-1], {})) for upload in uploads]


def _attachment(world: World, upload: Upload, words: Json) -> Json:
    if len(upload.data) > MAX_FILE:
        raise ApiError(413, 40005, "Request entity too large")
    attachment_id = world.snowflakes.next()
    world.files[attachment_id] = upload
    url = f"{world.cdn_url}/attachments/{attachment_id}/{upload.filename}"
    built: dict[str, Any] = {
        "id": attachment_id, "filename": upload.filename, "size": len(upload.data), "url": url,
        "proxy_url": url, "content_type": upload.content_type,
    }  # fmt: skip
    return built | {key: words[key] for key in ("description", "title") if words.get(key)}
