"""The stewards' decks: see them, add one, remove one."""

from __future__ import annotations

import io
from collections.abc import Sequence

import discord
from discord import ui

from actions import access, decks, people
from actions.decks import Listed
from cogs.kit.answers import answer, say_to
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Choice, Control
from cogs.kit.forms import Form, Values, open_form
from cogs.kit.quoting import escaped
from cogs.prompts.fetching import file_in
from domain.decks import DEPTHS, Deck, Problem
from text import Say

SHOWN = 10
"""Problems told at once; of the others, how many there are."""
MOST_TEXT = 3500
"""Characters of them: with what stands around them a message takes 4,000."""
FILE_NAME = "deck.toml"
SHORT = 40
"""Characters of a title in a list: with as many decks as there may be it fits into one message."""


class DecksButton(Button, control="prompts:v1:decks", words="decks"):
    async def clicked(self, click: Click) -> None:
        await show_decks(click)


class AddDeckButton(Button, control="prompts:v1:add-deck", words="deck-add"):
    style = discord.ButtonStyle.primary

    async def clicked(self, click: Click) -> None:
        access.steward(click.permissions.value)
        await open_form(click, DeckForm(await say_to(click)), self)


class FormatButton(Button, control="prompts:v1:deck-format", words="deck-format"):
    async def clicked(self, click: Click) -> None:
        access.steward(click.permissions.value)
        say, language = await say_to(click), await _language(click)
        text = await decks.example(click.client.deps, community_of(click), language)
        file = discord.File(io.BytesIO(text), FILE_NAME)
        await answer(click, Card(say("deck-format-card"), ui.File(file), _buttons(say)), files=[file])


class DeckForm(Form, control="prompts:v1:deck-form"):
    again = AddDeckButton

    def __init__(self, say: Say) -> None:
        super().__init__(say("deck-form"))
        self.ask(say("deck-form", "file"), ui.FileUpload(custom_id="file"), say("deck-form", "file-hint"))

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **_: str) -> None:
        access.steward(click.permissions.value)
        source = await file_in(click, values, "file")
        languages = click.client.words.languages
        checked = await decks.add(click.client.deps, community_of(click), click.user.id, source, languages)
        say = await say_to(click)
        if checked.deck is None:
            await answer(click, Card(problems(say, checked.problems), _buttons(say)))
        else:
            await show_decks(click, say("deck-added", **_facts(checked.deck)))


class DeckChoice(Choice, control="prompts:v1:choose-deck", words="deck-choose"):
    @classmethod
    def of(cls, say: Say, own: Sequence[Listed]) -> DeckChoice:
        """The stewards' own decks, each in its language."""
        named = [(f"{each.deck.key}:{each.deck.language}", _label(each.deck)) for each in own]
        return cls(say, named)

    async def clicked(self, click: Click) -> None:
        access.steward(click.permissions.value)
        say, listed = await say_to(click), await decks.listed(click.client.deps, community_of(click))
        key, _, language = self.chosen.partition(":")
        deck = next((each.deck for each in listed if _is(each, key, language)), None)
        if deck is None:
            await show_decks(click)
            return
        remove = RemoveButton(say, key=key, language=language)
        await answer(click, Card(say("deck-remove-card", **_facts(deck)), [remove, KeepButton(say)]))


class RemoveButton(Button, control="prompts:v1:remove-deck:{key}:{language}", words="deck-remove"):
    style = discord.ButtonStyle.danger

    async def clicked(self, click: Click) -> None:
        access.steward(click.permissions.value)
        await decks.remove(click.client.deps, community_of(click), **self.identity)
        await show_decks(click, (await say_to(click))("deck-removed"))


class KeepButton(Button, control="prompts:v1:keep-deck", words="deck-keep"):
    async def clicked(self, click: Click) -> None:
        await show_decks(click)


async def show_decks(click: Click, note: str | None = None) -> None:
    """All decks, with a note about what has just happened. Raises NotAllowed."""
    access.steward(click.permissions.value)
    say, listed = await say_to(click), await decks.listed(click.client.deps, community_of(click))
    own = [each for each in listed if each.own is not None]
    lines = [say("deck-line-own" if each.own else "deck-line", **_facts(each.deck)) for each in listed]
    parts = [*([note] if note else []), say("decks-card"), "\n".join(lines)]
    await answer(click, Card(*parts, *([DeckChoice.of(say, own)] if own else []), _buttons(say)))


async def _language(click: Click) -> str:
    """The one that this person reads."""
    chosen = await people.language_of(click.client.deps, community_of(click), click.user.id)
    return click.client.words.language_of(chosen or str(click.locale))


def problems(say: Say, found: Sequence[Problem]) -> str:
    """What there is to mend, a sentence for each, and how many there are beyond those."""
    lines: list[str] = []
    for line in (_sentence(say, problem) for problem in found[:SHOWN]):
        if sum(map(len, lines)) + len(line) > MOST_TEXT:
            break
        lines.append(line)
    if more := len(found) - len(lines):
        lines.append(say("deck-problems-more", count=more))
    return "\n".join([say("deck-problems"), *(f"• {line}" for line in lines)])


def _sentence(say: Say, problem: Problem) -> str:
    facts = {name: escaped(fact) if isinstance(fact, str) else fact for name, fact in problem.facts.items()}
    told = say(f"deck-problem-{problem.kind}", **facts)
    return f"`{problem.prompt.replace('`', '')}`: {told}" if problem.prompt else told


def _facts(deck: Deck) -> dict[str, object]:
    counts = dict(zip(("warm", "personal", "deep"), map(deck.count, DEPTHS), strict=True))
    return {"title": escaped(_short(deck.title)), "language": deck.language, **counts}


def _label(deck: Deck) -> str:
    return f"{_short(deck.title)} ({deck.language})"


def _short(title: str) -> str:
    return title if len(title) <= SHORT else title[: SHORT - 1].rstrip() + "…"


def _is(listed: Listed, key: str, language: str) -> bool:
    return listed.own is not None and (listed.own.key, listed.own.language) == (key, language)


def _buttons(say: Say) -> list[Button]:
    return [AddDeckButton(say), FormatButton(say)]


CONTROLS: tuple[type[Control], ...] = (
    *(DecksButton, AddDeckButton, FormatButton),
    *(DeckChoice, RemoveButton, KeepButton),
)
FORMS: tuple[type[Form], ...] = (DeckForm,)
