"""Those who come are reminded in the thread: once, in good time, and of what holds then."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from actions import discussions
from data.tables import jobs
from domain.discussions import State
from domain.rsvps import Answer
from tests.cogs.reminding.coming import DAY, HOUR
from tests.cogs.ticking import become, passes, quick
from tests.cogs.upkeep.watching import becomes, comes_to_rest, notices

REMINDER = discussions.REMINDER
TEN_DAYS, TWO_DAYS = timedelta(days=10), timedelta(days=2)
LATE = "This comes late"


async def stands(coming, count):
    await becomes(coming.stage.world, lambda: len(coming.said()) == count)


async def ended(stage, state):
    async with stage.database.read() as store:
        query = sa.select(sa.func.count()).where(jobs.c.kind == REMINDER, jobs.c.state == state)
        return (await store.link.execute(query)).scalar_one()


async def test_those_who_come_are_called_by_name_and_nobody_else_is(coming, mei, ruth):
    date = await coming.date(TEN_DAYS, mei)
    await coming.come(date, ruth, answer=Answer.MAYBE)
    passes(coming.stage, 3 * DAY + 60)
    await stands(coming, 1)
    [message] = [each for each in coming.messages() if "It begins" in mei.reads(each)]
    assert [each["id"] for each in message["mentions"]] == [mei.id]
    assert "@Mei" in coming.said()[0]
    assert LATE not in coming.said()[0]
    assert f"/{date.card_id}" in coming.said()[0]


async def test_at_each_chosen_time_there_is_one(coming, mei):
    await coming.date(TEN_DAYS, mei)
    for count, seconds in enumerate((3 * DAY, 6 * DAY, 23 * HOUR, 50 * 60), 1):
        passes(coming.stage, seconds + (60 if count == 1 else 0))
        await stands(coming, count)
        await comes_to_rest(coming.stage)  # time does not jump in the middle of a call
    assert len(coming.said()) == 4
    assert not any(LATE in text for text in coming.said())


async def test_with_nobody_to_call_nothing_is_said(coming, ruth):
    date = await coming.date(TEN_DAYS)
    await coming.come(date, ruth, answer=Answer.WAITING)
    passes(coming.stage, 3 * DAY + 60)
    await comes_to_rest(coming.stage)
    assert coming.said() == []


@pytest.mark.parametrize(
    ("away", "said", "late", "expired"),
    [(3 * 60, 1, True, 0), (3 * HOUR, 1, True, 0), (3 * DAY, 0, False, 1)],
    ids=["3 min", "3 h", "3 days"],
)
async def test_row_22_away_over_a_reminder_it_comes_late_while_it_is_of_use_else_stewards_hear_once(
    coming, mei, away, said, late, expired
):
    stage = coming.stage
    await coming.date(timedelta(days=1, hours=1), mei)
    await stage.stop()
    stage.world.clock.advance(HOUR + away)
    await stage.start()
    quick(stage)
    await becomes(stage.world, lambda: len(coming.said()) == said)
    if expired:
        await coming.server.nora.sees("I could not remind people of a discussion in time")
    await comes_to_rest(stage)
    assert len(coming.said()) == said
    assert any(LATE in text for text in coming.said()) == late
    assert await ended(stage, "expired") == expired
    told = [text for text in notices(stage.world, coming.server.guild) if "remind people" in text]
    assert len(told) == (1 if expired else 0)


async def test_row_22_what_falls_together_after_an_outage_is_one_message(coming, mei):
    stage = coming.stage
    await coming.date(timedelta(hours=2), mei)
    await stage.stop()
    stage.world.clock.advance(2 * HOUR - 5 * 60)
    await stage.start()
    quick(stage)
    await stands(coming, 1)
    await comes_to_rest(stage)
    assert len(coming.said()) == 1
    assert await ended(stage, "done") == 2
    assert not [text for text in notices(stage.world, coming.server.guild) if "remind people" in text]


async def test_row_25_of_a_date_that_was_moved_one_hears_at_the_new_time_alone(coming, mei):
    date = await coming.date(TWO_DAYS, mei)
    await coming.changes(date, starts_at=date.starts_at + timedelta(days=1))
    passes(coming.stage, DAY + 60)
    await comes_to_rest(coming.stage)
    assert coming.said() == []
    passes(coming.stage, DAY)
    await stands(coming, 1)


async def test_row_25_moved_while_its_reminder_is_on_the_way_it_says_what_holds(coming, mei):
    stage = coming.stage
    date = await coming.date(TWO_DAYS, mei)
    stage.world.faults.next("POST", "/messages$", "503 before", times=99)
    passes(stage, DAY + 60)
    await become(stage, REMINDER, "unknown", "ready", "ready")
    await coming.changes(date, starts_at=date.starts_at + timedelta(hours=2))
    stage.world.faults.clear()
    passes(stage, 2 * HOUR)
    await stands(coming, 1)
    moved = await coming.found(date)
    assert str(int(moved.starts_at.timestamp())) in "".join(
        str(each) for each in coming.messages() if "It begins" in mei.reads(each)
    )


async def test_row_25_of_what_was_cancelled_nobody_is_reminded(coming, mei):
    date = await coming.date(TWO_DAYS, mei)
    await coming.changes(date, state=State.CANCELLED)
    passes(coming.stage, DAY + 60)
    await comes_to_rest(coming.stage)
    assert coming.said() == []
    assert not [text for text in notices(coming.stage.world, coming.server.guild) if "remind people" in text]


async def test_row_21_a_reminder_whose_answer_was_lost_stands_there_once(coming, mei):
    coming.stage.world.messages._nonce_window = 0
    await coming.date(TWO_DAYS, mei)
    coming.stage.world.faults.next("POST", "/messages$", "drop after")
    passes(coming.stage, DAY + 60)
    await stands(coming, 1)
    await comes_to_rest(coming.stage)
    passes(coming.stage, 60)
    await become(coming.stage, REMINDER, "done", "ready", "ready")
    assert len(coming.said()) == 1


async def test_of_two_hundred_each_is_called_once_whatever_is_lost(coming, mei):
    stage = coming.stage
    stage.world.messages._nonce_window = 0
    date = await coming.date(TWO_DAYS, mei)
    await coming.come(date, *range(10**17, 10**17 + 200))
    stage.world.faults.next("POST", "/messages$", "drop after")
    passes(stage, DAY + 60)
    await stands(coming, 3)
    await comes_to_rest(stage)
    passes(stage, 60)
    await comes_to_rest(stage)
    texts = " ".join(coming.said())
    assert len(coming.said()) == 3
    assert [texts.count(str(each)) for each in range(10**17, 10**17 + 200)] == [1] * 200


async def test_a_thread_that_rests_is_woken(coming, mei):
    await coming.date(TWO_DAYS, mei)
    await coming.server.nora.edits_thread(coming.thread(), archived=True, locked=True)
    passes(coming.stage, DAY + 60)
    await stands(coming, 1)


async def test_row_37_with_the_thread_deleted_it_stands_there_once_all_the_same(coming, mei):
    """In the channel, or in a new thread where there is one again."""
    await coming.date(TWO_DAYS, mei)
    await coming.server.nora.deletes_thread(coming.thread())
    await comes_to_rest(coming.stage)
    coming.stage.world.faults.next("POST", "/messages$", "drop after")
    passes(coming.stage, DAY + 60)
    await becomes(coming.stage.world, lambda: len(coming.said("discussions") + coming.said()) == 1)
    await comes_to_rest(coming.stage)
    passes(coming.stage, 60)
    await become(coming.stage, REMINDER, "done", "ready", "ready")
    assert len(coming.said("discussions") + coming.said()) == 1


async def test_row_48_and_21_a_restart_in_the_middle_loses_and_doubles_nothing(coming, mei):
    stage = coming.stage
    await coming.date(TWO_DAYS, mei)
    stage.world.faults.next("POST", "/messages$", "503 before", times=99)
    passes(stage, DAY + 60)
    await become(stage, REMINDER, "unknown", "ready", "ready")
    await stage.stop()
    stage.world.faults.clear()
    await stage.start()
    quick(stage)
    await stands(coming, 1)
    await comes_to_rest(stage)
    assert len(coming.said()) == 1
