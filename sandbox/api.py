"""The REST half of the server: from a request to its answer, by way of limits, faults and routes."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from sandbox.errors import UNKNOWN_CODES, ApiError, missing_permissions, unknown
from sandbox.exchange import Exchange
from sandbox.faults import Fault
from sandbox.gaps import NOT_KNOWN
from sandbox.limits import RateLimits
from sandbox.payloads import Json, encode
from sandbox.rest.call import Call, read_call
from sandbox.rest.routing import ROUTES, Route
from sandbox.world import World

log = logging.getLogger(__name__)

PREFIXES = ("/api/v10", "/api/v9", "/api")
JSON_TYPE = "application/json"
"""Exactly this: discord.py compares the whole header, so a charset would make it see text."""
PLANNED_WAIT = 0.05
"""Seconds that a planned 429 asks for."""
KEPT = 20_000
"""How many exchanges are recorded before the oldest are forgotten."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What goes back. `cut`: nothing does, the line is closed."""

    status: int
    body: Any = None
    cut: bool = False


class Api:
    """Answers every request below /api and keeps a record of each."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.limits = RateLimits(world.clock)
        self.requests: list[Exchange] = []

    async def serve(self, request: web.Request) -> web.StreamResponse:
        path = _below_prefix(request.rel_url.raw_path)
        found = ROUTES.find(request.method, path)
        if found is None:
            return await self._refuse_unknown(request, path)
        route, values = found
        verdict = self.limits.judge(request.method, route.template, values)
        fault = self._world.faults.take(request.method, path)
        call, outcome = await self._outcome(request, route, values, verdict.retry_after, fault)
        if verdict.retry_after is not None and outcome.status == 429:
            outcome = Outcome(429, _too_soon(verdict.retry_after, verdict.everywhere))
        answer = None if outcome.body is None else encode(outcome.body)
        self._record(request, route.template, path, call, outcome, answer)
        if outcome.cut:
            return _cut(request)
        return _response(outcome.status, answer, verdict.headers)

    async def _outcome(
        self,
        request: web.Request,
        route: Route,
        values: dict[str, str],
        retry_after: float | None,
        fault: Fault | None,
    ) -> tuple[Call | None, Outcome]:
        call = None
        try:
            call = await read_call(self._world, request, values)
            if retry_after is not None:
                raise ApiError(429, 0, "You are being rate limited.")
            if fault and fault.delay:
                await asyncio.sleep(fault.delay)
            self._authorise(request, route)
            return call, _perform(call, route, fault)
        except ApiError as refusal:
            hidden = refusal.status == NOT_KNOWN and "{token}" in route.template
            return call, Outcome(404 if hidden else refusal.status, refusal.body)

    def _authorise(self, request: web.Request, route: Route) -> None:
        """Interaction tokens speak for themselves; everything else needs the bot's."""
        given = request.headers.get("Authorization", "")
        if "{token}" not in route.template and given != f"Bot {self._world.token}":
            raise ApiError(401, 0, "401: Unauthorized")

    async def _refuse_unknown(self, request: web.Request, path: str) -> web.Response:
        """501 by name; 404 for webhooks, whose callers would try a 501 again and again."""
        status = 404 if path.startswith("/webhooks/") else NOT_KNOWN
        message = f"{status}: the sandbox does not know {request.method} {path}"
        outcome = Outcome(status, {"code": 0, "message": message})
        await request.read()
        answer = encode(outcome.body)
        self._record(request, None, path, None, outcome, answer)
        return _response(status, answer, {})

    def _record(
        self,
        request: web.Request,
        template: str | None,
        path: str,
        call: Call | None,
        outcome: Outcome,
        answer: str | None,
    ) -> None:
        if len(self.requests) >= KEPT:
            del self.requests[: KEPT // 2]
        raw, reason = (call.raw, call.reason) if call else (None, None)
        status = 0 if outcome.cut else outcome.status
        self.requests.append(
            Exchange(
                request.method,
                template,
                path,
                dict(request.query),
                request.content_type,
                raw,
                reason,
                status,
                answer,
            )
        )


def _below_prefix(raw_path: str) -> str:
    return next(raw_path.removeprefix(prefix) for prefix in PREFIXES if raw_path.startswith(prefix + "/"))


def _perform(call: Call, route: Route, fault: Fault | None) -> Outcome:
    """Do what the route does, unless a planned fault comes before or after it."""
    if fault and fault.moment == "before" and not fault.delay:
        return _struck(fault, route)
    try:
        reply = route.handler(call)
    except (KeyError, TypeError, ValueError, AttributeError) as odd:
        log.warning("%s does not understand its request", route.template, exc_info=odd)
        raise ApiError(400, 50035, "Invalid Form Body") from None
    if fault and fault.moment == "after":
        return _struck(fault, route)
    if isinstance(reply, tuple):
        return Outcome(*reply)
    return Outcome(204) if reply is None else Outcome(200, reply)


def _struck(fault: Fault, route: Route) -> Outcome:
    """The answer that a fault puts in place of the real one."""
    if fault.status is None:
        return Outcome(0, cut=True)
    if fault.status == 429:
        return Outcome(429, _too_soon(PLANNED_WAIT, everywhere=False))
    refusals = {401: ApiError(401, 0, "401: Unauthorized"), 403: missing_permissions(), 404: _gone(route)}
    refusal = refusals.get(fault.status)
    body: Json = refusal.body if refusal else {"code": 0, "message": f"{fault.status}: planned fault"}
    return Outcome(fault.status, body)


def _gone(route: Route) -> ApiError:
    """Discord's 10xxx for whatever the path ends in."""
    last = route.template.rsplit("{", 1)[-1].split("}")[0].removesuffix("_id").capitalize()
    return unknown(last) if last in UNKNOWN_CODES else ApiError(404, 0, "404: Not Found")


def _too_soon(retry_after: float, everywhere: bool) -> Json:
    return {
        "message": "You are being rate limited.",
        "code": 0,
        "retry_after": round(retry_after, 3),
        "global": everywhere,
    }


def _cut(request: web.Request) -> web.Response:
    if request.transport:
        request.transport.abort()
    return web.Response(status=500)


def _response(status: int, answer: str | None, headers: dict[str, str]) -> web.Response:
    if answer is None:
        return web.Response(status=status, headers=headers)
    return web.Response(status=status, body=answer.encode(), headers=headers | {"Content-Type": JSON_TYPE})
