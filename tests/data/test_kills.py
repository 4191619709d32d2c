"""A process that is killed loses nothing that it had said was saved, and keeps no half of anything."""

import multiprocessing
import sqlite3
from contextlib import closing

import pytest
import sqlalchemy as sa

from data.database import Database
from data.tables import communities
from tests.data import doomed
from tests.data.processes import exit_code, start
from tests.databases import MASTER_KEY


@pytest.mark.parametrize("after", [1, 7, 20])
async def test_row_28_what_was_said_to_be_saved_survives_a_kill(database_url, after):
    told, tell = multiprocessing.Pipe(duplex=False)
    writer = start(doomed.write_on, database_url, tell)
    tell.close()
    said = [told.recv() for _ in range(after)]
    writer.kill()
    exit_code(writer)
    said += rest(told)
    database = await Database.open(database_url, MASTER_KEY)
    async with database.read() as store:
        kept = set((await store.link.execute(sa.select(communities.c.community_id))).scalars())
    await database.close()
    assert kept >= set(said)
    assert kept == {-number for number in kept}
    assert len(kept) // 2 - len(said) in (0, 1)


@pytest.mark.parametrize("after", [1, 50])
async def test_row_28_a_file_is_whole_after_a_kill(sqlite_url, after):
    told, tell = multiprocessing.Pipe(duplex=False)
    writer = start(doomed.write_on, sqlite_url, tell)
    for _ in range(after):
        told.recv()
    writer.kill()
    exit_code(writer)
    with closing(sqlite3.connect(sqlite_url.partition(":///")[2])) as link:
        assert link.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


async def test_row_28_killed_forty_times_in_a_row_it_keeps_every_word(sqlite_url):
    said = []
    for round_ in range(40):
        told, tell = multiprocessing.Pipe(duplex=False)
        writer = start(doomed.write_on, sqlite_url, tell, 1000 * round_ + 1)
        tell.close()
        said += [told.recv() for _ in range(round_ % 4)]
        writer.kill()
        exit_code(writer)
        said += rest(told)
    with closing(sqlite3.connect(sqlite_url.partition(":///")[2])) as link:
        kept = {number for (number,) in link.execute("SELECT community_id FROM communities")}
        assert link.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert kept >= set(said)
    assert kept == {-number for number in kept}


def rest(pipe):
    """What was said before the end, and not heard yet."""
    heard = []
    try:
        while True:
            heard.append(pipe.recv())
    except EOFError:
        return heard
