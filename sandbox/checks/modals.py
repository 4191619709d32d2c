"""Modals: the forms a bot may open."""

from __future__ import annotations

from collections.abc import Iterator

from sandbox.checks.components import all_unique, text_display, walk
from sandbox.checks.controls import MODAL_INPUTS, custom_id, part, text_input
from sandbox.checks.form import (
    REQUIRED,
    Problems,
    both,
    check,
    join,
    listed,
    model,
    text,
    union,
)
from sandbox.enums import ComponentType as T
from sandbox.payloads import Json


def _labelled(row: Json, at: str, problems: Problems) -> None:
    """Outside a label a text input must bring its own."""
    if not row["components"][0].get("label"):
        problems[join(at, "components", 0, "label")] = REQUIRED


label = model(
    required={"label": text(1, 45), "component": union(MODAL_INPUTS)},
    optional={**part, "description": text(0, 100)},
)
row = both(model({"components": listed(union({T.TEXT_INPUT: text_input}), 1, 1)}, part), _labelled)
modal = model(
    {
        "custom_id": custom_id,
        "title": text(1, 45),
        "components": both(
            listed(union({T.ACTION_ROW: row, T.TEXT_DISPLAY: text_display, T.LABEL: label}), 1, 5), all_unique
        ),
    }
)


def check_modal(data: object, at: str = "data") -> None:
    """Raise 50035 unless Discord would open this form; `at` is where it stands in the request."""
    check(modal, data, at)


def inputs(data: Json) -> Iterator[tuple[str, str, Json]]:
    """The form's inputs in order: path, the label a person reads, the input itself."""
    for at, component in walk(data["components"]):
        if component["type"] == T.LABEL:
            yield join(at, "component"), component["label"], component["component"]
        elif component["type"] == T.TEXT_INPUT and component.get("label"):
            yield at, component["label"], component
