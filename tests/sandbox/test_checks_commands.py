"""Application commands: names, options, choices, sizes and how many."""

from typing import Any

import pytest

from sandbox.checks.commands import check_command, check_commands
from sandbox.errors import ApiError
from tests.sandbox.refusals import refusals

Json = dict[str, Any]


def command(*options: Json, **fields: object) -> Json:
    return {"name": "setup", "description": "Set up", "options": list(options), **fields}


def option(kind: int = 3, **fields: object) -> Json:
    return {"type": kind, "name": "city", "description": "A city", **fields}


def many(n: int) -> list[Json]:
    return [option(name=f"o{i}") for i in range(n)]


def choices(n: int, **fields: Any) -> list[Json]:
    return [{"name": f"c{i}", "value": str(i), **fields} for i in range(n)]


def sized(n: int, **fields: object) -> Json:
    """A command of `n` characters, which Discord counts over names, descriptions and choice values."""
    full = [
        option(name=f"o{i:031}", description="x" * 100, choices=choices(1, value="y" * 100))
        for i in range(24)
    ]
    rest = n - 24 * (32 + 100 + 2 + 100) - len("setup") - 100 - len("last" + "A city")
    tail = [{"name": "c", "value": "z" * 99}] * (rest // 100) + [
        {"name": "c", "value": "z" * (rest % 100 - 1)}
    ]
    return command(*full, option(name="last", choices=tail), description="x" * 100, **fields)


AT_THE_LIMIT = {
    "a name of 32": command(name="x" * 32),
    "a name in another script": command(name="प्रोफ़ाइल"),
    "a name with dash and underscore": command(name="my-place_2"),
    "a description of 100": command(description="x" * 100),
    "25 options": command(*many(25)),
    "25 choices": command(option(choices=choices(25))),
    "a choice of 100": command(option(choices=choices(1, name="x" * 100, value="y" * 100))),
    "numbers as choices": command(
        option(4, choices=choices(1, value=7)), option(10, name="b", choices=choices(1, value=0.5))
    ),
    "required before optional": command(option(required=True), option(name="b")),
    "every type of option": command(*(option(kind, name=f"o{kind}") for kind in range(3, 12))),
    "commands in groups": command(option(2, options=[option(1, options=[option()])]), option(1, name="b")),
    "autocomplete": command(option(autocomplete=True)),
    "a context menu": {"type": 2, "name": "Show Place"},
    "a translated name": command(name_localizations={"es-ES": "preparar"}),
    "8,000 characters": sized(8_000),
    "a translation as long as the name": sized(8_000, description_localizations={"es-ES": "x" * 100}),
}


@pytest.mark.parametrize("body", AT_THE_LIMIT.values(), ids=AT_THE_LIMIT)
def test_what_is_at_the_limit_is_registered(body: Json):
    assert refusals(lambda: check_command(body)) == {}


BAD = "BASE_TYPE_BAD_LENGTH"
ONE_PAST: dict[str, tuple[Json, str, str]] = {
    "a name of 33": (command(name="x" * 33), "name", BAD),
    "a name in capitals": (command(name="Setup"), "name", "APPLICATION_COMMAND_INVALID_NAME"),
    "a name with a space": (command(name="set up"), "name", "STRING_TYPE_REGEX"),
    "no description": (command(description=""), "description", BAD),
    "a description of 101": (command(description="x" * 101), "description", BAD),
    "26 options": (command(*many(26)), "options", "BASE_TYPE_MAX_LENGTH"),
    "26 choices": (command(option(choices=choices(26))), "options.0.choices", "BASE_TYPE_MAX_LENGTH"),
    "a choice of 101": (
        command(option(choices=choices(1, name="x" * 101))),
        "options.0.choices.0.name",
        BAD,
    ),
    "words as a number": (
        command(option(4, choices=choices(1, value="seven"))),
        "options.0.choices.0.value",
        "NUMBER_TYPE_COERCE",
    ),
    "optional before required": (
        command(option(), option(name="b", required=True)),
        "options.1",
        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
    ),
    "the same option twice": (
        command(option(), option()),
        "options.1",
        "APPLICATION_COMMAND_OPTIONS_NAME_INVALID",
    ),
    "a subcommand beside an option": (
        command(option(), option(1, name="b")),
        "options.1",
        "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
    ),
    "choices and autocomplete": (
        command(option(choices=choices(1), autocomplete=True)),
        "options.0.autocomplete",
        "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE",
    ),
    "a group in a group": (
        command(option(2, options=[option(2, options=[])])),
        "options.0.options.0",
        "UNION_TYPE_CHOICES",
    ),
    "a type of 12": (command(option(12)), "options.0", "UNION_TYPE_CHOICES"),
    "a locale nobody speaks": (
        command(name_localizations={"xx": "a"}),
        "name_localizations.xx",
        "BASE_TYPE_CHOICES",
    ),
    "8,001 characters": (sized(8_001), "", "APPLICATION_COMMAND_TOO_LARGE"),
    "a translation longer than the name": (
        sized(8_000, name_localizations={"es-ES": "preparar"}),
        "",
        "APPLICATION_COMMAND_TOO_LARGE",
    ),
}


@pytest.mark.parametrize(("body", "at", "code"), ONE_PAST.values(), ids=ONE_PAST)
def test_what_is_past_it_is_refused_where_it_stands(body: Json, at: str, code: str):
    assert refusals(lambda: check_command(body)).get(at) == code


def test_of_several_commands_the_one_at_fault_is_named():
    found = refusals(lambda: check_commands([command(), command(name="b", description="")]))
    assert found == {"1.description": BAD}


def test_no_two_commands_of_a_type_share_a_name():
    menu = {"type": 2, "name": "setup"}
    assert refusals(lambda: check_commands([command(), menu])) == {}
    assert refusals(lambda: check_commands([command(), menu, command()])) == {
        "2": "APPLICATION_COMMANDS_DUPLICATE_NAME"
    }


@pytest.mark.parametrize(("kind", "most"), [(1, 100), (2, 15), (3, 15)])
def test_a_scope_holds_only_so_many_commands(kind: int, most: int):
    commands = [command(name=f"c{i}", type=kind, options=None) for i in range(most + 1)]
    check_commands(commands[:most])
    with pytest.raises(ApiError) as refusal:
        check_commands(commands)
    assert refusal.value.code == 30032
