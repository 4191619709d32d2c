"""Report: to the stewards' desk, and what stewards say to it there."""

from __future__ import annotations

import discord
from discord import ui

from actions import access, reports
from cogs.kit import custom_ids
from cogs.kit.answers import answer, say_in, say_to
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Control
from cogs.kit.forms import Form, Option, Values, one_of, open_form
from cogs.listening import cards
from cogs.listening.keeping import kept, words_in
from domain.reports import MOST_DETAILS, Reason, State
from text import Say


class ReportButton(Button, control="listening:v1:report:{worldview}", words="listening-report"):
    async def clicked(self, click: Click) -> None:
        number = custom_ids.number(self.identity["worldview"])
        scene = await reports.may_report(click.client.deps, community_of(click), click.user.id, number)
        form = ReportForm(say_in(click, scene.language), words_in(click), **self.identity)
        await open_form(click, form, self)


class ReportForm(Form, control="listening:v1:report-form:{worldview}"):
    def __init__(self, say: Say, words: str | None = None, /, **identity: str) -> None:
        super().__init__(say("report-form"), **identity)
        reasons = [Option(reason, say(f"report-reason-{reason}")) for reason in Reason]
        self.ask(say("report-form", "reason"), one_of("reason", reasons))
        field = ui.TextInput[ui.View](
            custom_id="text",
            style=discord.TextStyle.paragraph,
            required=False,
            max_length=MOST_DETAILS,
            default=words,
        )
        self.ask(say("report-form", "text"), field, say("report-form", "hint"))

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **identity: str) -> None:
        deps, number = click.client.deps, custom_ids.number(identity["worldview"])
        reason, text = Reason(values.text("reason")), values.text("text")
        async with kept(click, text, lambda say: ReportButton(say, **identity)):
            await reports.report(deps, community_of(click), click.user.id, number, reason, text, values.token)
            await answer(click, Card((await say_to(click))("reported-card")))


class SeeButton(Button, control="listening:v1:report-see:{report}", words="report-see"):
    async def clicked(self, click: Click) -> None:
        await move(click, self.identity["report"], State.SEEN)


class CloseButton(Button, control="listening:v1:report-close:{report}", words="report-close"):
    async def clicked(self, click: Click) -> None:
        await move(click, self.identity["report"], State.CLOSED)


class ReportsButton(Button, control="listening:v1:reports", words="reports"):
    """On the stewards' panel: what is open."""

    async def clicked(self, click: Click) -> None:
        access.steward(click.permissions.value)
        shown = await reports.open_ones(click.client.deps, community_of(click))
        await answer(click, cards.reports_list(await say_to(click), shown))


async def move(click: Click, report: str, state: State) -> None:
    """A steward's word on a report. Raises NotAllowed, ReportGone."""
    access.steward(click.permissions.value)
    await reports.move(click.client.deps, community_of(click), custom_ids.number(report), state)
    await answer(click, Card((await say_to(click))("report-moved-card")))


def report_card(say: Say, shown: reports.Shown) -> Card:
    """What stands on the desk."""
    which = {"report": str(shown.report.report_id)}
    kinds: dict[State, list[type[Button]]] = {State.NEW: [SeeButton, CloseButton], State.SEEN: [CloseButton]}
    buttons = [button(say, **which) for button in kinds.get(shown.report.state, [])]
    return cards.report(say, shown, buttons)


CONTROLS: tuple[type[Control], ...] = (ReportButton, SeeButton, CloseButton, ReportsButton)
FORMS: tuple[type[Form], ...] = (ReportForm,)
