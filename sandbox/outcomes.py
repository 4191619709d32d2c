"""What goes back to whoever called, and how: an answer, a page of the edge, silence, a torn line."""

from __future__ import annotations

import math
import socket
import struct
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from aiohttp import web

from sandbox.errors import UNKNOWN_CODES, ApiError, missing_permissions, unknown
from sandbox.faults import Strike
from sandbox.limits import VIA, refused
from sandbox.payloads import Json, encode
from sandbox.rest.routing import Route

JSON_TYPE = "application/json"
"""Exactly this: discord.py compares the whole header, so a charset would make it see text."""
EDGE = {"Content-Type": "text/html; charset=UTF-8", "Server": "cloudflare"}
"""What a refusal carries that never reached Discord. No Via: that is how clients tell."""
PAGE = "<!DOCTYPE html><html><head><title>{status}</title></head><body>error code: 1015</body></html>"
TORN = struct.pack("ii", 1, 0)
"""SO_LINGER for no time at all: the line is not closed but reset."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """`text` is sent as it is. `cut`: nothing goes back, the line is closed or, if `torn`, reset."""

    status: int
    text: str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    edge: bool = False
    cut: bool = False
    torn: bool = False

    @property
    def answer(self) -> str | None:
        """What Discord itself said; nothing when the edge spoke or the line was cut."""
        return None if self.edge else self.text

    def send(self, request: web.Request, headers: dict[str, str]) -> web.Response:
        """`headers`: what Discord says of the route's rate limit, which the edge does not know."""
        if self.cut:
            return _cut(request, torn=self.torn)
        alone = self.edge or "X-RateLimit-Global" in self.headers
        every = (EDGE if self.edge else {} if alone else headers) | self.headers
        if self.text is None:
            return web.Response(status=self.status, headers=every)
        return web.Response(
            status=self.status, body=self.text.encode(), headers={"Content-Type": JSON_TYPE} | every
        )


def replied(reply: Any) -> Outcome:  # noqa: ANN401 - any JSON
    """The outcome of a route that did what it was asked."""
    if reply is None:
        return Outcome(204)
    status, body = reply if isinstance(reply, tuple) else (200, reply)
    return Outcome(status, None if body is None else encode(body))


def refusal(problem: ApiError) -> Outcome:
    return Outcome(problem.status, encode(problem.body))


def banned(seconds: float) -> Outcome:
    """What the edge says to an address that has made too many invalid requests."""
    wait = {"Retry-After": str(math.ceil(seconds))}
    return Outcome(429, PAGE.format(status=429), wait, edge=True)


def too_soon(wait: float, scope: str) -> Outcome:
    body: Json = {
        "message": "You are being rate limited.",
        "code": 0,
        "retry_after": round(wait, 3),
        "global": scope == "global",
    }
    return Outcome(429, encode(body), VIA | refused(wait, scope))


def struck(strike: Strike, route: Route, now: datetime) -> Outcome:
    """What comes back when a fault strikes, in place of the real answer."""
    if strike.kind in ("drop", "reset", "hang"):
        return Outcome(0, cut=True, torn=strike.kind == "reset")
    if strike.kind == "html":
        wait = {"Retry-After": str(math.ceil(strike.seconds))} if strike.seconds else {}
        return Outcome(strike.status, PAGE.format(status=strike.status), wait, edge=True)
    if strike.status == 429:
        return _too_soon_by_plan(strike.seconds or 0.0, strike.scope, now)
    refusals = {401: ApiError(401, 0, "401: Unauthorized"), 403: missing_permissions(), 404: _gone(route)}
    planned = ApiError(strike.status, 0, f"{strike.status}: planned fault")
    return refusal(refusals.get(strike.status, planned))


def _too_soon_by_plan(wait: float, scope: str, now: datetime) -> Outcome:
    """The bucket is empty, unless it is not one's own bucket that is."""
    plain = too_soon(wait, scope)
    if scope != "user":
        return plain
    reset = {"X-RateLimit-Reset": f"{now.timestamp() + wait:.3f}", "X-RateLimit-Reset-After": f"{wait:.3f}"}
    return replace(plain, headers=plain.headers | {"X-RateLimit-Remaining": "0"} | reset)


def _gone(route: Route) -> ApiError:
    """Discord's 10xxx for whatever the path ends in."""
    last = route.template.rsplit("{", 1)[-1].split("}")[0].removesuffix("_id").capitalize()
    return unknown(last) if last in UNKNOWN_CODES else ApiError(404, 0, "404: Not Found")


def _cut(request: web.Request, *, torn: bool) -> web.Response:
    if request.transport:
        line = request.transport.get_extra_info("socket")
        if torn and line:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, TORN)
        request.transport.abort()
    return web.Response(status=500)
