"""The lens's socket as a test drives it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from sandbox import Sandbox

Json = dict[str, Any]
PATIENCE = 4.0


class LensClient:
    """Keeps all that was sent, as the page does."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket
        self.deeds: dict[int, Json] = {}
        self.records: list[Json] = []
        self.state: Json = {}
        self._asked = 0

    async def _hear(self) -> Json:
        message: Json = await self.socket.receive_json()
        self.deeds |= {deed["n"]: deed for deed in message.get("deeds", ())}
        self.records += message.get("records", ())
        self.state = message.get("state", self.state)
        return message

    async def does(self, deed: str, **what: object) -> Json:
        """Ask for something and return the answer."""
        self._asked += 1
        await self.socket.send_json({"do": deed, "ask": self._asked} | what)
        async with asyncio.timeout(PATIENCE):
            while (heard := await self._hear()).get("reply") != self._asked:
                pass
        return heard

    async def shows(self, wanted: Callable[[LensClient], object], within: float = PATIENCE) -> None:
        """Return as soon as `wanted` holds."""
        async with asyncio.timeout(within):
            while not wanted(self):
                await self._hear()

    def deed(self, words: str) -> int:
        """The number of the newest deed with these words in it; 0 while there is none."""
        return next((n for n in sorted(self.deeds, reverse=True) if words in self.deeds[n]["words"]), 0)

    def story(self, words: str) -> list[Json]:
        """What belongs to that deed, as it happened."""
        number = self.deed(words)
        return sorted((each for each in self.records if each["deed"] == number), key=lambda each: each["at"])

    @property
    def happened(self) -> str:
        """The newest sentence about what was done by hand."""
        return str(self.state["happened"][-1]["words"]) if self.state["happened"] else ""

    def names(self, words: str) -> list[str]:
        return [each["name"] for each in self.story(words)]


@asynccontextmanager
async def lens_on(sandbox: Sandbox, **headers: str) -> AsyncIterator[LensClient]:
    """A lens opened on the sandbox, with what it is sent at first."""
    address = sandbox.page_url.replace("http", "ws", 1) + "page/lens/live"
    async with aiohttp.ClientSession() as session, session.ws_connect(address, headers=headers) as socket:
        client = LensClient(socket)
        await client.shows(lambda lens: lens.deeds)
        yield client
