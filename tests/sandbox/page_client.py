"""The page's socket as a test drives it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import aiohttp

Json = dict[str, Any]
PATIENCE = 4.0


class PageClient:
    """Keeps the newest of every slice, as the page does, and answers by number."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket
        self.view: Json = {}
        self._asked = 0
        self._messages: Json = {}

    async def _hear(self) -> Json:
        message: Json = await self.socket.receive_json()
        if "reply" not in message:
            self._take_in(message)
        return message

    def _take_in(self, fresh: Json) -> None:
        if log := fresh.get("log"):
            known = self._messages | log["messages"]
            self._messages = {key: known[key] for key in log["ids"]}
            log["messages"] = list(self._messages.values())
        self.view |= fresh

    async def does(self, deed: str, **what: object) -> Json:
        """Ask for something and return the answer; what is shown meanwhile is kept."""
        self._asked += 1
        await self.socket.send_json({"do": deed, "ask": self._asked} | what)
        async with asyncio.timeout(PATIENCE):
            while (heard := await self._hear()).get("reply") != self._asked:
                pass
        return heard

    async def is_somebody(self, name: str) -> None:
        """Sit down as them, where the page would begin."""
        answer = await self.does("be", name=name)
        assert "refused" not in answer, answer
        if self.view.get("start"):
            await self.does("open", channel=self.view["start"])

    async def opens(self, name: str) -> str:
        """Open the channel of this name as soon as it is there; its id."""
        await self.shows(lambda view: name in [each["name"] for each in view["channels"]])
        channel = self.channel(name)
        await self.does("open", channel=channel)
        return channel

    async def shows(self, wanted: Callable[[Json], object], within: float = PATIENCE) -> Json:
        """The first view in which `wanted` holds, from the one that is there on."""
        async with asyncio.timeout(within):
            while not (self.view and wanted(self.view)):
                await self._hear()
        return self.view

    def said(self) -> list[Json]:
        """The messages on the page, oldest first."""
        return list(self.view["log"]["messages"])

    def channel(self, name: str) -> str:
        return next(str(each["id"]) for each in self.view["channels"] if each["name"] == name)

    def control(self, label: str) -> Json:
        """How the page names the button or select with this label or placeholder, on the newest message."""
        for message in reversed(self.said()):
            for part in _parts(message["components"]):
                if label in (part.get("label"), part.get("placeholder")):
                    return {
                        "channel": self.view["log"]["channel"],
                        "message": message["id"],
                        "component": part["id"],
                    }
        raise AssertionError(f"no {label} on the page")

    async def presses(self, offers: list[Json], text: str, /, **entered: object) -> Json:
        """Press a button the page was offered, with what is filled in first."""
        (found,) = [each for each in offers if each["text"] == text]
        return await self.does(found["deed"], **found["what"] | entered)


def texts(offers: list[Json]) -> list[str]:
    """What stands on these buttons."""
    return [each["text"] for each in offers]


def _parts(components: list[Json]) -> list[Json]:
    found = []
    for part in components:
        below = [*part.get("components", ()), *([part["accessory"]] if part.get("accessory") else [])]
        found += [part, *_parts(below)]
    return found
