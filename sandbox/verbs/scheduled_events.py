"""Scheduled events: planning, changing, starting, ending and calling them off, and who is interested."""

from __future__ import annotations

import base64
import hashlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sandbox.acting import Actor
from sandbox.audit import differences
from sandbox.checks.scheduled_events import check_edited_event, check_new_event, check_whole_event
from sandbox.enums import AuditAction, ChannelType, EventPlace, EventStatus
from sandbox.errors import ApiError, invalid, missing_permissions
from sandbox.files import Upload
from sandbox.payloads import Json
from sandbox.permissions import Permission
from sandbox.verbs import event_life

if TYPE_CHECKING:
    from sandbox.world import World

MAX_COMING = 100
ROOMS = {EventPlace.STAGE: ChannelType.STAGE, EventPlace.VOICE: ChannelType.VOICE}
NEEDED_AT = {
    EventPlace.STAGE: Permission.MANAGE_CHANNELS | Permission.MUTE_MEMBERS | Permission.MOVE_MEMBERS,
    EventPlace.VOICE: Permission.VIEW_CHANNEL | Permission.CONNECT,
    EventPlace.EXTERNAL: Permission.NONE,
}
"""Beside CREATE_EVENTS or MANAGE_EVENTS (Discord: guild scheduled event permissions requirements)."""
NEXT = {
    EventStatus.SCHEDULED: (EventStatus.ACTIVE, EventStatus.CANCELED),
    EventStatus.ACTIVE: (EventStatus.COMPLETED,),
}
LOGGED = ("name", "description", "channel_id", "status", "entity_type", "scheduled_start_time",
          "scheduled_end_time")  # fmt: skip
TIMES = ("scheduled_start_time", "scheduled_end_time")


def create(actor: Actor, wish: Json, reason: str | None = None) -> Json:
    """Needs CREATE_EVENTS, and what its place asks for; 30038 beyond a hundred that are to come or on."""
    check_new_event(wish)
    world, guild = actor.world, actor.guild
    event = _blank(world, actor) | _fields(world, wish)
    check_whole_event(event, set(TIMES), world.clock.now())
    _needs_place(actor, event)
    actor.needs(Permission.CREATE_EVENTS, _room(actor, event))
    if len(guild.coming_events()) >= MAX_COMING:
        said = f"Maximum number of uncompleted guild scheduled events reached ({MAX_COMING})"
        raise ApiError(400, 30038, said)
    guild.scheduled_events[event["id"]] = event
    guild.interested[event["id"]] = []
    event_life.settle(world, guild, event)
    event_life.tell(world, guild, event, "CREATE")
    action, changes = AuditAction.SCHEDULED_EVENT_CREATE, differences({}, event, LOGGED)
    world.audit.note(guild, action, actor.id, event["id"], reason, changes=changes)
    return event


def _blank(world: World, actor: Actor) -> Json:
    return {
        "id": world.snowflakes.next(), "guild_id": actor.guild.id, "channel_id": None,
        "creator_id": actor.id, "name": "", "description": None, "image": None,
        "scheduled_start_time": None, "scheduled_end_time": None, "privacy_level": 2,
        "status": int(EventStatus.SCHEDULED), "entity_type": 0, "entity_id": None, "entity_metadata": None,
        "recurrence_rule": None, "guild_scheduled_event_exceptions": [],
    }  # fmt: skip


def _fields(world: World, wish: Json) -> Json:
    """What the wish sets, in the form in which it is kept."""
    taken = ("name", "description", "channel_id", "entity_type", "entity_metadata")
    fields = {key: wish[key] for key in taken if key in wish}
    fields |= {key: _in_utc(wish[key]) for key in TIMES if key in wish}
    if fields.get("entity_type") in ROOMS:
        fields["entity_metadata"] = None
    if "image" in wish:
        fields["image"] = _keep_image(world, wish["image"]) if wish["image"] else None
    if "recurrence_rule" in wish:
        fields["recurrence_rule"] = _rule(wish["recurrence_rule"]) if wish["recurrence_rule"] else None
    return fields


def _in_utc(moment: str | None) -> str | None:
    if moment is None:
        return None
    at = datetime.fromisoformat(moment)
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC).isoformat()


def _rule(wish: Json) -> Json:
    lists = ("by_weekday", "by_n_weekday", "by_month", "by_month_day", "by_year_day")
    return {
        "start": _in_utc(wish["start"]), "end": None, "frequency": wish["frequency"],
        "interval": wish.get("interval") or 1, "count": None,
    } | {key: wish.get(key) or [] for key in lists}  # fmt: skip


def _keep_image(world: World, uri: str) -> str:
    """Store the picture for the CDN and return the hash that names it."""
    head, encoded = uri.split(",", 1)
    data = base64.b64decode(encoded)
    name = hashlib.blake2b(data, digest_size=16).hexdigest()
    world.files[name] = Upload("image", f"{name}.{head[len('data:image/') :].split(';')[0]}", data)
    return name


def _room(actor: Actor, event: Json) -> Json | None:
    """The channel of an event that is held in one; 10003 when it is not there, 50024 for another kind."""
    if event["channel_id"] is None:
        return None
    channel = actor.guild.channel(event["channel_id"])
    if channel["type"] != ROOMS[EventPlace(event["entity_type"])]:
        raise ApiError(400, 50024, "Cannot execute action on this channel type")
    return channel


def _needs_place(actor: Actor, event: Json) -> None:
    room = _room(actor, event)
    if room:
        actor.needs(NEEDED_AT[EventPlace(event["entity_type"])], room)


def edit(actor: Actor, event: Json, wish: Json, reason: str | None = None) -> Json:
    """Change it, or by its status start, end or cancel it; 180000 for one that is over."""
    _needs_to_change(actor, event)
    check_edited_event(wish)
    if event["status"] not in NEXT:
        raise ApiError(400, 180000, "Cannot update a finished event")
    world, before = actor.world, dict(event)
    fields = _fields(world, wish)
    moved = {key for key in TIMES if key in fields and fields[key] != event[key]}
    planned = event | fields
    check_whole_event(planned, moved, world.clock.now())
    _needs_place(actor, planned)
    status = EventStatus(wish.get("status") or event["status"])
    _needs_step(event, status)
    event |= fields
    _become(actor, event, status)
    action, changes = AuditAction.SCHEDULED_EVENT_UPDATE, differences(before, event, LOGGED)
    world.audit.note(actor.guild, action, actor.id, event["id"], reason, changes=changes)
    return event


def _needs_step(event: Json, status: EventStatus) -> None:
    """Scheduled to active to completed, or scheduled to cancelled; no other way."""
    now = EventStatus(event["status"])
    if status != now and status not in NEXT[now]:
        said = f"Value must be one of {tuple(int(one) for one in NEXT[now])}."
        raise invalid({"status": ("BASE_TYPE_CHOICES", said)})


def _become(actor: Actor, event: Json, status: EventStatus) -> None:
    world, guild = actor.world, actor.guild
    if status == event["status"]:
        event_life.settle(world, guild, event)
        event_life.tell(world, guild, event, "UPDATE")
    elif status is EventStatus.ACTIVE:
        event_life.begin(world, guild, event)
    elif status is EventStatus.COMPLETED:
        event_life.finish(world, guild, event, status)
    else:
        event_life.call_off(world, guild, event)


def may_change(actor: Actor, event: Json) -> bool:
    try:
        _needs_to_change(actor, event)
    except ApiError:
        return False
    return True


def _needs_to_change(actor: Actor, event: Json) -> None:
    """One's own with either permission, another's with MANAGE_EVENTS."""
    room = actor.guild.channels.get(event["channel_id"] or "")
    own = event["creator_id"] == actor.id and actor.may(Permission.CREATE_EVENTS, room)
    needs_to_see(actor, event)
    if not (own or actor.may(Permission.MANAGE_EVENTS, room)):
        raise missing_permissions()
    if room:
        actor.needs(NEEDED_AT[EventPlace(event["entity_type"])], room)


def delete(actor: Actor, event: Json, reason: str | None = None) -> None:
    """As if it had never been planned."""
    _needs_to_change(actor, event)
    world, guild = actor.world, actor.guild
    event_life.stop(guild, event["id"])
    del guild.scheduled_events[event["id"]]
    del guild.interested[event["id"]]
    event_life.tell(world, guild, event, "DELETE")
    action, changes = AuditAction.SCHEDULED_EVENT_DELETE, differences(event, {}, LOGGED)
    world.audit.note(guild, action, actor.id, event["id"], reason, changes=changes)


def sees(actor: Actor, event: Json) -> bool:
    """An event in a channel is seen by those who see the channel."""
    room = actor.guild.channels.get(event["channel_id"] or "")
    return room is None or actor.may(Permission.VIEW_CHANNEL, room)


def needs_to_see(actor: Actor, event: Json) -> None:
    room = actor.guild.channels.get(event["channel_id"] or "")
    if room:
        actor.needs(Permission.VIEW_CHANNEL, room)


def be_interested(actor: Actor, event: Json) -> None:
    """Idempotent; only while it is to come or on."""
    needs_to_see(actor, event)
    if event["status"] not in NEXT:
        raise ApiError(400, 180000, "Cannot update a finished event")
    if actor.id not in actor.guild.interested[event["id"]]:
        actor.guild.interested[event["id"]].append(actor.id)
        _tell_interest(actor, event, "ADD")


def lose_interest(actor: Actor, event: Json) -> None:
    """Idempotent."""
    needs_to_see(actor, event)
    if actor.id in actor.guild.interested[event["id"]]:
        actor.guild.interested[event["id"]].remove(actor.id)
        _tell_interest(actor, event, "REMOVE")


def _tell_interest(actor: Actor, event: Json, what: str) -> None:
    data = {"guild_scheduled_event_id": event["id"], "user_id": actor.id, "guild_id": actor.guild.id}
    name = f"GUILD_SCHEDULED_EVENT_USER_{what}"
    room = actor.guild.channels.get(event["channel_id"] or "")
    if room:
        actor.world.emit_in(room, name, data)
    else:
        actor.world.emit(name, data, actor.guild)
