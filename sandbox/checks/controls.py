"""What people click, choose from and type into: buttons, selects, groups and text inputs."""

from __future__ import annotations

from sandbox.checks.form import (
    REQUIRED,
    Problems,
    Rule,
    both,
    flag,
    join,
    listed,
    model,
    one_of,
    snowflake,
    text,
    too_high,
    too_low,
    unique,
    url,
    whole,
)
from sandbox.enums import ComponentType as T
from sandbox.payloads import Json

LINK, PREMIUM = 5, 6
DUPLICATE_VALUE = ("SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used")
TOO_MANY_DEFAULTS = (
    "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES",
    "The specified number of default values exceeds the specified maximum values",
)
CUSTOM_ID_AND_URL = (
    "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
    "A custom id and url cannot both be specified",
)

custom_id = text(1, 100)
part = {"id": whole(0, 2**31 - 1)}
emoji = model(optional={"id": snowflake, "name": text(1, 32), "animated": flag})
option = model(
    required={"label": text(1, 100), "value": text(1, 100)},
    optional={"description": text(0, 100), "emoji": emoji, "default": flag},
)


def options(low: int, high: int) -> Rule:
    return both(listed(option, low, high), unique("value", *DUPLICATE_VALUE))


def _button_ties(button: Json, at: str, problems: Problems) -> None:
    """What a button needs depends on its style."""
    style = int(button["style"])
    if style == PREMIUM:
        if not button.get("sku_id"):
            problems[join(at, "sku_id")] = REQUIRED
        return
    if not button.get("label") and not button.get("emoji"):
        problems[join(at, "label")] = REQUIRED
    if button.get("custom_id") and button.get("url"):
        problems[join(at, "custom_id")] = problems[join(at, "url")] = CUSTOM_ID_AND_URL
    elif style == LINK and not button.get("url"):
        problems[join(at, "url")] = REQUIRED
    elif style != LINK and not button.get("custom_id"):
        problems[join(at, "custom_id")] = "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "A custom id is required"


button = both(
    model(
        required={"style": one_of(1, 2, 3, 4, 5, 6)},
        optional={
            **part,
            "custom_id": custom_id,
            "label": text(0, 80),
            "url": url(512, ("http", "https", "discord")),
            "sku_id": snowflake,
            "emoji": emoji,
            "disabled": flag,
        },
    ),
    _button_ties,
)


def _choice_ties(control: Json, at: str, problems: Problems) -> None:
    """Between how many values may be chosen, how many there are and how many are preset."""
    low, high = _bounds(control)
    offered = control.get("options")
    if low > high:
        problems[join(at, "min_values")] = too_high(high)
    elif offered is not None and high > len(offered):
        problems[join(at, "options")] = "BASE_TYPE_MIN_LENGTH", f"Must be {high} or more in length."
    elif len(_preset(control)) > high:
        where = "options" if offered is not None else "default_values"
        problems[join(at, where)] = TOO_MANY_DEFAULTS


def _bounds(control: Json) -> tuple[int, int]:
    whole_group = len(control.get("options") or ()) if control["type"] == T.CHECKBOX_GROUP else 1
    low, high = control.get("min_values"), control.get("max_values")
    return int(1 if low is None else low), int(whole_group if high is None else high)


def _preset(control: Json) -> list[Json]:
    offered = control.get("options") or ()
    return [each for each in offered if each.get("default")] or control.get("default_values") or []


def _modal_ties(control: Json, at: str, problems: Problems) -> None:
    """In a form nothing is disabled, and what must be answered needs at least one value."""
    if control.get("disabled"):
        problems[join(at, "disabled")] = "BASE_TYPE_CHOICES", "Value must be one of (False,)."
    if control.get("required") is not False and control.get("min_values") == 0:
        problems[join(at, "min_values")] = too_low(1)


def _chooser(low: int, high: int, needs: dict[str, Rule] | None = None, **also: Rule) -> Rule:
    counted = {"min_values": whole(0, high), "max_values": whole(low, high)}
    fields = model({"custom_id": custom_id, **(needs or {})}, {**part, **counted, "required": flag, **also})
    return both(fields, _choice_ties)


def _select(needs: dict[str, Rule] | None = None, **also: Rule) -> Rule:
    return _chooser(1, 25, needs, placeholder=text(0, 150), disabled=flag, **also)


def _defaults(*kinds: str) -> Rule:
    return listed(model({"id": snowflake, "type": one_of(*kinds)}), 0, 25)


SELECTS: dict[int, Rule] = {
    T.STRING_SELECT: _select({"options": options(1, 25)}),
    T.USER_SELECT: _select(default_values=_defaults("user")),
    T.ROLE_SELECT: _select(default_values=_defaults("role")),
    T.MENTIONABLE_SELECT: _select(default_values=_defaults("user", "role")),
    T.CHANNEL_SELECT: _select(
        default_values=_defaults("channel"), channel_types=listed(one_of(*range(6), *range(10, 17)))
    ),
}


def _input_ties(control: Json, at: str, problems: Problems) -> None:
    low, high = int(control.get("min_length") or 0), int(control.get("max_length") or 4_000)
    if low > high:
        problems[join(at, "min_length")] = too_high(high)


def _one_preset(control: Json, at: str, problems: Problems) -> None:
    if len(_preset(control)) > 1:
        problems[join(at, "options")] = TOO_MANY_DEFAULTS


text_input = both(
    model(
        required={"custom_id": custom_id, "style": one_of(1, 2)},
        optional={
            **part,
            "label": text(1, 45),
            "min_length": whole(0, 4_000),
            "max_length": whole(1, 4_000),
            "required": flag,
            "value": text(0, 4_000),
            "placeholder": text(0, 100),
        },
    ),
    _input_ties,
)

MODAL_INPUTS: dict[int, Rule] = {
    T.TEXT_INPUT: text_input,
    **{kind: both(rule, _modal_ties) for kind, rule in SELECTS.items()},
    T.FILE_UPLOAD: both(_chooser(1, 10, file_types=listed(text(1, 100), 0, 10)), _modal_ties),
    T.RADIO_GROUP: both(
        model({"custom_id": custom_id, "options": options(2, 10)}, {**part, "required": flag}), _one_preset
    ),
    T.CHECKBOX_GROUP: both(_chooser(1, 10, {"options": options(1, 10)}), _modal_ties),
    T.CHECKBOX: model({"custom_id": custom_id}, {**part, "default": flag}),
}
"""What a label in a form may hold."""
