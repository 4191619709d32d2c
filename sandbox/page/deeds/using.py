"""Using what the bot offers: buttons, selects, forms, commands."""

from __future__ import annotations

from typing import Any

from sandbox.checks.components import walk
from sandbox.checks.form import listed, model, whole
from sandbox.enums import ComponentType, OptionType
from sandbox.page.deeds.deed import a_message, as_list, deed, known, sent_files, word
from sandbox.page.seat import Seat
from sandbox.payloads import Json
from sandbox.people.cannot import CannotDo
from sandbox.people.person import Person
from sandbox.people.picking import CHANNELS, OPTION_FROM, PICKED_FROM
from sandbox.people.slash import typed


async def press(seat: Seat, ask: Json) -> None:
    message, button = _control(seat, ask)
    if button.get("url"):
        raise CannotDo("That is a link; it does not reach the bot.")
    await seat.somebody.presses(message, button)


async def pick(seat: Seat, ask: Json) -> None:
    message, select = _control(seat, ask)
    await seat.somebody.picks(message, select, _picked(seat.somebody, select, ask["values"]))


def _control(seat: Seat, ask: Json) -> tuple[Json, Json]:
    """The message and the control in it that are meant, as far as this person sees them."""
    message = seat.message(ask)
    for _, component in walk(message["components"]):
        if component["id"] == ask["component"] and component.get("custom_id"):
            if component.get("disabled"):
                raise CannotDo("That cannot be used at the moment.")
            return message, component
    raise CannotDo("That is no longer there.")


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
        return sent_files(value)
    picked = _picked(person, control, as_list(value))
    return picked[0] if picked and control["type"] == ComponentType.RADIO_GROUP else picked


def _picked(person: Person, control: Json, values: list[Any]) -> list[object]:
    kind = PICKED_FROM.get(control["type"])
    if kind == CHANNELS:
        return list(values)
    if kind:
        return [known(person, value) for value in values]
    labels = {option["value"]: option["label"] for option in control["options"]}
    return [labels.get(str(value), value) for value in values]


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
        return next(iter(sent_files(value)), None)
    return known(person, value) if option["type"] in OPTION_FROM else value


async def suggest(seat: Seat, ask: Json) -> list[Json]:
    """The choices for the option that is being typed, which stands last."""
    if not ask["options"]:
        raise CannotDo("Nothing is being typed.")
    seat.somebody.goes_to(ask["channel"])
    return await seat.somebody.choices(ask["line"], **ask["options"])


control = {**a_message, "component": whole()}
command = {"channel": word, "line": word, "options": model()}

DEEDS = {
    "press": deed(press, **control),
    "pick": deed(pick, **control, values=listed(word)),
    "submit": deed(submit, form=word, values=model()),
    "close form": deed(close_form),
    "run": deed(run, **command),
    "suggest": deed(suggest, **command),
}
