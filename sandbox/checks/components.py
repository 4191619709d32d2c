"""Message components: what may stand in what, and what holds for the tree as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from itertools import count

from sandbox.checks.controls import SELECTS, button, part
from sandbox.checks.form import (
    Problems,
    Rule,
    both,
    check,
    flag,
    join,
    listed,
    model,
    one_of,
    text,
    union,
    url,
    whole,
)
from sandbox.enums import ComponentType as T
from sandbox.payloads import Json

MAX_COMPONENTS = 40
MAX_TEXT = 4_000
ROW_WIDTH = 5
DUPLICATE_CUSTOM_ID = ("COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated")
DUPLICATE_ID = ("COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated")
TOO_WIDE = ("COMPONENT_LAYOUT_WIDTH_EXCEEDED", "This component exceeds the width of its row")
TOO_MANY = ("COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", f"A message holds at most {MAX_COMPONENTS} components")
TOO_MUCH_TEXT = (
    "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
    f"Components displayable text size exceeds maximum size of {MAX_TEXT}",
)

media = model({"url": url(2_048, ("http", "https", "attachment"))})
uploaded = model({"url": url(2_048, ("attachment",))})
pictured = {"description": text(1, 1_024), "spoiler": flag}


def _row_width(row: Json, at: str, problems: Problems) -> None:
    """A select fills its row."""
    taken = 0
    for index, child in enumerate(row["components"]):
        taken += 1 if child["type"] == T.BUTTON else ROW_WIDTH
        if taken > ROW_WIDTH:
            problems[join(at, "components", index)] = TOO_WIDE


text_display = model({"content": text(1, MAX_TEXT)}, part)
row = both(
    model({"components": listed(union({T.BUTTON: button, **SELECTS}), 1, ROW_WIDTH)}, part),
    _row_width,
)
thumbnail = model({"media": media}, {**part, **pictured})

PLAIN: dict[int, Rule] = {T.ACTION_ROW: row}
IN_CONTAINER: dict[int, Rule] = {
    T.ACTION_ROW: row,
    T.SECTION: model(
        {
            "components": listed(union({T.TEXT_DISPLAY: text_display}), 1, 3),
            "accessory": union({T.BUTTON: button, T.THUMBNAIL: thumbnail}),
        },
        part,
    ),
    T.TEXT_DISPLAY: text_display,
    T.MEDIA_GALLERY: model({"items": listed(model({"media": media}, pictured), 1, 10)}, part),
    T.FILE: model({"file": uploaded}, {**part, "spoiler": flag}),
    T.SEPARATOR: model(optional={**part, "divider": flag, "spacing": one_of(1, 2)}),
}
V2: dict[int, Rule] = {
    **IN_CONTAINER,
    T.CONTAINER: model(
        {"components": listed(union(IN_CONTAINER), 1, MAX_COMPONENTS)},
        {**part, "accent_color": whole(0, 0xFFFFFF), "spoiler": flag},
    ),
}


def check_components(components: object, v2: bool, at: str = "components") -> None:
    """Raise 50035 unless Discord would take these as a message's components."""
    check(laid_out if v2 else plain, components, at)


def _total(components: list[Json], at: str, problems: Problems) -> None:
    parts = [each for _, each in walk(components, at)]
    if len(parts) > MAX_COMPONENTS:
        problems[at] = TOO_MANY
    elif sum(len(each["content"]) for each in parts if each["type"] == T.TEXT_DISPLAY) > MAX_TEXT:
        problems[at] = TOO_MUCH_TEXT


def all_unique(components: list[Json], at: str, problems: Problems) -> None:
    """Note every custom id and id that an earlier component already has."""
    for key, wrong in (("custom_id", DUPLICATE_CUSTOM_ID), ("id", DUPLICATE_ID)):
        seen: set[object] = set()
        for where, component in walk(components, at):
            value = component.get(key)
            if value and value in seen:
                problems[join(where, key)] = wrong
            seen.add(value)


def walk(components: Iterable[Json], at: str = "components") -> Iterator[tuple[str, Json]]:
    """Every component with its path, parents first, in the order a reader meets them."""
    for index, component in enumerate(components):
        where = join(at, index)
        yield where, component
        yield from walk(component.get("components") or (), join(where, "components"))
        for single in ("accessory", "component"):
            if component.get(single):
                yield join(where, single), component[single]


def number(components: list[Json]) -> list[Json]:
    """A copy in which every component has an `id` of its own, a whole number; given ones stay."""
    numbered = deepcopy(components)
    taken = {int(component.get("id") or 0) for _, component in walk(numbered)}
    free = (candidate for candidate in count(1) if candidate not in taken)
    for _, component in walk(numbered):
        component["id"] = int(component.get("id") or 0) or next(free)
    return numbered


plain = both(listed(union(PLAIN), 0, 5), all_unique)
laid_out = both(listed(union(V2)), _total, all_unique)
