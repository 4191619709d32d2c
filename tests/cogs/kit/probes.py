"""Controls that do what a test needs, on a message of the bot's."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from discord import ui

from cogs.kit.answers import answer
from cogs.kit.bot import Click
from cogs.kit.cards import Card
from cogs.kit.controls import Button
from cogs.kit.forms import Form, Values, open_form
from domain.errors import NotAllowed
from text import shipped
from tour.stage import Stage


def say(key: str, part: str | None = None, /, **_: object) -> str:
    """Labels of probes are their keys, but for those that the bot itself must be able to offer again."""
    try:
        return shipped().for_reader("en")(key, part)
    except LookupError:
        return key


class Answers(Button, control="probe:v1:answers", words="Answer"):
    times = 0

    async def clicked(self, click: Click) -> None:
        type(self).times += 1
        await answer(click, f"answer {self.times}")


class Next(Button, control="probe:v1:next:{page}", words="Next"):
    async def clicked(self, click: Click) -> None:
        page = int(self.identity["page"])
        await answer(click, Card(f"page {page}", [Next(say, page=str(page + 1))]))


class Slow(Button, control="probe:v1:slow", words="Slow"):
    async def clicked(self, click: Click) -> None:
        await asyncio.sleep(0.2)
        await answer(click, "slow, but here")


class Broken(Button, control="probe:v1:broken", words="Broken"):
    async def clicked(self, click: Click) -> None:
        raise ZeroDivisionError("a secret that must not be shown")


class Silent(Button, control="probe:v1:silent", words="Silent"):
    async def clicked(self, click: Click) -> None:
        pass


class Refusing(Button, control="probe:v1:refusing", words="Refusing"):
    async def clicked(self, click: Click) -> None:
        raise NotAllowed


class Asks(Button, control="probe:v1:asks", words="join"):
    async def clicked(self, click: Click) -> None:
        await open_form(click, AskForm(), self)


class SlowlyAsks(Button, control="probe:v1:slowly-asks", words="my-place"):
    async def clicked(self, click: Click) -> None:
        await asyncio.sleep(0.2)
        await open_form(click, AskForm(), self)


class AskForm(Form, control="probe:v1:ask-form"):
    again = Asks

    def __init__(self) -> None:
        super().__init__("A question")
        self.ask("Words", ui.TextInput[ui.View](custom_id="words"))

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **_: str) -> None:
        if values.text("words") == "no":
            raise NotAllowed
        await answer(click, f"you said {values.text('words')}")


PROBES = (Answers, Next, Slow, Broken, Silent, Refusing, Asks, SlowlyAsks)


async def post(stage: Stage, text: str, buttons: Sequence[Button] | None = None) -> None:
    """Register the probes and put a message with them where everybody can see it."""
    stage.bot.add_controls(*PROBES)
    stage.bot.add_forms(AskForm)
    card = Card(text, *([each] for each in buttons or [probe(say) for probe in PROBES if probe is not Next]))
    guild = stage.bot.guilds[0]
    await guild.text_channels[0].send(view=card)
