"""Turning the pages of a list, and how much of it fits on one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from cogs.kit import custom_ids
from cogs.kit.bot import Click
from cogs.kit.controls import Button, Control
from domain.mine import Page, Turn
from text import Say

Row = TypeVar("Row")
Show = Callable[[Click, Turn], Awaitable[None]]

ROOM = 3200
"""Characters of the rows on one page: a message takes 4,000, headings and labels among them."""
NEWEST = Turn()

SECTIONS: dict[str, Show] = {}
"""What each section shows; the name is part of custom ids."""


def section(name: str) -> Callable[[Show], Show]:
    """Make this function the one that shows a section."""

    def remember(show: Show) -> Show:
        SECTIONS[name] = show
        return show

    return remember


class EarlierButton(Button, control="mine:v1:earlier:{section}:{than}", words="mine-earlier"):
    async def clicked(self, click: Click) -> None:
        await turn_to(click, self.identity["section"], Turn(custom_ids.number(self.identity["than"])))


class LaterButton(Button, control="mine:v1:later:{section}:{than}", words="mine-later"):
    async def clicked(self, click: Click) -> None:
        turn = Turn(custom_ids.number(self.identity["than"]), later=True)
        await turn_to(click, self.identity["section"], turn)


class OverviewButton(Button, control="mine:v1:back", words="back"):
    async def clicked(self, click: Click) -> None:
        await turn_to(click, "overview", NEWEST)


async def turn_to(click: Click, name: str, turn: Turn) -> None:
    """Of a section that there never was: the way to all of them."""
    await SECTIONS.get(name, SECTIONS["overview"])(click, turn)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on one page: the numbers of its rows, newest first, and their words."""

    numbers: tuple[int, ...]
    texts: tuple[str, ...]
    earlier: bool
    later: bool

    def buttons(self, say: Say, name: str) -> list[Button]:
        """To the pages beside it."""
        earlier = [EarlierButton(say, section=name, than=str(self.numbers[-1]))] if self.earlier else []
        later = [LaterButton(say, section=name, than=str(self.numbers[0]))] if self.later else []
        return [*earlier, *later]


def sheet(page: Page[Row], number: Callable[[Row], int], words: Callable[[Row], str]) -> Sheet:
    """As many rows as there is room for, from the side on which the page begins."""
    taken: list[tuple[int, str]] = []
    room, forth = ROOM, page.turn.later
    for row in reversed(page.rows) if forth else page.rows:
        text = words(row)
        if taken and len(text) > room:
            break
        taken.append((number(row), text))
        room -= len(text)
    beyond = page.more or len(taken) < len(page.rows)
    if forth:
        taken.reverse()
    numbers, texts = tuple(each for each, _ in taken), tuple(text for _, text in taken)
    there = bool(taken)
    return Sheet(
        numbers,
        texts,
        earlier=there and (beyond if not forth else True),
        later=there and (beyond if forth else bool(page.turn.than)),
    )


async def page_of(read: Callable[[Turn], Awaitable[Page[Row]]], turn: Turn) -> Page[Row]:
    """The page asked for; the newest when what stood there has gone since."""
    page = await read(turn)
    return page if page.rows or not turn.than else await read(NEWEST)


CONTROLS: tuple[type[Control], ...] = (EarlierButton, LaterButton, OverviewButton)
