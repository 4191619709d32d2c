"""The decks that come with the bot: enough of them, for everybody, and no two prompts alike."""

from collections import Counter
from itertools import combinations

import pytest

import data.decks
from data.decks import LANGUAGES, shipped, topics
from domain.decks import DEPTHS, Deck, compare, prompts_of

EACH_DEPTH = 42
EACH_TOPIC = 5
LENGTH = 220
ALIKE = 0.5
"""Two prompts that share this part of their words say the same."""

decks = pytest.mark.parametrize("deck", shipped().values(), ids=lambda deck: f"{deck.key}.{deck.language}")
languages = pytest.mark.parametrize("language", LANGUAGES)


def words(text: str) -> set[str]:
    return set("".join(c if c.isalpha() else " " for c in text.casefold()).split())


@languages
@pytest.mark.parametrize("depth", DEPTHS)
def test_there_are_enough_prompts_of_every_depth(language, depth):
    assert sum(deck.count(depth) for deck in shipped().values() if deck.language == language) >= EACH_DEPTH


@languages
def test_every_topic_is_covered_at_every_depth_and_some_prompts_have_none(language):
    prompts = [prompt for deck in shipped().values() if deck.language == language for prompt in deck.prompts]
    counts = Counter(topic for prompt in prompts for topic in prompt.topics)
    assert {topic: counts[topic] for topic in topics() if counts[topic] < EACH_TOPIC} == {}
    reached = {(topic, prompt.depth) for prompt in prompts for topic in prompt.topics}
    assert {(topic, depth) for topic in topics() for depth in DEPTHS} == reached
    assert {prompt.depth for prompt in prompts if not prompt.topics} == set(DEPTHS)


def test_every_deck_is_there_in_every_language():
    keys = {key for key, _ in shipped()}
    assert set(shipped()) == {(key, language) for key in keys for language in LANGUAGES}
    for key in keys:
        first, *others = (shipped()[key, language] for language in LANGUAGES)
        assert [compare(first, other) for other in others] == [()] * len(others)


def test_a_file_is_called_what_it_holds():
    assert {file.name for file in data.decks.files()} == {
        f"{key}.{language}.toml" for key, language in shipped()
    }


@decks
def test_prompts_are_short_enough_to_be_read_at_a_glance(deck: Deck):
    assert {prompt.key: prompt.text for prompt in deck.prompts if len(prompt.text) > LENGTH} == {}


@decks
def test_no_two_prompts_are_alike(deck: Deck):
    known = [(prompt.key, words(prompt.text)) for prompt in deck.prompts]
    alike = [
        (one, other)
        for (one, these), (other, those) in combinations(known, 2)
        if len(these & those) >= ALIKE * len(these | those)
    ]
    assert alike == []


@decks
def test_a_prompt_is_whole_sentences_and_asks_nobody_yes_or_no(deck: Deck):
    for prompt in deck.prompts:
        assert prompt.text[-1] in ".?", prompt.key
        assert prompt.text[0].isupper() or prompt.text[0] == "¿", prompt.key
        assert not prompt.text.startswith(("Do ", "Did ", "Are ", "Is ", "Have ", "Can ", "Would ")), (
            prompt.key
        )
        if deck.language == "es":
            assert prompt.text.count("¿") == prompt.text.count("?"), prompt.key


@decks
def test_no_prompt_asks_why_people_of_an_age_are_as_they_are(deck: Deck):
    blaming = (
        "why do",
        "why are",
        "kids these days",
        "your generation",
        "por qué los",
        "por qué la gente",
        "tu generación",
    )
    assert [p.key for p in deck.prompts if any(each in p.text.casefold() for each in blaming)] == []


def test_a_spanish_reader_gets_every_prompt_in_spanish():
    spanish, english = (prompts_of(shipped().values(), [each]) for each in ("es", "en"))
    assert set(spanish) == set(english)
    assert spanish["circles/smell-of-home"].text == "¿Qué olor te lleva a casa de golpe, y a qué casa?"
    assert all(spanish[name].text != english[name].text for name in english)


def test_they_are_read_once():
    assert shipped() is shipped()


def test_a_deck_that_was_spoiled_is_named_and_not_left_out(tmp_path, monkeypatch):
    (tmp_path / "porch.en.toml").write_text("key = 7\n", "utf-8")
    monkeypatch.setattr(data.decks, "FOLDER", tmp_path)
    with pytest.raises(ValueError, match=r"porch\.en\.toml"):
        shipped.__wrapped__()
