"""/live, /ready and /metrics, for this machine alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict

from aiohttp import web

from cogs.kit.bot import CircleBot
from data.database import Database
from life.checks import Checks, State
from life.metrics import Figures
from life.pulse import Pulse
from life.serving import served

PROMETHEUS = "text/plain; version=1.0.0; charset=utf-8"


class Health:
    """Answers whoever looks after the process."""

    def __init__(self, bot: CircleBot, database: Database, pulse: Pulse) -> None:
        self._bot, self._database, self._pulse = bot, database, pulse
        self._checks = Checks(bot, database)

    def application(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/live", self._live)
        app.router.add_get("/ready", self._ready)
        app.router.add_get("/metrics", self._metrics)
        return app

    async def _live(self, _: web.Request) -> web.Response:
        """That there is an answer is the answer: it comes from the event loop."""
        return web.json_response({"state": "live", "longest_stall_seconds": self._pulse.longest_stall})

    async def _ready(self, _: web.Request) -> web.Response:
        condition = await self._checks.condition()
        status = 503 if condition.state is State.NOT_READY else 200
        return web.json_response({"state": condition.state, **asdict(condition)}, status=status)

    async def _metrics(self, _: web.Request) -> web.Response:
        condition = await self._checks.condition()
        depths = await self._checks.depths()
        figures = Figures(self._bot, self._database, self._pulse, condition, depths)
        return web.Response(body=figures.text(), headers={"Content-Type": PROMETHEUS})


@asynccontextmanager
async def serving(port: int, bot: CircleBot, database: Database, pulse: Pulse) -> AsyncIterator[None]:
    """For as long as the block lasts."""
    app = Health(bot, database, pulse).application()
    async with served(app, port, otherwise="health-not-served", setting="HEALTH_PORT"):
        yield
