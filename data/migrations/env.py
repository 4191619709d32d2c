"""What Alembic runs: the connection comes from whoever called it."""

from __future__ import annotations

from typing import Literal

import sqlalchemy as sa
from alembic import context

from data.tables import metadata


def plain_type(kind: str, item: object, _: object) -> str | Literal[False]:
    """Write down what a column is at rest, so that old steps do not change with today's code."""
    if kind == "type" and isinstance(item, sa.types.TypeDecorator):
        return f"sa.{item.impl_instance!r}"
    return False


context.configure(
    connection=context.config.attributes["link"],
    target_metadata=metadata,
    render_as_batch=True,
    render_item=plain_type,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
