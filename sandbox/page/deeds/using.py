"""Using what the bot offers: buttons, selects, forms, commands."""

from __future__ import annotations

from sandbox.checks.components import walk
from sandbox.checks.form import listed, model, whole
from sandbox.page.deeds import entries
from sandbox.page.deeds.deed import Marked, a_message, deed, word
from sandbox.page.marks import of_input, of_options
from sandbox.page.seat import Seat
from sandbox.page.slices.fields import choice
from sandbox.payloads import Json
from sandbox.people.cannot import CannotDo
from sandbox.people.forms import Incomplete
from sandbox.people.slash import typed

NOT_OPEN = "This form is no longer open. What you typed is still here, so that you can copy it."


async def press(seat: Seat, ask: Json) -> None:
    message, button = _control(seat, ask)
    if button.get("url"):
        raise CannotDo("That is a link; it does not reach the bot.")
    await seat.somebody.presses(message, button)


async def pick(seat: Seat, ask: Json) -> None:
    message, select = _control(seat, ask)
    await seat.somebody.picks(message, select, entries.picked(seat.somebody, select, ask["values"]))


def _control(seat: Seat, ask: Json) -> tuple[Json, Json]:
    """The message and the control in it that are meant, as far as this person sees them."""
    message = seat.message(ask)
    for _, component in walk(message["components"]):
        if component["id"] == int(ask["component"]) and component.get("custom_id"):
            if component.get("disabled"):
                raise CannotDo("That cannot be used at the moment.")
            return message, component
    raise CannotDo("That is no longer there.")


async def submit(seat: Seat, ask: Json) -> None:
    """Send the open form; `values` holds what was entered, by custom id."""
    person, entered = seat.somebody, ask["values"]
    if person.form is None or person.form.opened_by.id != ask["form"]:
        raise CannotDo(NOT_OPEN)
    controls = [control for _, control in person.form.fields if control["custom_id"] in entered]
    answers = entries.in_form(person, controls, entered)
    try:
        await person.fills(answers)
    except Incomplete as problem:
        wrong = {c["custom_id"]: of_input(c, entered.get(c["custom_id"])) for c in problem.inputs}
        raise Marked(wrong) from None


async def close_form(seat: Seat, ask: Json) -> None:
    """Nothing happens when it is another form that is open by now."""
    person = seat.somebody
    if person.form and person.form.opened_by.id == ask["form"]:
        person.closes_form()
        seat.world.changed.happened()


async def run(seat: Seat, ask: Json) -> None:
    person = seat.somebody
    person.goes_to(ask["channel"])
    offered = typed(person, ask["line"]).options
    if wrong := of_options(offered, ask["options"]):
        raise Marked(wrong)
    await person.runs(ask["line"], **entries.in_command(person, offered, ask["options"]))


async def suggest(seat: Seat, ask: Json) -> list[Json]:
    """The choices for the option that is being typed, which stands last."""
    if not ask["options"]:
        raise CannotDo("Nothing is being typed.")
    seat.somebody.goes_to(ask["channel"])
    found = await seat.somebody.choices(ask["line"], **ask["options"])
    return [choice(each["value"], each["name"]) for each in found]


control = {**a_message, "component": whole()}
command = {"channel": word, "line": word, "options": model()}

DEEDS = {
    "press": deed(press, **control),
    "pick": deed(pick, **control, values=listed(word)),
    "submit": deed(submit, form=word, values=model()),
    "close form": deed(close_form, form=word),
    "run": deed(run, **command),
    "suggest": deed(suggest, **command),
}
