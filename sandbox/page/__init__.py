"""A plain page to be a member by hand: channels, messages, working buttons and forms, who you are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.page import lens
from sandbox.page.guard import guard
from sandbox.page.live import LiveSockets

if TYPE_CHECKING:
    from sandbox.world import World

STATIC = Path(__file__).parent / "static"


def attach(app: web.Application, world: World) -> None:
    """Serve the page at `/` and what it needs under `/page/`."""
    sockets = LiveSockets(world)
    page = web.Application(middlewares=[guard])
    page.router.add_get("/live", sockets.serve)
    page.router.add_static("/static", STATIC)
    page.on_shutdown.append(sockets.close)
    lens.attach(page, world)
    app.add_subapp("/page/", page)
    app.router.add_get("/", _index)


async def _index(request: web.Request) -> web.StreamResponse:
    async def index(_request: web.Request) -> web.StreamResponse:
        return web.FileResponse(STATIC / "index.html")

    return await guard(request, index)
