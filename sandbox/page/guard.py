"""Keeps other web pages from reading or driving this one, and strangers out where others are let in."""

from __future__ import annotations

import hmac
import ipaddress
import secrets

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
COOKIE = "page"

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "img-src 'self' data: blob:; frame-src 'self'; "
        "form-action 'none'; base-uri 'none'; frame-ancestors 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
"""Nothing is loaded from elsewhere, nothing runs but files of ours, no other page frames this one."""

NOT_HERE = "This page answers only to itself, on this machine."
STRANGER = "This page is open to whoever has its whole address, with the token at its end."


def token_for(host: str) -> str | None:
    """What lets others in who reach `host`; None where only this machine does."""
    return None if is_loopback(host) else secrets.token_urlsafe(16)


def is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def guarded_by(token: str | None) -> Middleware:
    """The middleware. Without a token only this machine is answered, with one whoever brings it.

    403 for a request that some other page's script has made (its origin tells), and without a token also for
    one under a name that is not this machine's: that stops DNS rebinding, another site's name pointed at
    127.0.0.1. Where there is a token the cookie stops it, which a page of another name does not have.
    """

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.headers.get("Origin") not in (None, f"http://{request.host}"):
            raise web.HTTPForbidden(text=NOT_HERE)
        if token is None and request.url.host not in LOOPBACK:
            raise web.HTTPForbidden(text=NOT_HERE)
        if token and not _knows(request, token):
            raise web.HTTPForbidden(text=STRANGER)
        response = await handler(request)
        if not response.prepared:
            response.headers.update(HEADERS)
            if token and "token" in request.query:
                response.set_cookie(COOKIE, token, httponly=True, samesite="Strict", path="/")
        return response

    return guard


def _knows(request: web.Request, token: str) -> bool:
    shown = request.query.get("token") or request.cookies.get(COOKIE) or ""
    return hmac.compare_digest(shown.encode(), token.encode())
