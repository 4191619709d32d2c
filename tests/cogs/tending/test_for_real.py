"""The whole way, on the screens: explained, asked, asked for, answered, at rest, and awake again."""

import pytest

from tests.cogs.listening.thread import HEARD, asks, says_back
from tests.cogs.tending.forum import DAY
from tests.cogs.ticking import passes
from tests.cogs.upkeep.watching import becomes, comes_to_rest
from tests.cogs.worldviews.explaining import BELIEF, explains, rows


@pytest.fixture
async def worldview(stage, forum, mei):
    await explains(mei)
    await mei.sees("It stands here")
    await comes_to_rest(stage)
    (view,) = await rows(stage)
    return view


def stands(forum, worldview, words):
    return [text for text in forum.reads_thread(worldview) if words in text]


async def test_an_author_answers_right_under_the_nudge(stage, forum, worldview, mei, ruth):
    await asks(ruth)
    await comes_to_rest(stage)
    passes(stage, 2 * DAY + 60)
    await becomes(stage.world, lambda: stands(forum, worldview, "somebody waits for you") != [])
    mei.goes_to(BELIEF)
    await mei.clicks("Answer")
    await mei.fills({"What you want to say": "My father said it every evening."})
    await mei.clicks("Post it as it is")
    await becomes(stage.world, lambda: stands(forum, worldview, "My father said it") != [])


async def test_an_author_judges_a_loop_right_under_the_nudge(stage, forum, worldview, mei, ruth):
    await says_back(ruth)
    await comes_to_rest(stage)
    passes(stage, 2 * DAY + 60)
    await becomes(stage.world, lambda: stands(forum, worldview, "what somebody heard you say") != [])
    mei.goes_to(BELIEF)
    await mei.clicks("Yes, that's it")
    await comes_to_rest(stage)
    assert stands(forum, worldview, HEARD)


async def test_whoever_is_asked_to_listen_begins_right_there(stage, forum, worldview, ruth):
    passes(stage, 3 * DAY + 60)
    await becomes(stage.world, lambda: stands(forum, worldview, "@Ruth, would you like to listen?") != [])
    await asks(ruth)
    await becomes(stage.world, lambda: stands(forum, worldview, "@Ruth asks @Mei") != [])


async def test_a_question_under_a_worldview_at_rest_wakes_it(stage, forum, worldview, mei, ruth):
    for _ in range(5):
        passes(stage, 5 * DAY)
        await comes_to_rest(stage)
    assert forum.is_archived(worldview)
    assert BELIEF[:40] in (await forum.reads_index())[0]
    await asks(ruth)
    await becomes(stage.world, lambda: stands(forum, worldview, "@Ruth asks @Mei") != [])
    await comes_to_rest(stage)
    assert await forum.states() == ["open"]


async def test_a_steward_finds_rest_and_exchange_where_stewards_look(stage, forum, worldview, mei):
    nora = forum.bridge.nora
    nora.goes_to("steward-desk")
    await nora.clicks("Exchange")
    await nora.sees("The exchange between the seats")
    nora.goes_to(BELIEF)
    await nora.clicks("More")
    await nora.clicks("Put to rest")
    await nora.sees("At rest")
    await comes_to_rest(stage)
    assert forum.is_archived(worldview)


async def test_what_its_author_takes_back_disappears_from_the_index(stage, forum, worldview, mei):
    await forum.bridge.nora.archives(BELIEF)
    await comes_to_rest(stage)
    assert BELIEF[:40] in (await forum.reads_index())[0]
    mei.goes_to(BELIEF)
    await mei.clicks("More")
    await mei.clicks("Withdraw")
    await mei.clicks("Yes, take it back")
    await comes_to_rest(stage)
    assert "taken back" in (await forum.reads_index())[0]
