"""My worldviews: what there is of everything, and the way to each."""

from __future__ import annotations

from functools import partial

import discord

from actions import mine
from actions.worldviews import Reader
from cogs.kit.answers import answer, say_to
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Control
from cogs.mine import pages
from cogs.mine.turning import NEWEST, OverviewButton, Sheet, page_of, section, sheet, turn_to
from cogs.worldviews.drafting import ChangeButton, GoOnButton
from domain.mine import Overview, Turn
from text import Say


class WorldviewsButton(Button, control="mine:v1:worldviews", words="my-worldviews"):
    async def clicked(self, click: Click) -> None:
        await show_overview(click, NEWEST)


def offered(say: Say, _: Reader) -> Button:
    """In *More*: to everybody."""
    return WorldviewsButton(say)


class OwnButton(Button, control="mine:v1:own", words="mine-own"):
    async def clicked(self, click: Click) -> None:
        await show_own(click, NEWEST)


class ListenedButton(Button, control="mine:v1:listened", words="mine-listened"):
    async def clicked(self, click: Click) -> None:
        await show_listened(click, NEWEST)


class LoopsButton(Button, control="mine:v1:loops", words="mine-loops"):
    async def clicked(self, click: Click) -> None:
        await show_loops(click, NEWEST)


class ShiftsButton(Button, control="mine:v1:shifts", words="mine-shifts"):
    async def clicked(self, click: Click) -> None:
        await show_shifts(click, NEWEST)


class JournalButton(Button, control="mine:v1:journal", words="mine-journal"):
    async def clicked(self, click: Click) -> None:
        await turn_to(click, "journal", NEWEST)


@section("overview")
async def show_overview(click: Click, _: Turn) -> None:
    # imported here because My place leads to this page
    from cogs.signup.place import BackButton

    found = await mine.overview(click.client.deps, community_of(click), click.user.id)
    say = await say_to(click)
    rooms = [OwnButton(say), ListenedButton(say), LoopsButton(say), ShiftsButton(say), JournalButton(say)]
    await answer(click, Card(pages.overview(say, found), *_to_drafts(say, found), rooms, [BackButton(say)]))


def _to_drafts(say: Say, found: Overview) -> list[list[Button]]:
    """The way on with the first that waits."""
    for each in found.drafts:
        changes = each.worldview
        if changes is None:
            return [[GoOnButton(say)]]
        return [[ChangeButton(say, worldview=str(changes.worldview_id))]]
    return []


@section("own")
async def show_own(click: Click, turn: Turn) -> None:
    deps = click.client.deps
    page = await page_of(partial(mine.own, deps, community_of(click), click.user.id), turn)
    say, now = await say_to(click), deps.now()
    shown = sheet(page, lambda row: row.worldview.worldview_id, lambda row: pages.own(say, row, now))
    await answer(click, list_card(say, "own", shown))


@section("listened")
async def show_listened(click: Click, turn: Turn) -> None:
    page = await page_of(partial(mine.listened, click.client.deps, community_of(click), click.user.id), turn)
    say = await say_to(click)
    shown = sheet(page, lambda row: row.worldview_id, partial(pages.listened, say))
    await answer(click, list_card(say, "listened", shown))


@section("loops")
async def show_loops(click: Click, turn: Turn) -> None:
    deps, community_id = click.client.deps, community_of(click)
    page = await page_of(partial(mine.said_back, deps, community_id, click.user.id), turn)
    tally = await mine.tally(deps, community_id, click.user.id)
    say = await say_to(click)
    shown = sheet(page, lambda row: row.loop_id, partial(pages.said_back, say))
    await answer(click, list_card(say, "loops", shown, pages.tally(say, tally)))


@section("shifts")
async def show_shifts(click: Click, turn: Turn) -> None:
    page = await page_of(partial(mine.shifts, click.client.deps, community_of(click), click.user.id), turn)
    say = await say_to(click)
    shown = sheet(page, lambda row: row.shift_id, partial(pages.shift, say))
    await answer(click, list_card(say, "shifts", shown))


def list_card(say: Say, name: str, shown: Sheet, note: str = "") -> Card:
    """A section: its heading, its rows, and the ways on."""
    heading = say(f"mine-{name}-heading")
    if not shown.texts:
        return Card(
            "\n\n".join(filter(None, [heading, note, say(f"mine-{name}-none")])), [OverviewButton(say)]
        )
    parts = [heading, note] if note else [heading]
    rows = [each for text in shown.texts for each in (discord.ui.Separator[Card](), text)]
    turning = shown.buttons(say, name)
    return Card(*parts, *rows, [*turning, OverviewButton(say)])


CONTROLS: tuple[type[Control], ...] = (
    *(WorldviewsButton, OwnButton, ListenedButton, LoopsButton, ShiftsButton, JournalButton),
)
