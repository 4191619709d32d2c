"""From settings to an exit code: put the bot together, run it, and put everything away whatever happened."""

from __future__ import annotations

import asyncio
import errno
import gc
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import Any, TypeAlias

import aiohttp
import discord
import structlog

from actions.deps import Deps
from cogs.kit.bot import CircleBot
from cogs.kit.identifies import Identifies
from cogs.kit.wire import point_at
from data.database import Database
from data.errors import DatabaseInUse, DatabaseProblem, MaybeSaved, NotSaved, Unreachable
from data.keys import MasterKey
from life.ending import Ending, Exit
from life.pulse import Pulse
from life.starting import come_to_enough, come_to_turn, identifies_of
from settings import Settings
from text import shipped

log = structlog.get_logger(__name__)
discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # the bot sends and hears no voice

Main: TypeAlias = Callable[[], Coroutine[Any, Any, None]]
Gateway: TypeAlias = asyncio.Task[None]
"""Done when the bot is no longer connected, and never will be again."""

LOGIN = 120.0
"""Seconds for the first calls to Discord, the commands among them."""
FAREWELL = 5.0
"""Seconds in which the bot finishes what it has begun and logs out."""
LETTING_GO = 1.0
"""Seconds for its connection to be gone after that."""
CONNECTIONS = 200
"""To Discord at once. With discord.py's "no limit", a thousand clicks at once take half as long again."""
GARBAGE = (10_000, 20, 20)
"""New objects before Python looks for those that nobody holds, and how often it looks among older ones."""

NOT_LET_IN = (
    "Discord does not accept the token in {variable}: it is wrong or was reset. "
    "Copy the current one from the Developer Portal (your application, Bot, Reset Token)."
)
NO_MEMBERS = (
    "The Server Members intent is switched off for this bot: switch it on in the Developer Portal (your "
    "application, Bot, Privileged Gateway Intents), or set SERVER_MEMBERS=off to run without greetings."
)
TOO_MANY_SERVERS = "This bot is in more servers than one connection may serve: take it out of some."
NOT_NOTED = "{place} cannot be written ({reason}): set STATE_FOLDER to a folder that the bot may write to."
FOR_A_WHILE = (errno.ENOSPC, errno.EDQUOT, errno.EIO)
NOT_REACHED = "Discord cannot be reached ({reason}): look at this machine's network, then start again."


class Unable(Exception):
    """Why the bot cannot run, in one line with the fix, and the code to end with."""

    def __init__(self, code: Exit, why: str) -> None:
        super().__init__(why)
        self.code = code


def run(main: Main) -> None:
    """Run to its end, or to Ctrl-C or SIGTERM; then the process has GRACE seconds left. Raises Unable."""
    asyncio.run(_until_asked(main))


async def on_discord(settings: Settings, token: str, **options: Any) -> None:  # noqa: ANN401 - discord.py's
    """The bot on Discord, or on the sandbox that SANDBOX_URL names. Raises Unable."""
    if settings.sandbox_url:
        base = settings.sandbox_url.rstrip("/")
        point_at(f"{base}/api/v10", f"ws{base.removeprefix('http')}/gateway", f"{base}/cdn")
    async with running(settings, token, **options) as (_, gateway):
        _set_aside_what_stays()
        await over(gateway)


@asynccontextmanager
async def running(
    settings: Settings,
    token: str,
    **options: Any,  # noqa: ANN401 - discord.py's
) -> AsyncIterator[tuple[CircleBot, Gateway]]:
    """The bot, logged in, on its open database; afterwards both are closed. Raises Unable."""
    variable = "DISCORD_TOKEN_FILE" if settings.discord_token_file else "DISCORD_TOKEN"
    pulse = Pulse()
    async with (
        pulse.beating(),
        _database(settings) as database,
        aiohttp.TCPConnector(limit=CONNECTIONS, limit_per_host=CONNECTIONS) as connector,
    ):
        ours = {
            "members": settings.server_members,
            "connector": connector,
            "identifies": _identifies(settings),
            "calendar_url": settings.calendar_url if settings.calendar_port else None,
        }
        bot = CircleBot(Deps(database), shipped(), **{**ours, **options})
        bot.add_listener(pulse.on_ready)
        with _discord_explained(variable):
            async with _health(settings.health_port, bot, pulse), _calendars(settings.calendar_port, bot):
                try:
                    await _logged_in(bot, token)
                    async with _gateway(bot) as gateway:
                        yield bot, gateway
                finally:
                    await _log_out(bot)


async def over(gateway: Gateway) -> None:
    """Wait until the bot ends by itself; its reason is raised.

    Whoever is cancelled meanwhile is cancelled here, and not within discord.py: the `wait_for` of Python 3.11
    that it awaits may keep a cancellation to itself.
    """
    await asyncio.wait([gateway])
    await gateway


def _set_aside_what_stays() -> None:
    """Everything loaded so far is there for good: looking through it for garbage held clicks up by 60 ms.

    A click leaves some hundreds of objects behind, so Python's own 700 means to look after every other one: a
    tenth of its time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GARBAGE)


@asynccontextmanager
async def _database(settings: Settings) -> AsyncIterator[Database]:
    with _database_explained():
        database = await Database.open(settings.database_url, MasterKey.from_file(settings.master_key_file))
    try:
        yield database
    finally:
        await database.close()


@asynccontextmanager
async def _health(port: int, bot: CircleBot, pulse: Pulse) -> AsyncIterator[None]:
    if not port:
        yield
        return
    from life import health  # a web server costs memory that not everybody wants to spend

    async with health.serving(port, bot, bot.deps.database, pulse):
        yield


@asynccontextmanager
async def _calendars(port: int, bot: CircleBot) -> AsyncIterator[None]:
    if not port:
        yield
        return
    from life import calendars  # the same web server

    async with calendars.serving(port, bot):
        yield


async def _logged_in(bot: CircleBot, token: str) -> None:
    await come_to_turn(bot)
    async with asyncio.timeout(LOGIN):
        await bot.login(token)
    await come_to_enough(bot)


def _identifies(settings: Settings) -> Identifies:
    try:
        return identifies_of(settings)
    except OSError as error:
        code = Exit.TRY_AGAIN if error.errno in FOR_A_WHILE else Exit.MISCONFIGURED
        raise Unable(code, NOT_NOTED.format(place=error.filename, reason=error.strerror)) from error


@asynccontextmanager
async def _gateway(bot: CircleBot) -> AsyncIterator[Gateway]:
    gateway = asyncio.create_task(bot.connect())
    try:
        yield gateway
    finally:
        await _log_out(bot)
        gateway.cancel()
        with suppress(TimeoutError):
            async with asyncio.timeout(LETTING_GO):
                await asyncio.gather(gateway, return_exceptions=True)


async def _log_out(bot: CircleBot) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(FAREWELL):
            await bot.close()


async def _until_asked(main: Main) -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(_log_lost_error)
    task = asyncio.create_task(main())
    ending = Ending(lambda: loop.call_soon_threadsafe(task.cancel))
    ending.listen()
    try:
        await task
    except asyncio.CancelledError:
        if not ending.asked:
            raise
    finally:
        ending.watch()


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
    except (discord.DiscordException, aiohttp.ClientError, OSError, AttributeError) as error:
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
        case (
            aiohttp.ClientError()
            | OSError()
            | discord.DiscordServerError()
            | discord.RateLimited()
            | discord.HTTPException(status=429)
        ):
            return Unable(Exit.TRY_AGAIN, NOT_REACHED.format(reason=type(error).__name__))
        case AttributeError(__context__=aiohttp.ClientError() | OSError() as reason):
            # the first connection failed, and discord.py looks for the place at which it broke off
            return Unable(Exit.TRY_AGAIN, NOT_REACHED.format(reason=type(reason).__name__))
    return None
