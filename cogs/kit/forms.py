"""Forms that survive a restart: nothing about an open form is kept in memory."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

import discord
from discord import ui

from cogs.kit import custom_ids, door
from cogs.kit.answers import answer, answering, say_to
from cogs.kit.bot import Click
from cogs.kit.cards import Card
from cogs.kit.controls import Button


class Values(Mapping[str, Any]):
    """What somebody filled in, by field name: text, one value, a list of values, or True and False.

    `token` is that of the form which was shown: one that is sent twice has it twice.
    """

    def __init__(self, components: list[Mapping[str, Any]], token: str = "") -> None:
        self.token = token
        self._by_name = {field["custom_id"]: _value(field) for field in _fields(components)}

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - what it is depends on the field
        return self._by_name[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_name)

    def __len__(self) -> int:
        return len(self._by_name)

    def text(self, name: str) -> str:
        """What was typed, or chosen from a list of one; empty when nothing was."""
        value = self._by_name.get(name)
        if isinstance(value, list):
            return str(value[0]) if value else ""
        return str(value or "")

    def several(self, name: str) -> tuple[str, ...]:
        """What was chosen from a list of many."""
        value = self._by_name.get(name)
        return tuple(map(str, value)) if isinstance(value, list) else ()

    def ticked(self, name: str) -> bool:
        """Whether a check box was set."""
        return self._by_name.get(name) is True


class Form(ui.Modal):
    """A form. Each one shown has a custom id of its own: with a fixed id, discord.py hands one person's
    answers to the form of another. It is never kept by the library either; `submitted` starts from nothing.
    """

    control: ClassVar[str]
    pattern: ClassVar[re.Pattern[str]]
    again: ClassVar[type[Button] | None] = None
    """The button that opens this form once more, with the form's own identity; shown beside a refusal."""

    def __init_subclass__(cls, *, control: str) -> None:
        super().__init_subclass__()
        cls.control = control + ":{nonce}"
        cls.pattern = custom_ids.template(cls.control)

    def __init__(self, title: str, /, **identity: str) -> None:
        custom_id = custom_ids.fill(self.control, {**identity, "nonce": secrets.token_hex(4)})
        super().__init__(title=title, timeout=None, custom_id=custom_id)
        self.stop()  # a finished modal is not stored, so that it cannot cross with another

    def ask(self, label: str, field: ui.Item[Any], hint: str | None = None) -> None:
        """Add a field with its label and, below it, a hint."""
        self.add_item(ui.Label(text=label, description=hint, component=field))

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **identity: str) -> None:
        """What happens with the answers. A Refusal raised here becomes its sentence."""
        raise NotImplementedError


async def open_form(click: Click, form: Form, button: Button) -> None:
    """Show a form. When that comes too late for Discord, offer the button again instead."""
    async with answering(click):
        if not click.response.is_done():
            await click.response.send_modal(form)
            return
    say = await say_to(click)
    await answer(click, Card(say("kit-slow-form"), type(button)(say, **button.identity)))


async def receive(click: Click, forms: list[type[Form]]) -> bool:
    """Hand a submitted form to its class. False when no form of ours has this custom id."""
    data: Mapping[str, Any] = click.data or {}
    for form in forms:
        match = form.pattern.fullmatch(data["custom_id"])
        if match:
            identity = {name: value for name, value in match.groupdict().items() if name != "nonce"}
            values = Values(data["components"], match["nonce"])
            again = partial(form.again, **identity) if form.again else None
            await door.handle(click, partial(form.submitted, click, values, **identity), again)
            return True
    return False


def _fields(components: list[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for component in components:
        inside = component.get("component")
        if inside is not None:
            yield from _fields([inside])
        yield from _fields(component.get("components", []))
        if "custom_id" in component:
            yield component


def _value(field: Mapping[str, Any]) -> Any:  # noqa: ANN401
    return field["values"] if "values" in field else field.get("value")


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: at most 100 characters in each."""

    value: str
    label: str
    hint: str | None = None


MOST_RADIOS = 10


def one_of(name: str, options: Sequence[Option], chosen: str | None = None) -> ui.Item[Any]:
    """A field to choose one thing: all in view where Discord allows that many, else a list (25 at most)."""
    if len(options) <= MOST_RADIOS:
        radios = [
            discord.RadioGroupOption(
                label=o.label, value=o.value, description=o.hint, default=o.value == chosen
            )
            for o in options
        ]
        return ui.RadioGroup(custom_id=name, options=radios)
    lines = [
        discord.SelectOption(label=o.label, value=o.value, description=o.hint, default=o.value == chosen)
        for o in options
    ]
    return ui.Select(custom_id=name, options=lines)
