"""The lens: everything the last click caused, in order; and faults and time by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.page.lens.live import LensSockets
from sandbox.page.lens.notes import Notes
from sandbox.page.lens.recorder import Recorder
from sandbox.page.lens.steering import Steering

if TYPE_CHECKING:
    from sandbox.world import World

PAGE = Path(__file__).parent.parent / "static" / "lens.html"


def attach(page: web.Application, world: World) -> Recorder:
    """Serve the lens under the page's own address, and listen to the world from now on."""
    recorder = Recorder(world)
    world.watchers.append(recorder)
    sockets = LensSockets(recorder, Steering(world, recorder))
    page.router.add_get("/lens", _lens)
    page.router.add_get("/lens/live", sockets.serve)
    page.router.add_post("/lens/notes", Notes(recorder).take)
    page.on_shutdown.append(sockets.close)
    return recorder


def lens_of(world: World) -> Recorder:
    """For a bot in the same process: `lens.note("database", "…")`. LookupError in a world without a page."""
    for watcher in world.watchers:
        if isinstance(watcher, Recorder):
            return watcher
    raise LookupError("nobody has attached a page to this world")


async def _lens(_request: web.Request) -> web.StreamResponse:
    return web.FileResponse(PAGE)
