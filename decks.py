"""`python bot.py decks check`: what to mend in a deck before it goes to a community."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

import data.decks
from domain.decks import DEPTHS, MOST_BYTES, Deck, Problem, check, compare

app = typer.Typer(help="Decks of prompts; docs/decks.md shows how to write one.", no_args_is_help=True)

SAYS = {
    "too-big": "The file is too big. A deck may have {most} kB. Split it into two decks.",
    "not-utf8": "This is no text in UTF-8. Save it as plain text (UTF-8) and try again.",
    "not-toml": "Line {line} is no TOML. Compare it, and the line before, with the example in docs/decks.md.",
    "unknown-field": '"{field}" means nothing here. Take it away, or mend its spelling.',
    "no-key": 'There is no key. Add a line like key = "perfect-day".',
    "bad-key": '"{key}" is no key. Use lowercase letters a to z, digits and single hyphens, at most {most}.',
    "no-language": 'There is no language. Add a line like language = "en" ({known}).',
    "unknown-language": '"{language}" is no language we speak. Take one of these: {known}.',
    "no-title": 'There is no title. Add a line like title = "Evenings on the porch".',
    "no-prompts": "There are no prompts. Write [[prompts]] and its lines beneath for each.",
    "too-many": "{count} prompts are too many. A deck may have {most}. Split it into two decks.",
    "not-a-prompt": "This is no prompt. Write [[prompts]] and its lines beneath.",
    "bad-depth": "The depth is missing or wrong. Write depth = 1 (warm), 2 (personal) or 3 (deep).",
    "bad-topics": 'Topics are a list. Write topics = ["work"], or topics = [] for none.',
    "unknown-topic": '"{topic}" is no topic here. Take one of these: {known}.',
    "no-text": 'There is no text. Add a line like text = "Describe your perfect day."',
    "too-long": "The {field} has {length} characters. Shorten it to {most}.",
    "duplicate-key": "This key comes a second time. Give one of the two another.",
    "duplicate-text": "This says the same as {other}. Take one of the two away.",
    "missing-prompt": "It is missing in {language}. Every language of a deck has the same prompts.",
    "other-depth": "In {language} its depth is {depth}. A prompt is as deep in every language.",
    "other-topics": "In {language} its topics are these: {topics}. They are the same in every language.",
}


@app.callback()
def decks() -> None:
    """Keeps `check` a command of its own while it is the only one."""


@app.command("check")
def check_files(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Without any, those that come with the bot.")
    ] = None,
) -> None:
    """Say what to mend in decks of prompts; ends with 1 when there is something."""
    before: list[Deck] = []
    complaints = 0
    for file in files or data.decks.files():
        deck, found = read(file)
        if deck:
            found = beside(deck, before)
            before.append(deck)
        complaints += len(found)
        for line in found or [counted(deck)]:
            typer.echo(f"{file if files else file.name}: {line}")
    if complaints:
        raise typer.Exit(1)


def read(file: Path) -> tuple[Deck | None, list[str]]:
    """A deck, or sentences about what keeps the file from being one."""
    try:
        with file.open("rb") as opened:
            source = opened.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return None, ["There is no such file."]
    except OSError as error:
        return None, [f"It cannot be read: {error.strerror}."]
    found = check(source, data.decks.topics(), data.decks.LANGUAGES)
    return found.deck, [sentence(problem) for problem in found.problems]


def beside(deck: Deck, before: Sequence[Deck]) -> list[str]:
    """Sentences about what does not go together with the decks read before."""
    of_its_key = [other for other in before if other.key == deck.key]
    if any(other.language == deck.language for other in of_its_key):
        return [f'Another of these files is the deck "{deck.key}" in {deck.language} already.']
    return [sentence(problem) for other in of_its_key[:1] for problem in compare(other, deck)]


def counted(deck: Deck | None) -> str:
    counts = " + ".join(str(deck.count(depth)) for depth in DEPTHS) if deck else "no"
    return f"ok: {counts} prompts"


def sentence(problem: Problem) -> str:
    """In English: where, what, and the fix."""
    words = SAYS[problem.kind].format_map(problem.facts)
    return f"{problem.prompt}: {words}" if problem.prompt else words
