"""A small web server on this machine, for as long as the bot runs."""

from __future__ import annotations

import errno
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog
from aiohttp import web

log = structlog.get_logger(__name__)

HERE = "127.0.0.1"


@asynccontextmanager
async def served(app: web.Application, port: int, *, otherwise: str, setting: str) -> AsyncIterator[None]:
    """For as long as the block lasts. A port that is taken is no reason not to run.

    `otherwise`: what the log then says, with the setting that helps.
    """
    runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=0.1)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, HERE, port).start()
        except OSError as error:
            reason = "port-taken" if error.errno == errno.EADDRINUSE else "port-not-given"
            log.warning(otherwise, port=port, reason=reason, set=setting, errno=error.errno)
        yield
    finally:
        await runner.cleanup()
