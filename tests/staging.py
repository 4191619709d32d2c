"""The whole product on a stage: sandbox, real bot, real database."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from data.database import Database
from sandbox import World
from sandbox.openapi import check_all
from tour import community
from tour.community import Bridge
from tour.stage import Stage, on_stage


@pytest.fixture
def bridge() -> Bridge:
    """A server with a steward and the bot, which nobody has set up."""
    return community.found(World())


@pytest.fixture
async def stage(database: Database, bridge: Bridge) -> AsyncIterator[Stage]:
    """The bot logged in there, on each kind of database in turn.

    Whatever it asked of Discord, and was answered, must be as Discord's published document says.
    """
    async with on_stage(database, bridge.world) as stage:
        yield stage
    assert check_all(stage.sandbox.requests) == []


@pytest.fixture
async def open_bridge(stage: Stage, bridge: Bridge) -> Bridge:  # noqa: ARG001 - the bot must be there
    """The same server, set up."""
    await bridge.is_set_up()
    return bridge
