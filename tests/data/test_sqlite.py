"""What a file can suffer: another process, a full disk, a missing right, damage."""

import asyncio
import multiprocessing
import os
import signal
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from data import groups, on_loop
from data.database import Database
from data.errors import Busy, CorruptDatabase, DatabaseInUse, DiskFull, NotSaved, Unwritable
from data.tables import communities
from tests.data import doomed
from tests.data.processes import exit_code, start
from tests.databases import MASTER_KEY

resource = pytest.importorskip("resource", reason="no such limits on Windows")

PAGE = 4096
ENDLESS = "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT count(*) FROM t"
CAREFUL = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "secure_delete": 1,
    "busy_timeout": 0,
    "mmap_size": 0,
    "query_only": 0,
    "wal_autocheckpoint": 1000,
}


@pytest.fixture
def path(sqlite_url):
    return Path(sqlite_url.partition(":///")[2])


async def opened(path):
    return await Database.open(f"sqlite+aiosqlite:///{path}", MASTER_KEY)


async def add(store, number, language="en"):
    await store.link.execute(communities.insert().values(community_id=number, language=language))


async def kept(database):
    async with database.read() as store:
        return (await store.link.execute(sa.select(communities.c.community_id))).scalars().all()


async def test_a_new_database_belongs_to_its_owner_only(tmp_path):
    path = tmp_path / "new" / "circles.db"
    database = await opened(path)
    async with database.begin() as store:
        await add(store, 1)
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    await database.close()
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert set(modes.values()) == {0o600}
    assert {"circles.db", "circles.db-wal", "circles.db.lock"} <= set(modes)


async def test_the_writer_is_careful_and_the_readers_never_write(path):
    database = await opened(path)
    async with database.begin() as store:
        assert await _pragmas(store) == CAREFUL
    async with database.read() as store:
        reader = await _pragmas(store)
    assert (reader["query_only"], reader["wal_autocheckpoint"], reader["mmap_size"]) == (1, 0, 0)
    await database.close()


async def test_row_27_a_second_process_is_refused_and_after_a_kill_nothing_is_lost(path):
    ours, theirs = multiprocessing.Pipe()
    holder = start(doomed.hold, f"sqlite+aiosqlite:///{path}", theirs)
    assert await asyncio.to_thread(ours.recv) == "writing"
    with pytest.raises(DatabaseInUse, match=f"another process is using {path}: stop it first"):
        await opened(path)
    holder.kill()
    assert exit_code(holder) == -signal.SIGKILL
    database = await opened(path)
    assert await kept(database) == [1]
    await database.close()


async def test_row_27_our_process_refuses_a_second_one(path):
    database = await opened(path)
    ours, theirs = multiprocessing.Pipe()
    second = start(doomed.hold, f"sqlite+aiosqlite:///{path}", theirs)
    assert (await asyncio.to_thread(ours.recv)).startswith("DatabaseInUse: another process is using")
    exit_code(second)
    await database.close()


async def test_another_program_that_keeps_the_file_locked_is_said(path, monkeypatch):
    monkeypatch.setattr(on_loop, "BUSY_SECONDS", 0.03)
    database = await opened(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as shell:
        shell.execute("BEGIN IMMEDIATE")
        with pytest.raises(Busy, match="another program"):
            async with database.begin() as store:
                await add(store, 1)
    async with database.begin() as store:
        await add(store, 1)
    assert await kept(database) == [1]
    await database.close()


async def test_another_program_that_locks_the_file_delays_writes_and_nothing_else(path):
    database = await opened(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as shell:
        shell.execute("BEGIN IMMEDIATE")
        writing = asyncio.create_task(_write(database, 1))
        async with asyncio.timeout(1):
            assert await kept(database) == []
        assert not writing.done()
        shell.execute("COMMIT")
        await writing
    assert await kept(database) == [1]
    await database.close()


async def test_a_statement_without_an_end_is_interrupted(path, monkeypatch):
    monkeypatch.setattr(on_loop, "STATEMENT_SECONDS", 0.02)
    database = await opened(path)

    async def ask(block):
        async with block as store:
            await store.link.execute(sa.text(ENDLESS))

    for block in (database.begin(), database.read()):
        with pytest.raises(NotSaved, match="took longer than"):
            await ask(block)
    await _write(database, 2)
    assert await kept(database) == [2]
    await database.close()


async def test_row_29_a_full_disk_is_said_and_nothing_is_half_saved(path):
    database = await opened(path)
    async with database.begin() as store:
        await add(store, 1)
        await store.link.exec_driver_sql("PRAGMA max_page_count = 40")
    with pytest.raises(DiskFull, match="make room"):
        await _fill(database)
    assert await kept(database) == [1]
    async with database.begin() as store:
        await add(store, 2)
    assert await kept(database) == [1, 2]
    await database.close()


async def test_a_full_disk_that_the_block_ignores_still_undoes_the_block(path):
    database = await opened(path)
    async with database.begin() as store:
        await store.link.exec_driver_sql("PRAGMA max_page_count = 40")

    async def careless():
        async with database.begin() as store:
            await add(store, 1)
            with pytest.raises(sa.exc.OperationalError):
                await add(store, 2, "x" * PAGE * 100)
            await add(store, 3)

    with pytest.raises(sa.exc.InvalidRequestError):
        await careless()
    assert await kept(database) == []
    await database.close()


async def test_a_full_disk_is_said_to_all_who_were_being_saved_together(path, monkeypatch):
    monkeypatch.setattr(groups, "LONGEST", 60)
    database = await opened(path)
    async with database.begin() as store:
        await store.link.exec_driver_sql("PRAGMA max_page_count = 40")
    outcomes = await asyncio.gather(
        _write(database, 1), _fill(database), _write(database, 2), return_exceptions=True
    )
    assert [type(outcome) for outcome in outcomes] == [DiskFull, DiskFull, type(None)]
    assert await kept(database) == [2]
    await database.close()


async def test_a_commit_that_the_system_refuses_is_said_to_all_even_to_who_was_refused(path, monkeypatch):
    monkeypatch.setattr(groups, "LONGEST", 60)
    database = await opened(path)
    await _write(database, 1)
    log = path.with_name(path.name + "-wal").stat().st_size
    with _files_no_longer_than(log):
        outcomes = await asyncio.gather(
            _write(database, 2), _write(database, 3, ZeroDivisionError()), return_exceptions=True
        )
    assert [type(outcome) for outcome in outcomes] == [NotSaved, NotSaved]
    assert isinstance(outcomes[1].__cause__, ZeroDivisionError)
    await _write(database, 4)
    assert await kept(database) == [1, 4]
    await database.close()


async def test_row_29_a_really_full_disk_is_said_and_forgiven(tmp_path, small_disk):
    database = await opened(small_disk / "circles.db")
    async with database.begin() as store:
        await add(store, 1)
    ballast = small_disk / "ballast"
    with pytest.raises(OSError, match="No space"):
        ballast.write_bytes(bytes(10_000_000))
    with pytest.raises(NotSaved):
        await _fill(database)
    assert await kept(database) == [1]
    ballast.unlink()
    async with database.begin() as store:
        await add(store, 2)
    assert await kept(database) == [1, 2]
    await database.close()
    assert _integrity(small_disk / "circles.db") == "ok"


async def test_row_29_a_write_that_the_system_refuses_is_not_saved(path):
    database = await opened(path)
    async with database.begin() as store:
        await add(store, 1)
    with _files_no_longer_than(64 * 1024), pytest.raises(NotSaved, match="look at the disk"):
        await _fill(database)
    assert await kept(database) == [1]
    async with database.begin() as store:
        await add(store, 2)
    await database.close()


@pytest.mark.parametrize("place", ["file/circles.db", "folder"])
async def test_a_place_that_cannot_be_written_is_named(tmp_path, place):
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    with pytest.raises(Unwritable, match=str(tmp_path)):
        await opened(tmp_path / place)


@pytest.mark.parametrize("forbidden", ["folder", "file"])
async def test_a_missing_right_is_named(path, forbidden, ordinary_user):
    target = path.parent if forbidden == "folder" else path
    target.chmod(0o500)
    with ordinary_user(path.parent), pytest.raises(Unwritable, match=f"{path.parent}.*Permission denied"):
        await opened(path)
    target.chmod(0o700)


@pytest.mark.parametrize("harm", ["garbage", "flipped", "truncated", "emptied", "header", "text"])
async def test_row_33_a_damaged_file_is_refused_with_the_way_out_and_left_as_it_is(path, harm):
    await _grow(path)
    whole = path.read_bytes()
    path.write_bytes(HARM[harm](whole))
    harmed = path.read_bytes()
    with pytest.raises(CorruptDatabase) as refused:
        await opened(path)
    assert path.read_bytes() == harmed
    message = str(refused.value)
    assert str(path) in message
    assert f"cp BACKUP {path}" in message
    assert "\n" not in message


async def test_a_log_without_its_database_is_refused(path):
    await _grow(path)
    path.with_name(path.name + "-wal").write_bytes(b"changes that were not in the file yet")
    path.unlink()
    with pytest.raises(CorruptDatabase, match="is missing"):
        await opened(path)
    assert not path.exists()


async def test_row_33_damage_that_shows_later_is_called_damage(path):
    await _grow(path)
    database = await opened(path)
    await kept(database)
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(PAGE)
        file.write(os.urandom(size - PAGE))
    with pytest.raises(CorruptDatabase):
        await _read_all(database)
    await database.close()


async def test_what_was_left_of_a_creation_does_not_hinder_the_next(tmp_path):
    path = tmp_path / "circles.db"
    path.with_name("circles.db.new").write_bytes(b"half a header")
    await (await opened(path)).close()
    assert {file.name for file in tmp_path.iterdir()} == {"circles.db", "circles.db.lock"}


HARM = {
    "garbage": lambda whole: os.urandom(len(whole)),
    "flipped": lambda whole: (
        whole[:PAGE] + bytes(byte ^ 0xFF for byte in whole[PAGE : 4 * PAGE]) + whole[4 * PAGE :]
    ),
    "truncated": lambda whole: whole[: len(whole) // 2],
    "emptied": lambda _: b"",
    "header": lambda whole: b"SQLite format 4\x00" + whole[16:],
    "text": lambda _: b"Dear administrator, this is a letter.\n" * 300,
}


async def _write(database, number, then=None):
    async with database.begin() as store:
        await add(store, number)
        await asyncio.sleep(0)  # so that those behind it begin to wait
        if then is not None:
            raise then


async def _grow(path):
    database = await opened(path)
    async with database.begin() as store:
        for number in range(300):
            await add(store, number, "x" * 300)
    await database.close()


async def _fill(database):
    async with database.begin() as store:
        for number in range(100, 200):
            await add(store, number, "x" * PAGE * 10)


async def _read_all(database):
    async with database.read() as store:
        for table in ("communities", "alembic_version", "key_check"):
            (await store.link.exec_driver_sql(f"SELECT * FROM {table}")).all()  # noqa: S608


async def _pragmas(store):
    return {name: (await store.link.exec_driver_sql(f"PRAGMA {name}")).scalar() for name in CAREFUL}


def _integrity(path):
    with closing(sqlite3.connect(path)) as link:
        return link.execute("PRAGMA integrity_check").fetchone()[0]


@contextmanager
def _files_no_longer_than(size):
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def small_disk(tmp_path):
    """A disk of one megabyte; only root may make one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root can make a small disk, and only on Linux")
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True).returncode:  # noqa: S603
        pytest.skip("this machine does not let us mount a small disk")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)  # noqa: S603, S607


@pytest.fixture
def ordinary_user():
    """Root may write everywhere, so for a moment we are somebody else."""

    @contextmanager
    def become(folder):
        if os.geteuid() != 0:
            yield
            return
        for path in (folder, *folder.iterdir()):
            os.chown(path, 65534, 65534)
        modes = {parent: stat.S_IMODE(parent.stat().st_mode) for parent in folder.parents}
        for parent, mode in modes.items():
            parent.chmod(mode | stat.S_IXOTH)
        os.seteuid(65534)
        try:
            yield
        finally:
            os.seteuid(0)
            for parent, mode in modes.items():
                parent.chmod(mode)

    return become
