"""From settings to an exit code: put the bot together, run it, and put everything away whatever happened."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from enum import IntEnum
from typing import Any, TypeAlias

import aiohttp
import discord
import structlog

from actions.deps import Deps
from cogs.kit.bot import CircleBot
from cogs.kit.wire import point_at
from data.database import Database
from data.errors import DatabaseInUse, DatabaseProblem, MaybeSaved, NotSaved, Unreachable
from data.keys import MasterKey
from settings import Settings
from text import shipped

log = structlog.get_logger(__name__)

Main: TypeAlias = Callable[[], Coroutine[Any, Any, None]]

GRACE = 10.0
"""Seconds between being asked to end and ending, come what may."""
FAREWELL = 3.0
"""Seconds in which Discord is told that we go."""
CONNECTIONS = 200
"""To Discord at once. With discord.py's "no limit", a thousand clicks at once take half as long again."""

NOT_LET_IN = (
    "Discord does not accept the token in {variable}: it is wrong or was reset. "
    "Copy the current one from the Developer Portal (your application, Bot, Reset Token)."
)
NO_MEMBERS = (
    "The Server Members intent is switched off for this bot: switch it on in the Developer Portal (your "
    "application, Bot, Privileged Gateway Intents), or set SERVER_MEMBERS=off to run without greetings."
)
TOO_MANY_SERVERS = "This bot is in more servers than one connection may serve: take it out of some."
NOT_REACHED = "Discord cannot be reached ({reason}): look at this machine's network, then start again."


class Exit(IntEnum):
    """What a supervisor reads; the numbers are those of sysexits.h."""

    ENDED = 0
    BROKEN = 70
    TRY_AGAIN = 75
    MISCONFIGURED = 78


class Unable(Exception):
    """Why the bot cannot run, in one line with the fix, and the code to end with."""

    def __init__(self, code: Exit, why: str) -> None:
        super().__init__(why)
        self.code = code


def run(main: Main) -> None:
    """Run to its end, or to Ctrl-C or SIGTERM; then the process has GRACE seconds left. Raises Unable."""
    asyncio.run(_until_asked(main))


async def on_discord(settings: Settings, token: str) -> None:
    """The bot on Discord, or on the sandbox that SANDBOX_URL names. Raises Unable."""
    if settings.sandbox_url:
        base = settings.sandbox_url.rstrip("/")
        point_at(f"{base}/api/v10", f"ws{base.removeprefix('http')}/gateway", f"{base}/cdn")
    async with assembled(settings) as bot:
        with _discord_explained("DISCORD_TOKEN_FILE" if settings.discord_token_file else "DISCORD_TOKEN"):
            await bot.start(token)


@asynccontextmanager
async def assembled(settings: Settings, **options: Any) -> AsyncIterator[CircleBot]:  # noqa: ANN401 - discord.py's
    """The bot on its open database, ready to start; both are closed in the end. Raises Unable."""
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # the bot listens to no voice
    with _database_explained():
        database = await Database.open(settings.database_url, MasterKey.from_file(settings.master_key_file))
    try:
        async with aiohttp.TCPConnector(limit=CONNECTIONS, limit_per_host=CONNECTIONS) as connector:
            bot = CircleBot(
                Deps(database), shipped(), members=settings.server_members, connector=connector, **options
            )
            try:
                yield bot
            finally:
                with suppress(TimeoutError):
                    async with asyncio.timeout(FAREWELL):
                        await bot.close()
    finally:
        await database.close()


async def _until_asked(main: Main) -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(_log_lost_error)
    running = asyncio.create_task(main())
    ending = Ending(lambda: loop.call_soon_threadsafe(running.cancel))
    ending.listen()
    try:
        await running
    except asyncio.CancelledError:
        if not ending.asked:
            raise
    finally:
        ending.watch()


class Ending:
    """Calls `stop` at the first Ctrl-C or SIGTERM; a process still there `grace` seconds later is ended.

    The signal handlers are plain ones: asyncio's own wait for a loop that may be what hangs.
    """

    def __init__(self, stop: Callable[[], object], grace: float = GRACE) -> None:
        self.asked = False
        self._stop = stop
        self._overdue = threading.Timer(grace, _give_up)
        self._overdue.daemon = True

    def listen(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._ask)

    def watch(self) -> None:
        """From now on the time runs."""
        if not self._overdue.is_alive():
            self._overdue.start()

    def _ask(self, *_: object) -> None:
        if not self.asked:
            self.asked = True
            self.watch()
            self._stop()


def _give_up() -> None:
    log.critical("ending-took-too-long")
    os._exit(Exit.BROKEN)


def _log_lost_error(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """asyncio's own message quotes the error; ours does not."""
    log.error("task-failed", exc_info=context.get("exception"))


@contextmanager
def _database_explained() -> Iterator[None]:
    try:
        yield
    except (DatabaseInUse, Unreachable, NotSaved, MaybeSaved) as problem:
        raise Unable(Exit.TRY_AGAIN, str(problem)) from problem
    except DatabaseProblem as problem:
        raise Unable(Exit.MISCONFIGURED, str(problem)) from problem


@contextmanager
def _discord_explained(token_variable: str) -> Iterator[None]:
    try:
        yield
    except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
        unable = _why(error, token_variable)
        if unable is None:
            raise
        raise unable from error


def _why(error: Exception, token_variable: str) -> Unable | None:
    match error:
        case discord.LoginFailure() | discord.HTTPException(status=401) | discord.ConnectionClosed(code=4004):
            return Unable(Exit.MISCONFIGURED, NOT_LET_IN.format(variable=token_variable))
        case discord.PrivilegedIntentsRequired():
            return Unable(Exit.MISCONFIGURED, NO_MEMBERS)
        case discord.ConnectionClosed(code=4011):
            return Unable(Exit.MISCONFIGURED, TOO_MANY_SERVERS)
        case aiohttp.ClientError() | OSError() | discord.DiscordServerError() | discord.RateLimited():
            return Unable(Exit.TRY_AGAIN, NOT_REACHED.format(reason=type(error).__name__))
    return None
