"""A custom id is a promise to old messages."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.kit import custom_ids
from cogs.kit.controls import Button, Choice, Choices, Control
from tests.cogs.rooms import every_control, every_form

SHIPPED = (Path(__file__).parent / "shipped_custom_ids.txt").read_text("utf-8").split()
"""What stands on messages out there. Never take one away; add each new one."""


def patterns():
    return [control.pattern() for control in every_control()] + [form.pattern for form in every_form()]


@pytest.mark.parametrize("custom_id", SHIPPED)
def test_row_05_every_custom_id_that_was_ever_shipped_is_answered_by_exactly_one(custom_id):
    assert sum(pattern.fullmatch(custom_id) is not None for pattern in patterns()) == 1


def test_every_control_is_on_the_list_of_promises():
    unlisted = [c for c in every_control() if not any(c.pattern().fullmatch(i) for i in SHIPPED)]
    assert [c.control for c in unlisted] == []


@given(st.data())
def test_row_06_no_custom_id_can_reach_two_controls(data):
    pattern = data.draw(st.sampled_from(patterns()))
    custom_id = data.draw(st.from_regex(pattern, fullmatch=True))
    assert sum(other.fullmatch(custom_id) is not None for other in patterns()) == 1


@pytest.mark.parametrize(
    "wrong", ["join", "signup:join", "signup:v0:join", "Signup:v1:join", "signup:v1:join:x"]
)
def test_another_shape_is_refused_when_the_control_is_written(wrong):
    with pytest.raises(ValueError, match="feature:v1"):
        custom_ids.template(wrong)


def test_an_identity_that_does_not_fit_is_refused_before_discord_refuses_it():
    with pytest.raises(ValueError, match="100 characters"):
        custom_ids.fill("signup:v1:thing:{who}", {"who": "x" * 90})


def test_every_control_can_be_made_again_from_its_custom_id():
    for control in every_control():
        assert issubclass(control, Button | Choice | Choices)
        assert issubclass(control, Control)
