"""The stewards' decks: added when right, refused with every reason when not, removed when asked twice."""

import pytest

from actions import decks
from cogs.kit.cards import Card
from cogs.prompts.decks import (
    SHOWN,
    AddDeckButton,
    DecksButton,
    FormatButton,
    KeepButton,
    RemoveButton,
    problems,
)
from domain.decks import KINDS, Problem
from sandbox import CannotDo
from sandbox.checks.messages import check_message
from sandbox.files import Upload
from text import shipped

DECK = """
key = "boats"
language = "en"
title = "Boats"

[[prompts]]
key = "first-boat"
depth = 1
topics = ["work"]
text = "What was your first boat called?"
"""
FIELD = "The file of your deck"


@pytest.fixture
async def nora(server):
    """The steward, at the decks."""
    await server.nora.clicks("Decks")
    return server.nora


async def gives(nora, content, name="deck.toml"):
    await nora.clicks("Add a deck")
    await nora.fills({FIELD: (name, content if isinstance(content, bytes) else content.encode())})


async def own(stage, server):
    listed = await decks.listed(stage.bot.deps, int(server.guild.id))
    return [each.deck.key for each in listed if each.own is not None]


async def test_nora_sees_every_deck_with_its_depths(nora):
    await nora.sees("It comes with the bot")


async def test_a_deck_that_is_right_is_saved_and_said_with_its_counts(stage, server, nora):
    await gives(nora, DECK)
    await nora.sees("Boats is saved.")
    await nora.sees("It has 1 warm, 0 personal and 0 deep prompts")
    await nora.sees("Boats (en): 1 warm, 0 personal, 0 deep. Your own.")
    assert await own(stage, server) == ["boats"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (DECK.replace('"work"', '"boats"'), '"boats" is no topic of this community'),
        (DECK + DECK.split("\n\n")[1], "This key comes a second time"),
        (DECK.replace("called", "x" * 300), "Shorten it to 300"),
        ("This is no deck.", "I cannot read line 1"),
        (bytes(range(128, 256)), "no text that I can read"),
        ("x" * 1024 * 1024, "The file is too big"),
        ("", "There are no prompts"),
    ],
)
async def test_a_deck_that_is_wrong_is_told_what_to_mend_and_nothing_is_saved(
    stage, server, nora, content, sentence
):
    await gives(nora, content)
    await nora.sees(sentence)
    await nora.sees("Nothing was saved" if "too big" in sentence else "nothing was saved")
    assert await own(stage, server) == []
    await nora.clicks("Add a deck")


async def test_of_many_problems_ten_are_told_and_how_many_more(nora):
    many = DECK + "".join(f'[[prompts]]\nkey = "n-{n}"\ndepth = 4\ntext = "Is it {n}?"\n' for n in range(12))
    await gives(nora, many)
    card = await nora.sees("And 2 things more")
    assert nora.reads(card).count("The depth is missing or wrong") == SHOWN


async def test_a_deck_with_a_key_of_ours_is_refused(stage, server, nora):
    listed = await decks.listed(stage.bot.deps, int(server.guild.id))
    await gives(nora, DECK.replace('"boats"', f'"{listed[0].deck.key}"'))
    await nora.sees("belongs to a deck that comes with the bot")


class Lost(dict[str, Upload]):
    """Where what is put down is not found again."""

    def __setitem__(self, *_):
        pass


async def test_a_file_that_discord_does_not_hand_over_is_said(stage, server, nora):
    stage.world.files = Lost()
    await gives(nora, DECK)
    await nora.sees("Discord did not hand me the file")
    assert await own(stage, server) == []
    await nora.clicks("Add a deck", on="Discord did not hand me the file")


async def test_without_a_file_the_form_is_not_sent(nora):
    await nora.clicks("Add a deck")
    with pytest.raises(CannotDo):
        await nora.fills({})


async def test_a_deck_is_removed_only_when_asked_once_more(stage, server, nora):
    await gives(nora, DECK)
    await nora.sees("Boats is saved.")
    await nora.chooses("Remove one of your decks", "Boats (en)")
    await nora.sees("nothing has been removed yet")
    assert await own(stage, server) == ["boats"]
    await nora.clicks("No, keep it")
    await nora.chooses("Remove one of your decks", "Boats (en)")
    await nora.clicks("Yes, remove it")
    await nora.sees("The deck is removed")
    assert await own(stage, server) == []


async def test_the_format_is_a_file_that_passes_the_check(stage, server, nora):
    await nora.clicks("Show me the format")
    card = await nora.sees("What a deck looks like")
    (attachment,) = card["attachments"]
    await gives(nora, stage.world.files[attachment["id"]].data)
    await nora.sees("Evenings on the porch is saved.")


@pytest.mark.parametrize("language", shipped().languages)
async def test_the_example_passes_in_every_language(stage, server, language):
    deps, here = stage.bot.deps, int(server.guild.id)
    source = await decks.example(deps, here, language)
    deck = (await decks.add(deps, here, 1, source, shipped().languages)).deck
    assert deck is not None
    assert deck.language == language


async def test_row_39_whoever_is_no_steward_any_more_is_refused_at_every_press(stage, server, nora):
    await gives(nora, DECK)
    await nora.sees("Boats is saved.")
    mei, say = await server.join("Mei"), shipped().for_reader("en")
    home = next(each for each in stage.bot.guilds[0].text_channels if each.name == "home")
    remove = RemoveButton(say, key="boats", language="en")
    for button in (DecksButton(say), AddDeckButton(say), FormatButton(say), KeepButton(say), remove):
        await home.send(view=Card([button]))
        await mei.clicks(say(button.words))
        await mei.dismisses("This is for stewards only")
    assert await own(stage, server) == ["boats"]


@pytest.mark.parametrize("language", shipped().languages)
def test_every_problem_has_a_sentence_and_ten_of_them_fit_into_a_message(language):
    say = shipped().for_reader(language)
    long = "x" * 600
    facts = dict.fromkeys(("field", "key", "known", "language", "other", "topic", "topics", "most"), long) | {
        "line": 1,
        "count": 1,
        "length": 1,
        "depth": 1,
    }
    for kind in KINDS | decks.KINDS:
        told = problems(say, [Problem(kind, "k" * 40, facts)] * 11)
        check_message({"components": [{"type": 10, "content": told}], "flags": 1 << 15})
        assert len(told) <= 4000


async def test_as_many_decks_as_there_may_be_fit_into_the_list(stage, server, nora):
    deps, here = stage.bot.deps, int(server.guild.id)
    long = DECK.replace('"Boats"', f'"{"*_" * 40}"')
    for number in range(decks.MOST_DECKS):
        source = long.replace('"boats"', f'"{"k" * 37}-{number}"').encode()
        assert (await decks.add(deps, here, 1, source, shipped().languages)).problems == ()
    await nora.clicks("Decks")
    await nora.sees("Your own.")
