"""A process with a database comes to its end, whatever happened: no supervisor restarts one that hangs."""

import asyncio
import multiprocessing
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa

from data.database import Database
from data.tables import communities
from tests.data import doomed
from tests.data.processes import exit_code, start
from tests.databases import MASTER_KEY

ROOT = Path(__file__).parents[2]
BOT = """
import sys
import time
from tests.data.doomed import end

end(sys.argv[1], announce=lambda: print(time.time(), flush=True), interrupted=False, closes=False)
"""


def test_an_interpreter_ends_after_an_exception_in_the_middle_of_a_block(sqlite_url):
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", BOT, sqlite_url], cwd=ROOT, capture_output=True, text=True, timeout=30
    )
    assert time.time() - float(done.stdout) < 2
    assert (done.returncode, done.stderr) == (doomed.ENDED, "")


@pytest.mark.parametrize("closes", [True, False], ids=["closed", "forgotten"])
@pytest.mark.parametrize("interrupted", [True, False], ids=["interrupted", "failed"])
async def test_a_process_ends_and_nothing_of_its_block_is_kept(database_url, interrupted, closes):
    moment, ended = multiprocessing.Pipe(duplex=False)
    process = start(doomed.end, database_url, partial(ended.send, "now"), interrupted, closes)
    await asyncio.to_thread(moment.recv)
    began = time.monotonic()
    assert exit_code(process) == doomed.ENDED
    assert time.monotonic() - began < 2
    database = await Database.open(database_url, MASTER_KEY)
    async with database.read() as store:
        assert (await store.link.execute(sa.select(communities))).all() == []
    await database.close()
