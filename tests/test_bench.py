"""What the benchmark of clicks counts, on a small crowd: it must see what is lost and what is doubled."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bench import _crowd, attendance
from bench._crowd import Load
from bench._stands import ANSWERS, JOIN, Opening, Stand
from data.tables import participants
from domain.attendance import Presence
from sandbox.interactions import Interaction

pytestmark = pytest.mark.skipif(not Path("/proc").exists(), reason="the CPU of a process is read from /proc")


@pytest.fixture
async def stand(open_bridge):
    """The bot of the stage, in this process."""
    mei = await open_bridge.join("Mei")
    await mei.clicks(JOIN)
    opening = Opening(open_bridge, mei.form.opened_by, mei.form.submission(mei, ANSWERS))
    return Stand(opening, os.getpid())


async def kept(stage):
    async with stage.database.read() as store:
        people = await store.people.everyone(int(next(iter(stage.world.guilds))))
    return {str(person.user_id) for person in people}


async def test_a_crowd_that_presses_is_in_once_and_its_waits_are_known(stage, stand):
    run = await _crowd.press(stand, Load("few", 20, 1_000))
    assert (run.acked, run.lost(await kept(stage)), run.doubled(stand.opening)) == (20, 0, 0)
    assert 0 < run.quantile(0.5) <= run.quantile(0.99) < 3_000
    assert run.cpu_us > 0


async def test_who_is_missing_from_the_database_is_counted_as_lost(stage, stand):
    run = await _crowd.press(stand, Load("few", 5))
    async with stage.database.begin() as store:
        gone = min(map(int, run.sent))
        await store.link.execute(participants.delete().where(participants.c.user_id == gone))
    assert run.lost(await kept(stage)) == 1


async def test_a_second_answer_is_counted_as_doubled(stand):
    run = await _crowd.press(stand, Load("few", 5))
    ledger = stand.opening.bridge.world.ledger
    answer = ledger.effects("INTERACTION_ANSWER")[-1].data
    ledger.note("INTERACTION_ANSWER", answer | {"message": answer["message"] | {"id": "1"}}, None)
    assert run.doubled(stand.opening) == 1


def test_who_gets_no_answer_waits_without_end():
    click = Interaction({"id": "1"}, user_id="2", channel_id="3", created=0.0)
    run = _crowd.Run(Load("one", 1), cpu_us=0, sandbox_us=0, sent={"2": click})
    assert (run.acked, run.quantile(0.99)) == (0, float("inf"))


START = datetime(2027, 3, 14, 17, tzinfo=UTC)


def visit(came, left, came_within=0, left_within=0):
    """Of somebody, in seconds."""
    came_at, left_at = (START + timedelta(seconds=each) for each in (came, left))
    return Presence(7, came_at, left_at, came_within, left_within)


@pytest.mark.parametrize(
    ("visits", "right"),
    [
        ([visit(100, 200)], True),
        ([visit(90, 200)], False),
        ([visit(100, 190)], False),
        ([visit(100, 190, left_within=10)], True),
        ([visit(130, 210, came_within=40)], False),
        ([visit(150, 150, came_within=60, left_within=60)], True),
        ([visit(100, 120, left_within=30), visit(150, 200, came_within=30)], True),
        ([visit(100, 120), visit(150, 200)], False),
    ],
)
def test_attendance_is_right_only_if_what_is_claimed_and_what_is_thought_possible_fit_the_truth(
    visits, right
):
    came_at, left_at = (START + timedelta(seconds=each) for each in (100, 200))
    assert attendance.is_right(visits, came_at, left_at) is right
