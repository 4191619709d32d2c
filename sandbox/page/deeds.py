"""What the page may do, each by one verb of the person who does it."""

from __future__ import annotations

import base64
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sandbox.checks.commands import LOCALES
from sandbox.checks.components import walk
from sandbox.checks.form import Rule, check, listed, model, one_of, text, whole
from sandbox.enums import ComponentType, OptionType
from sandbox.payloads import Json
from sandbox.people.cannot import CannotDo
from sandbox.people.picking import CHANNELS, OPTION_FROM, PICKED_FROM
from sandbox.people.slash import typed

if TYPE_CHECKING:
    from sandbox.guild import Guild
    from sandbox.people.person import Person
    from sandbox.world import World

MAX_NAME = 32

word = text(0, 4_000)
files = listed(model({"name": text(1, 260), "data": text()}), 0, 10)


@dataclass
class Seat:
    """One open page: who sits there and which channel they look at."""

    world: World
    person: Person | None = None
    opened: str | None = None

    @property
    def somebody(self) -> Person:
        if self.person is None:
            raise CannotDo("Choose who you are first.")
        return self.person


@dataclass(frozen=True)
class Known:
    """Somebody picked by id."""

    id: str


async def be(seat: Seat, ask: Json) -> None:
    """Sit down as somebody, who comes into the guild if they are in none."""
    name = " ".join(ask["name"].split())
    if not name or len(name) > MAX_NAME:
        raise CannotDo(f"A name has between 1 and {MAX_NAME} characters.")
    guild = _wanted_guild(seat.world, ask.get("guild"))
    person = seat.world.person(name, locale=ask.get("locale"))
    if person.guilds:
        person.visits(guild if guild in person.guilds else person.guilds[0])
    else:
        await seat.world.join(name, guild, locale=ask.get("locale"))
    seat.person, seat.opened = person, None


def _wanted_guild(world: World, guild_id: object) -> Guild:
    if not world.guilds:
        raise CannotDo("There is no server to come into yet.")
    return world.guilds.get(str(guild_id)) or next(iter(world.guilds.values()))


async def stand_up(seat: Seat, _ask: Json) -> None:
    seat.person = seat.opened = None


async def visit(seat: Seat, ask: Json) -> None:
    """Look at another guild of theirs."""
    guild = next((each for each in seat.somebody.guilds if each.id == ask["guild"]), None)
    if guild is None:
        raise CannotDo("You are not a member there.")
    seat.somebody.visits(guild)
    seat.opened = None


async def open_channel(seat: Seat, ask: Json) -> None:
    seat.opened = ask["channel"]


async def press(seat: Seat, ask: Json) -> None:
    message, button = _control(seat.somebody, ask)
    if button.get("url"):
        raise CannotDo("That is a link; it does not reach the bot.")
    await seat.somebody.presses(message, button)


async def pick(seat: Seat, ask: Json) -> None:
    message, select = _control(seat.somebody, ask)
    await seat.somebody.picks(message, select, _picked(seat.somebody, select, ask["values"]))


def _control(person: Person, ask: Json) -> tuple[Json, Json]:
    """The message and the control in it that are meant, as far as this person sees them."""
    message = _message(person, ask)
    for _, component in walk(message["components"]):
        if component["id"] == ask["component"] and component.get("custom_id"):
            if component.get("disabled"):
                raise CannotDo("That cannot be used at the moment.")
            return message, component
    raise CannotDo("That is no longer there.")


def _message(person: Person, ask: Json) -> Json:
    direct = [person.direct] if person.direct else []
    for channel in (*person.places(), *direct):
        if channel["id"] == ask["channel"]:
            found = (each for each in person.messages(channel) if each["id"] == ask["message"])
            return next(found, None) or _gone()
    return _gone()


def _gone() -> Json:
    raise CannotDo("That message is no longer there.")


async def submit(seat: Seat, ask: Json) -> None:
    """Send the open form; `values` holds what was entered, by custom id."""
    person, entered = seat.somebody, ask["values"]
    if person.form is None or person.form.opened_by.id != ask["form"]:
        raise CannotDo("This form is no longer open. Please open it again.")
    answers = {
        label: _entered(person, control, entered[control["custom_id"]])
        for label, control in person.form.fields
        if control["custom_id"] in entered
    }
    await person.fills(answers)


async def close_form(seat: Seat, _ask: Json) -> None:
    seat.somebody.closes_form()


def _entered(person: Person, control: Json, value: object) -> object:
    """A form's value as the person would say it: labels for values, files for their encoding."""
    if control["type"] in (ComponentType.TEXT_INPUT, ComponentType.CHECKBOX):
        return value
    if control["type"] == ComponentType.FILE_UPLOAD:
        return _files(value)
    picked = _picked(person, control, _list(value))
    return picked[0] if picked and control["type"] == ComponentType.RADIO_GROUP else picked


def _picked(person: Person, control: Json, values: list[Any]) -> list[object]:
    kind = PICKED_FROM.get(control["type"])
    if kind == CHANNELS:
        return list(values)
    if kind:
        return [_known(person, value) for value in values]
    labels = {option["value"]: option["label"] for option in control["options"]}
    return [labels.get(str(value), value) for value in values]


def _known(person: Person, value: object) -> object:
    """Whoever this is the id of; roles and channels go by their ids as they are."""
    return Known(str(value)) if str(value) in person.guild.members else value


def _files(value: object) -> list[tuple[str, bytes]]:
    sent = _list(value)
    check(files, sent, "values")
    return [(each["name"], _decoded(each["data"])) for each in sent]


def _decoded(data: str) -> bytes:
    try:
        return base64.b64decode(data, validate=True)
    except ValueError:
        raise CannotDo("That file did not arrive whole. Please choose it again.") from None


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


async def run(seat: Seat, ask: Json) -> None:
    person = seat.somebody
    person.goes_to(ask["channel"])
    offered = typed(person, ask["line"]).options
    given = {
        name: _option(person, offered[name], value)
        for name, value in ask["options"].items()
        if name in offered
    }
    await person.runs(ask["line"], **given)


def _option(person: Person, option: Json, value: object) -> object:
    """An option's value as the person would say it: somebody by id, a file by its content."""
    if option["type"] == OptionType.ATTACHMENT:
        return next(iter(_files(value)), None)
    return _known(person, value) if option["type"] in OPTION_FROM else value


async def suggest(seat: Seat, ask: Json) -> list[Json]:
    """The choices for the option that is being typed, which stands last."""
    if not ask["options"]:
        raise CannotDo("Nothing is being typed.")
    seat.somebody.goes_to(ask["channel"])
    return await seat.somebody.choices(ask["line"], **ask["options"])


async def say(seat: Seat, ask: Json) -> None:
    person, text = seat.somebody, ask["text"]
    if person.direct and person.direct["id"] == ask["channel"]:
        await person.says_privately(text)
    else:
        await person.says(ask["channel"], text)


async def dismiss(seat: Seat, ask: Json) -> None:
    await seat.somebody.dismiss(_message(seat.somebody, ask))


async def delete_role(seat: Seat, ask: Json) -> None:
    await seat.somebody.deletes_role(ask["role"])


async def delete_channel(seat: Seat, ask: Json) -> None:
    await seat.somebody.deletes_channel(ask["channel"])


async def leave(seat: Seat, _ask: Json) -> None:
    await seat.somebody.leaves()


async def come_back(seat: Seat, ask: Json) -> None:
    """Come into the guild again after having left it."""
    await seat.world.join(seat.somebody.name, _wanted_guild(seat.world, ask.get("guild")))


@dataclass(frozen=True)
class Deed:
    """Something a page may ask for: who does it, and what has to come with it."""

    do: Callable[[Seat, Json], Awaitable[list[Json] | None]]
    needs: Rule


def _deed(do: Callable[[Seat, Json], Awaitable[list[Json] | None]], **needs: Rule) -> Deed:
    return Deed(do, model(needs, {"guild": word, "locale": one_of(*LOCALES)}))


control = {"channel": word, "message": word, "component": whole()}
command = {"channel": word, "line": word, "options": model()}

DEEDS = {
    "be": _deed(be, name=word),
    "stand up": _deed(stand_up),
    "visit": _deed(visit, guild=word),
    "open": _deed(open_channel, channel=word),
    "press": _deed(press, **control),
    "pick": _deed(pick, **control, values=listed(word)),
    "submit": _deed(submit, form=word, values=model()),
    "close form": _deed(close_form),
    "run": _deed(run, **command),
    "suggest": _deed(suggest, **command),
    "say": _deed(say, channel=word, text=word),
    "dismiss": _deed(dismiss, channel=word, message=word),
    "delete role": _deed(delete_role, role=word),
    "delete channel": _deed(delete_channel, channel=word),
    "leave": _deed(leave),
    "come back": _deed(come_back),
}
