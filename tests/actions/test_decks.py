"""The stewards' own decks: kept whole, or not at all and told why."""

import pytest

from actions import decks, prompts
from domain import decks as rules
from tests.actions.dealing import ELSEWHERE, HERE, MEI, founded

OURS = """
key = "ours"
language = "{language}"
title = "{title}"

[[prompts]]
key = "boat"
depth = {depth}
topics = ["{topic}"]
text = "{text}"
"""
LANGUAGES = ("en", "es")


def deck(**changes):
    facts = {
        "language": "en",
        "title": "Ours",
        "depth": 1,
        "topic": "work",
        "text": "What is your boat called?",
    }
    return OURS.format(**facts | changes).encode()


@pytest.fixture
async def deps(database, small_deck):
    return await founded(database, MEI)


async def own(deps, community_id=HERE):
    return [each for each in await decks.listed(deps, community_id) if each.own is not None]


async def kinds(deps, source):
    return [problem.kind for problem in (await decks.add(deps, HERE, MEI, source, LANGUAGES)).problems]


async def test_a_deck_that_is_right_is_kept_and_dealt_here_and_nowhere_else(deps):
    assert (await decks.add(deps, HERE, MEI, deck(), LANGUAGES)).deck is not None
    (listed,) = await own(deps)
    assert (listed.deck.count(1), listed.own.added_by, listed.own.added_at) == (1, MEI, deps.now())
    assert await own(deps, ELSEWHERE) == []
    async with deps.database.read() as store:
        place = await prompts.here(store, HERE, MEI, "en-US")
    assert place.prompts["ours/boat"].text == "What is your boat called?"


async def test_a_better_version_takes_the_place_of_the_last(deps):
    for text in ("What is your boat called?", "Where does your boat lie?"):
        await decks.add(deps, HERE, MEI, deck(text=text), LANGUAGES)
    (listed,) = await own(deps)
    assert listed.deck.prompts[0].text == "Where does your boat lie?"


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        (deck(topic="boats"), rules.UNKNOWN_TOPIC),
        (deck(text="x" * 301), rules.TOO_LONG),
        (deck() + deck().split(b"\n\n")[1], rules.DUPLICATE_KEY),
        (deck(language="xx"), rules.UNKNOWN_LANGUAGE),
        (b"not toml", rules.NOT_TOML),
        (b"\xff\xfe\x00", rules.NOT_UTF8),
        (b"x" * 2**20, rules.TOO_BIG),
        (b"", rules.NO_PROMPTS),
        (deck().replace(b'"ours"', b'"small"'), decks.SHIPPED_KEY),
    ],
)
async def test_a_deck_that_is_wrong_is_told_why_and_nothing_is_kept(deps, source, kind):
    assert kind in await kinds(deps, source)
    assert await own(deps) == []


async def test_two_languages_of_one_deck_hold_the_same_prompts(deps):
    await decks.add(deps, HERE, MEI, deck(), LANGUAGES)
    assert await kinds(deps, deck(language="es", depth=2)) == [rules.OTHER_DEPTH]
    assert await kinds(deps, deck(language="es", text="Cómo se llama tu barco?")) == []
    async with deps.database.read() as store:
        spanish = (await prompts.here(store, HERE, MEI, "es-419")).prompts["ours/boat"]
    assert spanish.text.startswith("Cómo")


async def test_a_community_has_so_many_and_no_more(deps):
    for number in range(decks.MOST_DECKS):
        source = deck().replace(b'"ours"', f'"ours-{number}"'.encode())
        assert await kinds(deps, source) == []
    assert await kinds(deps, deck()) == [decks.TOO_MANY_DECKS]
    assert await kinds(deps, deck(title="Better").replace(b'"ours"', b'"ours-3"')) == []


async def test_what_is_removed_is_dealt_no_more_and_removing_it_twice_is_harmless(deps):
    await decks.add(deps, HERE, MEI, deck(), LANGUAGES)
    for _ in range(2):
        await decks.remove(deps, HERE, "ours", "en")
    assert await own(deps) == []
    async with deps.database.read() as store:
        assert "ours/boat" not in (await prompts.here(store, HERE, MEI, "en-US")).prompts


async def test_a_topic_that_was_taken_off_the_list_spoils_no_deck(deps):
    await decks.add(deps, HERE, MEI, deck(), LANGUAGES)
    decks._parsed.cache_clear()
    assert (await own(deps))[0].deck.prompts[0].topics == ("work",)


async def test_decks_are_read_before_anybody_waits_for_them(deps):
    await decks.add(deps, HERE, MEI, deck(), LANGUAGES)
    decks._parsed.cache_clear()
    await decks.read_ahead(deps, HERE)
    before = decks._parsed.cache_info().misses
    await own(deps)
    assert decks._parsed.cache_info().misses == before
