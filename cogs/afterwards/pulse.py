"""How was it? Three taps, for whoever was there."""

from __future__ import annotations

from discord.utils import format_dt

from actions import pulses
from cogs.kit import custom_ids
from cogs.kit.answers import answer, say_to
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card, Part
from cogs.kit.controls import Button, Control
from cogs.kit.quoting import escaped
from domain.discussion_errors import (
    PulseOver,
)
from domain.discussions import Occurrence
from domain.pulses import LEAST_PEOPLE, Pulse, Question, Tap, over_at
from text import Say


class PulseButton(Button, control="afterwards:v1:pulse:{occurrence}", words="pulse-button"):
    async def clicked(self, click: Click) -> None:
        number = custom_ids.number(self.identity["occurrence"])
        date, pulse = await pulses.look(click.client.deps, community_of(click), number, click.user.id)
        await _show(click, date, pulse)


class TapButton(Button):
    """One of three answers to one of three questions. Which question and answer are in the custom id."""

    tap: Tap

    async def clicked(self, click: Click) -> None:
        number = custom_ids.number(self.identity["occurrence"])
        question = _question(self.identity["question"])
        date, pulse = await pulses.tap(
            *(click.client.deps, community_of(click), number, click.user.id, question, self.tap)
        )
        await _show(click, date, pulse)


class YesButton(TapButton, control="afterwards:v1:yes:{occurrence}:{question}", words="pulse-yes"):
    tap = Tap.YES


class SomewhatButton(
    TapButton, control="afterwards:v1:somewhat:{occurrence}:{question}", words="pulse-somewhat"
):
    tap = Tap.SOMEWHAT


class NoButton(TapButton, control="afterwards:v1:no:{occurrence}:{question}", words="pulse-no"):
    tap = Tap.NO


class NameMeButton(Button, control="afterwards:v1:name-me:{occurrence}", words="name-me"):
    async def clicked(self, click: Click) -> None:
        await _named(click, self.identity["occurrence"], named=True)


class NameMeNotButton(Button, control="afterwards:v1:name-me-not:{occurrence}", words="name-me-not"):
    async def clicked(self, click: Click) -> None:
        await _named(click, self.identity["occurrence"], named=False)


async def _named(click: Click, occurrence: str, *, named: bool) -> None:
    deps, community_id = click.client.deps, community_of(click)
    await pulses.be_named(deps, community_id, click.user.id, named=named)
    date, pulse = await pulses.look(deps, community_id, custom_ids.number(occurrence), click.user.id)
    await _show(click, date, pulse)


async def _show(click: Click, date: Occurrence, pulse: Pulse) -> None:
    """All three questions, with what was tapped in bold below each."""
    named = await pulses.may_be_named(click.client.deps, community_of(click), click.user.id)
    await answer(click, page(await say_to(click), date, pulse, named=named))


def page(say: Say, date: Occurrence, pulse: Pulse, *, named: bool) -> Card:
    until = format_dt(over_at(date), "R")
    title = escaped(date.title)
    parts: list[Part] = [say("pulse-page", title=title, least=LEAST_PEOPLE, until=until)]
    for question in Question:
        parts += [_asked(say, question, pulse), _taps(say, date, question)]
    if pulse.is_whole:
        parts.append(say("pulse-page", "thanks", least=LEAST_PEOPLE, until=until))
    number = str(date.occurrence_id)
    toggle = NameMeNotButton(say, occurrence=number) if named else NameMeButton(say, occurrence=number)
    return Card(*parts, say("named-page", "yes" if named else "no"), toggle)


def _asked(say: Say, question: Question, pulse: Pulse) -> str:
    text = say("pulse-page", question.value)
    tap = pulse.taps.get(question)
    return text if tap is None else "\n".join([text, say("pulse-chosen", answer=say(WORDS[tap]))])


def _taps(say: Say, date: Occurrence, question: Question) -> list[Button]:
    which = {"occurrence": str(date.occurrence_id), "question": question.name.lower().replace("_", "-")}
    return [YesButton(say, **which), SomewhatButton(say, **which), NoButton(say, **which)]


def _question(name: str) -> Question:
    """Anybody may send any custom id. Raises PulseOver for none of ours."""
    try:
        return Question(name.replace("-", "_"))
    except ValueError:
        raise PulseOver from None


WORDS = {Tap.YES: "pulse-yes", Tap.SOMEWHAT: "pulse-somewhat", Tap.NO: "pulse-no"}
CONTROLS: tuple[type[Control], ...] = (
    PulseButton,
    YesButton,
    SomewhatButton,
    NoButton,
    NameMeButton,
    NameMeNotButton,
)
