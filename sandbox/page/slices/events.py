"""Scheduled events: what is planned, who is interested, and what may be done about it."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sandbox.enums import EventStatus, Frequency
from sandbox.page.slices.fields import choice, field
from sandbox.page.slices.members import name
from sandbox.page.slices.names import mentioned
from sandbox.page.slices.offers import offer
from sandbox.payloads import Json
from sandbox.permissions import VOICE, Permission
from sandbox.verbs import scheduled_events

if TYPE_CHECKING:
    from sandbox.people.person import Person

NAMED = 25
"""How many of those who are interested are named."""
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NTH = ("", "first", "second", "third", "fourth", "fifth")


def events(person: Person) -> Json:
    """Those that are to come or on, the next first."""
    return {"list": [_event(person, one) for one in person.events()], "offers": _plan(person)}


def _plan(person: Person) -> list[Json]:
    if not person.actor.may(Permission.CREATE_EVENTS):
        return []
    needed = Permission.CREATE_EVENTS | Permission.CONNECT
    rooms = [each for each in person.channels(*VOICE) if person.actor.may(needed, each)]
    choices = [choice(each["id"], each["name"]) for each in rooms]
    fields = [
        field("name", "What is it?"),
        field(
            "room", "In which room?", "list", required=False, choices=choices, placeholder="Somewhere else"
        ),
        field("place", "Or where else?", required=False, description="In words. Then it needs an end."),
        field("start", "Begins", "moment"),
        field("end", "Ends", "moment", required=False),
        field("description", "What happens there?", "long", required=False, high=1_000),
    ]
    return [offer("Plan an event", "create event", look="primary", fields=fields, about="Plan an event")]


def _event(person: Person, event: Json) -> Json:
    guild, interested = person.guild, person.guild.interested[event["id"]]
    metadata = event["entity_metadata"] or {}
    return {
        "id": event["id"],
        "name": event["name"],
        "description": event["description"],
        "names": mentioned(person.world, guild, event["description"] or "", []),
        "start": event["scheduled_start_time"],
        "end": event["scheduled_end_time"],
        "on": event["status"] == EventStatus.ACTIVE,
        "room": event["channel_id"],
        "where": metadata.get("location"),
        "cover": f"/cdn/guild-events/{event['id']}/{event['image']}.png" if event["image"] else None,
        "repeats": repeats(event["recurrence_rule"]),
        "interest": _interest(person, interested),
        "offers": _offers(person, event),
        "more": _changes(person, event),
    }


def _interest(person: Person, user_ids: list[str]) -> str:
    """How many are interested, and who."""
    members = person.guild.members
    names = [name(members[one]) for one in user_ids if one in members]
    if not user_ids:
        return "Nobody has said yet that they are interested."
    others = len(user_ids) - len(names[:NAMED])
    return f"{len(user_ids)} interested: {', '.join(names[:NAMED])}{f' and {others} more' if others else ''}"


def _offers(person: Person, event: Json) -> list[Json]:
    what = {"event": event["id"]}
    mine = person.id in person.guild.interested[event["id"]]
    interest = (
        offer("Not interested any more", "lose interest", what)
        if mine
        else offer("Interested", "be interested", what, look="primary")
    )
    room = person.guild.channels.get(event["channel_id"] or "")
    comes_in = room and event["status"] == EventStatus.ACTIVE and person.actor.may(Permission.CONNECT, room)
    if not room or not comes_in:
        return [interest]
    return [interest, offer(f"Join {room['name']}", "join room", {"channel": room["id"]}, look="success")]


def _changes(person: Person, event: Json) -> list[Json]:
    what, name = {"event": event["id"]}, event["name"]
    if not scheduled_events.may_change(person.actor, event):
        return []
    if event["status"] == EventStatus.ACTIVE:
        return [offer("End it", "end event", what, sure=f"{name} is over then.")]
    return [
        offer("Start it now", "start event", what),
        offer("Cancel it", "cancel event", what, look="danger", sure=f"{name} does not take place then."),
    ]


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
