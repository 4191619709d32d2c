"""Bots that lack one precaution. The loop must find each of them out, or it is blind.

They exist in the process that is killed and nowhere else.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

from aiohttp import ClientSession
from discord.http import HTTPClient, Route

from cogs import forum, posting
from cogs.upkeep import aligning, reading
from data.database import Database
from data.store import Store
from domain.actual import Actual


def forgets_to_look() -> None:
    """Sends without a nonce, and takes nothing for its own that it has not recorded."""
    _without_nonces()
    theirs = reading.read

    async def read(*arguments: Any) -> Actual:
        seen = await theirs(*arguments)
        known = {record.discord_id for record in seen.records.values()}
        return replace(
            seen,
            roles={key: role for key, role in seen.roles.items() if _is_known(key, role, known, seen)},
            categories={key: each for key, each in seen.categories.items() if key in known},
            channels={key: each for key, each in seen.channels.items() if key in known},
            panels={key: each for key, each in seen.panels.items() if each in known},
        )

    vars(aligning)["read"] = read
    vars(posting)["find"] = vars(forum)["find"] = _finds_nothing


async def _finds_nothing(*_: object) -> None:
    """Does not look."""


def tells_before_saving() -> None:
    """Goes on as if it had been saved, and saves when Discord has answered two requests more."""
    begins, asks = Database.begin, ClientSession._request
    unsaved: list[Any] = []
    alone = asyncio.Lock()
    answered = 0

    async def save() -> None:
        while unsaved:
            await unsaved.pop().__aexit__(None, None, None)

    @asynccontextmanager
    async def begin(self: Database) -> AsyncIterator[Store]:
        nonlocal answered
        async with alone:  # or one would wait for another that nobody saves
            await save()
            transaction = begins(self)
            store = await transaction.__aenter__()
            try:
                yield store
            except BaseException:
                await transaction.__aexit__(*sys.exc_info())
                raise
            unsaved.append(transaction)
            answered = 0

    async def request(self: ClientSession, *arguments: Any, **options: Any) -> Any:
        nonlocal answered
        answer = await asks(self, *arguments, **options)
        answered += 1
        if answered > 1:
            await save()
        return answer

    Database.begin = begin  # type: ignore[method-assign]
    ClientSession._request = request  # type: ignore[method-assign]


def _without_nonces() -> None:
    theirs = HTTPClient.request

    async def request(self: HTTPClient, route: Route, **options: Any) -> Any:
        body = options.get("json")
        if isinstance(body, dict):
            plain = {name: value for name, value in body.items() if name not in ("nonce", "enforce_nonce")}
            options["json"] = plain
        return await theirs(self, route, **options)

    HTTPClient.request = request  # type: ignore[method-assign]


def _is_known(role_id: int, role: Any, known: set[int], seen: Actual) -> bool:
    return role_id in known or role.managed or role_id == seen.community_id


WEAKNESSES: dict[str, Callable[[], None]] = {
    "forgets to look": forgets_to_look,
    "tells before saving": tells_before_saving,
}
