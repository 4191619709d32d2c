"""Forms: what a bot may open, and what a person may send."""

from typing import Any

import pytest

from sandbox.checks.modals import check_modal, inputs
from sandbox.checks.submissions import check_submission
from tests.sandbox.refusals import refusals

Json = dict[str, Any]


def typing(**fields: object) -> Json:
    return {"type": 4, "custom_id": "about", "style": 2, **fields}


def group(kind: int, n: int, **fields: object) -> Json:
    options = [{"label": f"Option {i}", "value": str(i)} for i in range(n)]
    return {"type": kind, "custom_id": "choice", "options": options, **fields}


def labelled(component: Json, label: str = "About you", **fields: object) -> Json:
    return {"type": 18, "label": label, "component": component, **fields}


def form(*components: Json, **fields: object) -> Json:
    return {"custom_id": "join", "title": "Join the circles", "components": list(components), **fields}


def one(component: Json) -> Json:
    return form(labelled(component))


def refused(modal: object) -> dict[str, str]:
    return refusals(lambda: check_modal(modal))


AT_THE_LIMIT = {
    "a title of 45": form(labelled(typing()), title="x" * 45),
    "a custom id of 100": form(labelled(typing()), custom_id="x" * 100),
    "five inputs": form(*(labelled(typing(custom_id=str(i))) for i in range(5))),
    "words between the inputs": form({"type": 10, "content": "Nothing is posted yet."}, labelled(typing())),
    "a label of 45": form(labelled(typing(), label="x" * 45, description="y" * 100)),
    "a text of 4,000": one(typing(min_length=0, max_length=4_000, value="x" * 4_000, placeholder="y" * 100)),
    "two radio buttons": one(group(21, 2)),
    "ten radio buttons": one(group(21, 10, required=False)),
    "one box in a group": one(group(22, 1)),
    "ten boxes in a group": one(group(22, 10, min_values=1, max_values=10)),
    "a box alone": one({"type": 23, "custom_id": "adult", "default": False}),
    "a select of options": one(group(3, 25, required=False, min_values=0)),
    "selects of people, roles, both and channels": form(
        *(labelled({"type": kind, "custom_id": str(kind)}) for kind in (5, 6, 7, 8))
    ),
    "ten files": one({"type": 19, "custom_id": "files", "min_values": 1, "max_values": 10}),
    "an input in a row, as before labels": form({"type": 1, "components": [typing(label="About you")]}),
}


@pytest.mark.parametrize("modal", AT_THE_LIMIT.values(), ids=AT_THE_LIMIT)
def test_what_is_at_the_limit_is_opened(modal: Json):
    assert refused(modal) == {}


INPUT = "data.components.0.component"
BAD = "BASE_TYPE_BAD_LENGTH"
ONE_PAST: dict[str, tuple[Json, str, str]] = {
    "a title of 46": (form(labelled(typing()), title="x" * 46), "data.title", BAD),
    "no title": (form(labelled(typing()), title=None), "data.title", "BASE_TYPE_REQUIRED"),
    "no inputs": (form(), "data.components", BAD),
    "six inputs": (form(*(labelled(typing(custom_id=str(i))) for i in range(6))), "data.components", BAD),
    "a label of 46": (form(labelled(typing(), label="x" * 46)), "data.components.0.label", BAD),
    "a description of 101": (
        form(labelled(typing(), description="x" * 101)),
        "data.components.0.description",
        "BASE_TYPE_MAX_LENGTH",
    ),
    "a text of 4,001": (one(typing(max_length=4_001)), f"{INPUT}.max_length", "NUMBER_TYPE_MAX"),
    "a length of nothing": (one(typing(max_length=0)), f"{INPUT}.max_length", "NUMBER_TYPE_MIN"),
    "at least more than at most": (
        one(typing(min_length=9, max_length=8)),
        f"{INPUT}.min_length",
        "NUMBER_TYPE_MAX",
    ),
    "a placeholder of 101": (
        one(typing(placeholder="x" * 101)),
        f"{INPUT}.placeholder",
        "BASE_TYPE_MAX_LENGTH",
    ),
    "a third style": (one(typing(style=3)), f"{INPUT}.style", "BASE_TYPE_CHOICES"),
    "one radio button": (one(group(21, 1)), f"{INPUT}.options", BAD),
    "eleven radio buttons": (one(group(21, 11)), f"{INPUT}.options", BAD),
    "eleven boxes": (one(group(22, 11)), f"{INPUT}.options", BAD),
    "eleven files": (
        one({"type": 19, "custom_id": "f", "max_values": 11}),
        f"{INPUT}.max_values",
        "NUMBER_TYPE_MAX",
    ),
    "a required group that needs nothing": (
        one(group(22, 3, min_values=0)),
        f"{INPUT}.min_values",
        "NUMBER_TYPE_MIN",
    ),
    "a disabled select": (one(group(3, 3, disabled=True)), f"{INPUT}.disabled", "BASE_TYPE_CHOICES"),
    "a button in a form": (one({"type": 2, "style": 1, "custom_id": "b"}), INPUT, "UNION_TYPE_CHOICES"),
    "an input without a label": (
        form({"type": 1, "components": [typing()]}),
        "data.components.0.components.0.label",
        "BASE_TYPE_REQUIRED",
    ),
    "the same custom id twice": (
        form(labelled(typing()), labelled(typing())),
        "data.components.1.component.custom_id",
        "COMPONENT_CUSTOM_ID_DUPLICATED",
    ),
}


@pytest.mark.parametrize(("modal", "at", "code"), ONE_PAST.values(), ids=ONE_PAST)
def test_what_is_past_it_is_refused_where_it_stands(modal: Json, at: str, code: str):
    assert refused(modal).get(at) == code


def test_the_inputs_of_a_form_come_with_the_labels_people_read():
    modal = form(
        labelled(typing(), "About you"), {"type": 1, "components": [typing(custom_id="b", label="Name")]}
    )
    assert [(label, control["custom_id"]) for _, label, control in inputs(modal)] == [
        ("About you", "about"),
        ("Name", "b"),
    ]


REQUIRED, TOO_LONG, TOO_SHORT, NO_OPTION = (
    "BASE_TYPE_REQUIRED",
    "BASE_TYPE_MAX_LENGTH",
    "BASE_TYPE_MIN_LENGTH",
    "BASE_TYPE_CHOICES",
)
SUBMITTED: dict[str, tuple[Json, object, str | None]] = {
    "a text": (typing(), "Hello", None),
    "no text where one is needed": (typing(), "", REQUIRED),
    "no text where none is needed": (typing(required=False, min_length=5), None, None),
    "a text at its shortest": (typing(min_length=5), "x" * 5, None),
    "a text too short": (typing(min_length=5, max_length=9), "x" * 4, BAD),
    "a text with no longest too short": (typing(min_length=5), "x" * 4, BAD),
    "a text at its longest": (typing(max_length=9), "x" * 9, None),
    "a text too long": (typing(max_length=9), "x" * 10, TOO_LONG),
    "a radio button": (group(21, 3), "2", None),
    "a radio button that is not there": (group(21, 3), "3", NO_OPTION),
    "no radio button": (group(21, 3), None, REQUIRED),
    "no radio button where none is needed": (group(21, 3, required=False), None, None),
    "a box left as it is": ({"type": 23, "custom_id": "adult"}, False, None),
    "all boxes of a group": (group(22, 3), ["0", "1", "2"], None),
    "too few boxes": (group(22, 3, min_values=2), ["0"], BAD),
    "no box of a group": (group(22, 3), [], REQUIRED),
    "two options where one may be chosen": (group(3, 3), ["0", "1"], BAD),
    "an option that is not there": (group(3, 3), ["9"], NO_OPTION),
    "a person": ({"type": 5, "custom_id": "who"}, ["123"], None),
    "nobody where somebody is needed": ({"type": 5, "custom_id": "who"}, [], REQUIRED),
    "two files where one may be sent": ({"type": 19, "custom_id": "f"}, ["1", "2"], BAD),
}


@pytest.mark.parametrize(("control", "value", "code"), SUBMITTED.values(), ids=SUBMITTED)
def test_a_client_sends_only_what_the_form_asks_for(control: Json, value: Any, code: str | None):
    found = refusals(lambda: check_submission(one(control), {control["custom_id"]: value}))
    assert found == ({"components.0.component": code} if code else {})


def test_every_input_that_keeps_a_form_back_is_named():
    modal = form(labelled(typing()), labelled(group(21, 2)))
    assert set(refusals(lambda: check_submission(modal, {}))) == {
        "components.0.component",
        "components.1.component",
    }
