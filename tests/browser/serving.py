"""A page of a few lines, for trying what the tests are written with."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

PAGE = '<!doctype html><html lang="en"><head><title>A page</title></head><body><main>{}</main></body></html>'


@asynccontextmanager
async def served(main: str, **others: str) -> AsyncIterator[str]:
    """Its address, with `main` in the middle; `others` are served beside it by their names."""
    pages = {"": main} | others

    async def answer(request: web.Request) -> web.Response:
        html = pages.get(request.match_info["name"])
        return (
            web.Response(text=PAGE.format(html), content_type="text/html")
            if html
            else web.Response(status=204)
        )

    app = web.Application()
    app.router.add_get("/{name:.*}", answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/"
    finally:
        await runner.cleanup()
