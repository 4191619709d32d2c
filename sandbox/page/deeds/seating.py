"""Who one is, in which guild, and what of it one looks at."""

from __future__ import annotations

from sandbox.checks.commands import LOCALES
from sandbox.checks.form import flag, one_of, whole
from sandbox.guild import Guild
from sandbox.page.deeds.deed import deed, word
from sandbox.page.seat import Seat, everywhere
from sandbox.payloads import Json
from sandbox.people.cannot import CannotDo
from sandbox.world import World

MAX_NAME = 32


async def be(seat: Seat, ask: Json) -> None:
    """Sit down as somebody, who comes into the guild if they are in none."""
    called = " ".join(ask["name"].split())
    if not called or len(called) > MAX_NAME:
        raise CannotDo(f"A name has between 1 and {MAX_NAME} characters.")
    guild = _wanted_guild(seat.world, ask.get("guild"))
    person = seat.world.person(called, locale=ask.get("locale"))
    if person.guilds:
        person.visits(guild if guild in person.guilds else person.guilds[0])
    else:
        await seat.world.join(called, guild, locale=ask.get("locale"))
    seat.sits(person)


def _wanted_guild(world: World, guild_id: object) -> Guild:
    if not world.guilds:
        raise CannotDo("There is no server to come into yet.")
    return world.guilds.get(str(guild_id)) or next(iter(world.guilds.values()))


async def stand_up(seat: Seat, _ask: Json) -> None:
    seat.sits(None)


async def visit(seat: Seat, ask: Json) -> None:
    """Look at another guild of theirs."""
    guild = next((each for each in seat.somebody.guilds if each.id == ask["guild"]), None)
    if guild is None:
        raise CannotDo("You are not a member there.")
    seat.somebody.visits(guild)
    seat.sits(seat.somebody)


async def open_channel(seat: Seat, ask: Json) -> None:
    if seat.opened != ask["channel"]:
        seat.opens(ask["channel"])


async def scroll(seat: Seat, ask: Json) -> None:
    """`to`: "earlier", "later", "newest", or the id of a message."""
    place, to = seat.place(), ask["to"]
    if place is None:
        return
    messages = seat.somebody.messages(place)
    if to == "earlier":
        seat.window.earlier(messages)
    elif to == "later":
        seat.window.later(messages)
    elif to.isdecimal():
        seat.window.around(messages, to)
    else:
        seat.opens(seat.opened)


async def look_at_members(seat: Seat, ask: Json) -> None:
    """Go on in the list of members at the place `from`."""
    seat.members_from = int(ask["from"])


async def settle(seat: Seat, ask: Json) -> None:
    """Change one's own settings: `locale`, and whether the bot may write in private (`direct`)."""
    person = seat.somebody
    if ask.get("locale"):
        seat.world.locales[person.id] = ask["locale"]
    if ask.get("direct") is not None:
        person.accepts_direct_messages = ask["direct"]
    seat.world.changed.happened()


async def leave(seat: Seat, _ask: Json) -> None:
    await seat.somebody.leaves()


async def come_back(seat: Seat, ask: Json) -> None:
    """Come into the guild again after having left it."""
    await seat.world.join(seat.somebody.name, _wanted_guild(seat.world, ask.get("guild")))


def sees(seat: Seat, channel_id: str) -> Json:
    """The place of this id, if this person sees it."""
    for place in everywhere(seat.somebody):
        if place["id"] == channel_id:
            return place
    raise CannotDo("That channel is no longer there.")


DEEDS = {
    "be": deed(be, {"guild": word, "locale": one_of(*LOCALES)}, name=word),
    "stand up": deed(stand_up),
    "visit": deed(visit, guild=word),
    "open": deed(open_channel, channel=word),
    "scroll": deed(scroll, to=word),
    "look at members": deed(look_at_members, **{"from": whole(0, 10_000_000)}),
    "settle": deed(settle, {"locale": one_of(*LOCALES), "direct": flag}),
    "leave": deed(leave),
    "come back": deed(come_back, {"guild": word}),
}
