"""Taking a break, coming back, and leaving for good."""

from __future__ import annotations

from datetime import timedelta

import discord

from actions import signup
from cogs.kit.answers import answer, say_to
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Control
from cogs.kit.forms import Form, Option, Values, one_of, open_form
from cogs.signup.place import PlaceButton, place_card, show_place
from cogs.signup.roles import answer_then_follow
from text import Say

BREAKS: dict[str, timedelta | None] = {
    "two-weeks": timedelta(weeks=2),
    "month": timedelta(days=30),
    "three-months": timedelta(days=91),
    "open": None,
}


class PauseButton(Button, control="signup:v1:pause", words="pause"):
    async def clicked(self, click: Click) -> None:
        await open_form(click, PauseForm(await say_to(click)), self)


class PauseForm(Form, control="signup:v1:pause-form"):
    again = PauseButton

    def __init__(self, say: Say) -> None:
        super().__init__(say("pause-form"))
        options = [Option(name, say(f"pause-option-{name}")) for name in BREAKS]
        self.ask(say("pause-form", "length"), one_of("length", options), say("pause-form", "hint"))

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **_: str) -> None:
        length = BREAKS[values.text("length")]
        place = await signup.pause(click.client.deps, community_of(click), click.user.id, length)
        say = await say_to(click)
        await answer(click, place_card(click, say, place, say("paused-note")))


class ResumeButton(Button, control="signup:v1:resume", words="resume"):
    style = discord.ButtonStyle.primary

    async def clicked(self, click: Click) -> None:
        place = await signup.resume(click.client.deps, community_of(click), click.user.id)
        say = await say_to(click)
        await answer(click, place_card(click, say, place, say("resumed-note")))


class LeaveButton(Button, control="signup:v1:leave", words="leave"):
    async def clicked(self, click: Click) -> None:
        say = await say_to(click)
        await answer(click, Card(say("leave-card"), [StayButton(say), LeaveYesButton(say)]))


class LeaveYesButton(Button, control="signup:v1:leave-yes", words="leave-yes"):
    style = discord.ButtonStyle.danger

    async def clicked(self, click: Click) -> None:
        place = await signup.leave(click.client.deps, community_of(click), click.user.id)
        say = await say_to(click)
        await answer_then_follow(click, place, say("left-note"), [PlaceButton(say)])


class StayButton(Button, control="signup:v1:stay", words="leave-no"):
    async def clicked(self, click: Click) -> None:
        await show_place(click)


CONTROLS: tuple[type[Control], ...] = (PauseButton, ResumeButton, LeaveButton, LeaveYesButton, StayButton)
FORMS: tuple[type[Form], ...] = (PauseForm,)
