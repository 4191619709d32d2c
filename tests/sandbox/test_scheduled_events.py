"""Scheduled events as discord.py plans, changes and hears of them, and what Discord refuses about them."""

from datetime import UTC, datetime

import pytest
from discord import EntityType, EventStatus

from sandbox import CannotDo, Permission
from sandbox.verbs.scheduled_events import MAX_COMING
from tests.sandbox.clients import logged_in
from tests.sandbox.planning import PNG, later, outside, planned, raw
from tests.sandbox.refused import refused


async def test_an_event_is_planned_found_changed_and_deleted(client, bridge, lounge, world, guild):
    event = await planned(bridge, lounge, world, description="Bring tea", image=PNG, reason="we said so")
    (heard,) = await client.hears("scheduled_event_create")
    assert (heard, heard.channel, heard.description) == (event, lounge, "Bring tea")
    assert event.creator == client.user
    assert event.cover_image is not None
    assert await event.cover_image.read() == PNG
    changed = await event.edit(name="Long talk", end_time=later(world, 26))
    _, after = await client.hears("scheduled_event_update")
    assert (after.name, after.end_time) == ("Long talk", changed.end_time)
    assert [one.name for one in await bridge.fetch_scheduled_events()] == ["Long talk"]
    await event.delete()
    await client.hears("scheduled_event_delete")
    with refused(404, 10070):
        await bridge.fetch_scheduled_event(event.id)


async def test_what_is_planned_is_there_for_a_bot_that_comes_later(
    sandbox, guild, world, client, bridge, lounge
):
    await planned(bridge, lounge, world)
    async with logged_in(sandbox) as other:
        assert [event.name for event in other.guilds[0].scheduled_events] == ["Talk"]


async def test_somebody_starts_it_and_it_ends_after_its_room_has_emptied(client, bridge, lounge, world, mei):
    event = await planned(bridge, lounge, world)
    await mei.joins_voice("General")
    world.clock.advance(24.5 * 3600)
    assert (await bridge.fetch_scheduled_event(event.id)).status is EventStatus.scheduled
    started = await event.start(reason="everybody is here")
    assert started.status is EventStatus.active
    world.clock.advance(3600)
    await mei.leaves_voice()
    world.clock.advance(4 * 60)
    await mei.joins_voice("General")
    world.clock.advance(3600)
    await mei.leaves_voice()
    world.clock.advance(4 * 60)
    assert (await bridge.fetch_scheduled_event(event.id)).status is EventStatus.active
    world.clock.advance(2 * 60)
    assert (await bridge.fetch_scheduled_event(event.id)).status is EventStatus.completed
    assert await bridge.fetch_scheduled_events() == []
    with refused(400, 180000):
        await event.edit(name="Again")


async def test_what_nobody_starts_is_called_off_after_some_hours(client, bridge, lounge, world):
    await planned(bridge, lounge, world)
    world.clock.advance(26.9 * 3600)
    assert client.all_heard("scheduled_event_update") == []
    world.clock.advance(3600)
    _, after = await client.hears("scheduled_event_update")
    assert after.status is EventStatus.cancelled


async def test_an_event_elsewhere_starts_and_ends_by_itself(client, bridge, world):
    await outside(bridge, world)
    world.clock.advance(26 * 3600)
    await client.hears("scheduled_event_update", 2)
    befores = [before.status for before, _ in client.all_heard("scheduled_event_update")]
    assert befores == [EventStatus.scheduled, EventStatus.active]
    assert bridge.scheduled_events[0].status is EventStatus.completed


async def test_an_event_on_a_stage_opens_it_and_closes_it(client, bridge, world, mei):
    stage = await bridge.create_stage_channel("Forum")
    event = await planned(bridge, stage, world)
    started = await event.start()
    instance = await stage.fetch_instance()
    assert (instance.topic, started.entity_id, instance.scheduled_event_id) == ("Talk", instance.id, event.id)
    await started.end()
    await client.hears("stage_instance_delete")
    with refused(404, 10067):
        await stage.fetch_instance()


async def test_a_status_only_goes_forward(bridge, lounge, world):
    event = await planned(bridge, lounge, world)
    with refused(400, 50035):
        await event.edit(status=EventStatus.completed)
    started = await event.start()
    with refused(400, 50035):
        await started.edit(status=EventStatus.cancelled)
    await started.end()
    cancelled = await (await planned(bridge, lounge, world)).cancel()
    with refused(400, 180000):
        await cancelled.edit(status=EventStatus.active)


async def test_an_event_moves_out_of_its_channel_and_back(client, bridge, lounge, world):
    event = await planned(bridge, lounge, world)
    with refused(400, 50035):
        elsewhere = {"channel_id": None, "entity_type": 3, "entity_metadata": {"location": "The park"}}
        await raw(client, bridge, elsewhere, event.id)
    end = later(world, 25)
    out = await event.edit(location="The park", entity_type=EntityType.external, end_time=end)
    assert (out.channel_id, out.location) == (None, "The park")
    back = await out.edit(channel=lounge)
    assert (back.channel_id, back.location, back.entity_type) == (lounge.id, None, EntityType.voice)


@pytest.mark.parametrize(
    "fields",
    [
        {"name": ""},
        {"name": "x" * 101},
        {"description": "x" * 1_001},
        {"start_time": datetime(2020, 1, 1, tzinfo=UTC)},
        {"end_time": datetime(2020, 1, 1, tzinfo=UTC)},
    ],
    ids=lambda fields: next(iter(fields)),
)
async def test_what_does_not_fit_is_refused(bridge, lounge, world, fields):
    with refused(400, 50035):
        await planned(bridge, lounge, world, **fields)


async def test_a_place_needs_what_belongs_to_it(client, bridge, lounge, world, lobby):
    body = {"name": "Talk", "privacy_level": 2, "scheduled_start_time": later(world).isoformat()}
    for missing in (
        {},
        {"entity_type": 2},
        {"entity_type": 3, "entity_metadata": {"location": "The park"}},
        {"entity_type": 3, "scheduled_end_time": later(world, 25).isoformat()},
        {"entity_type": 2, "channel_id": str(lounge.id), "image": "not a picture"},
    ):
        with refused(400, 50035):
            await raw(client, bridge, body | missing)
    with refused(400, 50035):
        await outside(bridge, world, location="x" * 101)
    with refused(400, 50024):
        await raw(client, bridge, body | {"entity_type": 2, "channel_id": str(lobby.id)})
    with refused(404, 10003):
        await raw(client, bridge, body | {"entity_type": 2, "channel_id": "5"})


async def test_no_more_than_a_hundred_are_to_come(bridge, lounge, world, guild):
    event = await planned(bridge, lounge, world)
    kept = guild.scheduled_events[str(event.id)]
    guild.scheduled_events |= {str(n): kept | {"id": str(n)} for n in range(1, MAX_COMING)}
    with refused(400, 30038):
        await planned(bridge, lounge, world)
    guild.scheduled_events["1"]["status"] = 3
    await planned(bridge, lounge, world)


@pytest.mark.parametrize("lacking", [Permission.CREATE_EVENTS, Permission.CONNECT])
async def test_planning_needs_its_permissions(bridge, lounge, world, guild, lacking):
    bot_role = guild.role("Circles")
    everyone = guild.everyone
    for role in (bot_role, everyone):
        role["permissions"] = str(int(role["permissions"]) & ~lacking)
    with refused(403, 50013):
        await planned(bridge, lounge, world)


async def test_one_changes_ones_own_with_create_events_and_others_with_manage_events(
    bridge, lounge, world, guild, mei
):
    own = await planned(bridge, lounge, world)
    await mei.creates_event("Hers", "#General", later(world))
    hers = guild.member(mei.id)
    role = guild.role("Circles")
    role["permissions"] = str(int(role["permissions"]) & ~Permission.MANAGE_EVENTS)
    await own.edit(name="Mine")
    (theirs,) = [event for event in await bridge.fetch_scheduled_events() if event.name == "Hers"]
    assert str(theirs.creator_id) == hers["user"]["id"]
    with refused(403, 50013):
        await theirs.edit(name="Mine too")
    with pytest.raises(CannotDo, match="Missing Permissions"):
        await mei.cancels_event("Mine")
    await mei.deletes_event("Hers")


async def test_events_in_a_channel_one_cannot_see_are_hidden(client, bridge, lounge, world, guild, mei):
    event = await planned(bridge, lounge, world)
    nora = world.person("Nora")
    await nora.edits_overwrites("General", "@everyone", deny=Permission.VIEW_CHANNEL)
    await nora.edits_overwrites("General", "Circles", deny=Permission.VIEW_CHANNEL)
    assert mei.events() == []
    assert await bridge.fetch_scheduled_events() == []
    with refused(403, 50001):
        await bridge.fetch_scheduled_event(event.id)
    await nora.starts_event("Talk")
    await nora.creates_role("Afterwards")
    await client.hears("guild_role_create")
    assert client.all_heard("scheduled_event_update") == []


async def test_a_deleted_channel_takes_its_events_along(client, bridge, lounge, world):
    await planned(bridge, lounge, world)
    await lounge.delete()
    _, after = await client.hears("scheduled_event_update")
    assert after.status is EventStatus.cancelled
    world.clock.advance(48 * 3600)
    assert len(client.all_heard("scheduled_event_update")) == 1


async def test_an_events_life_is_in_the_audit_log(client, bridge, lounge, world):
    event = await planned(bridge, lounge, world, reason="a plan")
    await event.edit(name="Long talk", reason="more to say")
    await event.delete(reason="no time")
    entries = [entry async for entry in bridge.audit_logs(limit=3)]
    assert [entry.reason for entry in entries] == ["no time", "more to say", "a plan"]
    assert (entries[1].before.name, entries[1].after.name) == ("Talk", "Long talk")
