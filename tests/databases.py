"""Fresh databases of both kinds, each in a few milliseconds."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from data.database import Database
from data.keys import MasterKey
from data.tables import metadata
from tests import postgres

MASTER_KEY = MasterKey(bytes(range(32)))

ALONE = """
SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
EMPTIED = ";".join([ALONE, *(str(table.delete()) for table in reversed(metadata.sorted_tables))])
"""A hundred times quicker than a new database from a template."""


@pytest.fixture
def master_key() -> MasterKey:
    return MASTER_KEY


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file that nobody writes to."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    asyncio.run(_migrated(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Server]:
    with postgres.running() as server:
        yield server


@pytest.fixture(scope="session")
def postgresql_database(postgres_server: postgres.Server) -> Iterator[tuple[str, str]]:
    """The name and the URL of a migrated database that one test after the other may fill."""
    name = f"circles_test_{uuid4().hex}"
    url = postgres_server.create(name)
    asyncio.run(_migrated(url))
    yield name, url
    postgres_server.drop(name)


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    path = tmp_path / "circles.db"
    shutil.copyfile(sqlite_template, path)
    return f"sqlite+aiosqlite:///{path}"


@pytest.fixture
def postgresql_url(postgres_server: postgres.Server, postgresql_database: tuple[str, str]) -> str:
    name, url = postgresql_database
    postgres_server.run(EMPTIED, name)
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """A migrated, empty database of each kind in turn."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = await Database.open(database_url, MASTER_KEY)
    yield opened
    await opened.close()


async def _migrated(url: str) -> None:
    await (await Database.open(url, MASTER_KEY)).close()
