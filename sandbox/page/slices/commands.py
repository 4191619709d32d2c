"""What the bot offers: slash commands, commands in menus, and the form it has opened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sandbox.enums import CommandType, ComponentType
from sandbox.page.slices.fields import of_control, of_option
from sandbox.page.slices.names import mentioned
from sandbox.payloads import Json
from sandbox.people.cannot import CannotDo
from sandbox.people.slash import NESTED

if TYPE_CHECKING:
    from sandbox.page.seat import Seat
    from sandbox.people.person import Person

MENUS = {CommandType.MESSAGE: "on_messages", CommandType.USER: "on_people"}


def commands(seat: Seat) -> Json:
    """`lines`: slash commands, subcommands spelled out; `on_messages`, `on_people`: names in the menus."""
    found: Json = {"lines": [], "on_messages": [], "on_people": []}
    for command in _offered(seat):
        if command["type"] == CommandType.CHAT_INPUT:
            found["lines"] += _lines(command, f"/{command['name']}", seat.somebody.locale)
        else:
            found[MENUS[CommandType(command["type"])]].append(command["name"])
    return found


def _offered(seat: Seat) -> list[Json]:
    """Those for where they are, in the person's language."""
    try:
        if seat.opened:
            seat.somebody.goes_to(seat.opened)
        return seat.somebody.commands()
    except CannotDo:
        return []


def _lines(node: Json, line: str, locale: str) -> Iterator[Json]:
    nested = [option for option in node.get("options", ()) if option["type"] in NESTED]
    for option in nested:
        yield from _lines(option, f"{line} {option['name']}", locale)
    if not nested:
        options = [of_option(option, _said(option, locale)) for option in node.get("options", ())]
        said = {"description": _said(node, locale), "asks": _asks(options)}
        yield {"line": line, **said, "options": options}


def _asks(options: list[Json]) -> str:
    needed, free = (
        ", ".join(option["name"] for option in options if option["required"] is required)
        for required in (True, False)
    )
    return " ".join([f"Asks for {needed}."] * bool(needed) + [f"If you like: {free}."] * bool(free))


def _said(node: Json, locale: str) -> str:
    return str((node.get("description_localizations") or {}).get(locale) or node["description"])


def form(person: Person) -> Json | None:
    """The form that is open: `parts` are fields, and texts between them."""
    if person.form is None:
        return None
    modal = person.form.modal
    return {
        "id": person.form.opened_by.id,
        "title": person.form.title,
        "parts": [_part(person, each) for each in modal["components"]],
        "names": mentioned(person.world, person.guild, "", modal["components"]),
    }


def _part(person: Person, part: Json) -> Json:
    if part["type"] == ComponentType.TEXT_DISPLAY:
        return {"text": part["content"]}
    if part["type"] == ComponentType.LABEL:
        return of_control(person, part["component"], part["label"], part.get("description"))
    (control,) = part["components"]
    return of_control(person, control, control["label"], None)
