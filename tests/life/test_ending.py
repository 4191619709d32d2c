"""Whatever is going on, the process ends within its time (row 48 of the fault table)."""

import asyncio
import os
import signal
import time

import pytest

from data.database import Database
from data.keys import MasterKey
from life.ending import GRACE, Exit
from tests.processes import SECONDS, started, the_bot

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows has no SIGTERM")


async def test_row_48_asked_twice_to_end_in_the_middle_of_a_call_it_ends_in_time(sandbox, settings, nora):
    """The call is the bot's first message, which Discord takes and does not answer."""
    sandbox.world.faults.next("POST", "/messages", "hang 60 after")
    async with the_bot(settings, sandbox.world.token) as bot:
        await nora.sees("Set up", within=SECONDS)
        asked = time.monotonic()
        bot.asked(signal.SIGTERM)
        await asyncio.sleep(0.1)
        bot.asked(signal.SIGTERM)
        code, screen = await bot.end()
    assert code == Exit.ENDED, screen
    assert time.monotonic() - asked < GRACE
    assert "Traceback" not in screen
    await (await Database.open(settings.database_url, MasterKey.from_file(settings.master_key_file))).close()


HANGING = """
import os, signal, time
from life.ending import Ending

Ending(lambda: None, grace=0.2).listen()
for _ in range(2):
    os.kill(os.getpid(), signal.SIGTERM)
while True:
    time.sleep(0.05)
"""


async def test_row_48_a_bot_that_hangs_is_ended_all_the_same():
    async with started("-c", HANGING) as bot:
        code, screen = await bot.end()
    assert code == Exit.BROKEN
    assert "ending-took-too-long" in screen


FAILING = """
import asyncio, sys
import service
from data.database import Database
from data.keys import MasterKey

async def main():
    database = await Database.open(sys.argv[1], MasterKey(bytes(32)))
    async with database.begin():
        raise ZeroDivisionError

service.run(main)
"""


async def test_row_48_an_exception_before_anything_is_closed_ends_the_process(tmp_path):
    """Under aiosqlite a thread would otherwise keep it alive, and no supervisor restarts what hangs."""
    async with started("-c", FAILING, f"sqlite:///{tmp_path / 'own.db'}") as bot:
        code, screen = await bot.end()
    assert code == 1
    assert "ZeroDivisionError" in screen
