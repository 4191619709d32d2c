"""The room of a date: it opens ten minutes before, and shuts when everybody has gone."""

import asyncio
from datetime import timedelta

import pytest

from domain.discussions import Places, State
from domain.people import Seat
from domain.rsvps import Answer, Rsvp
from sandbox import CannotDo
from sandbox.enums import EventStatus
from tests.cogs.gathering.evening import ROOM, TITLE, becomes_so, now_is
from tests.cogs.gathering.evening import events as standing
from tests.cogs.ticking import passes
from tests.cogs.upkeep.watching import becomes, channels, comes_to_rest
from tests.planning import planned

MINUTE, HOUR = 60, 3600


@pytest.fixture
async def date(stage, server, mei, ruth):
    """In an hour, for sixty minutes; Ruth is the host."""
    date = await planned(stage, server, ruth, timedelta(hours=1))
    await ruth.sees_event(TITLE)
    await comes_to_rest(stage)
    return await now_is(stage, date)


def until(stage, date, minutes: float = 0) -> None:
    """Let time pass until so many minutes after the start of a date."""
    left = date.starts_at - stage.bot.deps.now() + timedelta(minutes=minutes)
    passes(stage, left.total_seconds() + 0.5)


async def is_on(stage, date):
    until(stage, date)
    return await becomes_so(stage, date, lambda it: it.state is State.ON)


async def enters(person, room=ROOM):
    """As soon as the room is open."""
    for _ in range(200):
        try:
            await person.joins_voice(room)
        except CannotDo:
            await asyncio.sleep(0.02)
        else:
            return
    raise AssertionError(f"{person.name} cannot enter {room}")


async def goes(stage, date, person, seat=Seat.MENTOR):
    async with stage.database.begin() as store:
        now = stage.bot.deps.now()
        rsvp = Rsvp(int(person.id), Answer.GOING, seat, 1, now)
        await store.rsvps.save(date.community_id, date.occurrence_id, rsvp)


async def test_ten_minutes_before_the_room_opens_to_all_who_take_part_and_to_nobody_else(
    stage, server, mei, date
):
    until(stage, date, -11)
    await comes_to_rest(stage)
    with pytest.raises(CannotDo):
        await mei.joins_voice(ROOM)
    until(stage, date, -10)
    await becomes_so(stage, date, lambda it: it.state is State.OPEN)
    await enters(mei)
    stranger = await server.join("Stranger")
    with pytest.raises(CannotDo):
        await stranger.joins_voice(ROOM)


async def test_where_places_are_limited_only_those_who_are_going_are_let_in(stage, server, mei, ruth):
    date = await planned(stage, server, ruth, timedelta(hours=1), places=Places(total=3))
    tomas = await server.join("Tomas")
    await comes_to_rest(stage)
    await goes(stage, date, mei)
    until(stage, date, -10)
    await mei.has_roles("Attendees of room 1", "Gen Z", "Mentor", within=5)
    await ruth.has_roles("Attendees of room 1", "Boomer", "Mentee", within=5)
    await enters(mei)
    await enters(ruth)
    with pytest.raises(CannotDo):
        await tomas.joins_voice(ROOM)


async def test_at_its_time_it_is_on_and_its_event_is_started(stage, server, date):
    on = await is_on(stage, date)
    assert on.started_at is not None
    await becomes(server.world, lambda: len(standing(server, EventStatus.ACTIVE)) == 1)


async def test_when_all_have_gone_for_three_minutes_it_is_over_and_the_room_shuts(
    stage, server, mei, ruth, date
):
    await goes(stage, date, mei)
    await is_on(stage, date)
    await enters(mei)
    await enters(ruth)
    await mei.has_roles("Attendees of room 1", "Gen Z", "Mentor", within=5)
    await comes_to_rest(stage)
    passes(stage, 20 * MINUTE)
    await comes_to_rest(stage)
    await mei.leaves_voice()
    await ruth.leaves_voice()
    await comes_to_rest(stage)
    passes(stage, 2 * MINUTE)
    await comes_to_rest(stage)
    assert (await now_is(stage, date)).state is State.ON, "people come back who have lost the connection"
    passes(stage, MINUTE + 5)
    await becomes_so(stage, date, lambda it: it.state is State.ENDED)
    await becomes(server.world, lambda: len(standing(server, EventStatus.COMPLETED)) == 1)
    await mei.has_roles("Gen Z", "Mentor", within=5)
    await comes_to_rest(stage)
    with pytest.raises(CannotDo):
        await mei.joins_voice(ROOM)


async def test_nobody_is_thrown_out_when_it_is_over(stage, server, mei, ruth, date):
    await is_on(stage, date)
    await enters(mei)
    await enters(ruth)
    await becomes(server.world, lambda: len(standing(server, EventStatus.ACTIVE)) == 1)
    await server.nora.ends_event(TITLE)
    await becomes_so(stage, date, lambda it: it.state is State.ENDED)
    await comes_to_rest(stage)
    assert mei.room["name"] == "discussion room 1"


async def test_where_nobody_comes_within_fifteen_minutes_it_is_missed(stage, server, mei, date):
    await is_on(stage, date)
    until(stage, date, 14)
    await comes_to_rest(stage)
    assert (await now_is(stage, date)).state is State.ON
    until(stage, date, 15)
    await becomes_so(stage, date, lambda it: it.state is State.MISSED)


async def test_people_who_talk_beyond_the_end_are_let_talk_for_two_hours(stage, server, mei, ruth, date):
    await is_on(stage, date)
    await enters(mei)
    await enters(ruth)
    await comes_to_rest(stage)
    until(stage, date, 60 + 119)
    await comes_to_rest(stage)
    assert (await now_is(stage, date)).state is State.ON
    until(stage, date, 60 + 120)
    await becomes_so(stage, date, lambda it: it.state is State.ENDED)


async def test_row_21_what_became_due_while_the_bot_was_away_is_done_late_or_is_missed(
    stage, server, mei, ruth, date
):
    later = await planned(stage, server, ruth, timedelta(hours=5), title="Later")
    await comes_to_rest(stage)
    await stage.stop()
    until(stage, later, 30)
    await stage.start()
    await becomes_so(stage, date, lambda it: it.state is State.MISSED)
    await becomes_so(stage, later, lambda it: it.state is State.ON)
    await enters(mei)


async def test_a_date_started_by_hand_in_discord_is_on_and_its_room_opens_at_once(stage, server, mei, date):
    await server.nora.starts_event(TITLE)
    await becomes_so(stage, date, lambda it: it.state is State.ON)
    await enters(mei)


async def test_row_26_an_event_that_discord_completes_ends_its_date(stage, server, mei, date):
    await is_on(stage, date)
    await enters(mei)
    await comes_to_rest(stage)
    await stage.stop()
    await mei.leaves_voice()
    server.world.clock.advance(6 * MINUTE)
    assert standing(server) == []
    await stage.start()
    await becomes_so(stage, date, lambda it: it.state is State.ENDED)


async def test_row_37_a_room_deleted_while_people_talk_is_made_again_and_it_goes_on(
    stage, server, mei, ruth, date
):
    await is_on(stage, date)
    await enters(mei)
    await enters(ruth)
    await comes_to_rest(stage)
    await server.nora.deletes_channel(ROOM)
    await becomes(server.world, lambda: "discussion room 1" in channels(server.guild))
    await server.nora.sees("Made again")
    await enters(mei)
    await comes_to_rest(stage)
    assert (await now_is(stage, date)).state is State.ON


async def test_a_bot_that_is_killed_between_opening_and_shutting_goes_on_where_it_was(
    stage, server, mei, ruth, date
):
    until(stage, date, -10)
    await becomes_so(stage, date, lambda it: it.state is State.OPEN)
    await stage.restart()
    await enters(mei)
    await is_on(stage, date)
    await stage.restart()
    await enters(ruth)
    await comes_to_rest(stage)
    await mei.leaves_voice()
    await ruth.leaves_voice()
    await comes_to_rest(stage)
    await stage.restart()
    await comes_to_rest(stage)
    passes(stage, 4 * MINUTE)
    await becomes_so(stage, date, lambda it: it.state is State.ENDED)


async def test_what_the_next_date_needs_is_given_up_by_the_one_before(stage, server, mei, ruth, date):
    after = await planned(stage, server, ruth, timedelta(hours=2, minutes=30), title="After")
    assert after.room == date.room
    await comes_to_rest(stage)
    await is_on(stage, date)
    await enters(mei)
    await enters(ruth)
    await comes_to_rest(stage)
    until(stage, after, -10)
    await becomes_so(stage, after, lambda it: it.state is State.OPEN)
    await becomes_so(stage, date, lambda it: it.state is State.ENDED)


async def test_a_date_called_off_while_its_room_is_open_shuts_it(stage, server, mei, date):
    until(stage, date, -10)
    await enters(mei)
    await mei.leaves_voice()
    await server.nora.cancels_event(TITLE)
    await becomes_so(stage, date, lambda it: it.state is State.CANCELLED)
    await comes_to_rest(stage)
    with pytest.raises(CannotDo):
        await mei.joins_voice(ROOM)
