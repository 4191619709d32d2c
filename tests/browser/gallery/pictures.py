"""Pictures and texts to send as files, made in code."""

from __future__ import annotations

import io
import struct
import zlib

import discord

ALT = "A sunset: orange above, purple below"


def png(
    top: tuple[int, int, int], bottom: tuple[int, int, int], width: int = 320, height: int = 180
) -> bytes:
    """One colour that becomes another from top to bottom."""
    rows = bytearray()
    for y in range(height):
        share = y / max(height - 1, 1)
        pixel = bytes(round(a + (b - a) * share) for a, b in zip(top, bottom, strict=True))
        rows += b"\0" + pixel * width  # each row begins with its filter: none
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = (b"IHDR", header), (b"IDAT", zlib.compress(bytes(rows))), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


SUNSET = png((255, 150, 60), (90, 40, 120))
SEA = png((180, 220, 255), (10, 60, 120), height=320)
LAWN = png((200, 240, 160), (30, 110, 50), width=120, height=120)


def picture(
    data: bytes = SUNSET, name: str = "sunset.png", alt: str | None = ALT, *, spoiler: bool = False
) -> discord.File:
    return discord.File(io.BytesIO(data), name, description=alt, spoiler=spoiler)


def text_file(name: str = "notes.txt") -> discord.File:
    words = "What we spoke of\n\n1. Tea\n2. Telephones\n3. <script>alert('not run')</script>\n"
    return discord.File(io.BytesIO(words.encode()), name)
