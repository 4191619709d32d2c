"""Joining the circles: one button, one form."""

from __future__ import annotations

import discord
from discord import ui

from actions import signup
from cogs.kit.answers import answer
from cogs.kit.bot import Click, community_of
from cogs.kit.controls import Button, Control
from cogs.kit.forms import Form, Values, open_form
from cogs.signup import cards
from cogs.signup.fields import ask_generation, ask_seat, seat_in
from cogs.signup.place import PlaceButton, place_card, say_at
from cogs.signup.roles import answer_then_follow
from domain.people import Application, Standing
from text import Say


class JoinButton(Button, control="signup:v1:join", words="join"):
    style = discord.ButtonStyle.primary

    async def clicked(self, click: Click) -> None:
        place = await signup.place(click.client.deps, community_of(click), click.user.id)
        say = say_at(click, place)
        if place.person is None or place.person.standing is Standing.LEFT:
            await open_form(click, JoinForm(say, place), self)
        else:
            await answer(click, place_card(click, say, place))


class JoinForm(Form, control="signup:v1:join-form"):
    again = JoinButton

    def __init__(self, say: Say, place: signup.Place) -> None:
        super().__init__(say("join-form"))
        ask_seat(self, say, place.person)
        ask_generation(self, say, place.community, place.person)
        self.ask(say("join-form", "adult"), ui.Checkbox(custom_id="adult"))
        self.ask(say("join-form", "agreed"), ui.Checkbox(custom_id="agreed"), say("join-form", "agreed-hint"))

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **_: str) -> None:
        application = Application(
            seat_in(values), values.text("generation"), values.ticked("adult"), values.ticked("agreed")
        )
        place = await signup.enrol(click.client.deps, community_of(click), click.user.id, application)
        say = say_at(click, place)
        await answer_then_follow(click, place, cards.joined(say, place), [PlaceButton(say)])


CONTROLS: tuple[type[Control], ...] = (JoinButton,)
FORMS: tuple[type[Form], ...] = (JoinForm,)
