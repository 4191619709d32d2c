"""How a call to Discord may end: done, not done, or unknown."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import discord

from cogs.kit.breakers import banned_for

PATIENCE = 60.0
"""Seconds until a call is given up. discord.py itself would wait for minutes."""
COME_BACK = 60.0
"""Seconds until another run of upkeep after Discord could not be reached."""

TOO_MANY_OLD_EDITS = 30046
"""Discord's code for a limit of its own on messages over an hour old, such as panels."""
HOUR = 3600.0

UNREACHED = (discord.DiscordServerError, aiohttp.ClientError, OSError, TimeoutError)


class Unknown(Exception):
    """The answer was lost: look again before doing it again."""


class Gone(Unknown):
    """Something the call was about is not there any more, so what was known is out of date."""


class NotDone(Exception):
    """Discord said no, and will until somebody changes something."""

    def __init__(self, code: int, status: int = 403) -> None:
        super().__init__(code)
        self.code = code
        self.status = status


class Later(Exception):
    """Discord asks to wait longer than is sensible inside one call."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


@asynccontextmanager
async def outcome() -> AsyncIterator[None]:
    """Calls, bounded in time. Raises Unknown, Gone, NotDone or Later in place of the library's errors."""
    try:
        async with asyncio.timeout(PATIENCE):
            yield
    except discord.NotFound as error:
        raise Gone from error
    except UNREACHED as error:
        raise Unknown from error
    except discord.RateLimited as error:
        raise Later(error.retry_after) from error
    except discord.HTTPException as error:
        if error.code == TOO_MANY_OLD_EDITS:
            raise Later(HOUR) from error
        if banned := banned_for(error.response):
            raise Later(banned) from error
        raise NotDone(error.code, error.status) from error
