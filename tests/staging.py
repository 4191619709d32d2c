"""The whole product on a stage: sandbox, real bot, real database."""

from __future__ import annotations

import asyncio
import copy
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from data.database import Database
from data.tables import communities, discord_objects, generations
from sandbox import World
from sandbox.openapi import check_all
from tests.databases import MASTER_KEY
from tour import community
from tour.community import Bridge
from tour.stage import Stage, on_stage


@dataclass(frozen=True)
class SetUp:
    """A community after /setup, as it stands on Discord and in the database: to be copied, not to be used."""

    bridge: Bridge
    rows: dict[str, list[dict[str, Any]]]


TABLES = (communities, generations, discord_objects)


@pytest.fixture(scope="session")
def set_up_once(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> SetUp:
    """The steward's part, played once: most stories begin after it."""
    file = tmp_path_factory.mktemp("set-up") / "circles.db"
    file.write_bytes(sqlite_template.read_bytes())
    return asyncio.run(_set_up(f"sqlite+aiosqlite:///{file}"))


@pytest.fixture
def bridge(request: pytest.FixtureRequest) -> Bridge:
    """A server with a steward and the bot; set up if the test asks for `open_bridge`."""
    if "open_bridge" in request.fixturenames:
        return another(request.getfixturevalue("set_up_once"))
    return community.found(World())


@pytest.fixture
async def stage(request: pytest.FixtureRequest, database: Database, bridge: Bridge) -> AsyncIterator[Stage]:
    """The bot logged in there, on each kind of database in turn.

    Whatever it asked of Discord, and was answered, must be as Discord's published document says.
    """
    if "open_bridge" in request.fixturenames:
        await fill(database, request.getfixturevalue("set_up_once").rows)
    async with on_stage(database, bridge.world, bridge.world.clock.now) as stage:
        yield stage
    assert check_all(stage.sandbox.requests) == []


@pytest.fixture
async def open_bridge(stage: Stage, bridge: Bridge) -> Bridge:
    """The server, set up."""
    return bridge


async def _set_up(url: str) -> SetUp:
    database = await Database.open(url, MASTER_KEY)
    bridge = community.found(World())
    try:
        async with on_stage(database, bridge.world):
            await bridge.is_set_up()
        async with database.read() as store:
            rows = {table.name: (await store.link.execute(table.select())).mappings() for table in TABLES}
            return SetUp(bridge, {name: [dict(row) for row in found] for name, found in rows.items()})
    finally:
        await database.close()


def another(once: SetUp) -> Bridge:
    """A server like it, to be used."""
    return copy.deepcopy(once.bridge)


async def fill(database: Database, rows: dict[str, list[dict[str, Any]]]) -> None:
    """What the database says about it."""
    async with database.begin() as store:
        for table in TABLES:
            await store.link.execute(table.insert(), rows[table.name])
