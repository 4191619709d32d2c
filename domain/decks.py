"""Decks of prompts: a TOML file of somebody's own, checked and read.

`check` tells everything that is wrong with a file at once, as values, so that a command line and a screen can
each say it in their own words. docs/decks.md shows how a deck is written.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from domain.people import readable

PROMPT_LENGTH = 300
"""Characters of a prompt."""

TITLE_LENGTH = 80
KEY_LENGTH = 40
MOST_PROMPTS = 300
MOST_BYTES = 256 * 1024
"""Of a file. A deck of 300 of the longest prompts fits."""

MOST_DOTS = 300
"""In one line. tomllib takes minutes over a key of a hundred thousand parts, and no prompt has more."""

DEPTHS = (1, 2, 3)
"""Warm, personal, deep."""

KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DECK_FIELDS = frozenset({"key", "language", "title", "prompts"})
PROMPT_FIELDS = frozenset({"key", "depth", "topics", "text"})
SHOWN = 60
"""Characters of a wrong value that are shown."""

TOO_BIG = "too-big"
NOT_UTF8 = "not-utf8"
NOT_TOML = "not-toml"
UNKNOWN_FIELD = "unknown-field"
NO_KEY = "no-key"
BAD_KEY = "bad-key"
NO_LANGUAGE = "no-language"
UNKNOWN_LANGUAGE = "unknown-language"
NO_TITLE = "no-title"
NO_PROMPTS = "no-prompts"
TOO_MANY = "too-many"
NOT_A_PROMPT = "not-a-prompt"
BAD_DEPTH = "bad-depth"
BAD_TOPICS = "bad-topics"
UNKNOWN_TOPIC = "unknown-topic"
NO_TEXT = "no-text"
TOO_LONG = "too-long"
DUPLICATE_KEY = "duplicate-key"
DUPLICATE_TEXT = "duplicate-text"
MISSING_PROMPT = "missing-prompt"
OTHER_DEPTH = "other-depth"
OTHER_TOPICS = "other-topics"
KINDS = frozenset({
    TOO_BIG, NOT_UTF8, NOT_TOML, UNKNOWN_FIELD, NO_KEY, BAD_KEY, NO_LANGUAGE, UNKNOWN_LANGUAGE, NO_TITLE,
    NO_PROMPTS, TOO_MANY, NOT_A_PROMPT, BAD_DEPTH, BAD_TOPICS, UNKNOWN_TOPIC, NO_TEXT, TOO_LONG,
    DUPLICATE_KEY, DUPLICATE_TEXT, MISSING_PROMPT, OTHER_DEPTH, OTHER_TOPICS,
})  # fmt: skip
"""Every kind of problem; whoever shows them has a sentence for each."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """Something to talk about. `key` is its own within its deck, the same in every language."""

    key: str
    depth: int
    topics: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Deck:
    """Prompts in one language."""

    key: str
    language: str
    title: str
    prompts: tuple[Prompt, ...]

    def count(self, depth: int) -> int:
        """How many prompts it has of this depth."""
        return sum(prompt.depth == depth for prompt in self.prompts)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong with a deck. `kind` names the sentence with the fix, `facts` fill its gaps.

    `prompt` is the key of the prompt, `#3` for the third when it has none, and empty for the deck itself.
    """

    kind: str
    prompt: str = ""
    facts: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a file: a deck, or problems in the order of the file."""

    deck: Deck | None
    problems: tuple[Problem, ...] = ()


def check(source: bytes, topics: Collection[str], languages: Collection[str]) -> Checked:
    """Read a deck in one of these languages, on these topics. Nothing in a file makes this raise."""
    file = _parsed(source)
    if isinstance(file, Problem):
        return Checked(None, (file,))
    entries = _entries(file)
    problems = [*_of_deck(file, languages), *_of_prompts(entries, topics)]
    if problems:
        return Checked(None, tuple(problems))
    prompts = tuple(
        Prompt(
            entry["key"], entry["depth"], tuple(dict.fromkeys(entry.get("topics", ()))), plain(entry["text"])
        )
        for entry in entries
        if isinstance(entry, dict)
    )
    return Checked(Deck(file["key"], file["language"], plain(file["title"]), prompts))


def compare(deck: Deck, other: Deck) -> tuple[Problem, ...]:
    """What keeps two languages from being one deck: each has the same prompts, as deep, on the same topics.

    Told of `other`, with the language of `deck`.
    """
    theirs = {prompt.key: prompt for prompt in other.prompts}
    said = {"language": deck.language}
    found = []
    for prompt in deck.prompts:
        twin = theirs.pop(prompt.key, None)
        if twin is None:
            found.append(Problem(MISSING_PROMPT, prompt.key, {"language": other.language}))
        elif twin.depth != prompt.depth:
            found.append(Problem(OTHER_DEPTH, prompt.key, {**said, "depth": prompt.depth}))
        elif set(twin.topics) != set(prompt.topics):
            found.append(Problem(OTHER_TOPICS, prompt.key, {**said, "topics": ", ".join(prompt.topics)}))
    return (*found, *(Problem(MISSING_PROMPT, key, said) for key in theirs))


def prompts_of(decks: Iterable[Deck], languages: Sequence[str]) -> dict[str, Prompt]:
    """Every prompt once, by what it is called everywhere: `deck/prompt`.

    In the first of these languages that has it, else in any; of two decks of one key and language the later
    one counts. A prompt's topics are those of all its languages, so that a barred one stays out in each.
    """
    latest = {(deck.key, deck.language): deck for deck in decks}
    ranks = {language: rank for rank, language in enumerate(dict.fromkeys(languages))}
    found: dict[str, Prompt] = {}
    topics: dict[str, dict[str, None]] = {}
    for deck in sorted(latest.values(), key=lambda deck: ranks.get(deck.language, len(ranks))):
        for prompt in deck.prompts:
            name = f"{deck.key}/{prompt.key}"
            found.setdefault(name, prompt)
            topics.setdefault(name, {}).update(dict.fromkeys(prompt.topics))
    return {
        name: Prompt(prompt.key, prompt.depth, tuple(topics[name]), prompt.text)
        for name, prompt in found.items()
    }


def plain(value: object) -> str:
    """A text on one line, as it will be shown; empty for whatever is no text."""
    return " ".join(readable(value).split()) if isinstance(value, str) else ""


def _parsed(source: bytes) -> dict[str, Any] | Problem:
    if len(source) > MOST_BYTES:
        return Problem(TOO_BIG, facts={"most": MOST_BYTES // 1024})
    try:
        lines = source.decode("utf-8-sig").replace("\r\n", "\n").split("\n")
    except UnicodeDecodeError:
        return Problem(NOT_UTF8)
    for number, line in enumerate(lines, 1):
        if line.count(".") > MOST_DOTS:
            return Problem(NOT_TOML, facts={"line": number})
    try:
        return tomllib.loads("\n".join(lines))
    except (ValueError, RecursionError) as wrong:  # also a number of 5,000 digits, and brackets without end
        at = re.search(r"at line (\d+)", str(wrong))
        return Problem(NOT_TOML, facts={"line": int(at[1]) if at else len(lines)})


def _entries(file: Mapping[str, Any]) -> list[Any]:
    entries = file.get("prompts")
    return entries if isinstance(entries, list) else []


def _of_deck(file: Mapping[str, Any], languages: Collection[str]) -> Iterator[Problem]:
    yield from _strangers(file, DECK_FIELDS)
    yield from _of_key(file)
    if "language" not in file:
        yield Problem(NO_LANGUAGE, facts={"known": ", ".join(sorted(languages))})
    elif not _among(file["language"], languages):
        facts = {"language": _shown(file["language"]), "known": ", ".join(sorted(languages))}
        yield Problem(UNKNOWN_LANGUAGE, facts=facts)
    yield from _of_text(file, "title", NO_TITLE, TITLE_LENGTH)
    if not (entries := _entries(file)):
        yield Problem(NO_PROMPTS)
    elif len(entries) > MOST_PROMPTS:
        yield Problem(TOO_MANY, facts={"most": MOST_PROMPTS, "count": len(entries)})


def _of_prompts(entries: Sequence[Any], topics: Collection[str]) -> Iterator[Problem]:
    if len(entries) > MOST_PROMPTS:
        return
    keys: set[str] = set()
    texts: dict[str, str] = {}
    for number, entry in enumerate(entries, 1):
        if not isinstance(entry, dict):
            yield Problem(NOT_A_PROMPT, f"#{number}")
            continue
        name = _shown(entry["key"]) if _is_key(entry.get("key")) else f"#{number}"
        yield from _of_prompt(entry, name, topics)
        if name in keys:
            yield Problem(DUPLICATE_KEY, name)
        keys.add(name)
        words = "".join(c for c in plain(entry.get("text")).casefold() if c.isalnum())
        if words in texts:
            yield Problem(DUPLICATE_TEXT, name, {"other": texts[words]})
        elif words:
            texts[words] = name


def _of_prompt(entry: Mapping[str, Any], name: str, topics: Collection[str]) -> Iterator[Problem]:
    yield from _strangers(entry, PROMPT_FIELDS, name)
    yield from _of_key(entry, name)
    depth = entry.get("depth")
    if type(depth) is not int or depth not in DEPTHS:  # True is an int and equals 1
        yield Problem(BAD_DEPTH, name)
    named = entry.get("topics", [])
    if not isinstance(named, list):
        yield Problem(BAD_TOPICS, name)
    else:
        for topic in named:
            if not _among(topic, topics):
                yield Problem(UNKNOWN_TOPIC, name, {"topic": _shown(topic), "known": ", ".join(topics)})
    yield from _of_text(entry, "text", NO_TEXT, PROMPT_LENGTH, name)


def _strangers(table: Mapping[str, Any], known: Collection[str], prompt: str = "") -> Iterator[Problem]:
    for name in table:
        if name not in known:
            yield Problem(UNKNOWN_FIELD, prompt, {"field": _shown(name)})


def _of_key(table: Mapping[str, Any], prompt: str = "") -> Iterator[Problem]:
    if "key" not in table:
        yield Problem(NO_KEY, prompt)
    elif not _is_key(table["key"]):
        yield Problem(BAD_KEY, prompt, {"key": _shown(table["key"]), "most": KEY_LENGTH})


def _of_text(
    table: Mapping[str, Any], name: str, missing: str, most: int, prompt: str = ""
) -> Iterator[Problem]:
    text = plain(table.get(name))
    if not text:
        yield Problem(missing, prompt)
    elif len(text) > most:
        yield Problem(TOO_LONG, prompt, {"field": name, "most": most, "length": len(text)})


def _is_key(value: object) -> bool:
    return isinstance(value, str) and len(value) <= KEY_LENGTH and KEY.fullmatch(value) is not None


def _among(value: object, known: Collection[str]) -> bool:
    return isinstance(value, str) and value in known


def _shown(value: object) -> str:
    """A wrong value, fit to be shown."""
    try:
        text = plain(str(value))
    except ValueError:  # a number too long to be written out
        text = ""
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
