"""`python -m tests.browser.gallery`: the gallery on a port, to look at by hand until Ctrl-C."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import suppress

from tests.browser.gallery import gallery_up


def arguments(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.browser.gallery", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 takes any that is free (default: %(default)s)")
    parser.add_argument("--messages", type=int, default=0, help="so many in #long")
    parser.add_argument("--members", type=int, default=0, help="so many more people")
    return parser.parse_args(words)


async def serve(options: argparse.Namespace) -> None:
    """Until cancelled."""
    began = time.monotonic()
    async with gallery_up(messages=options.messages, members=options.members, port=options.port) as gallery:
        took = time.monotonic() - began
        sys.stdout.write(
            f"The gallery is open at {gallery.sandbox.page_url}\nIt took {took:.2f} s. Ctrl-C ends it.\n"
        )
        sys.stdout.flush()
        await gallery.sandbox.runs()


def main(words: Sequence[str] | None = None) -> None:
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with suppress(KeyboardInterrupt):
        asyncio.run(serve(arguments(sys.argv[1:] if words is None else words)))


if __name__ == "__main__":
    main()
