"""Scheduled events, and who is in which voice room."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sandbox.enums import ChannelType, EventStatus, Frequency
from sandbox.page.slices.members import name
from sandbox.page.slices.names import mentioned
from sandbox.payloads import Json
from sandbox.people.gatherings import SHOWN, part
from sandbox.permissions import VOICE, Permission
from sandbox.verbs import scheduled_events

if TYPE_CHECKING:
    from sandbox.guild import Guild
    from sandbox.people.person import Person

NAMED = 25
"""How many of those who are interested are named."""
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NTH = ("", "first", "second", "third", "fourth", "fifth")


def events(person: Person) -> list[Json]:
    """Those that are to come or on, the next first."""
    return [_event(person, one) for one in person.events()]


def _event(person: Person, event: Json) -> Json:
    guild, interested = person.guild, person.guild.interested[event["id"]]
    metadata = event["entity_metadata"] or {}
    return {
        "id": event["id"],
        "name": event["name"],
        "description": event["description"],
        "names": mentioned(person.world, guild, event["description"] or ""),
        "start": event["scheduled_start_time"],
        "end": event["scheduled_end_time"],
        "on": event["status"] == EventStatus.ACTIVE,
        "room": event["channel_id"],
        "where": metadata.get("location"),
        "cover": f"/cdn/guild-events/{event['id']}/{event['image']}.png" if event["image"] else None,
        "repeats": repeats(event["recurrence_rule"]),
        "count": len(interested),
        "interested": [name(guild.members[one]) for one in interested[:NAMED] if one in guild.members],
        "mine": person.id in interested,
        "may_change": scheduled_events.may_change(person.actor, event),
    }


def repeats(rule: Json | None) -> str | None:
    """When it comes again, in words."""
    if rule is None:
        return None
    days, start = [DAYS[day] for day in rule["by_weekday"]], datetime.fromisoformat(rule["start"])
    match rule["frequency"]:
        case Frequency.DAILY:
            return f"Every {_listed(days)}" if days else "Every day"
        case Frequency.WEEKLY:
            day = days[0] if days else DAYS[start.weekday()]
            return f"Every second {day}" if rule["interval"] == 2 else f"Every {day}"
        case Frequency.MONTHLY:
            (nth,) = rule["by_n_weekday"]
            return f"Every {NTH[nth['n']]} {DAYS[nth['day']]} of the month"
    (month,), (day_of_month,) = rule["by_month"], rule["by_month_day"]
    return f"Every year on {date(2000, month, day_of_month):%-d %B}"


def _listed(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]


def rooms(person: Person) -> Json:
    """Every voice and stage channel they see, by id: its status, its topic while it is live, who is there."""
    guild = person.guild
    return {
        channel["id"]: {
            "status": guild.room_statuses.get(channel["id"]),
            "live": (guild.stage_instances.get(channel["id"]) or {}).get("topic"),
            "people": [_present(guild, channel, one) for one in guild.in_room(channel["id"])],
        }
        for channel in person.channels()
        if channel["type"] in VOICE
    }


def _present(guild: Guild, channel: Json, user_id: str) -> Json:
    member, state = guild.members[user_id], guild.voice_states[user_id]
    return {
        "id": user_id,
        "name": name(member),
        "bot": bool(member["user"].get("bot")),
        "marks": [mark for key, mark in SHOWN.items() if state[key]],
        "part": part(state) if channel["type"] == ChannelType.STAGE else None,
    }


def in_room(person: Person) -> Json | None:
    """The room they are in, and what they have set there."""
    state = person.guild.voice_states.get(person.id)
    if state is None:
        return None
    channel = person.guild.channels[state["channel_id"]]
    return {
        "channel": channel["id"], "name": channel["name"], "muted": state["self_mute"],
        "deafened": state["self_deaf"], "camera": state["self_video"], "listens": state["suppress"],
        "asks": state["request_to_speak_timestamp"] is not None and state["suppress"],
        "may_speak": person.actor.may(Permission.SPEAK, channel),
        "may_film": person.actor.may(Permission.STREAM, channel),
    }  # fmt: skip
