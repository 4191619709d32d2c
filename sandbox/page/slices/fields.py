"""What is to be filled in, chosen or ticked, as fields the page draws as they come."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sandbox.enums import SELECTS, ComponentType, OptionType
from sandbox.page import marks
from sandbox.page.slices.names import mentioned
from sandbox.payloads import Json
from sandbox.people.picking import OPTION_FROM, PEOPLE, PICKED_FROM

if TYPE_CHECKING:
    from sandbox.people.person import Person

LONGEST, LONGEST_NAME, LONGEST_OPTION = 4_000, 100, 6_000
NUMBERS = {OptionType.INTEGER: "whole", OptionType.NUMBER: "any"}
YES_NO: list[Json] = [{"name": "True", "value": True}, {"name": "False", "value": False}]
PARAGRAPH = 2
NOTHING = "…"
"""What a bot writes where Discord wants a description and there is nothing to say."""


def field(
    name: str, label: str, kind: str = "text", *, description: str | None = None, **more: object
) -> Json:
    """One field. Kinds: text, long, suggested, moment, radio, list, box, boxes, search, files.

    `low` and `high` are how many characters it takes, or how many may be chosen; `choices` are those of
    `choice`; `find` is what "find choices" is asked with. It comes with all that may have to be said of it:
    `help` before one begins, `says` of what is wrong.
    """
    found: Json = {"name": name, "label": label, "kind": kind, "required": kind not in ("box", "files")}
    if kind in ("text", "long") and "number" not in more:
        found |= {"low": 0, "high": LONGEST_NAME if kind == "text" else LONGEST}
    found |= more
    placeholder = found.get("placeholder") or {"search": "Type a name", "list": "Choose…"}.get(kind)
    if kind == "list":
        found["choices"] = [choice(None, str(placeholder)), *map(_in_a_line, found["choices"])]
    if kind == "radio" and not found["required"]:
        nothing = not any(each.get("chosen") for each in found["choices"])
        found["choices"] = [*found["choices"], choice(None, "No answer", chosen=nothing)]
    longest = found.get("high") or LONGEST
    found["counted"] = kind == "long" or (kind in ("text", "suggested") and longest < LONGEST) or None
    found |= {"placeholder": placeholder, "help": _help(found, description), "says": marks.of_field(found)}
    return {key: value for key, value in found.items() if value not in (None, "")}


def _in_a_line(one: Json) -> Json:
    """In a list there is nothing but text."""
    text = " ".join(each for each in (one.get("emoji"), one["label"]) if each)
    about = one.get("description")
    return one | {"label": f"{text} – {about}" if about else text, "emoji": None, "description": None}


def choice(value: object, label: str, **more: object) -> Json:
    return {"value": value, "label": label} | more


def of_control(person: Person, control: Json, label: str, description: str | None) -> Json:
    """An input of a form."""
    kind, name = control["type"], control["custom_id"]
    more: Json = {"description": description, "required": control.get("required") is not False}
    if kind == ComponentType.TEXT_INPUT:
        more |= {"value": control.get("value"), "placeholder": control.get("placeholder")}
        more |= {"low": control.get("min_length") or 0, "high": control.get("max_length") or LONGEST}
        return field(name, label, "long" if control.get("style") == PARAGRAPH else "text", **more)
    if kind == ComponentType.CHECKBOX:
        return field(name, label, "box", value=bool(control.get("default")), **more)
    if kind == ComponentType.RADIO_GROUP:
        return field(name, label, "radio", choices=_choices(control["options"]), **more)
    if kind == ComponentType.FILE_UPLOAD:
        accepted = ",".join(control.get("file_types") or ())
        return field(name, label, "files", accept=accepted, **(more | _bounds(control)))
    kind, chosen = _chosen(person, control)
    return field(name, label, kind, placeholder=control.get("placeholder"), **chosen, **more)


def of_select(person: Person, control: Json) -> Json:
    """A select in a message, which unfolds to radio buttons, check boxes or a line to look for somebody."""
    kind, chosen = _chosen(person, control)
    label, low = control.get("placeholder") or "Make a selection", _bounds(control)["low"]
    return field(control["custom_id"], label, "radio" if kind == "list" else kind, required=low > 0, **chosen)


def with_fields(person: Person, components: list[Json]) -> list[Json]:
    """A message's components; every select with the field that it is."""
    return [_with_field(person, each) for each in components]


def _with_field(person: Person, part: Json) -> Json:
    if part["type"] in SELECTS:
        shown = {key: part[key] for key in ("type", "id", "placeholder", "disabled") if key in part}
        return shown | {"field": of_select(person, part)}
    if "components" in part:
        return part | {"components": with_fields(person, part["components"])}
    return part


def of_option(option: Json, description: str) -> Json:
    """An option of a slash command."""
    kind, name = option["type"], option["name"]
    more: Json = {"description": description, "required": bool(option.get("required"))}
    offered = YES_NO if kind == OptionType.BOOLEAN else option.get("choices")
    if offered:
        return field(
            name, name, "list", choices=[choice(one["value"], one["name"]) for one in offered], **more
        )
    if kind == OptionType.ATTACHMENT:
        return field(name, name, "files", low=1, high=1, **more)
    if kind in OPTION_FROM:
        more["find"] = _find(OPTION_FROM[kind], option)
        return field(name, name, "search", low=1, high=1, **more)
    if kind in NUMBERS:
        more |= {"number": NUMBERS[kind], "least": option.get("min_value"), "most": option.get("max_value")}
    else:
        more |= {"low": option.get("min_length") or 0, "high": option.get("max_length") or LONGEST_OPTION}
    return field(name, name, "suggested" if option.get("autocomplete") else "text", **more)


def somebody(name: str, label: str) -> Json:
    """One member."""
    return field(name, label, "search", low=1, high=1, find=_find(PEOPLE, {}))


def _chosen(person: Person, control: Json) -> tuple[str, Json]:
    """The kind of a select or check boxes, and what may be chosen there."""
    bounds = _bounds(control)
    if "options" not in control:
        find = _find(PICKED_FROM[control["type"]], control)
        return "search", bounds | {"find": find, "chosen": _preset(person, control)}
    choices = _choices(control["options"])
    if control["type"] == ComponentType.CHECKBOX_GROUP or bounds["high"] > 1:
        return "boxes", bounds | {"choices": choices}
    return "list", {"choices": choices}


def _bounds(control: Json) -> dict[str, int]:
    every = len(control["options"]) if control["type"] == ComponentType.CHECKBOX_GROUP else 1
    low, high = control.get("min_values"), control.get("max_values")
    return {"low": 1 if low is None else low, "high": every if high is None else high}


def _choices(options: Iterable[Json]) -> list[Json]:
    return [
        choice(
            option["value"],
            option["label"],
            description=option.get("description"),
            emoji=_emoji(option.get("emoji")),
            chosen=bool(option.get("default")),
        )
        for option in options
    ]


def _emoji(emoji: Json | None) -> str | None:
    """A custom one is a picture from elsewhere: its name has to do."""
    if not emoji:
        return None
    return f":{emoji['name']}:" if emoji.get("id") else emoji["name"]


def _find(among: str, asked: Json) -> Json:
    return {"among": among, "types": asked.get("channel_types") or []}


def _preset(person: Person, control: Json) -> list[Json]:
    """Whoever is chosen before anybody chooses, as far as this person knows them."""
    if not (ids := [one["id"] for one in control.get("default_values") or ()]):
        return []
    known = {place["id"]: f"#{place['name']}" for place in person.places()}
    known |= {role["id"]: role["name"] for role in person.guild.roles.values()}
    known |= mentioned(person.world, person.guild, "", [control])
    return [choice(one, known[one]) for one in ids if one in known]


def _help(found: Json, description: str | None) -> str:
    """What one should know before one begins, in sentences."""
    kind, high = found["kind"], found.get("high") or 0
    said = [] if description == NOTHING else [description]
    if description and description[-1] not in ".!?…":
        said = [f"{description}."]
    if kind == "files":
        said += [f"Up to {high} files, at most 10 MB each." if high > 1 else "One file, at most 10 MB."]
    elif (kind == "search" and high > 1) or (kind == "boxes" and not _any_number(found)):
        said += [marks.how_many(found["low"], high).removeprefix("Please ").capitalize()]
    if found.get("least") is not None:
        said += [f"At least {marks.plain(found['least'])}."]
    if found.get("most") is not None:
        said += [f"At most {marks.plain(found['most'])}."]
    return " ".join(each for each in said if each)


def _any_number(found: Json) -> bool:
    return bool(found["high"] <= 1 or (found["low"] <= 1 and found["high"] >= len(found["choices"])))
