"""Those who are going hear what became of a date: once, by name, where its talk hangs."""

from datetime import timedelta

import pytest

from actions import changes
from domain.changes import Change, What
from domain.discussions import State
from domain.people import Seat
from domain.rsvps import Answer, Rsvp
from tests.cogs.attending.card import Dates
from tests.cogs.ticking import become, quick
from tests.cogs.upkeep.watching import comes_to_rest, messages_in

TITLE = "is called off"


@pytest.fixture
def database_url(sqlite_url):
    return sqlite_url


@pytest.fixture
async def dates(stage, open_bridge):
    await comes_to_rest(stage)
    quick(stage)
    stage.bot.get_cog("Upkeep").settle = 0
    return Dates(stage, open_bridge)


@pytest.fixture
async def date(dates):
    """Somebody is going."""
    date = await dates.plan()
    person = await dates.server.join("Ruth")
    rsvp = Rsvp(int(person.id), Answer.GOING, Seat.MENTEE, 1, dates.stage.bot.deps.now())
    async with dates.stage.database.begin() as store:
        await store.rsvps.save(date.community_id, date.occurrence_id, rsvp)
    return date


async def is_called_off(dates, date):
    found = await dates.found(date)
    change = Change(date.occurrence_id, found.version, What.CANCEL, reason="Nora is ill.")
    await changes.make(dates.stage.bot.deps, date.community_id, change)


@pytest.mark.parametrize("trouble", ["502 after", "drop after"], ids=lambda each: each.replace(" ", "-"))
async def test_an_answer_that_was_lost_tells_nobody_twice(stage, dates, date, trouble):
    stage.world.faults.next("POST", r"/channels/\d+/messages$", trouble)
    await is_called_off(dates, date)
    await become(stage, "date-told", "done")
    assert sum(TITLE in each for each in dates.said()) == 1


async def test_with_its_card_deleted_they_are_told_in_the_channel(stage, dates, date):
    await is_called_off(dates, date)
    await become(stage, "date-told", "done")
    async with stage.database.begin() as store:
        await store.occurrences.note(date, state=State.PLANNED, card_id=1, starts_at=date.starts_at)
    await is_called_off(dates, date)
    await become(stage, "date-told", "done", "done")
    assert sum(TITLE in each for each in dates.reads()) == 1


async def test_called_off_while_people_talk_the_room_hears_it_too(stage, dates, date):
    async with stage.database.begin() as store:
        await store.occurrences.note(date, state=State.ON, opened_at=date.opens_at)
    await is_called_off(dates, date)
    await become(stage, "date-told", "done", "done")
    room = messages_in(stage.world, dates.server.guild, "discussion room 1")
    assert sum(TITLE in dates.server.nora.reads(each) for each in room) == 1
    assert [user["username"] for each in room for user in each["mentions"]] == []


async def test_moved_and_called_off_by_hand_among_the_servers_events_they_hear_it_as_well(stage, dates, date):
    nora = dates.server.nora
    await nora.sees_event(date.title)
    later = stage.world.clock.now() + timedelta(days=3)
    start, end = (each.isoformat() for each in (later, later + timedelta(hours=1)))
    await nora.edits_event(date.title, scheduled_start_time=start, scheduled_end_time=end)
    await become(stage, "date-told", "done")
    await nora.cancels_event(date.title)
    await become(stage, "date-told", "done", "done")
    moved, off = [each for each in dates.said() if "has moved" in each or TITLE in each]
    assert "@Ruth" in moved
    assert "Somebody cancelled it among the server's events." in off
    await dates.holds("Somebody cancelled it among the server's events.")
