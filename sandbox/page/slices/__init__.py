"""What one person has in front of them, in slices that are sent on their own when they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.page.slices.commands import commands, form
from sandbox.page.slices.events import events
from sandbox.page.slices.forum import forum
from sandbox.page.slices.here import here
from sandbox.page.slices.log import log
from sandbox.page.slices.members import Roster, members
from sandbox.page.slices.places import places, start
from sandbox.page.slices.roles import roles
from sandbox.page.slices.rooms import in_room, rooms
from sandbox.page.slices.steward import steward
from sandbox.page.slices.welcome import welcome
from sandbox.page.slices.who import bot, guilds, me, people
from sandbox.payloads import JsonValue
from sandbox.people.cannot import CannotDo

if TYPE_CHECKING:
    from sandbox.guild import Guild
    from sandbox.page.seat import Seat
    from sandbox.people.person import Person

Slices = dict[str, JsonValue]


def slices(seat: Seat, roster: Roster) -> Slices:
    """Everything `seat` can see. Without a person only whom one may be; outside a guild only who one is."""
    person, world = seat.person, seat.world
    if person is None:
        return {"people": people(world), "bot": bot(world), "me": None, "guild": None}
    if not person.guilds:
        return {"people": [], "bot": bot(world), "me": me(person, None), "guild": None}
    guild, known = _guild(person), commands(seat)
    return {
        "people": [],
        "bot": bot(world),
        "ahead": world.clock.ahead,
        "me": me(person, guild),
        "guild": {"id": guild.id, "name": guild.name},
        "guilds": guilds(person),
        "channels": places(seat),
        "start": None if seat.opened else start(person),
        "log": log(seat, known["on_messages"]),
        "here": here(seat),
        "forum": forum(seat),
        "events": events(person),
        "rooms": rooms(person),
        "room": in_room(person),
        "welcome": welcome(person),
        "steward": steward(person),
        "members": members(roster.of(guild), seat.members_from),
        "roles": roles(person),
        "commands": known,
        "form": form(person),
        "submitted": person.submitted,
    }


def _guild(person: Person) -> Guild:
    """The guild they look at, or the first of theirs when they have left it."""
    try:
        return person.guild
    except CannotDo:
        person.visits(person.guilds[0])
        return person.guild
