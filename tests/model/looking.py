"""The real community and the model, each as plain values that can be compared."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from domain.people import Participant
from sandbox.exchange import Exchange
from tests.cogs.upkeep.watching import channels, messages_in, roles
from tests.model.community import PEOPLE, Community
from tour.community import Bridge
from tour.stage import Stage

Picture = dict[str, Any]


async def seen(stage: Stage, bridge: Bridge, *, low: bool) -> Picture:
    """How it is, on Discord and in the database.

    With its role too `low` the bot cannot give roles, and looks after the server with each attempt: what it
    can do then is not compared until it can do all of it.
    """
    world, guild = bridge.world, bridge.guild
    async with stage.database.read() as store:
        everyone = await store.people.everyone(int(guild.id))
        notices = await store.notices.open(int(guild.id))
        erasures = await store.privacy.unfinished(int(guild.id))
    ids = {world.person(name).id: name for name in PEOPLE}
    now = world.clock.now()
    has_home = any(each["name"] == "home" for each in guild.channels.values())
    return {
        "database": {ids[str(each.user_id)]: _place(each, now) for each in everyone},
        "members": sorted(name for id_, name in ids.items() if id_ in guild.members),
        "held": {
            name: sorted(world.person(name).roles)
            for id_, name in ids.items()
            if id_ in guild.members and not low
        },
        "roles": roles(guild),
        "channels": channels(guild),
        "panels": len(messages_in(world, guild, "home")) if has_home and not low else 0,
        "greetings": {name: greetings(stage.sandbox.requests, id_) for id_, name in ids.items()},
        "notices": [each.kind for each in notices],
        "erasures left": 0 if low else len(erasures),
    }


def wanted(model: Community, now: datetime) -> Picture:
    """How it must be."""
    people = model.people
    return {
        "database": {n: p.place.at(now).kept for n, p in people.items() if p.place},
        "members": sorted(n for n, p in people.items() if p.here),
        "held": {n: sorted(p.held) for n, p in people.items() if p.here and not model.low},
        "roles": sorted(model.roles),
        "channels": sorted(model.channels),
        "panels": int(model.panel and not model.low),
        "greetings": {n: p.greeted for n, p in people.items()},
        "notices": ["role-too-high"] if model.told else [],
        "erasures left": 0,
    }


def differences(is_: Picture, must_be: Picture) -> list[str]:
    """Where they differ, a line each."""
    return [f"{key}: {is_[key]}, not {must_be[key]}" for key in must_be if is_[key] != must_be[key]]


def greetings(requests: list[Exchange], user_id: str) -> int:
    """How many messages there ever were that greet this person."""
    made = set()
    for call in requests:
        if call.method == "POST" and call.path.endswith("/messages") and isinstance(call.request, dict):
            allowed = call.request.get("allowed_mentions") or {}
            if user_id in map(str, allowed.get("users") or []):
                made.add(call.response["id"])
    return len(made)


def _place(person: Participant, now: datetime) -> tuple[str, str, str]:
    return person.seat.value, person.generation, person.standing_at(now).value
