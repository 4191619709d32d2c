"""Scheduled events, voice channels and a server's welcome as a person reads them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from sandbox.enums import ChannelType, EventStatus, MemberFlag
from sandbox.payloads import Json, shown_name
from sandbox.verbs import onboarding

if TYPE_CHECKING:
    from sandbox.guild import Guild

SHOWN = {
    "self_mute": "muted", "mute": "muted by a moderator", "self_deaf": "deafened",
    "deaf": "deafened by a moderator", "self_video": "camera on", "self_stream": "live",
}  # fmt: skip


def event(guild: Guild, one: Json) -> Iterator[str]:
    """The event with its time in UTC, its place, and how many are interested."""
    on = one["status"] == EventStatus.ACTIVE
    start = datetime.fromisoformat(one["scheduled_start_time"]).strftime("%Y-%m-%d %H:%M UTC")
    yield f"event {one['name']}: {'now' if on else start}, {place(guild, one)}"
    if one["description"]:
        yield from (f"    {line}" for line in one["description"].split("\n"))
    yield f"    {len(guild.interested[one['id']])} interested"


def welcome(guild: Guild, member: Json) -> Iterator[str]:
    """What the server still wants of a newcomer."""
    if member["pending"]:
        yield "agree to the rules to talk here"
    if not guild.onboarding["enabled"] or member["flags"] & MemberFlag.COMPLETED_ONBOARDING:
        return
    for prompt in onboarding.asked(guild):
        options = ", ".join(option["title"] for option in prompt["options"])
        yield f"{prompt['title']} ({'one' if prompt['single_select'] else 'any'} of {options})"


def place(guild: Guild, one: Json) -> str:
    if one["channel_id"] is None:
        return str(one["entity_metadata"]["location"])
    return f"#{guild.channels[one['channel_id']]['name']}"


def in_room(guild: Guild, channel: Json) -> Iterator[str]:
    """What the room says of itself, and who is in it."""
    if channel["id"] in guild.room_statuses:
        yield f"status: {guild.room_statuses[channel['id']]}"
    if channel["id"] in guild.stage_instances:
        yield f"live: {guild.stage_instances[channel['id']]['topic']}"
    for user_id in guild.in_room(channel["id"]):
        member, state = guild.members[user_id], guild.voice_states[user_id]
        marks = [mark for key, mark in SHOWN.items() if state[key]]
        if channel["type"] == ChannelType.STAGE:
            marks.insert(0, part(state))
        yield f"({', '.join([member['nick'] or shown_name(member['user']), *marks])})"


def part(state: Json) -> str:
    if not state["suppress"]:
        return "speaks"
    return "asks to speak" if state["request_to_speak_timestamp"] else "listens"
