"""Puts a world on a port: REST, gateway, CDN, and whatever else is asked to come along."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress
from email.utils import format_datetime
from types import TracebackType

from aiohttp import web

from sandbox.api import Api
from sandbox.exchange import Exchange
from sandbox.gateway import serve as serve_gateway
from sandbox.limits import RateLimits
from sandbox.rest.call import MAX_REQUEST
from sandbox.world import World

Extra = Callable[[web.Application, World], object]
"""Something that adds routes of its own, such as the page."""

HARMLESS = {
    "Content-Disposition": "attachment",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
}
"""Uploads come from the page's own address: none of them may run there."""


class Sandbox:
    """A local Discord, up for as long as the `async with` lasts."""

    def __init__(
        self,
        world: World | None = None,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        extras: Iterable[Extra] = (),
    ) -> None:
        self.world = world or World()
        self._host = host
        self._port = port
        self._extras = tuple(extras)
        self._api = Api(self.world)
        self._runner: web.AppRunner | None = None
        self._time: asyncio.Task[None] | None = None

    @property
    def requests(self) -> list[Exchange]:
        """Every REST call so far with its answer, oldest first."""
        return self._api.requests

    @property
    def limits(self) -> RateLimits:
        return self._api.limits

    @property
    def api_url(self) -> str:
        return self.world.api_url

    @property
    def gateway_url(self) -> str:
        return self.world.gateway_url

    @property
    def cdn_url(self) -> str:
        return self.world.cdn_url

    @property
    def page_url(self) -> str:
        return f"http://{self._authority}/"

    @property
    def _authority(self) -> str:
        return f"[{self._host}]:{self._port}" if ":" in self._host else f"{self._host}:{self._port}"

    async def __aenter__(self) -> Sandbox:
        runner = web.AppRunner(
            self._application(), access_log=None, shutdown_timeout=0.5, handle_signals=False
        )
        await runner.setup()
        self._runner = runner
        site = web.TCPSite(runner, self._host, self._port)
        try:
            await site.start()
        except OSError:
            await runner.cleanup()
            raise
        self._port = runner.addresses[0][1]
        self.world.api_url = f"http://{self._authority}/api/v10"
        self.world.gateway_url = f"ws://{self._authority}/gateway"
        self.world.cdn_url = f"http://{self._authority}/cdn"
        self.world.closing = False
        self._time = asyncio.create_task(self.world.clock.run())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.world.closing = True  # whoever sleeps wakes up
        self.world.changed.happened()
        await self.world.drop_sockets(1001)
        if self._runner:
            await self._runner.cleanup()
        if self._time:
            self._time.cancel()
            with suppress(asyncio.CancelledError):
                await self._time  # raises what a timer raised

    async def runs(self) -> None:
        """Return never; raise what a timer of the world has raised."""
        if self._time:
            await asyncio.shield(self._time)

    def _application(self) -> web.Application:
        app = web.Application(client_max_size=MAX_REQUEST)
        app.on_response_prepare.append(self._date)
        app.router.add_get("/gateway", self._gateway)
        app.router.add_get("/gateway/", self._gateway)
        app.router.add_route("*", "/api/{path:.*}", self._api.serve)
        app.router.add_get("/cdn/attachments/{attachment_id}/{filename}", self._attachment)
        app.router.add_get("/cdn/guild-events/{event_id}/{picture}", self._event_cover)
        for extra in self._extras:
            extra(app, self.world)
        return app

    async def _date(self, _: web.Request, response: web.StreamResponse) -> None:
        """The sandbox's time, which a test may have moved."""
        response.headers["Date"] = format_datetime(self.world.clock.now(), usegmt=True)

    async def _gateway(self, request: web.Request) -> web.StreamResponse:
        return await serve_gateway(self.world, request)

    async def _attachment(self, request: web.Request) -> web.StreamResponse:
        return self._file(request.match_info["attachment_id"])

    async def _event_cover(self, request: web.Request) -> web.StreamResponse:
        return self._file(request.match_info["picture"].partition(".")[0])

    def _file(self, name: str) -> web.StreamResponse:
        upload = self.world.files.get(name)
        if upload is None:
            raise web.HTTPNotFound
        return web.Response(body=upload.data, content_type=upload.content_type, headers=HARMLESS)
