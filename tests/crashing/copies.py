"""A community as it was before the story, on Discord and in a database: again and again, in milliseconds."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import NullPool

from data.database import Database
from sandbox import World
from tests.cogs.upkeep.watching import comes_to_rest
from tests.crashing.doomed import MASTER_KEY
from tests.crashing.facts import TABLES
from tour import community
from tour.community import Bridge
from tour.stage import on_stage

Prepare = Callable[[Bridge], Awaitable[object]]
Rows = dict[str, list[dict[str, Any]]]


class Databases(Protocol):
    """Databases of one kind."""

    kind: str

    async def fresh(self, rows: Rows) -> str:
        """The URL of one that holds these rows and nothing else, and that nobody has open."""
        ...


@dataclass
class Files:
    """SQLite: copies of a migrated file."""

    template: Path
    folder: Path
    kind: str = "sqlite"

    async def fresh(self, rows: Rows) -> str:
        for old in self.folder.glob("circles.db*"):
            old.unlink()
        file = self.folder / "circles.db"
        shutil.copyfile(self.template, file)
        await _fill(f"sqlite+aiosqlite:///{file}", [], rows)
        return f"sqlite+aiosqlite:///{file}"


@dataclass
class OneDatabase:
    """PostgreSQL: a migrated database, emptied and filled anew. Whoever is still connected is thrown out."""

    url: str
    kind: str = "postgresql"

    async def fresh(self, rows: Rows) -> str:
        await _fill(self.url, [ALONE, *(table.delete() for table in reversed(TABLES))], rows)
        return self.url


ALONE = sa.text(
    "SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


async def _fill(url: str, first: list[sa.Executable], rows: Rows) -> None:
    engine = create_async_engine(url, poolclass=NullPool)
    async with engine.begin() as link:
        for statement in first:
            await link.execute(statement)
        for table in TABLES:
            if rows.get(table.name):
                await link.execute(table.insert(), rows[table.name])
        if engine.dialect.name == "postgresql":
            for table in TABLES:
                await _count_on(link, table)
    await engine.dispose()


async def _count_on(link: AsyncConnection, table: sa.Table) -> None:
    """New rows get numbers above those that were put in with theirs."""
    column = table.autoincrement_column
    if column is not None:
        most = sa.select(sa.func.coalesce(sa.func.max(column), 0) + 1).scalar_subquery()
        sequence = sa.func.pg_get_serial_sequence(table.name, column.name)
        await link.execute(sa.select(sa.func.setval(sequence, most, False)))


@dataclass(frozen=True)
class Prepared:
    """The community before the story: to be copied, not to be used."""

    bridge: Bridge
    rows: Rows

    def copy(self) -> Bridge:
        return copy.deepcopy(self.bridge)


_prepared: dict[Prepare, Prepared] = {}


async def prepare(play: Prepare, databases: Databases) -> Prepared:
    """What is left by what comes before the story. It is played once, undisturbed."""
    if play not in _prepared:
        _prepared[play] = await _prepare(play, databases)
    return _prepared[play]


async def _prepare(play: Prepare, databases: Databases) -> Prepared:
    bridge = community.found(World())
    database = await Database.open(await databases.fresh({}), MASTER_KEY)
    try:
        async with on_stage(database, bridge.world) as stage:
            await play(bridge)
            await comes_to_rest(stage)
        async with database.read() as store:
            found = {t.name: (await store.link.execute(t.select())).mappings() for t in TABLES}
            return Prepared(bridge, {name: [dict(row) for row in rows] for name, rows in found.items()})
    finally:
        await database.close()
