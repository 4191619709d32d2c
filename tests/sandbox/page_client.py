"""The page's socket as a test drives it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import aiohttp

Json = dict[str, Any]
PATIENCE = 4.0


class PageClient:
    """Keeps the newest state and answers by number."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket
        self.state: Json = {}
        self._asked = 0

    async def _hear(self) -> Json:
        message: Json = await self.socket.receive_json()
        if "reply" not in message:
            self.state = message
        return message

    async def does(self, deed: str, **what: object) -> Json:
        """Ask for something and return the answer; what is shown meanwhile is kept."""
        self._asked += 1
        await self.socket.send_json({"do": deed, "ask": self._asked} | what)
        async with asyncio.timeout(PATIENCE):
            while (heard := await self._hear()).get("reply") != self._asked:
                pass
        return heard

    async def shows(self, wanted: Callable[[Json], object], within: float = PATIENCE) -> Json:
        """The first state in which `wanted` holds, from the one that is there on."""
        async with asyncio.timeout(within):
            while not (self.state and wanted(self.state)):
                await self._hear()
        return self.state

    @property
    def view(self) -> Json:
        return dict(self.state["view"])

    def said(self, channel: str | None = None) -> list[Json]:
        """The messages in the channel, or in the one where a newcomer starts."""
        return list(self.view["messages"][channel or self.view["start"]])

    def channel(self, name: str) -> str:
        return next(str(each["id"]) for each in self.view["channels"] if each["name"] == name)

    def control(self, label: str) -> Json:
        """How the page names the button or select with this label or placeholder, on the newest message."""
        for message in reversed(self.said()):
            for part in _parts(message["components"]):
                if label in (part.get("label"), part.get("placeholder")):
                    return {"channel": self.view["start"], "message": message["id"], "component": part["id"]}
        raise AssertionError(f"no {label} on the page")


def _parts(components: list[Json]) -> list[Json]:
    found = []
    for part in components:
        below = [*part.get("components", ()), *([part["accessory"]] if part.get("accessory") else [])]
        found += [part, *_parts(below)]
    return found
