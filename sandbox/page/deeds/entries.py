"""What was entered on the page, as a person says it: somebody for an id, a label for a value, files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sandbox.enums import ComponentType, OptionType
from sandbox.files import MAX_FILE
from sandbox.page.deeds.deed import Known, Marked, as_list, known, sent_files
from sandbox.page.marks import EMPTY, TOO_BIG, Lost
from sandbox.payloads import Json
from sandbox.people.cannot import CannotDo
from sandbox.people.person import Person
from sandbox.people.picking import CHANNELS, OPTION_FROM, PEOPLE, PICKED_FROM, ROLES


def in_form(person: Person, controls: list[Json], entered: Mapping[str, Any]) -> dict[str, object]:
    """By custom id; Marked for what cannot be understood."""
    return _each({c["custom_id"]: c for c in controls}, entered, lambda c, v: _entered(person, c, v))


def in_command(person: Person, offered: Mapping[str, Json], given: Mapping[str, Any]) -> dict[str, object]:
    """By name; options that the command does not have, and those left empty, are left out."""
    known_ones = {name: option for name, option in offered.items() if given.get(name) is not None}
    return _each(known_ones, given, lambda option, value: _option(person, option, value))


def _each(
    asked: Mapping[str, Json], given: Mapping[str, Any], read: Callable[[Json, Any], object]
) -> dict[str, object]:
    found, wrong = {}, {}
    for name, control in asked.items():
        try:
            found[name] = read(control, given[name])
        except CannotDo as problem:
            wrong[name] = str(problem)
    if wrong:
        raise Marked(wrong)
    return found


def _entered(person: Person, control: Json, value: object) -> object:
    if control["type"] in (ComponentType.TEXT_INPUT, ComponentType.CHECKBOX):
        return value
    if control["type"] == ComponentType.FILE_UPLOAD:
        return _files(value)
    chosen = picked(person, control, as_list(value))
    if control["type"] == ComponentType.RADIO_GROUP:
        return chosen[0] if chosen else None
    return chosen


def picked(person: Person, control: Json, values: list[Any]) -> list[object]:
    """What was chosen in a select; Lost when some of it is no more."""
    if kind := PICKED_FROM.get(control["type"]):
        return [_one(person, kind, value) for value in values]
    labels = {option["value"]: option["label"] for option in control["options"]}
    return [labels.get(str(value), value) for value in values]


def _option(person: Person, option: Json, value: object) -> object:
    if option["type"] == OptionType.ATTACHMENT:
        if not (chosen := _files(value)):
            raise CannotDo(EMPTY)
        return chosen[0]
    kind = OPTION_FROM.get(option["type"])
    return _one(person, kind, value) if kind else value


def _one(person: Person, kind: str, value: object) -> object:
    """Somebody, a role or a channel by id."""
    if kind == CHANNELS:
        if any(place["id"] == value for place in person.places()):
            return value
        raise Lost
    one = known(person, value)
    if (kind != ROLES and isinstance(one, Known)) or (kind != PEOPLE and str(value) in person.guild.roles):
        return one
    raise Lost


def _files(value: object) -> list[tuple[str, bytes]]:
    found = sent_files(value)
    if any(len(content) > MAX_FILE for _, content in found):
        raise CannotDo(TOO_BIG)
    return found
