"""What a Discord client would not let a person submit."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sandbox.checks.form import REQUIRED, Problems, length, refuse
from sandbox.checks.modals import inputs
from sandbox.enums import ComponentType as T
from sandbox.payloads import Json

Value = str | bool | list[str] | None
"""A text, the value of a radio button, whether a box is ticked, or the values chosen."""

Wrong = tuple[str, str] | None

UNKNOWN_OPTION = ("BASE_TYPE_CHOICES", "That is not one of the options")


def check_submission(modal: Json, values: Mapping[str, Value]) -> None:
    """Raise 50035 with a reason for each input that cannot be sent as it is; `values` is by custom id."""
    problems: Problems = {}
    for at, _, control in inputs(modal):
        if wrong := problem(control, values.get(control["custom_id"])):
            problems[at] = wrong
    refuse(problems)


def problem(control: Json, value: Value) -> Wrong:
    """Why a client keeps this value back, if it does: (code, message)."""
    return CHECKS.get(control["type"], _chosen)(control, value)


def _typed(control: Json, value: Value) -> Wrong:
    written = value if isinstance(value, str) else ""
    if not written:
        return REQUIRED if _is_required(control) else None
    return length(len(written), control.get("min_length") or 0, control.get("max_length") or 4_000)


def _picked(control: Json, value: Value) -> Wrong:
    if not value:
        return REQUIRED if _is_required(control) else None
    return None if value in _offered(control) else UNKNOWN_OPTION


def _ticked(_control: Json, _value: Value) -> Wrong:
    """A lone box may always be left as it is."""
    return None


def _chosen(control: Json, value: Value) -> Wrong:
    chosen = value if isinstance(value, list) else []
    if not chosen:
        return REQUIRED if _is_required(control) else None
    if "options" in control and not set(chosen) <= set(_offered(control)):
        return UNKNOWN_OPTION
    most = len(_offered(control)) if control["type"] == T.CHECKBOX_GROUP else 1
    low, high = control.get("min_values"), control.get("max_values")
    return length(len(chosen), 1 if low is None else low, most if high is None else high)


def _is_required(control: Json) -> bool:
    return control.get("required") is not False


def _offered(control: Json) -> list[str]:
    return [option["value"] for option in control["options"]]


CHECKS: dict[int, Callable[[Json, Value], Wrong]] = {
    T.TEXT_INPUT: _typed,
    T.RADIO_GROUP: _picked,
    T.CHECKBOX: _ticked,
}
