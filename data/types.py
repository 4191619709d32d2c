"""Column types and statements that hide what differs between SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Dialect

from data.link import Link


class UtcDateTime(sa.types.TypeDecorator[datetime]):
    """An aware moment, in UTC at rest. SQLite forgets the zone, so it is put back on the way out."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Snowflake(sa.types.TypeDecorator[int]):
    """One of Discord's ids: 64 bits, of which the first stays 0 for our lifetimes."""

    impl = sa.BigInteger
    cache_ok = True


RowId = sa.BigInteger().with_variant(sa.Integer, "sqlite")
"""The number of a row, given by the database. SQLite numbers only what it calls INTEGER."""


class UserId(Snowflake):
    """The id of a person. Every column that names one has this type, and so the privacy test finds it."""

    cache_ok = True


@dataclass(frozen=True, slots=True)
class Sealed:
    """Text that only its person's key can open; see `data.keys`."""

    ciphertext: bytes


class SealedText(sa.types.TypeDecorator[Sealed]):
    """Free text at rest. It takes and gives `Sealed` only, so plain text cannot reach the disk by mistake."""

    impl = sa.LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Sealed | None, _: Dialect) -> bytes | None:
        if value is None:
            return None
        if not isinstance(value, Sealed):
            raise TypeError(f"a sealed column takes Sealed, not {type(value).__name__}")
        return value.ciphertext

    def process_result_value(self, value: bytes | None, _: Dialect) -> Sealed | None:
        return None if value is None else Sealed(value)


def where(condition: sa.ColumnElement[bool]) -> dict[str, Any]:
    """For an index over the rows of which this is true."""
    return {"sqlite_where": condition, "postgresql_where": condition}


def upsert(link: Link, table: sa.Table, row: Mapping[str, object], keys: Sequence[str]) -> sa.Executable:
    """INSERT the row, or update the one that has the same `keys`."""
    return _upserting(link.dialect.name, table, tuple(row), tuple(keys)).values(dict(row))


async def save_row(link: Link, table: sa.Table, row: Mapping[str, object], keys: Sequence[str]) -> None:
    """The same, carried out: the statement is kept, and only the values are new."""
    await link.execute(_upserting(link.dialect.name, table, tuple(row), tuple(keys)), row)


def add_missing(link: Link, table: sa.Table, row: Mapping[str, object]) -> sa.Executable:
    """INSERT the row, unless one with its key is there already."""
    return inserting(link.dialect.name, table).values(dict(row)).on_conflict_do_nothing()


@cache
def _upserting(
    dialect: str, table: sa.Table, names: tuple[str, ...], keys: tuple[str, ...]
) -> sqlite.Insert | postgresql.Insert:
    """Kept, because SQLAlchemy needs longer to put it together than the database to carry it out."""
    insert = inserting(dialect, table)
    fresh = {name: insert.excluded[name] for name in names if name not in keys}
    return insert.on_conflict_do_update(index_elements=list(keys), set_=fresh)


def inserting(dialect: str, table: sa.Table) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that may say what to do about a conflict."""
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)
