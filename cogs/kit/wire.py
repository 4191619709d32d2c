"""Where discord.py connects: the real Discord unless told otherwise."""

from __future__ import annotations

import yarl
from discord.asset import Asset
from discord.gateway import DiscordWebSocket
from discord.http import Route


def point_at(api_url: str, gateway_url: str, cdn_url: str) -> None:
    """Send every client of this process to another Discord, such as the sandbox.

    These three class attributes are discord.py's own, stable for years but not documented, so that a
    release without them must fail here and not call the real Discord.
    """
    for owner, name in ((Route, "BASE"), (DiscordWebSocket, "DEFAULT_GATEWAY"), (Asset, "BASE")):
        if not hasattr(owner, name):
            raise RuntimeError(f"this discord.py has no {owner.__name__}.{name}")
    Route.BASE = api_url
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway_url)
    Asset.BASE = cdn_url
