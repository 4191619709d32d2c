"""`make soak`: every operation killed at every step, on both databases, and a community that lives on.

SOAK_MINUTES says for how long (10), SOAK_SEED repeats an earlier run. The last line is one JSON object; the
exit code is 1 when anything was lost, doubled, phantom or adrift.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import secrets
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import structlog

from data.database import Database
from tests import postgres
from tests.crashing.copies import Databases, Files, OneDatabase
from tests.crashing.doomed import MASTER_KEY
from tests.crashing.soak import Soak

NAME = "circles_soak"
WORKERS = 3
"""Plays beside each other: most of a play is waiting."""


def main() -> int:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    minutes = float(os.environ.get("SOAK_MINUTES", "10"))
    seed = int(os.environ.get("SOAK_SEED") or secrets.randbelow(1_000_000))
    print(f"{minutes:g} minutes, SOAK_SEED={seed}", flush=True)
    with _databases() as workers:
        chance = random.Random(seed)  # noqa: S311 - it chooses tests
        soak = Soak(workers, chance, until=time.monotonic() + minutes * 60)
        asyncio.run(soak.run())
    print(json.dumps({"seed": seed, "minutes": minutes, **soak.counts()}))
    return 1 if soak.failed else 0


@contextmanager
def _databases() -> Iterator[list[list[Databases]]]:
    """One of each kind for each that plays beside the others."""
    with tempfile.TemporaryDirectory() as folder, postgres.running() as server:
        template = Path(folder, "template.db")
        asyncio.run(_migrate(f"sqlite+aiosqlite:///{template}"))
        workers: list[list[Databases]] = []
        for number in range(WORKERS):
            url = server.create(f"{NAME}_{number}")
            asyncio.run(_migrate(url))
            own = Path(folder, str(number))
            own.mkdir()
            workers.append([Files(template, own), OneDatabase(url)])
        yield workers
        for number in range(WORKERS):
            server.drop(f"{NAME}_{number}")


async def _migrate(url: str) -> None:
    await (await Database.open(url, MASTER_KEY)).close()


if __name__ == "__main__":
    sys.exit(main())
