"""`python -m sandbox`: a small guild on a local Discord, for any bot to log in to."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
from collections.abc import Sequence
from functools import partial

from sandbox.page import attach, token_for
from sandbox.server import Sandbox
from sandbox.world import World

PORT = 8710
OWNER = "Nora"
FAILED = 1

WELCOME = """\
{guild} is open. People: {people}.

  to be one of them   {page}
  the bot's token     {token}
  REST                {api}
  gateway             {gateway}

How a bot comes here:

  discord.py    from yarl import URL
                discord.http.Route.BASE = "{api}"
                discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = URL("{gateway}")
  hikari        hikari.GatewayBot(token, rest_url="{api}")
  discord.js    new Client({{ intents, rest: {{ api: "{base}" }} }})

Ctrl-C ends it, and with it everything in it.
"""
EXPOSED = """\
WARNING: {host} can be reached from other machines, and nothing is encrypted. Whoever has the address
of the page below, with the token at its end, can be anybody there; whoever has the bot's token can do what
the bot can.
"""


def arguments(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    parser.add_argument(
        "--port", type=int, default=PORT, help="0 takes any that is free (default: %(default)s)"
    )
    parser.add_argument("--host", default="127.0.0.1", help="where to listen (default: this machine only)")
    parser.add_argument("--people", default="Mei,Ruth", help="names, with commas (default: %(default)s)")
    parser.add_argument("--guild", default="Bridge", help="its name (default: %(default)s)")
    return parser.parse_args(words)


async def serve(options: argparse.Namespace) -> None:
    """Until cancelled."""
    open_to = token_for(options.host)
    page = partial(attach, token=open_to)
    async with Sandbox(World(), host=options.host, port=options.port, extras=[page]) as sandbox:
        world = sandbox.world
        guild = world.create_guild(options.guild, owner=OWNER)
        names = [name.strip() for name in options.people.split(",") if name.strip()]
        for name in names:
            await world.join(name, guild)
        if open_to:
            sys.stdout.write(EXPOSED.format(host=options.host))
        sys.stdout.write(
            WELCOME.format(
                guild=guild.name,
                people=", ".join([f"{OWNER} (owner)", *names]),
                page=sandbox.page_url + (f"?token={open_to}" if open_to else ""),
                token=world.token,
                api=sandbox.api_url,
                base=sandbox.api_url.removesuffix("/v10"),
                gateway=sandbox.gateway_url,
            )
        )
        sys.stdout.flush()
        await sandbox.runs()


def main(words: Sequence[str] | None = None) -> int:
    options = arguments(sys.argv[1:] if words is None else words)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        asyncio.run(serve(options))
    except KeyboardInterrupt:
        return 0
    except OSError as problem:
        sys.stderr.write(
            f"Cannot listen on {options.host}:{options.port}: {problem.strerror}. Try --port 0.\n"
        )
    return FAILED


if __name__ == "__main__":
    sys.exit(main())
