"""The exchange between the seats, for stewards: a page of figures, and a word when it leans."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actions import access, exchange
from actions.exchange import Month
from cogs.kit.answers import answer, say_to
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Control
from domain.exchange import LEAST_PEOPLE
from domain.people import Seat
from text import Say


class ExchangeButton(Button, control="tending:v1:exchange", words="exchange-button"):
    async def clicked(self, click: Click) -> None:
        access.steward(click.permissions.value)
        months = await exchange.overview(click.client.deps, community_of(click))
        await answer(click, _page(await say_to(click), months))


def one_sided(say: Say, month: str, facts: Mapping[str, Any]) -> Card:
    """The notice that one side did most of the answering."""
    what = say("exchange-one-sided", month=month_name(say, month), percent=str(facts["percent"]))
    return Card(what, say(f"exchange-lean-{facts['side']}"), say("exchange-one-sided", "counted"))


def month_name(say: Say, month: str) -> str:
    """`2026-11` in words."""
    year, number = month.split("-")
    return say("month-and-year", month=say(f"month-{int(number)}"), year=year)


def _page(say: Say, months: list[Month]) -> Card:
    parts = [_month(say, month) for month in months]
    return Card(say("exchange-page"), *parts, say("exchange-page", "how", least=LEAST_PEOPLE))


def _month(say: Say, month: Month) -> str:
    lines = [f"**{month_name(say, month.month)}**"]
    for seat in Seat:
        counts = month.counts.get(seat)
        figures = (
            say("exchange-withheld", least=LEAST_PEOPLE)
            if counts is None
            else say("exchange-figures", **{kind.name.lower(): count for kind, count in counts.items()})
        )
        lines.append(say("exchange-seat", seat=say(f"exchange-seat-{seat}"), figures=figures))
    return "\n".join(lines)


CONTROLS: tuple[type[Control], ...] = (ExchangeButton,)
