"""A real PostgreSQL for the tests: the one in TEST_DATABASE_URL, or one started from the pgserver wheel."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import asyncpg  # type: ignore[import-untyped]  # it brings no types
import pytest
import sqlalchemy as sa

CLUSTER = ("-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
SPEED = (
    "listen_addresses=",
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "autovacuum=off",
    "jit=off",
    "shared_buffers=32MB",
)
"""Nothing in this server has to outlive it."""

UNTIL_WE_ARE_GONE = '"$@" & cat > /dev/null; kill -QUIT $!; wait; rm -rf "$0"'
"""The pipe to `cat` closes when the tests end, however they end."""


class Server:
    """Questions from outside any test's event loop, and therefore on a loop of its own."""

    def __init__(self, url: str) -> None:
        self.url = sa.make_url(url).set(drivername="postgresql+asyncpg")
        self._loop = asyncio.new_event_loop()
        self._connections: dict[str, asyncpg.Connection] = {}

    def create(self, name: str) -> str:
        """An empty database; its URL."""
        self.run(f'CREATE DATABASE "{name}"')
        return self.url.set(database=name).render_as_string(hide_password=False)

    def drop(self, name: str) -> None:
        if name in self._connections:
            self._loop.run_until_complete(self._connections.pop(name).close())
        self.run(f'DROP DATABASE "{name}" WITH (FORCE)')

    def run(self, statement: str, database: str | None = None) -> None:
        self._loop.run_until_complete(self._run(statement, database or self.url.database or "postgres"))

    def close(self) -> None:
        for connection in self._connections.values():
            self._loop.run_until_complete(connection.close())
        self._loop.close()

    async def _run(self, statement: str, database: str) -> None:
        if database not in self._connections:
            url = self.url.set(drivername="postgresql", database=database)
            self._connections[database] = await asyncpg.connect(url.render_as_string(hide_password=False))
        await self._connections[database].execute(statement)


@contextmanager
def running() -> Iterator[Server]:
    """The server, ready. Skips the test where there is none to be had."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        server = Server(given)
        yield server
        server.close()
        return
    with _started() as url:
        server = Server(url)
        yield server
        server.close()


@contextmanager
def _started() -> Iterator[str]:
    pgserver = pytest.importorskip("pgserver", reason="no TEST_DATABASE_URL, no pgserver")
    if sys.platform == "win32":
        pytest.skip("no TEST_DATABASE_URL, and our own server needs Unix sockets")
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    package, user = Path(pgserver.__file__).parent, None
    if os.geteuid() == 0:
        package, user = _lent_to_nobody(package, folder), "nobody"
    programs = package / "pginstall" / "bin"
    data = str(folder / "data")
    subprocess.run([programs / "initdb", "-D", data, *CLUSTER], check=True, capture_output=True, user=user)  # noqa: S603
    settings = [word for setting in SPEED for word in ("-c", setting)]
    command = [str(programs / "postgres"), "-D", data, "-k", str(folder), *settings]
    keeper = subprocess.Popen(  # noqa: S603
        ["/bin/sh", "-c", UNTIL_WE_ARE_GONE, str(folder), *command],
        stdin=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        user=user,
    )
    with keeper:
        _wait_until_ready(folder / "data" / "postmaster.pid")
        yield f"postgresql+asyncpg://postgres@/postgres?host={folder}"


def _lent_to_nobody(package: Path, folder: Path) -> Path:
    """PostgreSQL refuses to run as root, and others may not be able to read root's packages: so, a copy."""
    for part in (package, package.with_name("pgserver.libs")):
        shutil.copytree(part, folder / part.name, ignore=shutil.ignore_patterns("include", "__pycache__"))
    for path in (folder, *folder.rglob("*")):
        shutil.chown(path, "nobody")
    return folder / package.name


def _wait_until_ready(status: Path) -> None:
    deadline = time.monotonic() + 20
    while not (status.exists() and "ready" in status.read_text()):
        if time.monotonic() > deadline:
            raise TimeoutError("PostgreSQL did not start within 20 s")
        time.sleep(0.005)
