"""One bot as a process of its own, measured from outside: `python -m bench._idling ours|bare INTENTS`.

Everything else comes from the environment, as for `python bot.py`. Both tell NOTIFY_SOCKET when ready.
"""

from __future__ import annotations

import asyncio
import os
import sys

import discord


def ours(intents: discord.Intents) -> None:
    """What `python bot.py` does, with the events of the measurement switched on."""
    import bot
    import service

    settings = bot.read_settings()
    bot.end_with(lambda: service.on_discord(settings, os.environ["DISCORD_TOKEN"], intents=intents))


def bare(intents: discord.Intents) -> None:
    """discord.py as it is, keeping no more than ours does: no members, no messages."""
    from cogs.kit.wire import point_at

    base = os.environ["SANDBOX_URL"].rstrip("/")
    point_at(f"{base}/api/v10", f"ws{base.removeprefix('http')}/gateway", f"{base}/cdn")
    asyncio.run(_Bare(intents).start(os.environ["DISCORD_TOKEN"]))


class _Bare(discord.Client):
    def __init__(self, intents: discord.Intents) -> None:
        super().__init__(
            intents=intents,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
        )

    async def on_ready(self) -> None:
        from life import systemd

        systemd.tell("READY=1")


if __name__ == "__main__":
    {"ours": ours, "bare": bare}[sys.argv[1]](discord.Intents._from_value(int(sys.argv[2])))  # noqa: SLF001
