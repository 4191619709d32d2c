"""A list of everybody is read beside the clicks, and never holds them up."""

import asyncio
import gc
import time
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from actions import upkeep
from actions.deps import Deps
from data import pages
from data.tables import communities, generations, participants

SERVER = 70
PEOPLE = 20_000
MOST = 0.05
"""Seconds that the loop may be held up."""

MANY = """
INSERT INTO participants
    (community_id, user_id, seat, generation, standing, joined_at, changed_at, adult_at, agreement, agreed_at)
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :people)
SELECT :server, i, 'mentor', 'gen-z', 'taking-part', :at, :at, :at, 1, :at FROM n
"""


@pytest.fixture
async def crowd(database):
    """A database with a large community in it."""
    async with database.begin() as store:
        await store.link.execute(communities.insert().values(community_id=SERVER, language="en"))
        band = {"community_id": SERVER, "key": "gen-z", "rank": 0, "first_year": 1997, "last_year": 2012}
        await store.link.execute(generations.insert().values(band))
        moment = sa.bindparam("at", datetime(2026, 5, 1, tzinfo=UTC), type_=participants.c.joined_at.type)
        server = sa.bindparam("server", SERVER, type_=communities.c.community_id.type)
        await store.link.execute(sa.text(MANY).bindparams(moment, server), {"people": PEOPLE})
    gc.collect()
    gc.freeze()  # as the service does: what every start loads is not looked through again and again
    yield database
    gc.unfreeze()


@asynccontextmanager
async def held_up():
    """The longest that the loop worked without a pause. CPU time, so that a busy machine changes little."""
    stalls = [0.0]

    async def probe():
        while True:
            before = time.thread_time()
            await asyncio.sleep(0)
            stalls.append(time.thread_time() - before)

    task = asyncio.create_task(probe())
    await asyncio.sleep(0)
    try:
        yield stalls
    finally:
        await asyncio.sleep(0)
        task.cancel()


async def test_row_47_a_list_of_everybody_does_not_hold_up_the_loop(crowd):
    async with held_up() as stalls:
        wanted = await upkeep.everyone_wanted(Deps(crowd), SERVER)
    assert len(wanted) == PEOPLE
    assert max(stalls) < MOST


async def test_the_probe_sees_a_list_that_is_read_at_once(crowd, monkeypatch):
    monkeypatch.setattr(pages, "ROWS", PEOPLE * 2)
    async with held_up() as stalls:
        assert len(await upkeep.everyone_wanted(Deps(crowd), SERVER)) == PEOPLE
    assert max(stalls) > MOST


@pytest.mark.parametrize("people", [0, 1, 4, 5, 6, 10, 11])
async def test_pages_hold_every_row_once_whatever_their_number(database, monkeypatch, people):
    monkeypatch.setattr(pages, "ROWS", 5)
    async with database.begin() as store:
        for number in range(people):
            await store.link.execute(communities.insert().values(community_id=number, language="en"))
    async with database.browse() as store:
        found = [
            row.community_id
            async for page in pages.pages(store.link, sa.select(communities), communities.c.community_id)
            for row in page
        ]
    assert found == list(range(people))
