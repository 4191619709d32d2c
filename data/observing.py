"""What a transaction did, for whoever looks on: which tables, and how. No value of any row is ever told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias, cast

import sqlalchemy as sa

from data.link import Link, Parameters


@dataclass(frozen=True, slots=True)
class Statement:
    """`kind`: INSERT, UPDATE, DELETE or SELECT; `rows`: how many it changed, None for a SELECT."""

    kind: str
    table: str
    rows: int | None


@dataclass(frozen=True, slots=True)
class Saved:
    """A transaction that was committed. `seconds`: from its beginning until it was known to be kept."""

    statements: tuple[Statement, ...]
    seconds: float


Observer: TypeAlias = Callable[[Saved], None]
"""Called after the commit; what it raises reaches whoever began the transaction."""


class ObservedLink:
    """A link that notes what is executed on it; in all else it is the link itself."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self.statements: list[Statement] = []

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the link has
        return getattr(self._link, name)

    async def execute(self, statement: sa.Executable, parameters: Parameters | None = None) -> Any:  # noqa: ANN401
        result = await self._link.execute(statement, parameters)
        self._note(statement, result)
        return result

    async def scalar(self, statement: sa.Executable, parameters: Any = None) -> Any:  # noqa: ANN401
        self._note(statement, None)
        return await self._link.scalar(statement, parameters)

    def _note(self, statement: sa.Executable, result: sa.CursorResult[Any] | None) -> None:
        if isinstance(statement, sa.UpdateBase):
            kind = "INSERT" if statement.is_insert else "UPDATE" if statement.is_update else "DELETE"
            rows = result.rowcount if result is not None and not result.returns_rows else None
            self.statements.append(Statement(kind, cast(sa.Table, statement.table).name, rows))
        elif isinstance(statement, sa.Select):
            tables = [each.name for each in statement.get_final_froms() if isinstance(each, sa.Table)]
            self.statements += [Statement("SELECT", table, None) for table in tables]
