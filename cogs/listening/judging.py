"""Under what was said back: only the author says whether that is it. A confirmed line may be shared."""

from __future__ import annotations

import discord
from discord import ui

from actions import loops
from cogs.kit import custom_ids
from cogs.kit.answers import answer, say_in
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Control
from cogs.kit.forms import Form, Values, open_form
from cogs.listening import cards
from cogs.listening.keeping import kept, words_in
from cogs.listening.telling import answer_and_post
from domain.loops import LEAST_MISSED, MOST_MISSED, Verdict
from text import Say


class YesButton(Button, control="listening:v1:yes:{loop}", words="loop-yes"):
    style = discord.ButtonStyle.success

    async def clicked(self, click: Click) -> None:
        await judge(click, self.identity["loop"], Verdict.YES)


class PartlyButton(Button, control="listening:v1:partly:{loop}", words="loop-partly"):
    async def clicked(self, click: Click) -> None:
        await ask_missed(click, self, Verdict.PARTLY)


class NotQuiteButton(Button, control="listening:v1:not-quite:{loop}", words="loop-not-quite"):
    async def clicked(self, click: Click) -> None:
        await ask_missed(click, self, Verdict.NOT_QUITE)


class MissedForm(Form, control="listening:v1:missed-form:{loop}:{verdict}"):
    def __init__(self, say: Say, words: str | None = None, /, **identity: str) -> None:
        super().__init__(say("missed-form"), **identity)
        field = ui.TextInput[ui.View](
            custom_id="missed",
            style=discord.TextStyle.paragraph,
            min_length=LEAST_MISSED,
            max_length=MOST_MISSED,
            default=words,
        )
        self.ask(say("missed-form", "missed"), field, say("missed-form", "hint"))

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **identity: str) -> None:
        verdict = Verdict.PARTLY if identity["verdict"] == Verdict.PARTLY else Verdict.NOT_QUITE
        text, again = values.text("missed"), AGAIN[verdict]
        async with kept(click, text, lambda say: again(say, loop=identity["loop"])):
            await judge(click, identity["loop"], verdict, text)


class ShareButton(Button, control="listening:v1:share:{loop}", words="loop-share"):
    async def clicked(self, click: Click) -> None:
        number = custom_ids.number(self.identity["loop"])
        heard = await loops.share(click.client.deps, community_of(click), click.user.id, number)
        say = say_in(click, heard.scene.language)
        await answer(click, Card(cards.shared(say, heard, click.user.id)))


AGAIN: dict[Verdict, type[Button]] = {Verdict.PARTLY: PartlyButton, Verdict.NOT_QUITE: NotQuiteButton}


async def judge(click: Click, loop: str, verdict: Verdict, text: str = "") -> None:
    """Keep the author's word, and tell them what comes next."""
    number = custom_ids.number(loop)
    heard = await loops.judge(click.client.deps, community_of(click), click.user.id, number, verdict, text)
    say = say_in(click, heard.scene.language)
    card = Card(say("judged-card", "yes") if verdict is Verdict.YES else say("judged-card"))
    await answer_and_post(click, say, heard.worldview, heard.wish, card)


async def ask_missed(click: Click, button: Button, verdict: Verdict) -> None:
    """Open the form for the one sentence."""
    number = custom_ids.number(button.identity["loop"])
    heard = await loops.may_judge(click.client.deps, community_of(click), click.user.id, number)
    say = say_in(click, heard.scene.language)
    await open_form(click, MissedForm(say, words_in(click), **button.identity, verdict=verdict), button)


def loop_buttons(say: Say, shown: loops.Shown) -> list[Button]:
    """What can still be done about what was said back."""
    which = {"loop": str(shown.loop.loop_id)}
    if shown.loop.verdict is None:
        return [YesButton(say, **which), PartlyButton(say, **which), NotQuiteButton(say, **which)]
    return [ShareButton(say, **which)] if shown.loop.is_confirmed else []


CONTROLS: tuple[type[Control], ...] = (YesButton, PartlyButton, NotQuiteButton, ShareButton)
FORMS: tuple[type[Form], ...] = (MissedForm,)
