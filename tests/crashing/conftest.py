"""Databases of which an operation takes a fresh one for every misfortune."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from data.database import Database
from tests import postgres
from tests.crashing.copies import Databases, Files, OneDatabase
from tests.crashing.doomed import MASTER_KEY


@pytest.fixture(scope="session")
def own_database(postgres_server: postgres.Server) -> Iterator[str]:
    """The URL of one from which whoever is connected may be thrown out."""
    name = f"circles_crashing_{uuid4().hex}"
    url = postgres_server.create(name)
    asyncio.run(_migrated(url))
    yield url
    postgres_server.drop(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def databases(request: pytest.FixtureRequest, tmp_path: Path) -> Databases:
    if request.param == "sqlite":
        return Files(request.getfixturevalue("sqlite_template"), tmp_path)
    return OneDatabase(request.getfixturevalue("own_database"))


async def _migrated(url: str) -> None:
    await (await Database.open(url, MASTER_KEY)).close()
