"""Explaining one's worldview: written, seen, posted, and nothing of it lost on the way."""

import asyncio

import pytest

from domain.worldviews import State
from tests.cogs.ticking import become, passes
from tests.cogs.upkeep.watching import becomes, comes_to_rest
from tests.cogs.worldviews.explaining import ANSWERS, BELIEF, explains, rows, threads, writes


async def test_mei_explains_how_the_world_looks_and_it_stands_in_the_forum(stage, mei, ruth):
    await writes(mei)
    await mei.sees("Nothing has been posted yet")
    await mei.sees(BELIEF)
    await mei.sees("Your agreement")
    assert threads(stage) == []
    await mei.clicks("Post it")
    await mei.sees("It stands here")
    (thread,) = threads(stage)
    assert thread["name"] == BELIEF
    ruth.goes_to(BELIEF)
    card = await ruth.sees("@Mei explains")
    read = ruth.reads(card)
    assert "Mentor · Gen Z" in read
    assert "For now questions only" in read
    assert card["mentions"] == []
    (view,) = await rows(stage)
    assert (view.state, view.consent, view.topics) == (State.OPEN, 1, ("work", "time"))
    assert view.thread_id == view.card_id == int(thread["id"])


async def test_in_its_first_hours_the_thread_is_slow_then_it_opens_by_itself(stage, mei, ruth):
    """Not locked: in a locked thread nobody could press a button."""
    await explains(mei)
    await mei.sees("It stands here")
    (thread,) = threads(stage)
    assert thread["rate_limit_per_user"] == 21_600
    ruth.goes_to(BELIEF)
    await ruth.clicks("More")
    passes(stage, 24 * 3600)
    await become(stage, "worldview-open", "done")
    assert thread["rate_limit_per_user"] == 0
    assert not [m for m in mei.messages(thread) if "questions only" in mei.reads(m)]


async def test_its_topics_are_the_tags_of_its_thread(stage, mei):
    await explains(mei)
    await mei.sees("It stands here")
    (thread,) = threads(stage)
    (guild,) = stage.world.guilds.values()
    names = {tag["id"]: tag["name"] for tag in guild.channel("worldviews")["available_tags"]}
    assert {names[tag] for tag in thread["applied_tags"]} == {"Work", "Time"}


async def test_a_tag_deleted_by_hand_is_left_out(stage, server, mei):
    await writes(mei)
    forum = server.guild.channel("worldviews")
    forum["available_tags"] = [tag for tag in forum["available_tags"] if tag["name"] != "Work"]
    await mei.clicks("Post it")
    await mei.sees("It stands here")
    assert [len(thread["applied_tags"]) for thread in threads(stage)] == [1]


async def test_pressing_post_it_twice_posts_once_and_says_where_it_is(stage, mei):
    await writes(mei)
    await asyncio.gather(mei.clicks("Post it"), mei.clicks("Post it"))
    await mei.sees("It stands here")
    await comes_to_rest(stage)
    assert len(threads(stage)) == len(await rows(stage)) == 1


async def test_an_old_preview_posts_nothing_that_was_not_seen(stage, mei):
    await writes(mei)
    old = await mei.sees("Nothing has been posted yet")
    await mei.clicks("Explain my worldview")
    await mei.clicks("Go on")
    await mei.fills({"What I believe": "Something else."})
    await mei.sees("Something else.")
    (stale,) = [
        button for message, button in mei.controls() if message is old and button["label"] == "Post it"
    ]
    await mei.presses(old, stale)
    await mei.sees("You have changed this since then")
    assert await rows(stage) == []


async def test_whoever_walked_away_finds_the_draft_even_after_a_restart(stage, mei):
    await writes(mei)
    await stage.restart()
    await mei.clicks("Explain my worldview")
    await mei.sees("You have a draft")
    await mei.clicks("Go on")
    await mei.fills({})
    await mei.sees(BELIEF)
    await mei.clicks("Post it")
    await mei.sees("It stands here")


async def test_starting_anew_loses_nothing_until_the_new_form_is_sent(stage, mei):
    await writes(mei)
    await mei.clicks("Explain my worldview")
    await mei.clicks("Start anew")
    mei.closes_form()
    await mei.clicks("Explain my worldview")
    await mei.clicks("Go on")
    await mei.fills({})
    await mei.sees(BELIEF)


async def test_a_draft_is_thrown_away_only_when_asked_once_more(stage, mei):
    await writes(mei)
    await mei.clicks("Throw it away")
    await mei.sees("Nothing has been thrown away yet")
    await mei.clicks("No, keep it")
    await mei.sees("Nothing has been posted yet")
    await mei.clicks("Throw it away")
    await mei.clicks("Yes, throw it away")
    await mei.sees("Thrown away")
    await mei.clicks("Explain my worldview")
    await mei.fills(ANSWERS)
    await mei.sees("Nothing has been posted yet")


@pytest.mark.parametrize("fault", ["drop after", "502 after", "502 before"])
async def test_a_thread_whose_answer_was_lost_is_found_and_not_made_twice(stage, mei, fault):
    await writes(mei)
    stage.world.faults.next("POST", "/threads$", fault)
    await mei.clicks("Post it")
    await become(stage, "worldview", "done")
    await comes_to_rest(stage)
    assert len(threads(stage)) == 1
    assert (await rows(stage))[0].state is State.OPEN


async def test_a_thread_that_rests_already_is_found_too(stage, server, mei):
    await writes(mei)
    stage.world.faults.next("POST", "/threads$", "drop after")
    stage.world.faults.next("GET", "/threads/active$", "503 before")
    await mei.clicks("Post it")
    await becomes(stage.world, lambda: len(threads(stage)) == 1)
    await server.nora.archives(BELIEF)
    await become(stage, "worldview", "done")
    await comes_to_rest(stage)
    assert len(threads(stage)) == 1


async def test_a_post_waits_out_a_restart(stage, mei):
    await writes(mei)
    stage.world.faults.next("POST", "/threads$", "503 before", times=99)
    await mei.clicks("Post it")
    await become(stage, "worldview", "unknown")
    await stage.stop()
    stage.world.faults.clear()
    await stage.start()
    await become(stage, "worldview", "done")
    assert len(threads(stage)) == 1
