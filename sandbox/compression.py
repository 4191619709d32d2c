"""How frames are packed: not at all, or as one zlib or zstd stream for the life of a connection."""

from __future__ import annotations

import importlib
import zlib
from typing import Protocol


class Packer(Protocol):
    """Turns one frame into what goes out next on the stream."""

    def __call__(self, frame: bytes) -> bytes: ...


class UnknownCompression(Exception):
    """The client asked for a stream that cannot be made here."""


def packer(wish: str | None) -> Packer | None:
    """The packer for `?compress=`; None when frames go out as text."""
    match wish:
        case None:
            return None
        case "zlib-stream":
            return _zlib()
        case "zstd-stream":
            return _zstd()
    raise UnknownCompression(wish)


def _zlib() -> Packer:
    stream = zlib.compressobj()
    return lambda frame: stream.compress(frame) + stream.flush(zlib.Z_SYNC_FLUSH)


def _zstd() -> Packer:
    try:
        zstandard = importlib.import_module("zstandard")
    except ModuleNotFoundError:
        raise UnknownCompression("zstd-stream needs the package zstandard") from None
    stream = zstandard.ZstdCompressor().compressobj()

    def pack(frame: bytes) -> bytes:
        packed = stream.compress(frame) + stream.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)
        return bytes(packed)

    return pack
