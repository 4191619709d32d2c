"""The sandbox's own tests use its own plug-in, and a bare client on a small guild."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from sandbox import Sandbox, World
from sandbox.guild import Guild
from sandbox.openapi import check_all
from sandbox.people.person import Person
from sandbox.testing import sandbox, world
from tests.sandbox.clients import Bare, logged_in

__all__ = ["sandbox", "world"]


@pytest.fixture
def guild(world: World) -> Guild:
    """Bridge, which Nora owns and the bot is in."""
    return world.create_guild("Bridge", owner="Nora")


@pytest.fixture
async def client(sandbox: Sandbox, guild: Guild) -> AsyncIterator[Bare]:
    """Logged in; afterwards everything said over REST must be as Discord's own document has it."""
    async with logged_in(sandbox) as client:
        yield client
    assert check_all(sandbox.requests) == []


@pytest.fixture
def bridge(client: Bare):
    """The guild as the client sees it."""
    return client.guilds[0]


@pytest.fixture
def lobby(bridge):
    return bridge.text_channels[0]


@pytest.fixture
def lounge(bridge):
    """The voice channel every guild begins with."""
    return bridge.voice_channels[0]


@pytest.fixture
def nora(world: World, guild: Guild, client: Bare) -> Person:
    """The owner."""
    return world.person("Nora")


@pytest.fixture
async def mei(world: World, guild: Guild, client: Bare) -> Person:
    """A member with no permissions but everybody's."""
    return await world.join("Mei", guild)
