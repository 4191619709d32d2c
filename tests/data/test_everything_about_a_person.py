"""Whatever table there is: a copy holds all of a person and nobody else, and an erasure leaves nothing."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from data.discussions import COMMUNITY
from data.privacy import person_columns
from data.tables import communities, exchange, metadata, person_keys
from data.types import Sealed, SealedText, UserId, UtcDateTime
from domain.communities import Community

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HERE, ELSEWHERE = 5, 6
MEI, RUTH, TOMAS = 2**60 + 1, 2**60 + 2, 2**60 + 3
EVERY_TABLE = sorted({column.table.name for column in person_columns()})


def text_in(column):
    return f"what stands in {column.table.name}.{column.name}"


async def row_of(store, table, named, number, community_id=HERE):
    """A row in which each column that names a person holds whom `named` says."""
    row = {}
    for column in table.columns:
        match column.type:
            case UserId():
                row[column.name] = named[column.name]
            case SealedText():
                key = await store.keys.of(community_id, named.get("user_id", COMMUNITY))
                row[column.name] = key.seal(text_in(column), place=f"{table.name}.{column.name}")
            case UtcDateTime():
                row[column.name] = NOW
            case sa.JSON():
                row[column.name] = []
            case sa.Boolean():
                row[column.name] = False
            case sa.Text():
                row[column.name] = "gen-z" if column.name == "generation" else f"{column.name}-{number}"
            case _:
                row[column.name] = number
    return row | {"community_id": community_id}


async def fill(store):
    """Rows of Mei that name Ruth, of Ruth that name Mei, and of Ruth that name neither, in every table."""
    number = 1000
    for table in metadata.sorted_tables:
        named = [column.name for column in table.columns if isinstance(column.type, UserId)]
        if not named or table in (communities, person_keys):
            continue
        pairs = [(RUTH, TOMAS), *((MEI, RUTH), (RUTH, MEI))[: len(named)]]
        for first, second in pairs:
            people = dict.fromkeys(named, second) | {named[0]: first}
            number += 1
            await store.link.execute(table.insert(), await row_of(store, table, people, number))
        elsewhere = await row_of(store, table, dict.fromkeys(named, MEI), number + 5000, ELSEWHERE)
        await store.link.execute(table.insert(), elsewhere)
    for person in (MEI, RUTH, TOMAS):
        await store.keys.of(HERE, person)
    set_up = communities.update().where(communities.c.community_id == HERE).values(set_up_by=MEI)
    await store.link.execute(set_up)
    count = {"community_id": HERE, "month": "2026-11", "seat": "mentor", "kind": "answer", "count": 3}
    await store.link.execute(exchange.insert(), count)


@pytest.fixture
async def full(database):
    async with database.begin() as store:
        for community_id in (HERE, ELSEWHERE):
            await store.communities.add(Community(community_id, "en"))
        await fill(store)
    return database


async def everything(store):
    return {
        table.name: [tuple(row) for row in await store.link.execute(sa.select(table))]
        for table in metadata.sorted_tables
    }


def about(rows, person):
    return {name: [row for row in found if person in row] for name, found in rows.items()}


async def test_the_copy_holds_every_table_with_its_texts_opened(full):
    async with full.browse() as store:
        held = await store.privacy.held(HERE, MEI)
    assert sorted(held) == EVERY_TABLE
    for table in metadata.sorted_tables:
        for row in held.get(table.name, ()):
            for column in table.columns:
                if isinstance(column.type, SealedText):
                    assert row[column.name] == text_in(column)


async def test_the_copy_names_nobody_else(full):
    async with full.browse() as store:
        held = await store.privacy.held(HERE, MEI)
    text = json.dumps(held)
    assert str(MEI) in text
    assert str(RUTH) not in text
    assert str(TOMAS) not in text
    assert {row["user_id"] for row in held["shifts"]} == {str(MEI), "somebody else"}, "given and received"


async def test_erasing_leaves_nothing_of_the_person_and_all_of_the_others(full):
    async with full.read() as store:
        before = await everything(store)
    async with full.begin() as store:
        await store.privacy.erase(HERE, MEI, NOW)
        for trace in await store.traces.all(HERE, MEI, most=100):
            await store.traces.remove(trace)
        await store.privacy.erased(HERE, MEI)
    async with full.read() as store:
        after = await everything(store)
        assert await store.privacy.held(HERE, MEI) == {}
    here = {name: [row for row in rows if HERE in row] for name, rows in after.items()}
    assert {name: rows for name, rows in about(here, MEI).items() if rows} == {}
    for name, rows in before.items():
        assert [row for row in rows if MEI not in row and row not in after[name]] == [], name


async def test_what_the_person_has_in_another_community_stays(full):
    async with full.read() as store:
        before = await store.privacy.held(ELSEWHERE, MEI)
    async with full.begin() as store:
        await store.privacy.erase(HERE, MEI, NOW)
    async with full.read() as store:
        assert await store.privacy.held(ELSEWHERE, MEI) == before


async def test_the_counts_of_the_exchange_outlive_it_because_they_name_nobody(full):
    async with full.begin() as store:
        await store.privacy.erase(HERE, MEI, NOW)
    async with full.read() as store:
        assert (await store.link.execute(sa.select(exchange.c["count"]))).scalars().all() == [3]


async def test_the_control_a_sealed_text_is_none_of_the_plain_ones(full):
    """Were the texts not sealed to begin with, opening them would show nothing."""
    async with full.read() as store:
        rows = await everything(store)
    assert any(isinstance(value, Sealed) for found in rows.values() for row in found for value in row)


def test_the_docs_say_of_every_table_what_it_holds_about_a_person():
    words = Path("docs/privacy.md").read_text("utf-8")
    assert [name for name in EVERY_TABLE if f"`{name}`" not in words] == []
