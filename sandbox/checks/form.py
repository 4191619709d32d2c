"""Rules for request bodies: small functions that look at one value and note what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from sandbox.errors import ApiError, invalid
from sandbox.payloads import Json

Problems = dict[str, tuple[str, str]]
"""Dotted path into the body to (Discord's code, Discord's message)."""

Rule = Callable[[Any, str, Problems], None]
"""Notes under the path it is given what is wrong with a value."""

REQUIRED = ("BASE_TYPE_REQUIRED", "This field is required")


def check(rule: Rule, body: object, at: str = "") -> None:
    """Raise Discord's 50035 for everything that `rule` finds wrong with `body`."""
    problems: Problems = {}
    rule(body, at, problems)
    refuse(problems)


def refuse(problems: Problems) -> None:
    """Raise 50035 if there are any; what is wrong with the body as a whole stands at the root of the tree."""
    if "" in problems:
        code, message = problems[""]
        raise ApiError(400, 50035, "Invalid Form Body", {"_errors": [{"code": code, "message": message}]})
    if problems:
        raise invalid(problems)


def join(at: str, *parts: str | int) -> str:
    """`join("components", 0, "label")` is `components.0.label`."""
    path = at
    for part in parts:
        if part != "":
            path = f"{path}.{part}" if path else str(part)
    return path


def length(size: int, low: int, high: int | None) -> tuple[str, str] | None:
    """What Discord says about a text or list of this size, if it is out of bounds."""
    if low and high and not low <= size <= high:
        return "BASE_TYPE_BAD_LENGTH", f"Must be between {low} and {high} in length."
    if high is not None and size > high:
        return "BASE_TYPE_MAX_LENGTH", f"Must be {high} or fewer in length."
    if size < low:
        return "BASE_TYPE_MIN_LENGTH", f"Must be {low} or more in length."
    return None


def too_high(limit: int) -> tuple[str, str]:
    return "NUMBER_TYPE_MAX", f"int value should be less than or equal to {limit}."


def too_low(limit: int) -> tuple[str, str]:
    return "NUMBER_TYPE_MIN", f"int value should be greater than or equal to {limit}."


def text(low: int = 0, high: int | None = None, pattern: re.Pattern[str] | None = None) -> Rule:
    def rule(value: object, at: str, problems: Problems) -> None:
        if not isinstance(value, str):
            problems[at] = "STRING_TYPE_CONVERT", f'Could not interpret "{value}" as string.'
        elif wrong := length(len(value), low, high):
            problems[at] = wrong
        elif pattern and not pattern.fullmatch(value):
            problems[at] = "STRING_TYPE_REGEX", "String value did not match validation regex."

    return rule


def whole(low: int | None = None, high: int | None = None) -> Rule:
    """An integer; digits in a string are taken for one, as Discord does."""

    def rule(value: object, at: str, problems: Problems) -> None:
        number = _as_int(value)
        if number is None:
            problems[at] = "NUMBER_TYPE_COERCE", f'Value "{value}" is not int.'
        elif high is not None and number > high:
            problems[at] = too_high(high)
        elif low is not None and number < low:
            problems[at] = too_low(low)

    return rule


def number(value: object, at: str, problems: Problems) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        problems[at] = "NUMBER_TYPE_COERCE", f'Value "{value}" is not float.'


def flag(value: object, at: str, problems: Problems) -> None:
    if not isinstance(value, bool):
        problems[at] = "BOOLEAN_TYPE_CONVERT", "Must be either true or false."


def snowflake(value: object, at: str, problems: Problems) -> None:
    found = _as_int(value)
    if found is None or not 0 <= found < 1 << 64:
        problems[at] = "NUMBER_TYPE_COERCE", f'Value "{value}" is not snowflake.'


def timestamp(value: object, at: str, problems: Problems) -> None:
    try:
        datetime.fromisoformat(str(value))
    except ValueError:
        problems[at] = "DATE_TIME_TYPE_PARSE", f"Could not parse {value}. Should be ISO8601."


def url(high: int, schemes: Sequence[str] = ("http", "https")) -> Rule:
    def rule(value: object, at: str, problems: Problems) -> None:
        text(1, high)(value, at, problems)
        if at in problems:
            return
        parts = urlsplit(str(value))
        if parts.scheme not in schemes:
            said = f'Scheme "{parts.scheme}" is not supported. Scheme must be one of {tuple(schemes)}.'
            problems[at] = "URL_TYPE_INVALID_SCHEME", said
        elif not parts.netloc:
            problems[at] = "URL_TYPE_INVALID_URL", "Not a well formed URL."

    return rule


def one_of(*choices: int | str) -> Rule:
    def rule(value: object, at: str, problems: Problems) -> None:
        if isinstance(value, bool) or value not in choices:
            problems[at] = "BASE_TYPE_CHOICES", f"Value must be one of {choices}."

    return rule


def listed(each: Rule, low: int = 0, high: int | None = None) -> Rule:
    def rule(value: object, at: str, problems: Problems) -> None:
        if not isinstance(value, list):
            problems[at] = "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType"
        elif wrong := length(len(value), low, high):
            problems[at] = wrong
        else:
            for index, item in enumerate(value):
                each(item, join(at, index), problems)

    return rule


def model(required: Mapping[str, Rule] | None = None, optional: Mapping[str, Rule] | None = None) -> Rule:
    """An object: `required` fields must be there, `optional` ones may be null or absent, others may be."""
    needed = required or {}
    fields = {**needed, **(optional or {})}

    def rule(value: object, at: str, problems: Problems) -> None:
        if not isinstance(value, dict):
            problems[at] = "MODEL_TYPE_CONVERT", "Expected an object/dictionary."
            return
        for name, field in fields.items():
            if value.get(name) is not None:
                field(value[name], join(at, name), problems)
            elif name in needed:
                problems[join(at, name)] = REQUIRED

    return rule


def union(kinds: Mapping[int, Rule]) -> Rule:
    """An object whose `type` says which rule is for it."""
    allowed = tuple(int(kind) for kind in kinds)

    def rule(value: object, at: str, problems: Problems) -> None:
        if not isinstance(value, dict):
            problems[at] = "MODEL_TYPE_CONVERT", "Expected an object/dictionary."
        elif value.get("type") not in allowed:
            problems[at] = "UNION_TYPE_CHOICES", f'Value of field "type" must be one of {allowed}.'
        else:
            kinds[value["type"]](value, at, problems)

    return rule


def both(*rules: Rule) -> Rule:
    """Every rule in turn; a later one only if those before it found nothing."""

    def rule(value: object, at: str, problems: Problems) -> None:
        for each in rules:
            before = len(problems)
            each(value, at, problems)
            if len(problems) > before:
                return

    return rule


def unique(key: str, code: str, message: str) -> Rule:
    """In a list of objects no two share the value of `key`."""

    def rule(value: list[Json], at: str, problems: Problems) -> None:
        seen: set[object] = set()
        for index, item in enumerate(value):
            if item[key] in seen:
                problems[join(at, index)] = code, message
            seen.add(item[key])

    return rule


def _as_int(value: object) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and re.fullmatch(r"-?\d+", value, re.ASCII):
        return int(value)
    return None
