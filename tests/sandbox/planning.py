"""Events for tests: in a room, elsewhere, every week."""

from datetime import timedelta

import discord
from discord import EntityType, PrivacyLevel

PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452")


def later(world, hours=24):
    return world.clock.now() + timedelta(hours=hours)


async def planned(bridge, lounge, world, **fields):
    """A talk in the lounge tomorrow."""
    wish = {"name": "Talk", "start_time": later(world), "privacy_level": PrivacyLevel.guild_only}
    return await bridge.create_scheduled_event(**wish | {"channel": lounge} | fields)


async def outside(bridge, world, **fields):
    """A walk in the park tomorrow, of one hour."""
    wish = {"name": "Walk", "start_time": later(world), "end_time": later(world, 25), "location": "The park"}
    kind = {"entity_type": EntityType.external, "privacy_level": PrivacyLevel.guild_only}
    return await bridge.create_scheduled_event(**wish | kind | fields)


async def raw(client, bridge, body, event_id=None):
    """What discord.py's own methods leave out, such as the recurrence rule."""
    method, end = ("PATCH", f"/{event_id}") if event_id else ("POST", "")
    route = discord.http.Route(method, f"/guilds/{bridge.id}/scheduled-events{end}")
    return await client.http.request(route, json=body)


def weekly(world, lounge, **rule):
    start = later(world).isoformat()
    return {
        "name": "Weekly", "privacy_level": 2, "entity_type": 2, "channel_id": str(lounge.id),
        "scheduled_start_time": start, "scheduled_end_time": later(world, 25).isoformat(),
        "recurrence_rule": {"start": start, "frequency": 2, "interval": 1} | rule,
    }  # fmt: skip
