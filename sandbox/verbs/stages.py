"""Stages that are live: opened, given a topic, closed, and who speaks on them."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from sandbox.acting import Actor
from sandbox.audit import differences
from sandbox.checks.stages import check_edited_stage, check_new_stage
from sandbox.enums import AuditAction, ChannelType
from sandbox.errors import ApiError, unknown
from sandbox.payloads import Json
from sandbox.permissions import Permission

if TYPE_CHECKING:
    from sandbox.guild import Guild
    from sandbox.world import World

MODERATOR = Permission.MANAGE_CHANNELS | Permission.MUTE_MEMBERS | Permission.MOVE_MEMBERS
NOBODY_SPEAKS = timedelta(minutes=5)
"""How long a stage stays open without a speaker; Discord says only that it is minutes."""
LOGGED = ("topic", "privacy_level")


def instance(guild: Guild, channel_id: str) -> Json:
    """The live stage of a channel; 10067 when it is not live."""
    if channel_id not in guild.stage_instances:
        raise unknown("Stage Instance")
    return guild.stage_instances[channel_id]


def create(actor: Actor, channel: Json, wish: Json, reason: str | None = None) -> Json:
    """Go live. For a moderator of the stage; 150006 when it is open already."""
    check_new_stage(wish)
    if channel["type"] != ChannelType.STAGE:
        raise ApiError(400, 50024, "Cannot execute action on this channel type")
    actor.needs(MODERATOR, channel)
    if wish.get("send_start_notification"):
        actor.needs(Permission.MENTION_EVERYONE, channel)
    if channel["id"] in actor.guild.stage_instances:
        raise ApiError(400, 150006, "The Stage is already open")
    if wish.get("guild_scheduled_event_id"):
        actor.guild.scheduled_event(wish["guild_scheduled_event_id"])
    event_id = wish.get("guild_scheduled_event_id")
    stage = _open(actor.world, actor.guild, channel["id"], wish["topic"], event_id)
    _note(actor, AuditAction.STAGE_INSTANCE_CREATE, stage, differences({}, stage, LOGGED), reason)
    return stage


def _open(world: World, guild: Guild, channel_id: str, topic: str, event_id: str | None) -> Json:
    stage: Json = {
        "id": world.snowflakes.next(), "guild_id": guild.id, "channel_id": channel_id, "topic": topic,
        "privacy_level": 2, "discoverable_disabled": True, "guild_scheduled_event_id": event_id,
    }  # fmt: skip
    guild.stage_instances[channel_id] = stage
    world.emit_in(guild.channels[channel_id], "STAGE_INSTANCE_CREATE", stage)
    speakers_changed(world, guild, channel_id)
    return stage


def edit(actor: Actor, stage: Json, wish: Json, reason: str | None = None) -> Json:
    check_edited_stage(wish)
    actor.needs(MODERATOR, actor.guild.channel(stage["channel_id"]))
    before = dict(stage)
    stage |= {key: wish[key] for key in LOGGED if wish.get(key) is not None}
    actor.world.emit_in(actor.guild.channels[stage["channel_id"]], "STAGE_INSTANCE_UPDATE", stage)
    _note(actor, AuditAction.STAGE_INSTANCE_UPDATE, stage, differences(before, stage, LOGGED), reason)
    return stage


def delete(actor: Actor, stage: Json, reason: str | None = None) -> None:
    """Close it; whoever is in the channel stays."""
    actor.needs(MODERATOR, actor.guild.channel(stage["channel_id"]))
    _close(actor.world, actor.guild, stage)
    _note(actor, AuditAction.STAGE_INSTANCE_DELETE, stage, differences(stage, {}, LOGGED), reason)


def _note(actor: Actor, action: AuditAction, stage: Json, changes: list[Json], reason: str | None) -> None:
    options = {"channel_id": stage["channel_id"]}
    actor.world.audit.note(
        actor.guild, action, actor.id, stage["id"], reason, changes=changes, options=options
    )


def _close(world: World, guild: Guild, stage: Json) -> None:
    _stop_waiting(guild, stage)
    del guild.stage_instances[stage["channel_id"]]
    world.emit_in(guild.channels[stage["channel_id"]], "STAGE_INSTANCE_DELETE", stage)


def open_for(world: World, guild: Guild, event: Json) -> Json:
    """The live stage of an event that begins: the one that is open, or a new one named after it."""
    stage = guild.stage_instances.get(event["channel_id"])
    return stage or _open(world, guild, event["channel_id"], event["name"], event["id"])


def close_for(world: World, guild: Guild, event: Json) -> None:
    """The event is over, and its stage with it."""
    stage = guild.stage_instances.get(event["channel_id"])
    if stage and stage["id"] == event["entity_id"]:
        _close(world, guild, stage)


def channel_gone(world: World, guild: Guild, channel_id: str) -> None:
    if channel_id in guild.stage_instances:
        _close(world, guild, guild.stage_instances[channel_id])


def speakers_changed(world: World, guild: Guild, channel_id: str) -> None:
    """A live stage on which nobody speaks closes after a while."""
    stage = guild.stage_instances.get(channel_id)
    if stage is None:
        return
    speaking = any(not guild.voice_states[user_id]["suppress"] for user_id in guild.in_room(channel_id))
    if speaking:
        _stop_waiting(guild, stage)
    elif stage["id"] not in guild.timers:
        act = partial(_nobody_spoke, world, guild.id, channel_id)
        guild.timers[stage["id"]] = world.clock.at(world.clock.now() + NOBODY_SPEAKS, act)


def _nobody_spoke(world: World, guild_id: str, channel_id: str) -> None:
    guild = world.guilds[guild_id]
    _close(world, guild, guild.stage_instances[channel_id])


def _stop_waiting(guild: Guild, stage: Json) -> None:
    timer = guild.timers.pop(stage["id"], None)
    if timer:
        timer.cancel()
