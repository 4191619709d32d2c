"""A page to be a member by hand: one person's Discord or two side by side, with a guide at the side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from sandbox.page import lens
from sandbox.page.guard import guarded_by, token_for
from sandbox.page.guide import Guide, first_steps
from sandbox.page.live import LiveSockets

if TYPE_CHECKING:
    from sandbox.world import World

__all__ = ["attach", "token_for"]

STATIC = Path(__file__).parent / "static"


def attach(
    app: web.Application, world: World, *, guide: Guide = first_steps, token: str | None = None
) -> None:
    """Serve the window at `/` and what it needs under `/page/`.

    Only this machine is answered, or with a token whoever has it: then the address is `/?token=…`.
    """
    guard = guarded_by(token)
    sockets = LiveSockets(world, guide)
    page = web.Application(middlewares=[guard])
    page.router.add_get("/client", _page("client.html"))
    page.router.add_get("/live", sockets.serve)
    page.router.add_static("/static", STATIC)
    page.on_shutdown.append(sockets.close)
    lens.attach(page, world)
    app.add_subapp("/page/", page)
    app.router.add_get("/", _behind(guard, _page("index.html")))


def _page(name: str) -> Handler:
    async def page(_request: web.Request) -> web.StreamResponse:
        return web.FileResponse(STATIC / name)

    return page


def _behind(guard: Middleware, handler: Handler) -> Handler:
    async def behind(request: web.Request) -> web.StreamResponse:
        return await guard(request, handler)

    return behind
