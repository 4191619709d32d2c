"""A gateway client of few words, for what no library would send."""

from __future__ import annotations

import json
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from sandbox import Sandbox

WITHIN = 3.0


class Socket:
    """Speaks JSON frames; remembers the sequence like a client must."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse, inflate: bool) -> None:
        self._socket = socket
        self._stream = zlib.decompressobj() if inflate else None
        self.sequence = 0

    async def frame(self) -> dict[str, Any]:
        message = await self._socket.receive(timeout=WITHIN)
        if message.type in (aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSED):
            raise EOFError(self._socket.close_code)
        text = self._stream.decompress(message.data) if self._stream else message.data
        frame: dict[str, Any] = json.loads(text)
        self.sequence = frame.get("s") or self.sequence
        return frame

    async def event(self, name: str) -> dict[str, Any]:
        """The data of the next event of this name."""
        while True:
            frame = await self.frame()
            if frame["t"] == name:
                data: dict[str, Any] = frame["d"]
                return data

    async def answer(self, op: int) -> dict[str, Any]:
        while (frame := await self.frame())["op"] != op:
            pass
        return frame

    async def send(self, op: int, data: object) -> None:
        await self._socket.send_str(json.dumps({"op": op, "d": data}))

    async def send_text(self, text: str) -> None:
        await self._socket.send_str(text)

    async def identify(self, token: str, intents: int = 1, **more: object) -> None:
        await self.send(2, {"token": token, "intents": intents, "properties": {}} | more)

    async def closed(self) -> int | None:
        """The code with which the other side closes."""
        try:
            while True:
                await self.frame()
        except EOFError:
            return self._socket.close_code

    async def close(self, code: int) -> None:
        await self._socket.close(code=code)


@asynccontextmanager
async def connected(sandbox: Sandbox, query: str = "?v=10&encoding=json") -> AsyncIterator[Socket]:
    """Connected and greeted (op 10)."""
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(sandbox.gateway_url + query) as raw,
    ):
        socket = Socket(raw, inflate="zlib" in query)
        if "v=10" in query:
            await socket.answer(10)
        yield socket
