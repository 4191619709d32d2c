"""What was being posted while its author was erased goes again, on either kind of database."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from actions import loops, remarks, shifts, worldviews
from domain.communities import Community
from domain.jobs import Wish
from domain.worldviews import Made, State, Worldview

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HERE, MEI, THREAD, MESSAGE = 5, 7, 100, 200
VIEW = Worldview(
    *(0, HERE, MEI, Made.HAND, State.OPEN, ()),
    shows_seat=False,
    posted_at=NOW,
    opens_at=NOW,
    changed_at=NOW,
    thread_id=THREAD,
    card_id=THREAD + 1,
)


@pytest.mark.parametrize("posted", [remarks.posted, loops.posted, shifts.posted])
async def test_a_message_whose_row_went_while_it_was_being_posted_goes_too(database, posted):
    async with database.begin() as store:
        await store.communities.add(Community(HERE, "en"))
        number = await store.worldviews.add(VIEW)
        job = await store.jobs.added(Wish(HERE, "remark", "12", lane=f"thread:{number}"), NOW)
        await posted(store, replace(job, result_id=MESSAGE), NOW)
        (due,) = await store.jobs.open(HERE, worldviews.WITHDRAWN)
    assert due.payload == {"thread_id": THREAD, "message_id": MESSAGE}


async def test_with_the_thread_gone_there_is_nothing_to_take_off(database):
    async with database.begin() as store:
        await store.communities.add(Community(HERE, "en"))
        job = await store.jobs.added(Wish(HERE, "remark", "12", lane="thread:9"), NOW)
        await remarks.posted(store, replace(job, result_id=MESSAGE), NOW)
        assert await store.jobs.open(HERE, worldviews.WITHDRAWN) == []
