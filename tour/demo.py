"""The demo: the sandbox on an address of its own, the bot on it, and a small community to walk into."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from cogs.kit.wire import point_at
from life.ending import Exit
from life.serving import HERE
from sandbox import Sandbox, World, page
from sandbox.page.lens import lens_of
from service import Unable, over, running
from settings import Settings
from tour import community, guide, lens

LOGIN_SECONDS = 10.0

INVITATION = """
{name}, a small community, is at [bold]{page}[/bold]

  Open it in a browser and choose who to be: [bold]Mei[/bold] or [bold]Ruth[/bold], who have just arrived,
  [bold]Ines[/bold], who is in already, or [bold]Nora[/bold], the steward.
  A guide at the side says what to try.

Nothing leaves this machine. Ctrl-C ends it, and nothing of it is kept.
"""
NO_PORT = (
    "The sandbox cannot listen on {address} ({reason}): set SANDBOX_PORT to a free port, or to 0 for any."
)


async def play(settings: Settings, console: Console) -> None:
    """Run until the bot or the operator ends it. Raises Unable."""
    console.print("Setting up a small community")
    with TemporaryDirectory() as folder:
        fresh = {
            "database_url": f"sqlite:///{folder}/demo.db",
            "master_key_file": Path(folder, "demo.key"),
            "state_folder": Path(folder),
            "health_port": 0,
            "calendar_url": settings.calendar_url or f"http://{HERE}:{settings.calendar_port}",
        }
        async with _listening(settings) as (sandbox, address):
            point_at(sandbox.api_url, sandbox.gateway_url, sandbox.cdn_url)
            bridge = community.found(sandbox.world)
            own = settings.model_copy(update=fresh)
            async with running(own, sandbox.world.token, guild_ready_timeout=0.05) as (bot, gateway):
                async with asyncio.timeout(LOGIN_SECONDS):
                    await bot.wait_until_ready()
                await community.settle(bridge)
                lens.connect(bot, lens_of(sandbox.world))
                console.print(INVITATION.format(name=community.NAME, page=address), highlight=False)
                await over(gateway)


@asynccontextmanager
async def _listening(settings: Settings) -> AsyncIterator[tuple[Sandbox, str]]:
    """With the address of its page, which ends with a token where others can reach it."""
    host, port = settings.sandbox_host, settings.sandbox_port
    token = page.token_for(host)
    shown = partial(page.attach, guide=guide.steps, token=token)
    async with AsyncExitStack() as stack:
        try:
            sandbox = Sandbox(World(), host=host, port=port, extras=[shown])
            await stack.enter_async_context(sandbox)
        except OSError as error:
            why = NO_PORT.format(address=f"{host}:{port}", reason=error.strerror)
            raise Unable(Exit.MISCONFIGURED, why) from error
        yield sandbox, sandbox.page_url + (f"?token={token}" if token else "")
