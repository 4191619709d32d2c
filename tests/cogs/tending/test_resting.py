"""Quiet threads are put to rest with an entry in the index; people who talk in them open them again."""

from datetime import timedelta

import pytest

from actions import index
from cogs.tending.resting import RestButton
from sandbox.verbs import archiving
from tests.cogs.tending.forum import DAY, HOUR
from tests.cogs.ticking import become, passes
from tests.cogs.upkeep.watching import becomes, comes_to_rest


@pytest.fixture
def patient(monkeypatch):
    """Discord itself archives nothing for a month."""
    monkeypatch.setattr(archiving, "_rest", lambda _: timedelta(days=30))


async def rests(stage, forum, worldview):
    """Two weeks and more without a word."""
    for _ in range(4):
        passes(stage, 6 * DAY)
        await comes_to_rest(stage)
    assert forum.is_archived(worldview)


async def test_a_quiet_worldview_is_put_to_rest_with_an_entry_in_the_index(stage, forum, mei, ruth):
    worldview = await forum.explains(mei, "Work is not who I am.")
    await rests(stage, forum, worldview)
    assert await forum.states() == ["archived"]
    (page,) = await forum.reads_index()
    assert "Work is not who I am." in page
    assert f"/{worldview.thread_id}" in page
    assert "Gen Z" in page


async def test_what_discord_leaves_active_is_archived_after_two_quiet_weeks(stage, forum, mei, ruth, patient):
    worldview = await forum.explains(mei, "Work is not who I am.")
    passes(stage, 12 * DAY)  # on the third, Ruth is asked to listen
    await comes_to_rest(stage)
    await forum.says(worldview, "A word in between.")
    passes(stage, 13 * DAY)
    await comes_to_rest(stage)
    assert not forum.is_archived(worldview)
    passes(stage, 2 * DAY)
    await comes_to_rest(stage)
    assert forum.is_archived(worldview)
    assert await forum.states() == ["archived"]


async def test_nothing_is_put_to_rest_while_somebody_waits(stage, forum, mei, ruth):
    worldview = await forum.explains(mei, "Work is not who I am.")
    question = await forum.asks(ruth, worldview)
    for _ in range(5):
        passes(stage, 7 * DAY + HOUR)
        await comes_to_rest(stage)
        assert not forum.is_archived(worldview)
    await forum.answers(worldview, question)
    await rests(stage, forum, worldview)


async def test_what_a_steward_archived_gets_its_entry_as_well(stage, forum, mei):
    worldview = await forum.explains(mei, "Work is not who I am.")
    await forum.bridge.nora.archives("Work is not who I am.")
    await comes_to_rest(stage)
    assert await forum.states() == ["archived"]
    assert len(await forum.reads_index()) == 1
    assert forum.is_archived(worldview)


async def test_a_thread_in_which_people_talk_again_is_open_and_its_entry_stays(stage, forum, mei):
    worldview = await forum.explains(mei, "Work is not who I am.")
    await forum.bridge.nora.archives("Work is not who I am.")
    await comes_to_rest(stage)
    await forum.says(worldview, "May I add something?")
    await comes_to_rest(stage)
    assert await forum.states() == ["open"]
    assert "Work is not who I am." in (await forum.reads_index())[0]
    await rests(stage, forum, worldview)
    assert len(await forum.reads_index()) == 1


async def test_a_question_under_a_locked_worldview_at_rest_wakes_it(stage, forum, mei, ruth):
    worldview = await forum.explains(mei, "Work is not who I am.")
    await forum.bridge.nora.edits_thread("Work is not who I am.", locked=True, archived=True)
    await comes_to_rest(stage)
    assert await forum.states() == ["archived"]
    await forum.asks(ruth, worldview, posted=False)
    await comes_to_rest(stage)
    assert await forum.states() == ["open"]
    assert not forum.is_archived(worldview)
    assert forum.thread(worldview)["thread_metadata"]["locked"]


async def test_an_index_shows_titles_without_their_markup_and_only_what_is_shown(stage, forum, mei):
    await forum.explains(mei, "[x](https://evil.example) **@everyone**", shows_seat=False)
    await forum.bridge.nora.archives("[x](https://evil.example) **@everyone**")
    await comes_to_rest(stage)
    (page,) = await forum.reads_index()
    assert "](https://evil" not in page
    assert "Gen Z" not in page


async def test_a_page_that_is_full_is_followed_by_the_next(stage, forum, mei):
    for number in range(17):
        await forum.explains(mei, f"Belief {number:02}")
        await forum.bridge.nora.archives(f"Belief {number:02}")
    await comes_to_rest(stage)
    pages = await forum.reads_index()
    assert [page.count("Belief") for page in pages] == [15, 2]


async def test_what_is_deleted_disappears_from_the_index(stage, forum, mei):
    for belief in ("One", "Two"):
        await forum.explains(mei, belief)
        await forum.bridge.nora.archives(belief)
    await comes_to_rest(stage)
    await forum.bridge.nora.deletes_thread("One")
    await comes_to_rest(stage)
    (page,) = await forum.reads_index()
    assert "One" not in page
    assert "Two" in page
    assert await forum.states() == ["gone", "archived"]


async def test_a_page_is_posted_once_though_an_answer_is_lost(stage, forum, mei):
    stage.world.messages._nonce_window = 0
    await forum.explains(mei, "One")
    stage.world.faults.next("POST", "/messages$", "drop after")
    await forum.bridge.nora.archives("One")
    await become(stage, index.PAGE, "done")
    assert len(await forum.reads_index()) == 1


async def test_an_index_that_rests_itself_is_woken_to_be_written_in(stage, forum, mei):
    await forum.explains(mei, "One")
    await forum.bridge.nora.archives("One")
    await comes_to_rest(stage)
    await forum.bridge.nora.archives(forum.index_title())
    await forum.explains(mei, "Two")
    await forum.bridge.nora.archives("Two")
    await comes_to_rest(stage)
    assert "Two" in (await forum.reads_index())[0]


async def test_a_lost_answer_while_archiving_archives_once_and_enters_once(stage, forum, mei, patient):
    worldview = await forum.explains(mei, "One")
    passes(stage, 4 * DAY)
    await comes_to_rest(stage)
    stage.world.faults.next("PATCH", f"/channels/{worldview.thread_id}$", "drop after")
    passes(stage, 15 * DAY)
    await becomes(stage.world, lambda: forum.is_archived(worldview))
    await comes_to_rest(stage)
    passes(stage, 10)
    await comes_to_rest(stage)
    assert await forum.states() == ["archived"]
    assert len(await forum.reads_index()) == 1


async def test_a_steward_puts_one_to_rest_whoever_waits_and_a_question_wakes_it(stage, forum, mei, ruth):
    worldview = await forum.explains(mei, "Work is not who I am.")
    await forum.asks(ruth, worldview)
    await forum.shows_on_desk(RestButton, worldview=str(worldview.worldview_id))
    await forum.bridge.nora.clicks("Put to rest")
    await forum.bridge.nora.sees("At rest")
    passes(stage, 3 * DAY)
    await comes_to_rest(stage)
    assert forum.is_archived(worldview)
    assert await forum.states() == ["archived"]
    assert len(await forum.reads_index()) == 1
    await forum.asks(ruth, worldview)
    await comes_to_rest(stage)
    assert await forum.states() == ["open"]
    assert not forum.is_archived(worldview)


async def test_while_a_server_has_as_many_active_threads_as_it_may_waking_waits(
    stage, forum, mei, ruth, monkeypatch
):
    worldview = await forum.explains(mei, "Work is not who I am.")
    await forum.asks(ruth, worldview)
    monkeypatch.setattr(archiving, "MAX_ACTIVE", 2)
    await forum.bridge.nora.archives("Work is not who I am.")
    await comes_to_rest(stage)
    assert forum.is_archived(worldview)
    monkeypatch.undo()
    passes(stage, 2 * HOUR)
    await comes_to_rest(stage)
    assert not forum.is_archived(worldview)
