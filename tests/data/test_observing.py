"""Whoever looks on at the database learns what every kept transaction did to which tables, never a value."""

import sqlalchemy as sa

from data.link import Link
from data.observing import ObservedLink, Saved, Statement
from data.tables import communities


async def add(database, number, then=None):
    async with database.begin() as store:
        await store.link.execute(communities.insert().values(community_id=number, language="en"))
        await store.link.execute(sa.select(communities.c.language))
        if then is not None:
            raise then


async def test_what_is_kept_is_told_without_its_values(database):
    told: list[Saved] = []
    database.observe(told.append)
    await add(database, 4711)
    async with database.begin() as store:
        await store.link.execute(communities.update().values(language="es"))
        await store.link.execute(communities.delete())
    first, second = told
    inserted, looked = first.statements
    assert (inserted.kind, inserted.table) == ("INSERT", "communities")
    assert looked == Statement("SELECT", "communities", None)
    assert [(each.kind, each.rows) for each in second.statements] == [("UPDATE", 1), ("DELETE", 1)]
    assert 0 < first.seconds < 10
    assert "4711" not in repr(told)


async def test_what_is_undone_is_not_told(database):
    told: list[Saved] = []
    database.observe(told.append)
    try:
        await add(database, 1, ZeroDivisionError())
    except ZeroDivisionError:
        await add(database, 2)
    assert len(told) == 1


async def test_while_nobody_looks_on_nothing_stands_between(database):
    async with database.begin() as store:
        plain: Link = store.link
    assert not isinstance(plain, ObservedLink)
    database.observe(lambda _: None)
    async with database.begin() as store:
        assert isinstance(store.link, ObservedLink)
    database.observe(None)
    async with database.begin() as store:
        assert type(store.link) is type(plain)
