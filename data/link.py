"""What a connection must be able to do: SQLAlchemy's `AsyncConnection`, and ours that stays on the loop."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Protocol, TypeAlias, TypeVar, TypeVarTuple, overload

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.sql.selectable import TypedReturnsRows

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

Parameters: TypeAlias = Mapping[str, Any] | Sequence[Mapping[str, Any]]


class Link(Protocol):
    """A connection inside one transaction."""

    @property
    def dialect(self) -> Dialect: ...

    @property
    def invalidated(self) -> bool:
        """Whether the connection under it is gone, and the transaction with it."""

    @overload
    async def execute(
        self, statement: TypedReturnsRows[*Ts], parameters: Parameters | None = None
    ) -> sa.CursorResult[*Ts]: ...

    @overload
    async def execute(
        self, statement: sa.Executable, parameters: Parameters | None = None
    ) -> sa.CursorResult[*tuple[Any, ...]]: ...

    async def scalar(self, statement: sa.Executable, parameters: Mapping[str, Any] | None = None) -> Any: ...  # noqa: ANN401

    async def exec_driver_sql(self, statement: str) -> sa.CursorResult[Any]: ...

    async def run_sync(self, fn: Callable[[sa.Connection], T]) -> T:
        """Call it with SQLAlchemy's own connection: for libraries that ask for one."""

    def begin(self) -> Awaitable[object]: ...

    async def commit(self) -> None: ...

    async def rollback(self) -> None: ...

    async def close(self) -> None: ...

    async def invalidate(self) -> None: ...


class Engine(Protocol):
    """Where connections come from."""

    def connect(self) -> Awaitable[Link]: ...

    async def dispose(self) -> None: ...
