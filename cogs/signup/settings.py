"""What a person may change about their place: seat, generation, a line about themselves, the language."""

from __future__ import annotations

import discord
from discord import ui

from actions import signup
from cogs.kit.answers import answer, say_to
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Choice, Control
from cogs.kit.forms import Form, Values, open_form
from cogs.signup import cards
from cogs.signup.fields import ask_generation, ask_seat, seat_in
from cogs.signup.place import BackButton, place_card, show_place
from cogs.signup.roles import answer_then_follow
from domain.errors import NotTakingPart
from domain.people import ABOUT_LENGTH, Participant
from text import Say

AS_DISCORD = "discord"


class ChangeButton(Button, control="signup:v1:change", words="change-seat"):
    async def clicked(self, click: Click) -> None:
        place = await signup.place(click.client.deps, community_of(click), click.user.id)
        await open_form(click, ChangeForm(await say_to(click), place), self)


class ChangeForm(Form, control="signup:v1:change-form"):
    again = ChangeButton

    def __init__(self, say: Say, place: signup.Place) -> None:
        super().__init__(say("change-form"))
        person = _present(place)
        ask_seat(self, say, person)
        ask_generation(self, say, place.community, person)

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **_: str) -> None:
        community_id, seat = community_of(click), seat_in(values)
        place = await signup.change(
            click.client.deps, community_id, click.user.id, seat, values.text("generation")
        )
        say = await say_to(click)
        await answer_then_follow(click, place, cards.changed(say, place), [BackButton(say)])


class AboutButton(Button, control="signup:v1:about", words="about-me"):
    async def clicked(self, click: Click) -> None:
        place = await signup.place(click.client.deps, community_of(click), click.user.id)
        await open_form(click, AboutForm(await say_to(click), _present(place)), self)


class AboutForm(Form, control="signup:v1:about-form"):
    again = AboutButton

    def __init__(self, say: Say, person: Participant) -> None:
        super().__init__(say("about-form"))
        line = ui.TextInput[ui.View](
            custom_id="line",
            style=discord.TextStyle.paragraph,
            required=False,
            max_length=ABOUT_LENGTH,
            default=person.about,
        )
        self.ask(say("about-form", "line"), line, say("about-form", "hint"))

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **_: str) -> None:
        await signup.describe(click.client.deps, community_of(click), click.user.id, values.text("line"))
        await show_place(click, (await say_to(click))("about-saved"))


class LanguageButton(Button, control="signup:v1:language", words="my-language"):
    async def clicked(self, click: Click) -> None:
        say = await say_to(click)
        await answer(click, Card(say("language-card"), LanguageChoice.of(click, say), [BackButton(say)]))


class LanguageChoice(Choice, control="signup:v1:language-choice", words="language-choose"):
    @classmethod
    def of(cls, click: Click, say: Say) -> LanguageChoice:
        """All languages by their own names, and whatever the person's Discord speaks."""
        words = click.client.words
        names = [(name, words.for_reader(name)("language-name")) for name in words.languages]
        return cls(say, [(AS_DISCORD, say("language-as-discord")), *names])

    async def clicked(self, click: Click) -> None:
        language = None if self.chosen == AS_DISCORD else click.client.words.language_of(self.chosen)
        place = await signup.speak(click.client.deps, community_of(click), click.user.id, language)
        say = await say_to(click)
        note = say("language-saved") if language else say("language-saved-discord")
        await answer(click, place_card(click, say, place, note))


def _present(place: signup.Place) -> Participant:
    if place.person is None:
        raise NotTakingPart
    return place.person


CONTROLS: tuple[type[Control], ...] = (ChangeButton, AboutButton, LanguageButton, LanguageChoice)
FORMS: tuple[type[Form], ...] = (ChangeForm, AboutForm)
