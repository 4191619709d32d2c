"""Long lists, a page at a time, so that the loop is never held up for as long as a list is."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import sqlalchemy as sa

from data.link import Link
from domain.mine import Turn

ROWS = 250
"""A page; turning so many rows into values takes a few milliseconds."""


async def pages(
    link: Link, query: sa.Select[*tuple[Any, ...]], key: sa.Column[Any]
) -> AsyncIterator[list[sa.Row[*tuple[Any, ...]]]]:
    """The rows in order of `key`, which is different in every row and stands in the result by its name."""
    one_page = query.order_by(key).limit(ROWS)
    page = one_page
    while rows := list((await link.execute(page)).all()):
        yield rows
        if len(rows) < ROWS:
            return
        page = one_page.where(key > rows[-1]._mapping[key.name])


async def turned(
    link: Link, query: sa.Select[*tuple[Any, ...]], key: sa.ColumnElement[Any], turn: Turn, most: int
) -> tuple[list[sa.Row[*tuple[Any, ...]]], bool]:
    """One page for somebody to read, highest `key` first, and whether there is more in that direction."""
    if turn.than:
        query = query.where(key > turn.than if turn.later else key < turn.than)
    ordered = query.order_by(key.asc() if turn.later else key.desc())
    found = list((await link.execute(ordered.limit(most + 1))).all())
    rows, more = found[:most], len(found) > most
    return (rows[::-1] if turn.later else rows), more
