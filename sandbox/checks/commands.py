"""Application commands: names, options, choices and how many of them there may be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from sandbox.checks.form import (
    Problems,
    Rule,
    both,
    check,
    flag,
    join,
    listed,
    model,
    number,
    one_of,
    text,
    union,
    unique,
    whole,
)
from sandbox.enums import CommandType, OptionType
from sandbox.errors import ApiError
from sandbox.payloads import Json

MAX_SIZE = 8_000
MAX_COMMANDS = {CommandType.CHAT_INPUT: 100, CommandType.USER: 15, CommandType.MESSAGE: 15}
SAFE_INTEGER = 2**53 - 1

SLASH_NAME = re.compile(r"[-_'\w\u0900-\u097F\u0E00-\u0E7F]{1,32}")
"""Devanagari and Thai by block: their vowel signs are no word characters to Python."""
BAD_NAME = ("APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
OPTION_TWICE = ("APPLICATION_COMMAND_OPTIONS_NAME_INVALID", "Option name is already used in these options")
COMMAND_TWICE = ("APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique")
REQUIRED_FIRST = (
    "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
    "Required options must be placed before non-required options",
)
MIXED = (
    "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
    "Sub-command and sub-command group option types are mutually exclusive to all other types",
)
UNKNOWN_LOCALE = ("BASE_TYPE_CHOICES", "Value must be one of the available locales.")
CHOICES_AND_AUTOCOMPLETE = (
    "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE",
    "Options with choices cannot be autocompleted",
)

LOCALES = frozenset({
    "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl",
    "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN",
    "ja", "zh-TW", "ko",
})  # fmt: skip


def localized(rule: Rule) -> Rule:
    """Translations of one text: locale to text."""

    def each(value: object, at: str, problems: Problems) -> None:
        model()(value, at, problems)
        for locale, translation in value.items() if isinstance(value, dict) else ():
            if locale in LOCALES:
                rule(translation, join(at, locale), problems)
            else:
                problems[join(at, locale)] = (
                    "BASE_TYPE_CHOICES",
                    "Value must be one of the available locales.",
                )

    return each


def slash_name(value: object, at: str, problems: Problems) -> None:
    """Letters, digits, dashes and underscores of any script; lower case where the script has it."""
    both(text(1, 32), text(1, 32, SLASH_NAME))(value, at, problems)
    if at not in problems and str(value) != str(value).lower():
        problems[at] = BAD_NAME


def _required_first(options: list[Json], at: str, problems: Problems) -> None:
    optional_seen = False
    for index, option in enumerate(options):
        if option.get("required") and optional_seen:
            problems[join(at, index)] = REQUIRED_FIRST
        optional_seen = optional_seen or not option.get("required")


def _unmixed(options: list[Json], at: str, problems: Problems) -> None:
    nests = [option["type"] in (OptionType.SUBCOMMAND, OptionType.GROUP) for option in options]
    for index, each in enumerate(nests):
        if each != nests[0]:
            problems[join(at, index)] = MIXED


def _choices_or_autocomplete(option: Json, at: str, problems: Problems) -> None:
    if option.get("choices") and option.get("autocomplete"):
        problems[join(at, "autocomplete")] = CHOICES_AND_AUTOCOMPLETE


def _options(kinds: dict[int, Rule]) -> Rule:
    return both(listed(union(kinds), 0, 25), unique("name", *OPTION_TWICE), _unmixed, _required_first)


NAMED = {"name": slash_name, "description": text(1, 100)}
TRANSLATED = {
    "name_localizations": localized(slash_name),
    "description_localizations": localized(text(1, 100)),
}


def _leaf(**also: Rule) -> Rule:
    return both(model(NAMED, {**TRANSLATED, "required": flag, **also}), _choices_or_autocomplete)


def _typed(value: Rule, **bounds: Rule) -> Rule:
    choice = model({"name": text(1, 100), "value": value}, {"name_localizations": localized(text(1, 100))})
    return _leaf(choices=listed(choice, 0, 25), autocomplete=flag, **bounds)


integer = whole(-SAFE_INTEGER, SAFE_INTEGER)
LEAVES: dict[int, Rule] = {
    OptionType.STRING: _typed(text(0, 100), min_length=whole(0, 6_000), max_length=whole(1, 6_000)),
    OptionType.INTEGER: _typed(integer, min_value=integer, max_value=integer),
    OptionType.BOOLEAN: _leaf(),
    OptionType.USER: _leaf(),
    OptionType.CHANNEL: _leaf(channel_types=listed(one_of(*range(6), *range(10, 17)))),
    OptionType.ROLE: _leaf(),
    OptionType.MENTIONABLE: _leaf(),
    OptionType.NUMBER: _typed(number, min_value=number, max_value=number),
    OptionType.ATTACHMENT: _leaf(),
}
SUBCOMMANDS: dict[int, Rule] = {
    OptionType.SUBCOMMAND: model(NAMED, {**TRANSLATED, "options": _options(LEAVES)})
}
GROUPS: dict[int, Rule] = {OptionType.GROUP: model(NAMED, {**TRANSLATED, "options": _options(SUBCOMMANDS)})}

COMMON: dict[str, Rule] = {
    "type": one_of(1, 2, 3),
    "default_member_permissions": whole(0, (1 << 63) - 1),
    "dm_permission": flag,
    "nsfw": flag,
    "contexts": listed(one_of(0, 1, 2)),
    "integration_types": listed(one_of(0, 1)),
}
slash = model(NAMED, {**COMMON, **TRANSLATED, "options": _options({**SUBCOMMANDS, **GROUPS, **LEAVES})})
context_menu = model({"name": text(1, 32)}, {**COMMON, "name_localizations": localized(text(1, 32))})


def check_command(body: object) -> None:
    """Raise 50035 unless Discord would register this command."""
    check(command, body)


def check_commands(body: list[Json]) -> None:
    """The same for all commands of one scope, which replace those that were there; 30032 if too many."""
    check(both(listed(command), _names_unique), body)
    check_room(Counter(map(kind_of, body)))


def check_room(counts: Mapping[int, int]) -> None:
    """Raise 30032 if there are more commands of a type than a scope holds."""
    for kind, most in MAX_COMMANDS.items():
        if counts.get(kind, 0) > most:
            raise ApiError(400, 30032, f"Maximum number of application commands reached ({most}).")


def kind_of(command: Json) -> int:
    return int(command.get("type") or CommandType.CHAT_INPUT)


def command(body: object, at: str, problems: Problems) -> None:
    plain = isinstance(body, dict) and body.get("type") in (CommandType.USER, CommandType.MESSAGE)
    both(context_menu if plain else slash, _size)(body, at, problems)


def _size(command: Json, at: str, problems: Problems) -> None:
    if size(command) > MAX_SIZE:
        problems[at] = "APPLICATION_COMMAND_TOO_LARGE", f"Command exceeds maximum size ({MAX_SIZE})"


def _names_unique(commands: list[Json], at: str, problems: Problems) -> None:
    seen: set[tuple[int, str]] = set()
    for index, each in enumerate(commands):
        key = kind_of(each), each["name"]
        if key in seen:
            problems[join(at, index)] = COMMAND_TWICE
        seen.add(key)


def size(part: Json) -> int:
    """Characters of all names, descriptions and choice values, each in its longest translation."""
    own = _longest(part, "name") + _longest(part, "description")
    choices = sum(_longest(each, "name") + len(str(each["value"])) for each in part.get("choices") or ())
    return own + choices + sum(size(option) for option in part.get("options") or ())


def _longest(part: Json, key: str) -> int:
    translations = (part.get(f"{key}_localizations") or {}).values()
    return max(len(each or "") for each in (part.get(key), *translations))
