"""Components: each is taken at its limit and refused one past it, with Discord's code at the right place."""

from typing import Any

import pytest

from sandbox.checks.components import check_components, number, walk
from tests.sandbox.refusals import refusals

Json = dict[str, Any]


def button(**fields: object) -> Json:
    return {"type": 2, "style": 1, "label": "Join", "custom_id": "join", **fields}


def select(kind: int = 3, **fields: object) -> Json:
    options = {"options": [option(1), option(2)]} if kind == 3 else {}
    return {"type": kind, "custom_id": "pick", **options, **fields}


def option(n: object, **fields: object) -> Json:
    return {"label": f"Option {n}", "value": str(n), **fields}


def row(*components: Json) -> Json:
    return {"type": 1, "components": list(components)}


def words(content: str = "Hello") -> Json:
    return {"type": 10, "content": content}


def section(*texts: Json, accessory: Json | None = None) -> Json:
    return {"type": 9, "components": list(texts), "accessory": accessory or button()}


def container(*components: Json, **fields: object) -> Json:
    return {"type": 17, "components": list(components), **fields}


def gallery(n: int) -> Json:
    return {"type": 12, "items": [{"media": {"url": f"https://example.org/{i}.png"}} for i in range(n)]}


def refused(components: object, v2: bool = True) -> dict[str, str]:
    return refusals(lambda: check_components(components, v2))


def buttons(n: int, **fields: object) -> list[Json]:
    return [button(custom_id=f"b{i}", **fields) for i in range(n)]


AT_THE_LIMIT = {
    "a label of 80": [row(button(label="x" * 80))],
    "a custom id of 100": [row(button(custom_id="x" * 100))],
    "an emoji instead of a label": [row(button(label=None, emoji={"name": "🌱"}))],
    "a link of 512": [row({"type": 2, "style": 5, "label": "Read", "url": "https://a.example/" + "x" * 494})],
    "a premium button": [row({"type": 2, "style": 6, "sku_id": "12"})],
    "five buttons in a row": [row(*buttons(5))],
    "25 options of 100 characters": [
        row(select(options=[option(i, label="x" * 100, description="y" * 100) for i in range(25)]))
    ],
    "a placeholder of 150": [row(select(placeholder="x" * 150))],
    "as many values as options": [row(select(min_values=0, max_values=2))],
    "every kind of select": [row(select(kind, custom_id=str(kind))) for kind in (3, 5, 6, 7, 8)],
    "a preset person": [row(select(5, default_values=[{"id": "1", "type": "user"}]))],
    "three texts in a section": [section(words(), words(), words())],
    "a picture beside a text": [
        section(
            words(),
            accessory={"type": 11, "media": {"url": "attachment://a.png"}, "description": "x" * 1_024},
        )
    ],
    "ten pictures": [gallery(10)],
    "a file": [{"type": 13, "file": {"url": "attachment://notes.txt"}}],
    "a separator": [{"type": 14, "divider": False, "spacing": 2}],
    "a container of everything": [
        container(
            row(button()),
            words(),
            gallery(1),
            {"type": 14},
            section(words(), accessory=button(custom_id="b")),
        )
    ],
    "40 components, nested ones counted": [
        container(*(words("x") for _ in range(39)), accent_color=0xFFFFFF)
    ],
    "4,000 characters": [words("x" * 1_500), container(words("x" * 2_500))],
}


@pytest.mark.parametrize("components", AT_THE_LIMIT.values(), ids=AT_THE_LIMIT)
def test_what_is_at_the_limit_is_taken(components: list[Json]):
    assert refused(components) == {}


BAD = "BASE_TYPE_BAD_LENGTH"
ONE_PAST: dict[str, tuple[list[Json], str, str]] = {
    "a label of 81": ([row(button(label="x" * 81))], "0.components.0.label", "BASE_TYPE_MAX_LENGTH"),
    "a custom id of 101": ([row(button(custom_id="x" * 101))], "0.components.0.custom_id", BAD),
    "no custom id": (
        [row(button(custom_id=None))],
        "0.components.0.custom_id",
        "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED",
    ),
    "a custom id and a link": (
        [row(button(style=5, url="https://a.example"))],
        "0.components.0.custom_id",
        "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
    ),
    "a link button to nowhere": (
        [row({"type": 2, "style": 5, "label": "Read"})],
        "0.components.0.url",
        "BASE_TYPE_REQUIRED",
    ),
    "a script as a link": (
        [row({"type": 2, "style": 5, "label": "Read", "url": "javascript:alert(1)"})],
        "0.components.0.url",
        "URL_TYPE_INVALID_SCHEME",
    ),
    "a premium button without a product": (
        [row({"type": 2, "style": 6})],
        "0.components.0.sku_id",
        "BASE_TYPE_REQUIRED",
    ),
    "neither label nor emoji": ([row(button(label=""))], "0.components.0.label", "BASE_TYPE_REQUIRED"),
    "a style of 7": ([row(button(style=7))], "0.components.0.style", "BASE_TYPE_CHOICES"),
    "six buttons": ([row(*buttons(6))], "0.components", BAD),
    "an empty row": ([row()], "0.components", BAD),
    "a button beside a select": (
        [row(select(), button())],
        "0.components.1",
        "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
    ),
    "26 options": ([row(select(options=[option(i) for i in range(26)]))], "0.components.0.options", BAD),
    "no options": ([row(select(options=[]))], "0.components.0.options", BAD),
    "an option of 101": (
        [row(select(options=[option(1, label="x" * 101)]))],
        "0.components.0.options.0.label",
        BAD,
    ),
    "the same value twice": (
        [row(select(options=[option(1), option(1)]))],
        "0.components.0.options.1",
        "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
    ),
    "a placeholder of 151": (
        [row(select(placeholder="x" * 151))],
        "0.components.0.placeholder",
        "BASE_TYPE_MAX_LENGTH",
    ),
    "more values than options": (
        [row(select(max_values=3))],
        "0.components.0.options",
        "BASE_TYPE_MIN_LENGTH",
    ),
    "at least more than at most": (
        [row(select(min_values=2))],
        "0.components.0.min_values",
        "NUMBER_TYPE_MAX",
    ),
    "26 values": ([row(select(5, max_values=26))], "0.components.0.max_values", "NUMBER_TYPE_MAX"),
    "no value at most": ([row(select(5, max_values=0))], "0.components.0.max_values", "NUMBER_TYPE_MIN"),
    "too many presets": (
        [row(select(options=[option(1, default=True), option(2, default=True)]))],
        "0.components.0.options",
        "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES",
    ),
    "four texts in a section": ([section(words(), words(), words(), words())], "0.components", BAD),
    "a section without accessory": (
        [{"type": 9, "components": [words()]}],
        "0.accessory",
        "BASE_TYPE_REQUIRED",
    ),
    "a select as accessory": ([section(words(), accessory=select())], "0.accessory", "UNION_TYPE_CHOICES"),
    "eleven pictures": ([gallery(11)], "0.items", BAD),
    "a file from elsewhere": (
        [{"type": 13, "file": {"url": "https://a.example/notes.txt"}}],
        "0.file.url",
        "URL_TYPE_INVALID_SCHEME",
    ),
    "a spacing of 3": ([{"type": 14, "spacing": 3}], "0.spacing", "BASE_TYPE_CHOICES"),
    "a colour past white": (
        [container(words(), accent_color=0x1000000)],
        "0.accent_color",
        "NUMBER_TYPE_MAX",
    ),
    "a container in a container": ([container(container(words()))], "0.components.0", "UNION_TYPE_CHOICES"),
    "a button on its own": ([button()], "0", "UNION_TYPE_CHOICES"),
    "a text input in a message": (
        [row({"type": 4, "custom_id": "x", "style": 1})],
        "0.components.0",
        "UNION_TYPE_CHOICES",
    ),
    "a label in a message": ([{"type": 18, "label": "x", "component": select()}], "0", "UNION_TYPE_CHOICES"),
    "an empty text": ([words("")], "0.content", BAD),
    "the same custom id twice": (
        [row(button()), row(button(label="Again", disabled=True))],
        "1.components.0.custom_id",
        "COMPONENT_CUSTOM_ID_DUPLICATED",
    ),
    "the same id twice": ([words() | {"id": 7}, words() | {"id": 7}], "1.id", "COMPONENT_ID_DUPLICATED"),
    "41 components": (
        [container(*(words("x") for _ in range(39))), words("x")],
        "",
        "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
    ),
    "4,001 characters": (
        [words("x" * 1_501), container(words("x" * 2_500))],
        "",
        "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
    ),
}


@pytest.mark.parametrize(("components", "at", "code"), ONE_PAST.values(), ids=ONE_PAST)
def test_what_is_past_it_is_refused_where_it_stands(components: list[Json], at: str, code: str):
    assert refused(components).get(f"components.{at}".rstrip(".")) == code


def test_without_the_flag_only_five_rows_are_taken():
    rows = [row(button(custom_id=str(i))) for i in range(6)]
    assert refused(rows[:5], v2=False) == {}
    assert refused(rows, v2=False) == {"components": "BASE_TYPE_MAX_LENGTH"}
    assert refused([words()], v2=False) == {"components.0": "UNION_TYPE_CHOICES"}


def test_every_fault_is_named_at_once():
    assert set(refused([row(button(label="x" * 81)), words("")])) == {
        "components.0.components.0.label",
        "components.1.content",
    }


@pytest.mark.parametrize(
    "junk", [None, "row", {"type": 1}, [1], [None], [{}], [{"type": "row"}], [{"type": [1]}]]
)
def test_junk_is_refused_and_never_breaks_the_check(junk: object):
    assert refused(junk)


def test_numbering_gives_every_component_an_id_and_keeps_those_it_has():
    given = [container(words() | {"id": 2}, section(words(), accessory=button())), row(button(custom_id="b"))]
    numbered = number(given)
    ids = [component["id"] for _, component in walk(numbered)]
    assert len(set(ids)) == len(ids) == 7
    assert numbered[0]["components"][0]["id"] == 2
    assert "id" not in given[0]


def test_an_id_of_zero_counts_as_none_and_one_in_digits_as_a_number():
    assert [each["id"] for each in number([words() | {"id": 0}, words() | {"id": "1"}])] == [2, 1]
