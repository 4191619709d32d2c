"""Other members: looking at somebody, using the bot's commands on them, and moderating."""

from __future__ import annotations

from datetime import timedelta

from sandbox.checks.form import whole
from sandbox.page.deeds.deed import deed, somebody, word
from sandbox.page.seat import Seat
from sandbox.page.slices.commands import commands
from sandbox.page.slices.person import card
from sandbox.payloads import Json

LONGEST = 28 * 24 * 60
"""Minutes; Discord silences nobody for longer."""


async def look(seat: Seat, ask: Json) -> Json:
    return card(seat.somebody, somebody(seat.somebody, ask["person"]).id, commands(seat)["on_people"])


async def use(seat: Seat, ask: Json) -> None:
    """Pick one of the bot's commands from the menu of a person, in the channel that is open."""
    person = seat.somebody
    if seat.opened and not (person.direct and person.direct["id"] == seat.opened):
        person.goes_to(seat.opened)
    await person.uses(ask["command"], on=somebody(person, ask["person"]))


async def rename(seat: Seat, ask: Json) -> None:
    await seat.somebody.renames(somebody(seat.somebody, ask["person"]), ask["name"].strip() or None)


async def give_role(seat: Seat, ask: Json) -> None:
    await seat.somebody.gives_role(somebody(seat.somebody, ask["person"]), ask["role"])


async def take_role(seat: Seat, ask: Json) -> None:
    await seat.somebody.takes_role(somebody(seat.somebody, ask["person"]), ask["role"])


async def time_out(seat: Seat, ask: Json) -> None:
    """For so many `minutes`; 0 lets them speak again."""
    minutes = int(ask["minutes"])
    how_long = timedelta(minutes=minutes) if minutes else None
    await seat.somebody.times_out(somebody(seat.somebody, ask["person"]), how_long)


async def kick(seat: Seat, ask: Json) -> None:
    await seat.somebody.kicks(somebody(seat.somebody, ask["person"]))


async def ban(seat: Seat, ask: Json) -> None:
    await seat.somebody.bans(somebody(seat.somebody, ask["person"]))


DEEDS = {
    "look at person": deed(look, person=word),
    "use on person": deed(use, person=word, command=word),
    "rename person": deed(rename, person=word, name=word),
    "give role": deed(give_role, person=word, role=word),
    "take role": deed(take_role, person=word, role=word),
    "time out": deed(time_out, person=word, minutes=whole(0, LONGEST)),
    "kick": deed(kick, person=word),
    "ban": deed(ban, person=word),
}
