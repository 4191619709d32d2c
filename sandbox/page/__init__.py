"""A plain page to be a member by hand: channels, messages, working buttons and forms, who you are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web
from aiohttp.typedefs import Handler

from sandbox.page.guard import guard
from sandbox.page.live import LiveSockets

if TYPE_CHECKING:
    from sandbox.world import World

STATIC = Path(__file__).parent / "static"


def attach(app: web.Application, world: World) -> None:
    """Serve the window at `/` and what it needs under `/page/`."""
    sockets = LiveSockets(world)
    page = web.Application(middlewares=[guard])
    page.router.add_get("/client", _page("client.html"))
    page.router.add_get("/live", sockets.serve)
    page.router.add_static("/static", STATIC)
    page.on_shutdown.append(sockets.close)
    app.add_subapp("/page/", page)
    app.router.add_get("/", _guarded(_page("index.html")))


def _page(name: str) -> Handler:
    async def page(_request: web.Request) -> web.StreamResponse:
        return web.FileResponse(STATIC / name)

    return page


def _guarded(handler: Handler) -> Handler:
    async def guarded(request: web.Request) -> web.StreamResponse:
        return await guard(request, handler)

    return guarded
