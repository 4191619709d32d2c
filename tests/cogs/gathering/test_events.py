"""Each date has one event among the server's own, and what people change there is what holds."""

from datetime import timedelta

import pytest

from actions import discussions, events
from domain.discussions import State
from domain.events import BY_HAND
from sandbox import Permission
from sandbox.enums import EventStatus
from sandbox.permissions import DEFAULT_EVERYONE
from tests.cogs.gathering.evening import ROOM, TITLE, becomes_so, now_is, start_of
from tests.cogs.gathering.evening import events as standing
from tests.cogs.ticking import passes
from tests.cogs.upkeep.watching import becomes, channels, comes_to_rest
from tests.planning import planned

HOUR = timedelta(hours=1)


@pytest.fixture
async def date(stage, server, ruth):
    date = await planned(stage, server, ruth)
    await ruth.sees_event(TITLE)
    await comes_to_rest(stage)
    return await now_is(stage, date)


async def test_a_date_stands_among_the_servers_events_with_its_room_and_times(stage, server, ruth, date):
    (event,) = standing(server)
    assert event["channel_id"] == ruth.channel(ROOM)["id"]
    assert start_of(event) == date.starts_at
    assert event["id"] == str(date.event_id)
    assert event["description"].endswith(f"circles:date:{date.occurrence_id}")


@pytest.mark.parametrize("outcome", ["drop after", "502 after", "503"])
async def test_row_10_an_answer_that_was_lost_leaves_no_event_twice(stage, server, ruth, outcome):
    server.world.faults.next("POST", "/scheduled-events$", outcome)
    date = await planned(stage, server, ruth)
    await becomes_so(stage, date, lambda it: it.event_id is not None)
    await comes_to_rest(stage)
    assert len(standing(server)) == 1


async def test_of_an_event_that_was_made_twice_the_younger_goes(stage, server, ruth, date):
    (first,) = standing(server)
    async with stage.database.begin() as store:
        await store.occurrences.note(date, event_id=None, event_known=None)
    twin = dict(first) | {"id": server.world.snowflakes.next()}
    server.guild.scheduled_events[twin["id"]] = twin
    server.guild.interested[twin["id"]] = []
    await events.look_again(stage.bot.deps, [date])
    await becomes(server.world, lambda: len(standing(server)) == 1)
    assert standing(server) == [first]


async def test_what_is_changed_here_is_changed_there(stage, server, ruth, date):
    async with stage.database.begin() as store:
        now = stage.bot.deps.now()
        later = date.starts_at + HOUR
        await store.occurrences.change(date, now, title="Growing up", starts_at=later, minutes=90)
        community = await discussions.present(store, date.community_id)
        changed = await store.occurrences.find(date.community_id, date.occurrence_id)
        await discussions.follow(store, community, [changed], now)
    stage.bot.deps.bell.set()
    event = await ruth.sees_event("Growing up")
    assert start_of(event) == later
    assert len(standing(server)) == 1


async def test_a_date_moved_by_hand_in_discord_moves(stage, server, date):
    later = date.starts_at + 3 * HOUR
    await server.nora.edits_event(
        TITLE,
        scheduled_start_time=later.isoformat(),
        scheduled_end_time=(later + 2 * HOUR).isoformat(),
    )
    moved = await becomes_so(stage, date, lambda it: it.starts_at == later)
    assert (moved.minutes, moved.version) == (120, date.version + 1)
    assert moved.local - date.local == 3 * HOUR


async def test_a_date_renamed_by_hand_in_discord_is_called_that(stage, server, date):
    await server.nora.edits_event(TITLE, name="What is a good life?")
    await becomes_so(stage, date, lambda it: it.title == "What is a good life?")


async def test_ten_changes_by_hand_in_a_row_settle_on_the_last_and_nobody_fights(stage, server, date):
    name = TITLE
    for number in range(10):
        later = date.starts_at + number * HOUR
        times = {"scheduled_end_time": (later + HOUR).isoformat(), "scheduled_start_time": later.isoformat()}
        await server.nora.edits_event(name, name=f"Number {number}", **times)
        name = f"Number {number}"
    await becomes_so(stage, date, lambda it: it.title == "Number 9")
    await comes_to_rest(stage)
    settled = await now_is(stage, date)
    (event,) = standing(server)
    assert event["name"] == settled.title == "Number 9"
    assert start_of(event) == settled.starts_at == date.starts_at + 9 * HOUR


async def test_what_is_changed_on_both_sides_is_kept_of_both(stage, server, date):
    """Here the name, there the time, and neither has heard of the other."""
    later = date.starts_at + HOUR
    await stage.stop()
    async with stage.database.begin() as store:
        community = await discussions.present(store, date.community_id)
        await store.occurrences.change(date, date.starts_at, title="Ours")
        changed = await store.occurrences.find(date.community_id, date.occurrence_id)
        await discussions.follow(store, community, [changed], date.starts_at - 24 * HOUR)
    await server.nora.edits_event(
        TITLE, scheduled_start_time=later.isoformat(), scheduled_end_time=(later + HOUR).isoformat()
    )
    await stage.start()
    both = await becomes_so(stage, date, lambda it: it.starts_at == later)
    await becomes(server.world, lambda: standing(server)[0]["name"] == "Ours")
    assert both.title == "Ours"


@pytest.mark.parametrize("how", ["cancels_event", "deletes_event"])
async def test_a_date_cancelled_or_deleted_by_hand_in_discord_is_cancelled(stage, server, date, how):
    await getattr(server.nora, how)(TITLE)
    off = await becomes_so(stage, date, lambda it: it.state is State.CANCELLED)
    await comes_to_rest(stage)
    assert off.reason == BY_HAND
    assert standing(server) == []


async def test_row_25_what_was_cancelled_in_discord_while_the_bot_was_away_is_cancelled(stage, server, date):
    await stage.stop()
    await server.nora.deletes_event(TITLE)
    await stage.start()
    await becomes_so(stage, date, lambda it: it.state is State.CANCELLED)


async def test_row_26_what_nobody_started_and_discord_cancelled_is_missed(stage, server, date):
    await stage.stop()
    server.world.clock.advance((date.starts_at - stage.bot.deps.now() + 4 * HOUR).total_seconds())
    assert standing(server) == []
    await stage.start()
    await becomes_so(stage, date, lambda it: it.state is State.MISSED)


async def test_row_37_a_room_deleted_by_hand_is_made_again_and_its_events_with_it(stage, server, ruth, date):
    await server.nora.deletes_channel(ROOM)
    await becomes(
        server.world, lambda: "discussion room 1" in channels(server.guild) and standing(server) != []
    )
    await comes_to_rest(stage)
    (event,) = standing(server)
    assert event["channel_id"] == ruth.channel(ROOM)["id"]
    assert (await now_is(stage, date)).state is State.PLANNED


async def test_a_date_that_is_called_off_here_is_called_off_there(stage, server, date):
    async with stage.database.begin() as store:
        community = await discussions.present(store, date.community_id)
        await discussions.ended(store, community, date, State.CANCELLED, stage.bot.deps.now())
    stage.bot.deps.bell.set()
    await becomes(server.world, lambda: len(standing(server, EventStatus.CANCELED)) == 1)
    assert standing(server) == []


async def test_in_a_full_server_the_nearest_stand_and_the_others_come_when_there_is_room(stage, server, ruth):
    now = server.world.clock.now()
    for number in range(99):
        at = now + timedelta(days=1, minutes=number)
        await server.nora.creates_event(f"Other {number}", "Town hall", at, at + HOUR)
    far = await planned(stage, server, ruth, timedelta(days=9), title="Far away")
    await ruth.sees_event("Far away")
    near = await planned(stage, server, ruth, timedelta(days=2), title="Near")
    await ruth.sees_event("Near")
    await comes_to_rest(stage)
    assert len(standing(server)) == 100
    assert (await now_is(stage, far)).event_id is None
    assert (await now_is(stage, near)).event_id is not None
    await server.nora.cancels_event("Other 5")
    await ruth.sees_event("Far away")


async def test_without_create_events_all_else_works_and_one_notice_says_what_to_do(stage, server, ruth):
    without = Permission.ALL & ~Permission.ADMINISTRATOR & ~Permission.CREATE_EVENTS
    await server.nora.edits_role(
        "@everyone", permissions=str(int(DEFAULT_EVERYONE & ~Permission.CREATE_EVENTS))
    )
    await server.nora.edits_role("Circles", permissions=str(int(without)))
    await server.nora.sees("*Create Events*", within=5)
    since = len(stage.sandbox.requests)
    await planned(stage, server, ruth)
    await comes_to_rest(stage)
    assert standing(server) == []
    assert [call.path for call in stage.sandbox.requests[since:] if call.status == 403] == []
    everything = Permission.ALL & ~Permission.ADMINISTRATOR
    await server.nora.edits_role("Circles", permissions=str(int(everything)))
    await ruth.sees_event(TITLE, within=5)


async def test_a_date_in_a_room_that_is_not_there_yet_waits_for_it(stage, server, ruth, date):
    second = await planned(stage, server, ruth, title="Meanwhile")
    event = await ruth.sees_event("Meanwhile", within=5)
    assert second.room == 1
    assert event["channel_id"] == ruth.channel("#discussion room 2")["id"]
    assert "Attendees of room 2" in [role["name"] for role in server.guild.roles.values()]


async def test_whoever_writes_a_line_like_ours_leads_nobody_astray(stage, server, ruth, date):
    """Nor does what Discord may make of a text, which would be carried there again and again."""
    other = await planned(stage, server, ruth, title="Trickery", about=f"circles:date:{date.occurrence_id}")
    event = await ruth.sees_event("Trickery")
    await comes_to_rest(stage)
    assert event["description"].endswith(f"circles:date:{other.occurrence_id}")
    assert (await now_is(stage, other)).event_id == int(event["id"])
    assert (await now_is(stage, date)).event_id == date.event_id
    edits = [call for call in stage.sandbox.requests if call.method == "PATCH" and "scheduled" in call.path]
    assert edits == []


async def test_somebody_elses_event_is_nobodys_business(stage, server, ruth, date):
    at = server.world.clock.now() + HOUR
    await server.nora.creates_event("Theirs", "#General", at)
    since = len(stage.sandbox.requests)
    await server.nora.edits_event("Theirs", name="Still theirs")
    await comes_to_rest(stage)
    assert [call.path for call in stage.sandbox.requests[since:] if "scheduled" in call.path] == []
    passes(stage, 60)
