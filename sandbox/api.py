"""The REST half of the server: from a request to its answer, by way of limits, faults and routes."""

from __future__ import annotations

import logging
from dataclasses import replace

from aiohttp import web

from sandbox.clock import stopwatch
from sandbox.errors import ApiError
from sandbox.exchange import Exchange
from sandbox.faults import Strike
from sandbox.gaps import NOT_KNOWN
from sandbox.limits import RateLimits, Verdict
from sandbox.outcomes import Outcome, banned, refusal, replied, struck, too_soon
from sandbox.rest.call import Call, read_call
from sandbox.rest.routing import ROUTES, Reply, Route
from sandbox.world import World

log = logging.getLogger(__name__)

PREFIXES = ("/api/v10", "/api/v9", "/api")
KEPT = 20_000
"""How many exchanges are recorded before the oldest are forgotten."""


class Api:
    """Answers every request below /api and keeps a record of each."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.limits = RateLimits(world.clock)
        self.requests: list[Exchange] = []

    async def serve(self, request: web.Request) -> web.StreamResponse:
        began = stopwatch()
        path = _below_prefix(request.rel_url.raw_path)
        found = ROUTES.find(request.method, path)
        if found is None:
            return await self._refuse_unknown(request, path)
        route, values = found
        if (seconds := self._world.invalid.banned_for) is not None:
            outcome = banned(seconds)
            self._record(request, route.template, None, outcome, began)
            return outcome.send(request, {})
        verdict = self.limits.judge(request.method, route.template, values)
        strike = self._take_fault(request.method, path)
        call, outcome = await self._outcome(request, route, values, verdict, strike)
        self._record(request, route.template, call, outcome, began)
        return outcome.send(request, verdict.headers)

    def _take_fault(self, method: str, path: str) -> Strike | None:
        strike = self._world.faults.take(method, path)
        if strike:
            for watcher in self._world.watchers:
                watcher.struck(method, path, strike)
        return strike

    async def _outcome(
        self,
        request: web.Request,
        route: Route,
        values: dict[str, str],
        verdict: Verdict,
        strike: Strike | None,
    ) -> tuple[Call | None, Outcome]:
        """Do what the route does, unless it is too soon or a fault comes before; a fault may come after."""
        call = None
        try:
            call = await read_call(self._world, request, values)
            if verdict.retry_after is not None:
                return call, too_soon(verdict.retry_after, verdict.scope)
            untold = self.limits.judge_untold(request.method, route.template, values, call.body)
            if untold and untold.retry_after is not None:
                return call, too_soon(untold.retry_after, untold.scope)
            if strike and strike.moment == "before" and (outcome := await self._strikes(strike, route)):
                return call, outcome
            self._authorise(request, route)
            outcome = replied(_perform(call, route))
        except ApiError as problem:
            hidden = problem.status == NOT_KNOWN and "{token}" in route.template
            outcome = replace(refusal(problem), status=404) if hidden else refusal(problem)
        if strike and strike.moment == "after":
            return call, await self._strikes(strike, route) or outcome
        return call, outcome

    async def _strikes(self, strike: Strike, route: Route) -> Outcome | None:
        """Wait as long as the fault has it; then what it answers, or None after a mere delay."""
        if strike.seconds and strike.kind in ("hang", "delay"):
            await self._world.sleep(strike.seconds)
        return None if strike.kind == "delay" else struck(strike, route, self._world.clock.now())

    def _authorise(self, request: web.Request, route: Route) -> None:
        """Interaction tokens speak for themselves; everything else needs the bot's."""
        given = request.headers.get("Authorization", "")
        if "{token}" not in route.template and given != f"Bot {self._world.token}":
            raise ApiError(401, 0, "401: Unauthorized")

    async def _refuse_unknown(self, request: web.Request, path: str) -> web.Response:
        """501 by name; 404 for webhooks, whose callers would try a 501 again and again."""
        status = 404 if path.startswith("/webhooks/") else NOT_KNOWN
        message = f"{status}: the sandbox does not know {request.method} {path}"
        await request.read()
        outcome = refusal(ApiError(status, 0, message))
        self._record(request, None, None, outcome, stopwatch())
        return outcome.send(request, {})

    def _record(
        self,
        request: web.Request,
        template: str | None,
        call: Call | None,
        outcome: Outcome,
        began: float,
    ) -> None:
        if len(self.requests) >= KEPT:
            del self.requests[: KEPT // 2]
        self._world.invalid.note(outcome.status, outcome.headers.get("X-RateLimit-Scope"))
        raw, reason, cause = (call.raw, call.reason, call.cause) if call else (None, None, None)
        exchange = Exchange(
            request.method,
            template,
            _below_prefix(request.rel_url.raw_path),
            dict(request.query),
            request.content_type,
            raw,
            reason,
            outcome.status,
            outcome.answer,
            began,
            stopwatch(),
            cause,
        )
        self.requests.append(exchange)
        for watcher in self._world.watchers:
            watcher.called(exchange)


def _below_prefix(raw_path: str) -> str:
    return next(raw_path.removeprefix(prefix) for prefix in PREFIXES if raw_path.startswith(prefix + "/"))


def _perform(call: Call, route: Route) -> Reply:
    call.world.acting = call
    try:
        return route.handler(call)
    except (KeyError, TypeError, ValueError, AttributeError) as odd:
        log.warning("%s does not understand its request", route.template, exc_info=odd)
        raise ApiError(400, 50035, "Invalid Form Body") from None
    finally:
        call.world.acting = None
