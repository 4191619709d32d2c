"""Blocks that are saved together: each is kept or undone alone, and nobody is told of it too early."""

import asyncio
import random

import pytest
import sqlalchemy as sa

from data import database as module
from data import groups
from data.database import Database
from data.errors import DatabaseClosed, NotSaved
from data.tables import communities
from tests.databases import MASTER_KEY


class Refused(Exception):
    """Stands in for a rule that says no."""


@pytest.fixture
def patient(monkeypatch):
    """Groups stay open for as long as somebody waits, however slow the machine is."""
    monkeypatch.setattr(groups, "LONGEST", 60)


@pytest.fixture
def commits(database):
    """One entry for each time that something was saved."""
    seen = []
    sa.event.listen(database._writer.sync_engine, "commit", lambda _: seen.append(True))
    return seen


async def write(database, number, then=None):
    async with database.begin() as store:
        await store.link.execute(communities.insert().values(community_id=number, language="en"))
        await asyncio.sleep(0)  # so that those behind it begin to wait
        if then is not None:
            raise then


async def together(*blocks):
    return await asyncio.gather(*blocks, return_exceptions=True)


async def kept(database):
    async with database.read() as store:
        return set((await store.link.execute(sa.select(communities.c.community_id))).scalars())


async def test_many_blocks_at_once_are_saved_at_once(database, commits, patient):
    await together(*(write(database, number) for number in range(50)))
    assert await kept(database) == set(range(50))
    assert len(commits) <= 2


async def test_a_block_that_comes_alone_is_saved_alone(database, commits):
    for number in range(3):
        await write(database, number)
        assert await kept(database) == set(range(number + 1))
    assert len(commits) == 3


async def test_a_group_takes_in_only_so_many(database, commits, patient, monkeypatch):
    monkeypatch.setattr(groups, "MOST", 4)
    await together(*(write(database, number) for number in range(20)))
    assert await kept(database) == set(range(20))
    assert len(commits) >= 5


async def test_a_group_does_not_keep_its_first_block_waiting_for_long(database, commits, monkeypatch):
    monkeypatch.setattr(groups, "LONGEST", 0)
    await together(*(write(database, number) for number in range(5)))
    assert len(commits) == 5


@pytest.mark.parametrize("which", [0, 1, 2])
async def test_a_refused_block_is_undone_alone(database, patient, which):
    outcomes = await together(
        *(write(database, number, Refused() if number == which else None) for number in range(3))
    )
    assert [type(outcome) for outcome in outcomes] == [
        Refused if number == which else type(None) for number in range(3)
    ]
    assert await kept(database) == {0, 1, 2} - {which}


async def test_a_statement_that_is_refused_undoes_its_block_alone(database, patient):
    outcomes = await together(write(database, 1), write(database, 1), write(database, 2))
    assert [type(outcome) for outcome in outcomes] == [type(None), sa.exc.IntegrityError, type(None)]
    assert await kept(database) == {1, 2}


async def test_who_was_refused_hears_it_when_what_it_saw_is_saved(database, patient):
    async def refused():
        with pytest.raises(Refused):
            await write(database, 2, Refused())
        return await kept(database)

    _, seen, _ = await together(write(database, 1), refused(), write(database, 3))
    assert seen == {1, 3}


async def test_a_cancelled_block_does_not_take_its_neighbours_along(database, patient):
    begun = asyncio.Event()

    async def endless():
        async with database.begin() as store:
            await store.link.execute(communities.insert().values(community_id=2, language="en"))
            begun.set()
            await asyncio.Event().wait()

    tasks = [asyncio.create_task(work) for work in (write(database, 1), endless(), write(database, 3))]
    await begun.wait()
    assert not tasks[0].done()
    tasks[1].cancel()
    assert [type(outcome) for outcome in await together(*tasks)] == [
        type(None),
        asyncio.CancelledError,
        type(None),
    ]
    assert await kept(database) == {1, 3}


async def test_whoever_is_cancelled_in_a_crowd_is_kept_whole_or_not_at_all(database):
    chance = random.Random(5)  # noqa: S311

    async def both_halves(number):
        async with database.begin() as store:
            for half in (number, -number):
                await store.link.execute(communities.insert().values(community_id=half, language="en"))
                await asyncio.sleep(0)

    for wave in range(8):
        numbers = range(wave * 100 + 1, wave * 100 + 16)
        tasks = {number: asyncio.create_task(both_halves(number)) for number in numbers}
        for number in chance.sample(numbers, 8):
            for _ in range(chance.randrange(12)):
                await asyncio.sleep(0)
            tasks[number].cancel()
        outcomes = await together(*tasks.values())
        rows = await kept(database)
        for number, outcome in zip(numbers, outcomes, strict=True):
            assert (number in rows) == (-number in rows)
            assert number in rows or isinstance(outcome, asyncio.CancelledError | NotSaved)
    await both_halves(9999)
    assert {9999, -9999} <= await kept(database)


async def test_those_who_wait_beside_a_block_without_an_end_are_told_of_the_end(
    database, database_url, patient, monkeypatch
):
    monkeypatch.setattr(module, "CLOSE_SECONDS", 0.05)

    begun = asyncio.Event()

    async def endless():
        async with database.begin():
            begun.set()
            await asyncio.Event().wait()

    waiting, stuck = asyncio.create_task(write(database, 1)), asyncio.create_task(endless())
    await begun.wait()
    await database.close()
    with pytest.raises(DatabaseClosed):
        await waiting
    again = await Database.open(database_url, MASTER_KEY)
    assert await kept(again) == set()
    await again.close()
    stuck.cancel()
    await together(stuck)
