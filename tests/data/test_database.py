"""One database, two kinds, the same promises."""

import asyncio
import time

import pytest
import sqlalchemy as sa

from data import database as module
from data import on_loop, postgresql, sqlite, turns
from data.database import Database
from data.errors import BadAddress, Busy, DatabaseClosed, DatabaseInUse, DatabaseProblem
from data.tables import communities
from tests.databases import MASTER_KEY

ENDLESS = "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT count(*) FROM t"


async def add(store, community_id):
    await store.link.execute(communities.insert().values(community_id=community_id, language="en"))


async def kept(database):
    async with database.read() as store:
        return set((await store.link.execute(sa.select(communities.c.community_id))).scalars())


async def test_what_a_block_writes_is_kept_at_its_end(database):
    async with database.begin() as store:
        await add(store, 1)
        assert await kept(database) == set()
    assert await kept(database) == {1}


async def test_an_exception_undoes_the_whole_block(database):
    async def write():
        async with database.begin() as store:
            await add(store, 1)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await write()
    assert await kept(database) == set()


async def test_a_refused_statement_undoes_the_whole_block(database):
    async def write():
        async with database.begin() as store:
            await add(store, 1)
            await add(store, 1)

    with pytest.raises(sa.exc.IntegrityError):
        await write()
    assert await kept(database) == set()


async def test_an_error_says_nothing_of_what_was_to_be_saved(database):
    row = {"community_id": 1, "language": "secret"}
    with pytest.raises(sa.exc.IntegrityError) as refused:
        async with database.begin() as store:
            await store.link.execute(communities.insert().values([row, row]))
    assert "secret" not in str(refused.value)


async def test_a_cancelled_block_is_undone_and_the_next_one_works(database):
    writing = asyncio.Event()

    async def write():
        async with database.begin() as store:
            await add(store, 1)
            writing.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(write())
    await writing.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with database.begin() as store:
        await add(store, 2)
    assert await kept(database) == {2}


async def test_a_block_cancelled_inside_a_statement_is_undone(database, monkeypatch):
    monkeypatch.setattr(on_loop, "STATEMENT_SECONDS", 0.02)

    async def write():
        async with database.begin() as store:
            await add(store, 1)
            await store.link.execute(sa.text(ENDLESS))

    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.02):
            await write()
    async with database.begin() as store:
        await add(store, 2)
    assert await kept(database) == {2}


async def test_a_cancellation_during_the_commit_waits_for_it(database):
    async def write():
        async with database.begin() as store:
            await add(store, 1)

    task = asyncio.create_task(write())
    sa.event.listen(database._writer.sync_engine, "commit", lambda _: task.cancel(), once=True)
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await kept(database) == {1}


async def test_a_block_cancelled_at_any_moment_is_kept_whole_or_not_at_all(database):
    async def write(number):
        async with database.begin() as store:
            await add(store, number)
            await add(store, -number)

    outcomes = set()
    for number in range(1, 50, 4):
        task = asyncio.create_task(write(number))
        for _ in range(number):
            await asyncio.sleep(0.0001)
        task.cancel()
        outcomes.add(type((await asyncio.gather(task, return_exceptions=True))[0]))
        rows = await kept(database)
        assert (number in rows) == (-number in rows)
    assert outcomes <= {asyncio.CancelledError, type(None)}
    await write(1000)
    assert 1000 in await kept(database)


async def test_writes_run_one_after_the_other_in_the_order_they_asked(database):
    order = []

    async def write(number):
        async with database.begin() as store:
            seen = await store.link.scalar(sa.select(sa.func.count()).select_from(communities))
            await asyncio.sleep(0)
            await add(store, number)
            order.append((number, seen))

    await asyncio.gather(*(write(number) for number in range(20)))
    assert order == [(number, number) for number in range(20)]


async def test_reads_go_on_while_somebody_writes(database):
    async with database.begin() as store:
        await add(store, 1)
        async with asyncio.timeout(1):
            assert await kept(database) == set()


async def test_a_read_sees_one_moment(database):
    async with database.read() as reader:
        first = (await reader.link.execute(sa.select(communities))).all()
        async with database.begin() as store:
            await add(store, 1)
        assert (await reader.link.execute(sa.select(communities))).all() == first == []
    assert await kept(database) == {1}


@pytest.mark.parametrize("reading", ["read", "browse"])
async def test_nothing_can_be_written_through_a_read(database, reading):
    with pytest.raises((DatabaseProblem, sa.exc.DBAPIError)):
        async with getattr(database, reading)() as store:
            await add(store, 1)
    assert await kept(database) == set()


async def test_a_write_that_waits_too_long_for_its_turn_is_told_so(database, monkeypatch):
    monkeypatch.setattr(turns, "TURN_SECONDS", 0.02)
    async with database.begin():
        with pytest.raises(Busy):
            async with database.begin():
                pass
    async with database.begin() as store:
        await add(store, 1)


async def test_a_read_that_waits_too_long_for_a_connection_is_told_so(database_url, monkeypatch):
    for kind in (sqlite, postgresql, on_loop):
        monkeypatch.setattr(kind, "WAIT_SECONDS", 0.02)
    for kind in (sqlite, postgresql):
        monkeypatch.setattr(kind, "READERS", 1)
        monkeypatch.setattr(kind, "BROWSERS", 1)
    database = await Database.open(database_url, MASTER_KEY)
    for reading in (database.read, database.browse):
        async with reading():
            with pytest.raises(Busy):
                async with reading():
                    pass
        async with reading() as store:
            assert (await store.link.execute(sa.select(communities))).all() == []
    await database.close()


async def test_foreign_keys_are_held(database):
    with pytest.raises(sa.exc.IntegrityError):
        async with database.begin() as store:
            await store.keys.of(404, 22)


async def test_what_was_saved_is_there_after_a_restart(database_url):
    for number in range(3):
        database = await Database.open(database_url, MASTER_KEY)
        async with database.begin() as store:
            await add(store, number)
        await database.close()
    database = await Database.open(database_url, MASTER_KEY)
    assert await kept(database) == {0, 1, 2}
    await database.close()


async def test_a_second_one_is_refused_until_the_first_is_closed(database, database_url, monkeypatch):
    monkeypatch.setattr(postgresql, "PATIENCE", 1)
    with pytest.raises(DatabaseInUse, match="another process is using"):
        await Database.open(database_url, MASTER_KEY)
    async with database.begin() as store:
        await add(store, 1)
    await database.close()
    await (await Database.open(database_url, MASTER_KEY)).close()


async def test_closing_twice_and_at_once_is_harmless(database):
    await asyncio.gather(database.close(), database.close())
    await database.close()


async def test_closing_lets_a_running_block_finish(database, database_url):
    writing = asyncio.Event()

    async def write():
        async with database.begin() as store:
            writing.set()
            await asyncio.sleep(0.03)
            await add(store, 1)

    task = asyncio.create_task(write())
    await writing.wait()
    await database.close()
    await task
    again = await Database.open(database_url, MASTER_KEY)
    assert await kept(again) == {1}
    await again.close()


async def test_closing_does_not_wait_for_ever(database, database_url, monkeypatch):
    monkeypatch.setattr(module, "CLOSE_SECONDS", 0.05)
    writing = asyncio.Event()

    async def write():
        async with database.begin() as store:
            await add(store, 1)
            writing.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(write())
    await writing.wait()
    began = time.monotonic()
    await database.close()
    assert time.monotonic() - began < 1
    again = await Database.open(database_url, MASTER_KEY)
    assert await kept(again) == set()
    await again.close()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_a_closing_that_is_cancelled_still_closes(database, database_url):
    task = asyncio.create_task(database.close())
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await (await Database.open(database_url, MASTER_KEY)).close()


async def test_an_opening_that_is_cancelled_lets_go(database_url):
    for moment in range(1, 12):
        task = asyncio.create_task(Database.open(database_url, MASTER_KEY))
        await asyncio.sleep(moment / 1000)
        if task.done():
            await (await task).close()
            continue
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    await (await Database.open(database_url, MASTER_KEY)).close()


async def test_nobody_writes_after_the_end(database):
    await database.close()
    with pytest.raises(DatabaseClosed):
        async with database.begin():
            pass
    with pytest.raises(DatabaseClosed):
        async with database.read():
            pass


async def test_those_who_wait_for_their_turn_are_told_of_the_end(database):
    results = {}

    async def write(number):
        try:
            async with database.begin() as store:
                await add(store, number)
                await asyncio.sleep(0.02)
            results[number] = "saved"
        except DatabaseClosed:
            results[number] = "closed"

    tasks = [asyncio.create_task(write(number)) for number in range(3)]
    await asyncio.sleep(0.01)
    await database.close()
    await asyncio.gather(*tasks)
    assert results == {0: "saved", 1: "closed", 2: "closed"}


@pytest.mark.parametrize(
    "url", ["", "circles.db", "mysql://root@localhost/x", "sqlite+aiosqlite://", "sqlite:///:memory:", "://"]
)
async def test_an_address_that_names_no_database_is_refused_with_an_example(url):
    with pytest.raises(BadAddress, match="sqlite"):
        await Database.open(url, MASTER_KEY)


async def test_the_driver_may_be_left_out_of_an_address(database_url):
    plain = database_url.replace("+aiosqlite", "").replace("+asyncpg", "")
    await (await Database.open(plain, MASTER_KEY)).close()
