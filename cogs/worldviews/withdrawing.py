"""What an author can do about a worldview that stands there: change it, or take it back."""

from __future__ import annotations

import discord

from actions import drafts, worldviews
from actions.worldviews import Reader
from cogs.clock import clock_of
from cogs.kit import custom_ids
from cogs.kit.answers import answer, say_to
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Control
from cogs.kit.forms import open_form
from cogs.worldviews.drafting import ExplainForm
from cogs.worldviews.preview import say_at
from domain.jobs import State as JobState
from domain.worldviews import Made
from text import Say


class EditButton(Button, control="worldviews:v1:edit:{worldview}", words="worldview-edit"):
    """Opens the form with what stands there, or with the change that was begun."""

    async def clicked(self, click: Click) -> None:
        number = custom_ids.number(self.identity["worldview"])
        here = await drafts.begin_change(click.client.deps, community_of(click), click.user.id, number)
        await open_form(click, ExplainForm(say_at(click, here), here), self)


class WithdrawButton(Button, control="worldviews:v1:withdraw:{worldview}", words="worldview-withdraw"):
    async def clicked(self, click: Click) -> None:
        number = custom_ids.number(self.identity["worldview"])
        view = await worldviews.own(click.client.deps, community_of(click), number, click.user.id)
        say, which = await say_to(click), self.identity
        asked = say("withdraw-card" if view.made is Made.FORM else "withdraw-card-by-hand")
        await answer(click, Card(asked, [StandButton(say, **which), WithdrawYesButton(say, **which)]))


class WithdrawYesButton(Button, control="worldviews:v1:withdraw-yes:{worldview}", words="withdraw-yes"):
    style = discord.ButtonStyle.danger

    async def clicked(self, click: Click) -> None:
        clock, number = clock_of(click.client), custom_ids.number(self.identity["worldview"])
        wish = await worldviews.withdraw(click.client.deps, community_of(click), number, click.user.id)
        say = await say_to(click)
        with clock.room(wish.community_id) as room:
            await answer(click, say("withdrawn-card"))  # first: it stands in the thread that goes
            state = await clock.do_now(wish) if room else JobState.READY
        if state is JobState.DEAD:
            await answer(click, say("withdrawn-waits"))


class StandButton(Button, control="worldviews:v1:stand:{worldview}", words="withdraw-no"):
    async def clicked(self, click: Click) -> None:
        await answer(click, (await say_to(click))("withdraw-not"))


def edit(say: Say, reader: Reader) -> Button | None:
    """For *More*: what came through the form is changed in the form."""
    if not reader.is_author or reader.worldview.made is not Made.FORM:
        return None
    return EditButton(say, worldview=str(reader.worldview.worldview_id))


def withdraw(say: Say, reader: Reader) -> Button | None:
    """For *More*."""
    if not reader.is_author:
        return None
    return WithdrawButton(say, worldview=str(reader.worldview.worldview_id))


CONTROLS: tuple[type[Control], ...] = (EditButton, WithdrawButton, WithdrawYesButton, StandButton)
