"""Whoever runs a date opens its room early and ends it, and nobody else does."""

from datetime import timedelta

import pytest

from domain.discussions import State
from sandbox import CannotDo
from tests.cogs.gathering.evening import ROOM, TITLE, becomes_so, now_is
from tests.cogs.ticking import passes
from tests.cogs.upkeep.watching import comes_to_rest
from tests.planning import planned


@pytest.fixture
async def date(stage, server, mei, ruth):
    """In half an hour; Ruth is the host."""
    date = await planned(stage, server, ruth, timedelta(minutes=30))
    await ruth.sees_event(TITLE)
    await ruth.sees("Going", within=5)
    await comes_to_rest(stage)
    return await now_is(stage, date)


async def more(person):
    person.goes_to("discussions")
    await person.clicks("More", on=TITLE)
    return await person.sees("Ruth")


async def test_the_host_opens_the_room_and_ends_the_discussion(stage, server, mei, ruth, date):
    await more(ruth)
    await ruth.clicks("Open the room now")
    await ruth.sees("The room opens")
    await becomes_so(stage, date, lambda it: it.state is State.OPEN)
    await comes_to_rest(stage)
    await mei.joins_voice(ROOM)
    await more(ruth)
    await ruth.clicks("End it now")
    await ruth.sees("It is over")
    await becomes_so(stage, date, lambda it: it.state is State.ENDED)
    await comes_to_rest(stage)
    await mei.leaves_voice()
    with pytest.raises(CannotDo):
        await mei.joins_voice(ROOM)


async def test_it_is_offered_to_nobody_else(stage, server, mei, date):
    mei.goes_to("discussions")
    await mei.clicks("More", on=TITLE)
    with pytest.raises(CannotDo):
        await mei.clicks("Open the room now")


async def test_row_39_whoever_is_no_host_any_more_opens_nothing(stage, server, mei, ruth, date):
    await more(ruth)
    async with stage.database.begin() as store:
        changed = {"host_id": int(mei.id), "planned_by": int(mei.id)}
        await store.discussions.change(date.community_id, date.discussion_id, **changed)
    await ruth.clicks("Open the room now")
    await comes_to_rest(stage)
    assert (await now_is(stage, date)).state is State.PLANNED


async def test_pressed_when_it_is_over_it_says_so(stage, server, ruth, date):
    await more(ruth)
    passes(stage, 4 * 3600)
    await becomes_so(stage, date, lambda it: it.state is State.MISSED)
    await ruth.clicks("Open the room now")
    await ruth.sees("This one is over")
