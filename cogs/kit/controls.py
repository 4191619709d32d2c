"""Buttons and choices that outlive restarts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, ClassVar, Self

import discord
from discord import ui

from cogs.kit import custom_ids, door
from cogs.kit.bot import Click
from text import Say


class Control(ui.DynamicItem[ui.Item[Any]], template=r"(?!)"):
    """What buttons and choices share: an identity, and one door for everything that goes wrong."""

    control: ClassVar[str]
    """`feature:v1:what:{identity}`; see custom_ids."""
    words: ClassVar[str]
    """The message that holds this control's words."""

    def __init_subclass__(cls, *, control: str = "", words: str = "", **kwargs: Any) -> None:  # noqa: ANN401
        if not control:  # a base, such as Button
            return super().__init_subclass__(template=r"(?!)", **kwargs)
        cls.control, cls.words = control, words
        return super().__init_subclass__(template=custom_ids.template(control), **kwargs)

    def __init__(self, item: ui.Item[Any], identity: dict[str, str]) -> None:
        super().__init__(item)
        self.identity = identity

    @classmethod
    def pattern(cls) -> re.Pattern[str]:
        """What this control's custom ids look like."""
        return cls.__discord_ui_compiled_template__

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],  # noqa: ARG003
        item: ui.Item[Any],  # noqa: ARG003 - the library's signature
        match: re.Match[str],
        /,
    ) -> Self:
        return cls(None, **match.groupdict())  # type: ignore[arg-type] # a subclass's own __init__

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        await door.handle(interaction, lambda: self.clicked(interaction))

    async def clicked(self, click: Click) -> None:
        """What this control does. A Refusal raised here becomes its sentence."""
        raise NotImplementedError


class Button(Control):
    """A button. Declare it as `class Join(Button, control="signup:v1:join", words="join")`."""

    style: ClassVar[discord.ButtonStyle] = discord.ButtonStyle.secondary

    def __init__(self, say: Say | None, /, **identity: str) -> None:
        """`say` gives the label; a button rebuilt from a click needs none."""
        label = say(self.words) if say else None
        custom_id = custom_ids.fill(self.control, identity)
        super().__init__(ui.Button(style=self.style, label=label, custom_id=custom_id), identity)


class Choice(Control):
    """A list to choose one thing from; the chosen value is `self.chosen`."""

    def __init__(
        self,
        say: Say | None,
        /,
        options: Sequence[tuple[str, str]] = (),
        **identity: str,
    ) -> None:
        """`options` are pairs of a value and its label."""
        custom_id = custom_ids.fill(self.control, identity)
        placeholder = say(self.words) if say else None
        self._select: ui.Select[Any] = ui.Select(
            custom_id=custom_id,
            placeholder=placeholder,
            options=[discord.SelectOption(label=label, value=value) for value, label in options],
        )
        super().__init__(self._select, identity)

    @property
    def chosen(self) -> str:
        return self._select.values[0]


class Choices(Control):
    """A list to choose any number of things from, none included; the chosen values are `self.chosen`."""

    def __init__(
        self,
        say: Say | None,
        /,
        options: Sequence[tuple[str, str]] = (),
        **identity: str,
    ) -> None:
        """`options` are pairs of a value and its label, 25 at most."""
        custom_id = custom_ids.fill(self.control, identity)
        self._select: ui.Select[Any] = ui.Select(
            custom_id=custom_id,
            placeholder=say(self.words) if say else None,
            min_values=0,
            max_values=max(len(options), 1),
            options=[discord.SelectOption(label=label, value=value) for value, label in options],
        )
        super().__init__(self._select, identity)

    @property
    def chosen(self) -> tuple[str, ...]:
        return tuple(self._select.values)
