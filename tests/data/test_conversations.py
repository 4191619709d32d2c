"""Conversations and the stewards' decks at rest, on either kind of database."""

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from data.conversations import Dealt, Kept, Kind, Response
from data.own_decks import OwnDeck
from data.tables import off_limits
from domain.communities import Community
from domain.conversations import Conversation, Turn

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
MEI, RUTH, HERE, ELSEWHERE = 7, 8, 5, 6
FIRST, SECOND = Turn("circles/first", 1), Turn("circles/second", 2)


@pytest.fixture
async def known(database):
    async with database.begin() as store:
        for community_id in (HERE, ELSEWHERE):
            await store.communities.add(Community(community_id, "en"))
    return database


@pytest.fixture
async def talk(known):
    """A conversation of Mei, of which Ruth is from the second turn on."""
    async with known.begin() as store:
        number = await store.conversations.open(HERE, Kind.THREAD, NOW)
        await store.conversations.deal(HERE, number, 1, FIRST, 1, NOW)
        await store.conversations.join(HERE, number, MEI, 1)
        await store.conversations.respond(HERE, number, 1, MEI, NOW, text="Because of my aunt.")
        await store.conversations.deal(HERE, number, 2, SECOND, 2, NOW)
        await store.conversations.join(HERE, number, RUTH, 2)
    return number


async def test_a_conversation_comes_back_as_the_rule_needs_it(known, talk):
    async with known.begin() as store:
        await store.conversations.respond(HERE, talk, 2, RUTH, NOW, passed=True)
        await store.conversations.join(HERE, talk, RUTH, 9)
    async with known.read() as store:
        standing = Conversation(2, (FIRST, SECOND), {MEI: 1, RUTH: 2}, frozenset({RUTH}))
        assert await store.conversations.find(HERE, talk) == Kept(talk, HERE, Kind.THREAD, standing)


async def test_it_belongs_to_its_community(known, talk):
    async with known.begin() as store:
        assert await store.conversations.find(ELSEWHERE, talk) is None
        assert await store.conversations.turn(ELSEWHERE, talk, 1) is None
        assert await store.conversations.response(ELSEWHERE, talk, 1, MEI) is None
        await store.conversations.posted(ELSEWHERE, talk, 1, 100, 100)
        await store.conversations.said(ELSEWHERE, talk, 1, MEI, 101)
    async with known.read() as store:
        assert await store.conversations.turn(HERE, talk, 1) == Dealt(
            talk, 1, "circles/first", 1, NOW, None, None
        )
        assert (await store.conversations.response(HERE, talk, 1, MEI)).message_id is None


async def test_where_turns_and_answers_stand_is_kept(known, talk):
    async with known.begin() as store:
        await store.conversations.posted(HERE, talk, 1, 100, 100)
        await store.conversations.said(HERE, talk, 1, MEI, 101)
    async with known.read() as store:
        assert await store.conversations.turn(HERE, talk, 1) == Dealt(
            talk, 1, "circles/first", 1, NOW, 100, 100
        )
        assert await store.conversations.response(HERE, talk, 1, MEI) == Response(
            passed=False, text="Because of my aunt.", message_id=101
        )


async def test_everybody_has_one_of_their_own_and_the_community_one_of_the_week(known, talk):
    async with known.begin() as store:
        assert await store.conversations.of_person(HERE, MEI) is None
        assert await store.conversations.of_week(HERE) is None
        own = await store.conversations.open(HERE, Kind.PERSON, NOW)
        await store.conversations.join(HERE, own, MEI, 1)
        week = await store.conversations.open(HERE, Kind.WEEK, NOW)
        assert (await store.conversations.of_person(HERE, MEI)).conversation_id == own
        assert (await store.conversations.of_week(HERE)).conversation_id == week
        assert await store.conversations.of_person(ELSEWHERE, MEI) is None
        assert await store.conversations.of_person(HERE, RUTH) is None
        assert await store.conversations.of_week(ELSEWHERE) is None


async def test_answers_cannot_be_read_in_the_file_and_go_with_the_person(known, talk):
    async with known.begin() as store:
        (text,) = (await store.link.execute(sa.text("SELECT text FROM responses"))).scalars()
        assert b"aunt" not in text
        held = await store.privacy.held(HERE, MEI)
        assert held["responses"][0]["text"] == "Because of my aunt."
        await store.privacy.erase(HERE, MEI, NOW)
        assert await store.conversations.response(HERE, talk, 1, MEI) is None
        assert set((await store.conversations.find(HERE, talk)).standing.people) == {RUTH}


async def test_a_stewards_deck_is_kept_as_it_was_written_until_it_is_removed(known):
    ours = OwnDeck("ours", "en", 'key = "ours"', MEI, NOW)
    better = OwnDeck("ours", "en", 'key = "ours" # better', RUTH, NOW)
    spanish = OwnDeck("ours", "es", "key = 'ours'", MEI, NOW)
    async with known.begin() as store:
        for deck in (ours, spanish, better):
            await store.own_decks.save(HERE, deck)
        assert await store.own_decks.all(HERE) == [better, spanish]
        assert await store.own_decks.all(ELSEWHERE) == []
        await store.own_decks.remove(ELSEWHERE, "ours", "en")
        await store.own_decks.remove(HERE, "ours", "en")
        assert await store.own_decks.all(HERE) == [spanish]


async def test_a_deck_outlives_the_steward_who_added_it(known):
    async with known.begin() as store:
        await store.own_decks.save(HERE, OwnDeck("ours", "en", "", MEI, NOW))
        await store.privacy.erase(HERE, MEI, NOW)
        assert await store.own_decks.all(HERE) == [OwnDeck("ours", "en", "", None, NOW)]


async def test_what_anybody_keeps_out_is_found_for_all_of_them(known):
    rows = [(HERE, MEI, "money"), (HERE, RUTH, "faith"), (ELSEWHERE, MEI, "love")]
    async with known.begin() as store:
        for community_id, user_id, topic in rows:
            row = {"community_id": community_id, "user_id": user_id, "topic": topic}
            await store.link.execute(off_limits.insert().values(row))
        assert await store.off_limits.of(HERE, [MEI, RUTH]) == {"money", "faith"}
        assert await store.off_limits.of(HERE, {RUTH}) == {"faith"}
        assert await store.off_limits.of(HERE, []) == set()
