"""Keeps web pages from elsewhere from reading or driving this one."""

from __future__ import annotations

from aiohttp import web
from aiohttp.typedefs import Handler

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
        "form-action 'none'; base-uri 'none'; frame-ancestors 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
"""Nothing is loaded from elsewhere, nothing runs that is not a file of ours, nobody else frames the page."""


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """403 unless it was asked for under a name of this machine, and by itself.

    The name stops DNS rebinding (another site's name pointed at 127.0.0.1); the origin stops other pages'
    scripts, which may open sockets to anywhere.
    """
    origin = request.headers.get("Origin")
    if request.url.host not in LOOPBACK or origin not in (None, f"http://{request.host}"):
        raise web.HTTPForbidden(text="This page answers only to itself, on this machine.")
    response = await handler(request)
    if not response.prepared:
        response.headers.update(HEADERS)
    return response
