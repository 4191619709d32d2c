"""The line between browser and sandbox, which a test may cut and mend."""

from __future__ import annotations

import asyncio
from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from yarl import URL

from sandbox import Sandbox

CUT_OFF = r"ERR_CONNECTION_REFUSED|WebSocket connection to .* failed"
"""What Chromium's console says of it: `browsing(…, apart_from=CUT_OFF)`."""


class Line:
    """Passes on what comes in, both ways, on real sockets."""

    def __init__(self, port: int) -> None:
        self._to = port
        self._port = 0
        self._server: asyncio.Server | None = None
        self._open: set[StreamWriter] = set()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}/"

    def drop(self) -> None:
        """Every connection is torn; new ones come through."""
        for end in self._open:
            end.transport.abort()

    def cut(self) -> None:
        """Every connection is torn and new ones are refused, until it is mended."""
        if self._server:
            self._server.close()
            self._server = None
        self.drop()

    async def mend(self) -> None:
        self._server = await asyncio.start_server(self._pass_on, "127.0.0.1", self._port)
        self._port = self._server.sockets[0].getsockname()[1]

    async def _pass_on(self, browser_in: StreamReader, browser_out: StreamWriter) -> None:
        sandbox_in, sandbox_out = await asyncio.open_connection("127.0.0.1", self._to)
        ends = {browser_out, sandbox_out}
        self._open |= ends
        try:
            await asyncio.gather(_pour(browser_in, sandbox_out), _pour(sandbox_in, browser_out))
        finally:
            self._open -= ends


async def _pour(source: StreamReader, into: StreamWriter) -> None:
    """Until one of them is closed, which closes the other."""
    with suppress(ConnectionError):
        while some := await source.read(65_536):
            into.write(some)
            await into.drain()
    into.close()


@asynccontextmanager
async def line_to(sandbox: Sandbox) -> AsyncIterator[Line]:
    """Open the page at `line.url` to come over it."""
    port = URL(sandbox.page_url).port
    assert port
    line = Line(port)
    await line.mend()
    try:
        yield line
    finally:
        line.cut()
