"""Every word that people read: the same promises in every language."""

import re
from pathlib import Path

import pyphen
import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from text import FALLBACK, ROOT, Words, shipped

LANGUAGES = [folder.name for folder in sorted(ROOT.iterdir()) if any(folder.glob("*.ftl"))]
OTHERS = [language for language in LANGUAGES if language != FALLBACK]


class Facts(Visitor):
    """The names of the gaps in a message."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)


def entries(language: str, root: Path = ROOT) -> dict[str, ast.Message]:
    found: dict[str, ast.Message] = {}
    for file in sorted((root / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{file.name}: {entry.content}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{entry.id.name} stands twice in {language}"
                found[entry.id.name] = entry
    return found


def shape(message: ast.Message) -> dict[str, set[str]]:
    """The parts of a message, each with its gaps."""
    parts = {"": message.value, **{part.id.name: part.value for part in message.attributes}}
    shapes = {}
    for name, value in parts.items():
        if value is not None:
            facts = Facts()
            facts.visit(value)
            shapes[name] = facts.names
    return shapes


def test_there_is_a_complete_second_language():
    assert set(LANGUAGES) >= {"en", "es"}


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_says_the_same_things_with_the_same_gaps(language):
    theirs = {key: shape(message) for key, message in entries(language).items()}
    assert theirs == {key: shape(message) for key, message in entries(FALLBACK).items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_files(language):
    names = {file.name for file in (ROOT / language).glob("*.ftl")}
    assert names == {file.name for file in (ROOT / FALLBACK).glob("*.ftl")}


def test_no_message_is_left_over():
    """A message that no code asks for would be translated for nothing."""
    folders = ("cogs", "actions", "domain", "tour", "text")
    code = "\n".join(file.read_text("utf-8") for name in folders for file in Path(name).rglob("*.py"))
    literals = set(re.findall(r'"([a-z][a-z0-9_-]*)"', code))
    stems = set(re.findall(r'f"([a-z][a-z0-9_-]*-)\{', code))
    unused = [k for k in entries(FALLBACK) if k not in literals and not k.startswith(tuple(stems))]
    assert unused == []


def test_a_reader_without_a_language_of_ours_gets_english():
    say = shipped().for_reader("ja")
    assert say("join") == "Join the circles"


def test_a_reader_is_spoken_to_in_their_own_language_and_region():
    assert shipped().for_reader("es-419")("join") == "Entrar en los círculos"


def test_a_choice_of_language_comes_before_what_discord_speaks():
    assert shipped().for_reader("es-ES", "en-US")("join") == "Entrar en los círculos"


def test_a_sentence_that_is_missing_in_one_language_is_said_in_english(tmp_path):
    for language, words in {"en": "hello = Hello\nbye = Bye", "es": "hello = Hola"}.items():
        (tmp_path / language).mkdir()
        (tmp_path / language / "kit.ftl").write_text(words, "utf-8")
    say = Words(tmp_path).for_reader("es")
    assert [say("hello"), say("bye")] == ["Hola", "Bye"]


def test_a_forgotten_fact_is_an_error_and_not_a_gap_on_the_screen():
    with pytest.raises(LookupError, match="place-left"):
        shipped().for_reader("en")("place-left")


def test_a_fact_may_be_as_long_as_a_quote_that_fills_a_message(tmp_path):
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "kit.ftl").write_text("said = He said: { $words }", "utf-8")
    assert len(Words(tmp_path).for_reader("en")("said", words="x" * 10_000)) == 10_009


# How hard a text is to read, from the lengths of its sentences and words: Flesch's reading ease for English
# (Flesch 1948), Fernández Huerta's for Spanish (1959). 70 and more is "fairly easy" on both scales.
EASE = {
    "en": lambda per_sentence, per_word: 206.835 - 1.015 * per_sentence - 84.6 * per_word,
    "es": lambda per_sentence, per_word: 206.84 - 1.02 * per_sentence - 60.0 * per_word,
}
PLAIN = 70.0
LONGEST_SENTENCE = 32


def sentences(language: str) -> list[list[str]]:
    texts: list[str] = []
    for message in entries(language).values():
        patterns = [message.value, *(part.value for part in message.attributes)]
        texts.extend(
            "".join(getattr(e, "value", "x") for e in pattern.elements) for pattern in patterns if pattern
        )
    pieces = (piece for text in texts for piece in re.split(r"[.!?:]\s|[.!?:]\*\*|\n", text))
    words = (re.findall(r"[^\W\d_]+", piece) for piece in pieces)
    return [piece for piece in words if len(piece) > 3]


def ease(language, pieces):
    hyphens = pyphen.Pyphen(lang=language)
    words = [word for piece in pieces for word in piece]
    syllables = sum(len(hyphens.positions(word)) + 1 for word in words)
    return EASE[language](len(words) / len(pieces), syllables / len(words))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_are_plain(language):
    assert ease(language, sentences(language)) >= PLAIN


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_long(language):
    assert [" ".join(piece) for piece in sentences(language) if len(piece) > LONGEST_SENTENCE] == []


def test_the_reading_level_notices_a_hard_text():
    """The control: were the measure blind, the promise above would hold for anything."""
    hard = "notwithstanding administrative considerations participants acknowledge their responsibilities"
    assert ease("en", [hard.split()]) < PLAIN
