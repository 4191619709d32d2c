"""The bare bot beside which ours is measured: the least that answers a form with words of the same length.

Run as a process of its own: `python -m bench._bare`, with SANDBOX_URL and DISCORD_TOKEN.
"""

from __future__ import annotations

import asyncio
import os

import aiohttp
import discord

from cogs.kit.wire import point_at
from service import CONNECTIONS

WORDS = (
    "You are in. You sit as a mentor, in your generation's row. Your roles are on their way to you. "
    "What you chose can be changed at any time, and you can take a break or leave whenever you like."
)


class Bare(discord.Client):
    """discord.py, one listener, one answer."""

    async def on_interaction(self, click: discord.Interaction) -> None:
        await click.response.send_message(WORDS, ephemeral=True)


async def main() -> None:
    """Until the process is ended."""
    base = os.environ["SANDBOX_URL"]
    point_at(f"{base}/api/v10", f"ws{base.removeprefix('http')}/gateway", f"{base}/cdn")
    client = Bare(
        intents=discord.Intents(guilds=True, members=True),
        member_cache_flags=discord.MemberCacheFlags.none(),
        chunk_guilds_at_startup=False,
        max_messages=None,
        connector=aiohttp.TCPConnector(limit=CONNECTIONS, limit_per_host=CONNECTIONS),
    )
    await client.start(os.environ["DISCORD_TOKEN"])


if __name__ == "__main__":
    asyncio.run(main())
