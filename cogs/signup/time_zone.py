"""A person's time zone, by a city they know."""

from __future__ import annotations

import discord
from discord import ui

from actions import signup
from actions.cities import City
from cogs.kit.answers import answer, say_to
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Choice, Control
from cogs.kit.forms import Form, Values, open_form
from cogs.kit.zones import LONGEST_CITY, choices, cities_called
from cogs.signup.cards import local_time
from cogs.signup.place import BackButton, place_card
from text import Say


class TimeZoneButton(Button, control="signup:v1:time-zone", words="my-time"):
    async def clicked(self, click: Click) -> None:
        await open_form(click, CityForm(await say_to(click)), self)


class OtherCityButton(Button, control="signup:v1:other-city", words="zone-again"):
    async def clicked(self, click: Click) -> None:
        await open_form(click, CityForm(await say_to(click)), self)


class CityForm(Form, control="signup:v1:city-form"):
    again = TimeZoneButton

    def __init__(self, say: Say) -> None:
        super().__init__(say("zone-form"))
        field = ui.TextInput[ui.View](custom_id="city", max_length=LONGEST_CITY)
        self.ask(say("zone-form", "city"), field, say("zone-form", "hint"))

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **_: str) -> None:
        await offer_cities(click, values.text("city"))


async def offer_cities(click: Click, text: str) -> None:
    """Ask which city was meant, with the time there as the proof. Raises UnknownCity."""
    found = await cities_called(text)
    say = await say_to(click)
    if len(found) == 1:
        await answer(click, _confirm(click, say, found[0]))
        return
    choice = CityChoice(say, choices(found))
    await answer(click, Card(say("zone-several", city=found[0].name), choice, [BackButton(say)]))


def _confirm(click: Click, say: Say, place: City) -> Card:
    time = local_time(place.time_zone, click.client.deps.now())
    card = say("zone-found", city=f"{place.name}, {place.country}", time=time)
    return Card(card, [ThisTimeButton(say, zone=place.time_zone), OtherCityButton(say), BackButton(say)])


class ThisTimeButton(Button, control="signup:v1:this-time:{zone}", words="zone-yes"):
    style = discord.ButtonStyle.primary

    async def clicked(self, click: Click) -> None:
        await _keep(click, self.identity["zone"])


class CityChoice(Choice, control="signup:v1:city", words="zone-choose"):
    async def clicked(self, click: Click) -> None:
        await _keep(click, self.chosen)


async def _keep(click: Click, time_zone: str) -> None:
    place = await signup.live_by(click.client.deps, community_of(click), click.user.id, time_zone)
    say = await say_to(click)
    await answer(click, place_card(click, say, place, say("zone-saved")))


CONTROLS: tuple[type[Control], ...] = (TimeZoneButton, OtherCityButton, ThisTimeButton, CityChoice)
FORMS: tuple[type[Form], ...] = (CityForm,)
