"""A bare, unmodified discord.py client on the sandbox, up for the length of a `with`."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import discord
from discord import ui

from cogs.kit.wire import point_at
from sandbox import Sandbox

INTENTS = discord.Intents(
    guilds=True, members=True, guild_messages=True, dm_messages=True, voice_states=True, guild_reactions=True,
    guild_scheduled_events=True, guild_polls=True, moderation=True,
)  # fmt: skip
SHUTDOWN = 3.0
"""Seconds that a client gets to close; a test never waits longer."""


class Bare(discord.Client):
    """Remembers what it hears; does only what a test tells it to."""

    def __init__(self, intents: discord.Intents = INTENTS, **options) -> None:
        super().__init__(intents=intents, guild_ready_timeout=0.05, **options)
        self.tree = discord.app_commands.CommandTree(self)
        self.heard: list[tuple[str, tuple[Any, ...]]] = []
        self.running: asyncio.Task[None] | None = None
        self._news = asyncio.Event()

    def dispatch(self, event: str, /, *args, **kwargs) -> None:
        self.heard.append((event, args))
        self._news.set()
        super().dispatch(event, *args, **kwargs)

    async def hears(self, event: str, count: int = 1, within: float = 3.0) -> tuple[Any, ...]:
        """The arguments of the `count`-th event of this name, waiting for it if need be."""
        async with asyncio.timeout(within):
            while len(found := self.all_heard(event)) < count:
                self._news.clear()
                await self._news.wait()
        return found[count - 1]

    def all_heard(self, event: str) -> list[tuple[Any, ...]]:
        return [args for name, args in self.heard if name == event]

    def answers(self, answer: Callable[[discord.Interaction], Awaitable[None]]) -> None:
        """Let `answer(interaction)` deal with everything that people do with the bot."""

        async def on_interaction(interaction: discord.Interaction) -> None:
            await answer(interaction)

        self.event(on_interaction)


@asynccontextmanager
async def logged_in(sandbox: Sandbox, client: Bare | None = None, token: str | None = None, **options):
    """Log a client in, yield it when it is ready, and close it within a bounded time."""
    point_at(sandbox.api_url, sandbox.gateway_url, sandbox.cdn_url)
    client = client or Bare(**options)
    running = client.running = asyncio.create_task(client.start(token or sandbox.world.token))
    try:
        ready = asyncio.create_task(client.hears("ready", within=5.0))
        done, _ = await asyncio.wait({running, ready}, return_when=asyncio.FIRST_COMPLETED)
        if running in done:
            ready.cancel()
            running.result()
        ready.result()
        yield client
    finally:
        await asyncio.wait_for(client.close(), SHUTDOWN)
        running.cancel()
        await asyncio.wait({running}, timeout=SHUTDOWN)


def button(label: str = "Press", **fields) -> ui.View:
    """A message's view with one button that has no callback of its own."""
    return ui.View(timeout=None).add_item(
        ui.Button(label=label, custom_id=fields.pop("custom_id", "press"), **fields)
    )
