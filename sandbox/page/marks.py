"""What is wrong with an entry, in a sentence for whoever made it; fields bring theirs along."""

from __future__ import annotations

from collections.abc import Mapping

from sandbox.enums import ComponentType, OptionType
from sandbox.files import MAX_FILE
from sandbox.payloads import Json
from sandbox.people.cannot import CannotDo

GONE = "Something that you chose is no longer there. Please choose again."
TOO_BIG = f"A file may have at most {MAX_FILE // 1024**2} MB. Please choose a smaller one."
EMPTY = "Please fill this in."
HALF = "Please choose one from the list, or clear what you typed."


def of_input(control: Json, value: object) -> str:
    """Why a form's input is kept back with this value."""
    kind = control["type"]
    if kind == ComponentType.TEXT_INPUT:
        return of_text(
            str(value or ""), int(control.get("min_length") or 0), control.get("max_length") or 4_000
        )
    if kind == ComponentType.RADIO_GROUP:
        return "Please choose one."
    every = len(control["options"]) if kind == ComponentType.CHECKBOX_GROUP else 1
    low, high = control.get("min_values"), control.get("max_values")
    return how_many(1 if low is None else low, every if high is None else high)


def of_text(text: str, low: int, high: int) -> str:
    if not text:
        return EMPTY
    if len(text) < low:
        return _too_short(low)
    return f"This is too long by {_letters(len(text) - high)}."


def _too_short(low: int) -> str:
    return f"Please write at least {_letters(low)}."


def _letters(count: int) -> str:
    return f"{count} {'character' if count == 1 else 'characters'}"


def how_many(low: int, high: int) -> str:
    """None at all is not chosen but left out."""
    low = max(low, 1)
    if low == high:
        return f"Please choose {'one' if low == 1 else low}."
    return f"Please choose {low} {'or' if high - low == 1 else 'to'} {high}."


def of_field(field: Json) -> dict[str, str]:
    """What may have to be said of a field: when there is `none`, of their `count`, of a `number`, …"""
    kind, low, high = field["kind"], field.get("low", 0), field.get("high", 0)
    if kind in ("radio", "list"):
        return {"none": "Please choose one."}
    if kind in ("boxes", "search", "files"):
        said = how_many(low, high)
        none = "Please choose a file." if kind == "files" and high == 1 else said
        return {"none": none, "count": said, "half": HALF}
    if "number" in field:
        return {"none": EMPTY} | _of_numbers(field["number"] == "whole", field["least"], field["most"])
    return {"none": EMPTY} | ({"count": _too_short(low)} if low else {})


def of_options(offered: Mapping[str, Json], given: Mapping[str, object]) -> dict[str, str]:
    """What is wrong with a command's options, by name; nothing when all can be sent."""
    wrong = {
        name: EMPTY
        for name, option in offered.items()
        if option.get("required") and given.get(name) in (None, "")
    }
    return wrong | {
        name: said
        for name, value in given.items()
        if name in offered and name not in wrong and (said := _of_option(offered[name], value))
    }


def _of_option(option: Json, value: object) -> str | None:
    kind = option["type"]
    if kind == OptionType.STRING and isinstance(value, str) and not option.get("choices"):
        low, high = option.get("min_length") or 0, option.get("max_length") or 6_000
        return None if low <= len(value) <= high else of_text(value, low, high)
    if kind in (OptionType.INTEGER, OptionType.NUMBER) and not option.get("choices"):
        return _of_number(option, value, whole=kind == OptionType.INTEGER)
    return None


def _of_number(option: Json, value: object, *, whole: bool) -> str | None:
    kinds = int if whole else (int, float)
    least, most = option.get("min_value"), option.get("max_value")
    said = _of_numbers(whole, least, most)
    if isinstance(value, bool) or not isinstance(value, kinds):
        return said["number"]
    if least is not None and value < least:
        return said["least"]
    return said["most"] if most is not None and value > most else None


def _of_numbers(whole: bool, least: float | None, most: float | None) -> dict[str, str]:
    return {
        "number": f"Please enter a {'whole ' if whole else ''}number.",
        "least": f"Please enter {plain(least)} or more.",
        "most": f"Please enter {plain(most)} or less.",
    }


def plain(number: float | None) -> str:
    """2.0 is written as 2."""
    return str(int(number) if number is not None and number == int(number) else number)


class Lost(CannotDo):
    """Of what was chosen something is gone."""

    def __init__(self) -> None:
        super().__init__(GONE)
