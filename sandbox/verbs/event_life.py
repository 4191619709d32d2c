"""What becomes of a scheduled event in time: it starts, ends, lapses, or moves on to its next date.

Discord starts and ends external events itself. Those in a voice or stage channel it never starts: somebody
must. It ends them some minutes after their room is empty, and calls off whatever nobody started some hours
after it should have begun (Discord: guild scheduled event, status update automation). It does not publish how
many minutes and hours; the two numbers here are ours.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from sandbox.enums import EventPlace, EventStatus
from sandbox.payloads import Json
from sandbox.recurrence import following
from sandbox.verbs import stages

if TYPE_CHECKING:
    from sandbox.guild import Guild
    from sandbox.world import World

EMPTY_ROOM = timedelta(minutes=5)
"""How long an active event outlives the last person in its room."""
NOBODY_CAME = timedelta(hours=3)
"""How long after its start an event may still be started."""


def tell(world: World, guild: Guild, event: Json, what: str) -> None:
    """GUILD_SCHEDULED_EVENT_CREATE, _UPDATE or _DELETE, to those who can see where it is held."""
    name = f"GUILD_SCHEDULED_EVENT_{what}"
    channel = guild.channels.get(event["channel_id"] or "")
    if channel:
        world.emit_in(channel, name, event)
    else:
        world.emit(name, event, guild)


def settle(world: World, guild: Guild, event: Json) -> None:
    """Set the timer for whatever comes next by itself, in place of the one before."""
    stop(guild, event["id"])
    external = event["entity_type"] == EventPlace.EXTERNAL
    start = datetime.fromisoformat(event["scheduled_start_time"])
    act = partial(_comes_by_itself, world, guild.id, event["id"])
    if event["status"] == EventStatus.SCHEDULED:
        guild.timers[event["id"]] = world.clock.at(start if external else start + NOBODY_CAME, act)
    elif event["status"] == EventStatus.ACTIVE and external:
        guild.timers[event["id"]] = world.clock.at(datetime.fromisoformat(event["scheduled_end_time"]), act)
    elif event["status"] == EventStatus.ACTIVE and not guild.in_room(event["channel_id"]):
        guild.timers[event["id"]] = world.clock.at(world.clock.now() + EMPTY_ROOM, act)


def stop(guild: Guild, event_id: str) -> None:
    timer = guild.timers.pop(event_id, None)
    if timer:
        timer.cancel()


def _comes_by_itself(world: World, guild_id: str, event_id: str) -> None:
    guild = world.guilds[guild_id]
    event = guild.scheduled_events[event_id]
    if event["status"] == EventStatus.ACTIVE:
        finish(world, guild, event, EventStatus.COMPLETED)
    elif event["entity_type"] == EventPlace.EXTERNAL:
        begin(world, guild, event)
    else:
        finish(world, guild, event, EventStatus.CANCELED)


def begin(world: World, guild: Guild, event: Json) -> None:
    """It is on. One on a stage opens the stage."""
    event["status"] = int(EventStatus.ACTIVE)
    if event["entity_type"] == EventPlace.STAGE:
        event["entity_id"] = stages.open_for(world, guild, event)["id"]
    settle(world, guild, event)
    tell(world, guild, event, "UPDATE")


def finish(world: World, guild: Guild, event: Json, status: EventStatus) -> None:
    """It is over or has lapsed: done with, or if it recurs, scheduled for its next date."""
    if event["entity_id"] is not None:
        stages.close_for(world, guild, event)
        event["entity_id"] = None
    if event["recurrence_rule"]:
        _move_on(world, event)
    else:
        event["status"] = int(status)
    settle(world, guild, event)
    tell(world, guild, event, "UPDATE")


def call_off(world: World, guild: Guild, event: Json) -> None:
    """Somebody cancels it, with all its further dates."""
    event["status"] = int(EventStatus.CANCELED)
    settle(world, guild, event)
    tell(world, guild, event, "UPDATE")


def _move_on(world: World, event: Json) -> None:
    start = datetime.fromisoformat(event["scheduled_start_time"])
    later = following(event["recurrence_rule"], max(start, world.clock.now()))
    if event["scheduled_end_time"]:
        end = datetime.fromisoformat(event["scheduled_end_time"])
        event["scheduled_end_time"] = (end - start + later).isoformat()
    event["scheduled_start_time"] = later.isoformat()
    event["status"] = int(EventStatus.SCHEDULED)


def room_changed(world: World, guild: Guild, channel_id: str) -> None:
    """Somebody came into a room or left it: its active event waits again, or begins to wait for its end."""
    for event in guild.coming_events():
        if event["channel_id"] != channel_id or event["status"] != EventStatus.ACTIVE:
            continue
        waiting = event["id"] in guild.timers
        if waiting == bool(guild.in_room(channel_id)):
            settle(world, guild, event)


def room_gone(world: World, guild: Guild, channel_id: str) -> None:
    """What was to happen in a deleted channel is called off, what was on is over."""
    for event in guild.coming_events():
        if event["channel_id"] == channel_id:
            on = event["status"] == EventStatus.ACTIVE
            event["status"] = int(EventStatus.COMPLETED if on else EventStatus.CANCELED)
            settle(world, guild, event)
            tell(world, guild, event, "UPDATE")
