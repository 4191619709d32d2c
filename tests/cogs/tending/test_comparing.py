"""Whatever happens to threads unheard of, and in whatever order one hears of it: the same end."""

import pytest

from actions import tending
from tests.cogs.tending.forum import DAY
from tests.cogs.ticking import become, passes, quick
from tests.cogs.upkeep.watching import calls, comes_to_rest


async def three(forum, author):
    return [await forum.explains(author, belief) for belief in ("One", "Two", "Three")]


async def starts_again(stage):
    await stage.start()
    quick(stage)
    await comes_to_rest(stage)


async def test_row_16_threads_that_were_archived_or_deleted_in_a_gap_are_found_out(stage, forum, mei):
    await three(forum, mei)
    await stage.stop()
    await forum.bridge.nora.archives("One")
    await forum.bridge.nora.deletes_thread("Two")
    await starts_again(stage)
    assert await forum.states() == ["archived", "gone", "open"]
    (page,) = await forum.reads_index()
    assert "One" in page
    assert "Two" not in page


async def test_row_16_a_thread_that_was_woken_in_a_gap_is_open(stage, forum, mei):
    (worldview, *_) = await three(forum, mei)
    await forum.bridge.nora.archives("One")
    await comes_to_rest(stage)
    await stage.stop()
    await forum.bridge.nora.unarchives("One")
    await starts_again(stage)
    assert await forum.states() == ["open", "open", "open"]
    assert not forum.is_archived(worldview)


async def test_row_17_after_an_outage_nothing_is_taken_for_deleted_and_nothing_deleted_is_kept(
    stage, forum, mei
):
    await three(forum, mei)
    await stage.world.outage(forum.bridge.guild)
    passes(stage, DAY)
    await comes_to_rest(stage)
    assert await forum.states() == ["open", "open", "open"]
    await forum.bridge.nora.deletes_thread("Two")
    await stage.world.restore(forum.bridge.guild)
    await comes_to_rest(stage)
    assert await forum.states() == ["open", "gone", "open"]


async def test_a_server_that_cannot_be_read_loses_nothing(stage, forum, mei):
    worldview, *_ = await three(forum, mei)
    stage.world.faults.next("GET", "/threads/active$", "403", times=9)
    stage.world.faults.next("GET", f"/channels/{worldview.thread_id}$", "503 before", times=9)
    await tending.doubt(stage.bot.deps, forum.community_id)
    await tending.look_now(stage.bot.deps, forum.community_id, worldview.thread_id)
    await comes_to_rest(stage)
    assert await forum.states() == ["open", "open", "open"]


@pytest.mark.parametrize("order", ["twice", "backwards", 1, 2, 3])
async def test_row_18_whatever_the_order_of_the_events_the_end_is_the_same(stage, forum, mei, order):
    """Archived, woken, archived again, deleted: told late, twice, backwards, or in disorder."""
    await three(forum, mei)
    nora, faults = forum.bridge.nora, stage.world.gateway_faults
    faults.repeat(times=50) if order == "twice" else faults.hold()
    await nora.archives("One")
    await nora.unarchives("One")
    await nora.archives("Two")
    await nora.unarchives("Two")
    await nora.archives("Two")
    await nora.edits_thread("Three", name="Another")
    await nora.deletes_thread("Another")
    if order != "twice":
        faults.release(backwards=order == "backwards", shuffled=order if isinstance(order, int) else None)
    await comes_to_rest(stage)
    assert await forum.states() == ["open", "archived", "gone"]


async def test_row_37_a_forum_deleted_by_hand_takes_its_worldviews_with_it(stage, forum, mei):
    await three(forum, mei)
    await forum.bridge.nora.archives("One")
    await comes_to_rest(stage)
    await forum.bridge.nora.deletes_channel("worldviews")
    await comes_to_rest(stage)
    assert await forum.states() == ["gone", "gone", "gone"]


async def test_row_37_an_index_deleted_by_hand_gets_its_pages_again(stage, forum, mei):
    await three(forum, mei)
    await forum.bridge.nora.archives("One")
    await comes_to_rest(stage)
    await forum.bridge.nora.deletes_thread(forum.index_title())
    await comes_to_rest(stage)
    (page,) = await forum.reads_index()
    assert "One" in page


async def test_row_37_what_stewards_lock_rename_or_tag_is_left_as_they_want_it(stage, forum, mei):
    worldview, *_ = await three(forum, mei)
    await forum.bridge.nora.edits_thread("One", name="A better title", locked=True)
    passes(stage, 3 * DAY)
    await comes_to_rest(stage)
    thread = forum.thread(worldview)
    assert (thread["name"], thread["thread_metadata"]["locked"]) == ("A better title", True)


async def test_after_a_gap_threads_that_are_all_well_cost_one_call(stage, forum, mei):
    await three(forum, mei)
    await comes_to_rest(stage)
    since = len(stage.sandbox.requests)
    await tending.doubt(stage.bot.deps, forum.community_id)
    await become(stage, tending.THREADS, "done", "done")
    await comes_to_rest(stage)
    assert calls(stage, since) == ["GET /guilds/{guild_id}/threads/active"]


async def test_after_a_long_gap_threads_are_looked_at_fifty_a_minute(stage, forum, mei, monkeypatch):
    monkeypatch.setattr(tending, "AT_ONCE", 2)
    await three(forum, mei)
    await stage.stop()
    for belief in ("One", "Two", "Three"):
        await forum.bridge.nora.archives(belief)
    await starts_again(stage)
    assert sorted(await forum.states()) == ["archived", "archived", "open"]
    passes(stage, 61)
    await comes_to_rest(stage)
    assert await forum.states() == ["archived", "archived", "archived"]
