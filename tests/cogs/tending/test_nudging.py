"""Nobody waits for ever: the author is asked once, and somebody of another generation once to listen."""

from actions import nudges, privacy
from tests.cogs.tending.forum import DAY, HOUR, MENTOR
from tests.cogs.ticking import become, passes
from tests.cogs.upkeep.watching import becomes, comes_to_rest
from tour.community import sign_up


def said(forum, worldview, words):
    return [text for text in forum.reads_thread(worldview) if words in text]


async def test_an_author_is_asked_by_name_once_after_two_days(stage, forum, mei, ruth):
    worldview = await forum.explains(mei, "Work is not who I am.")
    await forum.asks(ruth, worldview)
    passes(stage, 49 * HOUR)
    await becomes(stage.world, lambda: said(forum, worldview, "@Mei, somebody waits for you") != [])
    for _ in range(6):
        passes(stage, DAY)
        await comes_to_rest(stage)
    assert len(said(forum, worldview, "somebody waits")) == 1
    assert "a question" in said(forum, worldview, "somebody waits")[0]
    assert await forum.states() == ["open"]


async def test_whoever_was_answered_waits_no_longer(stage, forum, mei, ruth):
    worldview = await forum.explains(mei, "Work is not who I am.")
    await forum.answers(worldview, await forum.asks(ruth, worldview))
    await forum.confirms(worldview, await forum.says_back(ruth, worldview))
    passes(stage, 49 * HOUR)
    await comes_to_rest(stage)
    assert said(forum, worldview, "waits") == []


async def test_nobody_is_named_behind_a_pseudonym(stage, forum, mei, ruth):
    worldview = await forum.explains(mei, "Work is not who I am.", pseudonym="Quiet Heron", shows_seat=False)
    await forum.says_back(ruth, worldview)
    passes(stage, 49 * HOUR)
    await becomes(stage.world, lambda: said(forum, worldview, "Somebody waits for the author") != [])
    assert not any("Mei" in text for text in forum.reads_thread(worldview))


async def test_somebody_of_another_generation_is_asked_by_name_to_listen(stage, forum, mei, ruth):
    young = await forum.bridge.join("Ines")
    await young.sees("Welcome")
    await sign_up(young, *MENTOR)
    worldview = await forum.explains(mei, "Work is not who I am.")
    passes(stage, 49 * HOUR)
    await comes_to_rest(stage)
    assert said(forum, worldview, "would you like to listen") == []
    passes(stage, DAY)
    await becomes(stage.world, lambda: said(forum, worldview, "@Ruth, would you like to listen?") != [])
    passes(stage, 4 * DAY)
    await comes_to_rest(stage)
    assert len(said(forum, worldview, "would you like to listen")) == 1


async def test_nobody_is_asked_to_listen_twice_within_two_weeks(stage, forum, mei, ruth):
    first = await forum.explains(mei, "Work is not who I am.")
    second = await forum.explains(mei, "Rest is no reward.")
    for _ in range(5):
        passes(stage, DAY)
        await comes_to_rest(stage)
    asked = [
        *said(forum, first, "would you like to listen"),
        *said(forum, second, "would you like to listen"),
    ]
    assert len(asked) == 1


async def test_whoever_has_left_the_server_is_not_asked(stage, forum, mei, ruth):
    await ruth.leaves()
    worldview = await forum.explains(mei, "Work is not who I am.")
    passes(stage, 73 * HOUR)
    await comes_to_rest(stage)
    assert said(forum, worldview, "would you like to listen") == []


async def test_a_nudge_whose_answer_was_lost_is_not_posted_twice(stage, forum, mei, ruth):
    worldview = await forum.explains(mei, "Work is not who I am.")
    stage.world.messages._nonce_window = 0
    passes(stage, 49 * HOUR)
    await comes_to_rest(stage)
    stage.world.faults.next("POST", "/messages$", "drop after")
    passes(stage, DAY)
    await become(stage, nudges.NUDGE)
    await comes_to_rest(stage)
    assert len(said(forum, worldview, "would you like to listen")) == 1


async def test_a_nudge_that_names_somebody_goes_when_they_are_erased(stage, forum, mei, ruth):
    worldview = await forum.explains(mei, "Work is not who I am.")
    passes(stage, 73 * HOUR)
    await becomes(stage.world, lambda: said(forum, worldview, "would you like to listen") != [])
    await comes_to_rest(stage)
    await privacy.erase(stage.bot.deps, forum.community_id, int(ruth.id))
    stage.bot.deps.bell.set()
    await becomes(stage.world, lambda: said(forum, worldview, "would you like to listen") == [])
