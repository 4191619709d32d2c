"""A bot as its operator has it: a sandbox with one server, and settings of its own."""

import pytest

from data.keys import MasterKey
from sandbox import Sandbox, World
from settings import Settings
from tour import community


@pytest.fixture
async def sandbox():
    async with Sandbox(World()) as sandbox:
        yield sandbox


@pytest.fixture
def nora(sandbox):
    """The steward of a server that has just invited the bot."""
    return community.found(sandbox.world).nora


@pytest.fixture
def settings(sandbox, tmp_path):
    key = tmp_path / "circles.key"
    MasterKey.from_file(key)
    own = f"sqlite:///{tmp_path / 'own.db'}"
    return Settings(
        sandbox_url=sandbox.page_url,
        database_url=own,
        master_key_file=key,
        health_port=0,
        calendar_port=0,
    )
