"""Reading a file that somebody gave to a form, without trusting its size."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import aiohttp

from cogs.kit.bot import Click
from cogs.kit.forms import Values
from domain.decks import MOST_BYTES
from domain.errors import DeckNotRead, DeckTooBig, NoDeckFile

PATIENCE = 10.0
"""Seconds for the whole file."""
FOUND = 200


async def file_in(click: Click, values: Values, name: str) -> bytes:
    """The file in this field, whole. Raises NoDeckFile, DeckTooBig, DeckNotRead."""
    data: Mapping[str, Any] = click.data or {}
    attachments: Mapping[str, Any] = data.get("resolved", {}).get("attachments", {})
    given = [attachments[each] for each in values.several(name) if each in attachments]
    if not given:
        raise NoDeckFile
    if int(given[0]["size"]) > MOST_BYTES:
        raise DeckTooBig(most=MOST_BYTES // 1024)
    source = await _read(given[0]["url"])
    if len(source) > MOST_BYTES:
        raise DeckTooBig(most=MOST_BYTES // 1024)
    return source


async def _read(url: str) -> bytes:
    """As much as a deck may have, and one byte more. Raises DeckNotRead."""
    source = bytearray()
    try:
        async with asyncio.timeout(PATIENCE), aiohttp.ClientSession() as session, session.get(url) as answer:
            if answer.status != FOUND:
                raise DeckNotRead
            async for piece in answer.content.iter_any():
                source += piece
                if len(source) > MOST_BYTES:
                    break
    except (aiohttp.ClientError, OSError, TimeoutError) as error:
        raise DeckNotRead from error
    return bytes(source[: MOST_BYTES + 1])
