"""With everything at its longest, pages and digests fit into one message of Discord's."""

from datetime import UTC, datetime

import pytest

from actions.digests import Digest
from actions.index import Page
from cogs.tending import digesting, indexing
from domain.communities import Community, Generation, Topic
from domain.digests import Line, first_that_fit
from domain.index import ENTRIES
from domain.worldviews import Explanation, Made, State, Worldview
from text import shipped

MOST = 4000
NOW = datetime(2026, 9, 23, 12, tzinfo=UTC)
ID = 2**63 - 1
TOPICS = tuple(Topic(f"t{number}", "_" * 20) for number in range(5))
COMMUNITY = Community(ID, "en", (Generation("old", 1900, 2000, "*" * 40),), topics=TOPICS)
KEYS = tuple(topic.key for topic in TOPICS)


def length(card):
    return sum(len(item.content) for item in card.walk_children() if hasattr(item, "content"))


def entry(text):
    return Worldview(
        *(1, ID, ID, Made.FORM, State.ARCHIVED, KEYS),
        shows_seat=True,
        posted_at=NOW,
        opens_at=NOW,
        changed_at=NOW,
        explanation=Explanation(text),
        generation="old",
        thread_id=ID,
    )


@pytest.mark.parametrize("language", shipped().languages)
@pytest.mark.parametrize("letters", ["a", "*", "[", "`_", "\u202e", "\U0001f44d"])
def test_a_full_page_of_the_index_fits(language, letters):
    say = shipped().for_reader(language)
    page = Page(COMMUNITY, (entry(letters * 90),) * ENTRIES, None)
    assert length(indexing._card(say, "999", page)) <= MOST


@pytest.mark.parametrize("language", shipped().languages)
@pytest.mark.parametrize("letters", ["a", "*", "[", "`_", "\u202e", "\U0001f44d"])
@pytest.mark.parametrize("size", [20, 100, 108, 350, 700])
def test_a_full_digest_fits(language, letters, size):
    say = shipped().for_reader(language)
    heard = (letters * size)[:size]
    lines = [Line(1, heard, ID, ID, KEYS, pseudonym="A Very Long Pseudonym Indeed", generation="old")] * 20
    digest = Digest(COMMUNITY, "2026-09", first_that_fit(lines), None)
    assert length(digesting._card(say, digest)) <= MOST
