"""Scheduled events as Discord tells of them, and what we ask it to make of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import discord

from cogs.kit.bot import CircleBot
from cogs.upkeep.outcomes import Gone, outcome
from domain.events import Event, EventStatus, Face, about_of, number_of

VOICE = discord.EntityType.voice.value
MEMBERS_ONLY = discord.PrivacyLevel.guild_only.value

Payload = Mapping[str, Any]


async def all_of(bot: CircleBot, community_id: int) -> list[Event]:
    """Everybody's events that are to come or on, as far as the bot sees their channels."""
    async with outcome():
        return [_event(bot, each) for each in await bot.http.get_scheduled_events(community_id, False)]


async def one(bot: CircleBot, community_id: int, event_id: int) -> Event | None:
    """None for one that was deleted."""
    try:
        async with outcome():
            return _event(bot, await bot.http.get_scheduled_event(community_id, event_id, False))
    except Gone:
        return None


async def make(
    bot: CircleBot, community_id: int, channel_id: int, face: Face, text: str, reason: str
) -> Event:
    """Raises Unknown when nobody knows whether it was made: then look for it."""
    async with outcome():
        made = await bot.http.create_guild_scheduled_event(
            community_id,
            reason=reason,
            entity_type=VOICE,
            privacy_level=MEMBERS_ONLY,
            channel_id=channel_id,
            name=face.name,
            description=text,
            **times(face),
        )
    return _event(bot, made)


async def edit(bot: CircleBot, community_id: int, event_id: int, reason: str, **changes: object) -> Event:
    async with outcome():
        changed = await bot.http.edit_scheduled_event(community_id, event_id, reason=reason, **changes)
    return _event(bot, changed)


async def delete(bot: CircleBot, community_id: int, event_id: int, reason: str) -> None:
    """Harmless for one that is not there."""
    try:
        async with outcome():
            await bot.http.delete_scheduled_event(community_id, event_id, reason=reason)
    except Gone:
        pass


def times(face: Face) -> dict[str, str]:
    ends_at = {} if face.ends_at is None else {"scheduled_end_time": face.ends_at.isoformat()}
    return {"scheduled_start_time": face.starts_at.isoformat(), **ends_at}


def heard(event: discord.ScheduledEvent, *, deleted: bool = False) -> Event:
    """What the library holds, which may be newer than what it tells of. A deleted one counts as cancelled."""
    text = event.description or ""
    status = EventStatus.CANCELED if deleted else EventStatus(event.status.value)
    face = Face(event.name, about_of(text), event.start_time, event.end_time)
    return Event(event.id, event.channel_id, status, face, number_of(text))


def _event(bot: CircleBot, payload: Payload) -> Event:
    text = payload.get("description") or ""
    ends_at = payload.get("scheduled_end_time")
    face = Face(
        payload["name"],
        about_of(text),
        datetime.fromisoformat(payload["scheduled_start_time"]),
        datetime.fromisoformat(ends_at) if ends_at else None,
    )
    channel_id = payload.get("channel_id")
    mine = bot.user is not None and payload.get("creator_id") == str(bot.user.id)
    return Event(
        int(payload["id"]),
        int(channel_id) if channel_id else None,
        EventStatus(payload["status"]),
        face,
        number_of(text) if mine else None,
    )
