"""A full disk: nothing is acknowledged that was not committed, and it goes on when there is room again."""

from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from tour.community import sign_up

resource = pytest.importorskip("resource", reason="only POSIX can keep files from growing")

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

ZOOMER = "Gen Z · born 1997 to 2012"


@contextmanager
def full_disk(database_url):
    """No file may grow past the database's log, so that the next commit finds no room."""
    size = Path(f"{sa.make_url(database_url).database}-wal").stat().st_size
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def test_row_29_on_a_full_disk_nobody_is_told_that_they_are_in(stage, open_bridge, database_url):
    mei = await open_bridge.join("Mei")
    await mei.sees("Welcome")
    with full_disk(database_url):
        await sign_up(mei, "I can mentor", ZOOMER)
        await mei.sees("Something went wrong")
        await mei.sees_not("You are in")
    await sign_up(mei, "I can mentor", ZOOMER)
    await mei.sees("You are in")
