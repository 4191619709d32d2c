"""Looking for people, roles and channels by a part of their name."""

from __future__ import annotations

from heapq import nsmallest

from sandbox.checks.form import listed, one_of, whole
from sandbox.enums import ChannelType
from sandbox.guild import Guild
from sandbox.page.deeds.deed import deed, word
from sandbox.page.seat import Seat
from sandbox.page.slices.fields import choice
from sandbox.page.slices.members import name, row
from sandbox.payloads import Json
from sandbox.people.person import Person
from sandbox.people.picking import CHANNELS, EITHER, PEOPLE, ROLES

FOUND_AT_ONCE = 25
NAMED_AT_ONCE = 8


async def find_people(seat: Seat, ask: Json) -> list[Json]:
    """Members whose name has `text` in it, as rows of their list, those that begin with it first."""
    return _people(seat.somebody.guild, ask["text"].casefold().strip())


async def find_names(seat: Seat, ask: Json) -> list[Json]:
    """Whom (`sign` @) or what channel (#) one may mean who has written `text`, as {name, note}."""
    person, wanted = seat.somebody, ask["text"].casefold()
    if ask["sign"] == "@":
        found = [{"name": each["name"], "note": _more(each)} for each in _people(person.guild, wanted)]
    else:
        places = (place["name"] for place in person.places() if place["type"] != ChannelType.CATEGORY)
        found = [{"name": name} for name in places if wanted in name.casefold()]
    return found[:NAMED_AT_ONCE]


def _more(found: Json) -> str:
    other = [found["shown"]] if found["shown"] != found["name"] else []
    return ", ".join(other + ["App"] * found["bot"])


async def find_choices(seat: Seat, ask: Json) -> list[Json]:
    """What a field offers for what is typed: `among` whom, and of which `types` if they are channels."""
    person, wanted, among = seat.somebody, ask["text"].casefold().strip(), ask["among"]
    if among == CHANNELS:
        return _channels(person, wanted.lstrip("#"), ask["types"])
    people = _people(person.guild, wanted) if among in (PEOPLE, EITHER) else []
    roles = _roles(person.guild, wanted) if among in (ROLES, EITHER) else []
    return [*(choice(each["id"], each["shown"], description=_note(each)) for each in people), *roles]


def _channels(person: Person, wanted: str, types: list[int]) -> list[Json]:
    fitting = (place for place in person.places() if not types or place["type"] in types)
    return [choice(each["id"], f"#{each['name']}") for each in fitting if wanted in each["name"].casefold()]


def _roles(guild: Guild, wanted: str) -> list[Json]:
    fitting = (role for role in guild.roles.values() if wanted in role["name"].casefold())
    return [choice(role["id"], role["name"], description="role") for role in fitting]


def _note(found: Json) -> str | None:
    return "app" if found["bot"] else None if found["shown"] == found["name"] else found["name"]


def _people(guild: Guild, text: str) -> list[Json]:
    wanted = text.lstrip("@")
    found = [each for each in guild.members.values() if wanted in _called(each)]

    def order(member: Json) -> tuple[bool, str]:
        shown = name(member).casefold()
        return not shown.startswith(wanted), shown

    return [row(guild, each) for each in nsmallest(FOUND_AT_ONCE, found, key=order)]


def _called(member: Json) -> str:
    user = member["user"]
    return f"{member['nick'] or ''} {user['global_name'] or ''} {user['username']}".casefold()


DEEDS = {
    "find people": deed(find_people, text=word),
    "find names": deed(find_names, text=word, sign=one_of("@", "#")),
    "find choices": deed(
        find_choices, text=word, among=one_of(PEOPLE, ROLES, EITHER, CHANNELS), types=listed(whole())
    ),
}
