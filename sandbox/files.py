"""What people and the bot upload, kept so that the CDN can serve it."""

from __future__ import annotations

import mimetypes
import re
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox.errors import ApiError
from sandbox.payloads import Json

if TYPE_CHECKING:
    from sandbox.world import World

MAX_FILE = 10 * 1024 * 1024
"""Bytes that one file may have in a guild nobody boosts."""
MAX_FILES = 10
"""How many one message has room for."""
SPOILER = 1 << 3
"""The flag of an attachment that is blurred until it is clicked."""


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
        raise too_large()
    attachment_id = world.snowflakes.next()
    world.files[attachment_id] = upload
    filename = _safe(upload.filename)
    url = f"{world.cdn_url}/attachments/{attachment_id}/{filename}"
    built: Json = {
        "id": attachment_id, "filename": filename, "size": len(upload.data), "url": url,
        "proxy_url": url, "content_type": upload.content_type,
    }  # fmt: skip
    if filename != upload.filename:
        built["title"] = upload.filename.rpartition(".")[0] or upload.filename
    return redescribed(built | picture_size(upload.data), words)


def redescribed(attachment: Json, words: Json) -> Json:
    """The attachment with the alt text, title and spoiler that a request gives it; null takes them away."""
    told: Json = {key: words[key] for key in ("description", "title") if key in words}
    if "is_spoiler" in words:
        told["flags"] = SPOILER if words["is_spoiler"] else None
    return {key: value for key, value in (attachment | told).items() if value is not None}


def too_large() -> ApiError:
    return ApiError(413, 40005, "Request entity too large")


def _safe(filename: str) -> str:
    """Discord keeps letters, digits, dashes, dots and underscores."""
    return re.sub(r"[^\w.-]+", "_", filename, flags=re.ASCII)


def picture_size(data: bytes) -> Json:
    """Width and height of a PNG or GIF; nothing for any other file."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
    elif data.startswith((b"GIF87a", b"GIF89a")) and len(data) >= 10:
        width, height = struct.unpack("<HH", data[6:10])
    else:
        return {}
    return {"width": width, "height": height}
