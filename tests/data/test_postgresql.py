"""What a server can do to us: be away, refuse us, break off in the middle."""

import asyncio
import multiprocessing
import signal
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa

from data import groups, postgresql
from data.database import Database
from data.errors import ConnectionLost, DatabaseInUse, DatabaseProblem, MaybeSaved, Unreachable
from data.tables import communities
from tests.data import doomed
from tests.data.processes import exit_code, start
from tests.databases import MASTER_KEY

KILL_THE_OTHERS = """
SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


@pytest.fixture
async def database(postgresql_url):
    opened = await Database.open(postgresql_url, MASTER_KEY)
    yield opened
    await opened.close()


@pytest.fixture
def cut(postgres_server, postgresql_database):
    """Ends every connection that the bot has."""
    return lambda: asyncio.to_thread(postgres_server.run, KILL_THE_OTHERS, postgresql_database[0])


async def add(store, number):
    await store.link.execute(communities.insert().values(community_id=number, language="en"))


async def kept(database):
    async with database.read() as store:
        return (await store.link.execute(sa.select(communities.c.community_id))).scalars().all()


async def test_row_32_a_connection_lost_in_the_middle_saves_nothing_and_the_next_block_works(database, cut):
    async def write():
        async with database.begin() as store:
            await add(store, 1)
            await cut()
            await add(store, 2)

    with pytest.raises(ConnectionLost, match="was lost"):
        await write()
    async with database.begin() as store:
        await add(store, 3)
    assert await kept(database) == [3]


async def test_row_32_a_connection_lost_before_the_commit_saves_nothing(database, cut):
    async def write():
        async with database.begin() as store:
            await add(store, 1)
            await cut()

    with pytest.raises(ConnectionLost, match="was lost"):
        await write()
    assert await kept(database) == []


async def test_row_32_a_connection_lost_at_the_commit_may_have_saved(
    database, postgres_server, postgresql_database, monkeypatch
):
    monkeypatch.setattr(groups, "LONGEST", 60)

    def cut_now(_):
        with ThreadPoolExecutor() as thread:
            thread.submit(postgres_server.run, KILL_THE_OTHERS, postgresql_database[0]).result()

    async def write(number):
        async with database.begin() as store:
            await add(store, number)

    sa.event.listen(database._writer.sync_engine, "commit", cut_now, once=True)
    outcomes = await asyncio.gather(*(write(number) for number in range(3)), return_exceptions=True)
    assert {type(outcome) for outcome in outcomes} == {MaybeSaved}
    assert "look before doing it again" in str(outcomes[0])
    await write(3)
    assert await kept(database) == [3]


async def test_a_connection_lost_in_a_block_takes_its_unsaved_neighbours_along_and_tells_them(
    database, cut, monkeypatch
):
    monkeypatch.setattr(groups, "LONGEST", 60)

    async def write(number):
        async with database.begin() as store:
            await add(store, number)
            if number == 1:
                await cut()
                await add(store, 10)

    tasks = [asyncio.create_task(write(number)) for number in range(3)]
    outcomes = await asyncio.gather(*tasks, return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [ConnectionLost, ConnectionLost, type(None)]
    assert await kept(database) == [2]


async def test_a_connection_lost_between_two_blocks_is_not_noticed(database, cut):
    await kept(database)
    await cut()
    assert await kept(database) == []
    async with database.begin() as store:
        await add(store, 1)
    assert await kept(database) == [1]


async def test_who_lost_the_connection_has_to_claim_the_database_again(
    database, cut, postgresql_url, monkeypatch
):
    monkeypatch.setattr(postgresql, "PATIENCE", 1)
    await cut()
    successor = await Database.open(postgresql_url, MASTER_KEY)
    with pytest.raises(DatabaseInUse):
        async with database.begin() as store:
            await add(store, 1)
    await successor.close()
    async with database.begin() as store:
        await add(store, 2)
    assert await kept(database) == [2]


async def test_row_27_a_second_process_is_refused_and_after_a_kill_nothing_is_lost(
    postgresql_url, monkeypatch
):
    monkeypatch.setattr(postgresql, "PATIENCE", 3)
    ours, theirs = multiprocessing.Pipe()
    holder = start(doomed.hold, postgresql_url, theirs)
    assert await asyncio.to_thread(ours.recv) == "writing"
    with pytest.raises(DatabaseInUse, match="another process is using"):
        await Database.open(postgresql_url, MASTER_KEY)
    holder.kill()
    assert exit_code(holder) == -signal.SIGKILL
    database = await Database.open(postgresql_url, MASTER_KEY)
    assert await kept(database) == [1]
    await database.close()


@pytest.mark.parametrize(
    "change",
    [
        {"query": {}, "host": "127.0.0.1", "port": 1},
        {"query": {"host": "/nowhere"}},
        {"database": "no_such_database"},
        {"username": "nobody_we_know"},
    ],
    ids=["nothing listens", "no socket", "no such database", "no such user"],
)
async def test_a_server_that_is_not_there_or_does_not_let_us_in_is_named(postgresql_url, change):
    url = sa.make_url(postgresql_url).set(password="hunter2").set(**change)
    with pytest.raises(Unreachable) as refused:
        await Database.open(url.render_as_string(hide_password=False), MASTER_KEY)
    message = str(refused.value)
    assert url.render_as_string() in message
    assert "hunter2" not in message
    assert "\n" not in message


async def test_a_problem_of_the_code_stays_what_it_is(database):
    with pytest.raises(sa.exc.ProgrammingError):
        async with database.begin() as store:
            await store.link.execute(sa.text("SELECT * FROM nowhere"))
    assert not issubclass(sa.exc.ProgrammingError, DatabaseProblem)
