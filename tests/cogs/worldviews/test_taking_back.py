"""An author changes a worldview, or takes it back, at any time."""

import asyncio

import pytest

from cogs.kit.cards import Card
from cogs.worldviews.withdrawing import EditButton, WithdrawYesButton
from domain.worldviews import Explanation, State
from sandbox.people.cannot import Unanswered
from tests.cogs.ticking import become, passes
from tests.cogs.upkeep.watching import becomes, comes_to_rest
from tests.cogs.worldviews.explaining import BELIEF, explains, rows, threads, writes

LATER = "I have thought about it once more."


@pytest.fixture
async def posted(stage, mei):
    """Mei's worldview stands there, and she looks at it."""
    await explains(mei)
    await mei.sees("It stands here")
    mei.goes_to(BELIEF)
    return threads(stage)[0]


def first_message(person, thread):
    (card,) = [m for m in person.messages(thread) if m["id"] == thread["id"]]
    return person.reads(card)


async def forged(stage, worldview_id):
    """Buttons that stand where they never would, as somebody might make them."""
    say, which = stage.bot.words.for_reader("en"), {"worldview": str(worldview_id)}
    card = Card("Forged", [WithdrawYesButton(say, **which), EditButton(say, **which)])
    await stage.bot.guilds[0].text_channels[0].send(view=card)


async def edits(person, text=LATER):
    await person.clicks("More")
    await person.clicks("Edit")
    await person.fills({"What I believe": text})


async def test_a_change_is_seen_before_it_is_saved_and_then_stands_on_the_card(stage, mei, posted):
    await edits(mei)
    await mei.sees("Nothing has been changed yet")
    assert BELIEF in first_message(mei, posted)
    await mei.clicks("Save the change")
    await mei.sees("Saved.")
    await comes_to_rest(stage)
    assert LATER in first_message(mei, posted)
    assert posted["name"] == BELIEF, "a thread may be renamed twice in ten minutes, so it keeps its name"
    (view,) = await rows(stage)
    assert view.explanation.belief == LATER


async def test_a_change_that_was_begun_is_found_again_and_the_new_worldview_is_another(stage, mei, posted):
    await edits(mei)
    await mei.clicks("Explain my worldview")
    assert mei.form.title == "Explain my worldview"
    mei.closes_form()
    mei.goes_to(BELIEF)
    await mei.clicks("More")
    await mei.clicks("Edit")
    await mei.fills({})
    await mei.sees(LATER)


async def test_hiding_the_seat_is_a_change_like_another(stage, mei, posted):
    await edits(mei, BELIEF)
    await mei.clicks("Hide my seat and generation")
    await mei.clicks("Save the change")
    await comes_to_rest(stage)
    assert "Gen Z" not in first_message(mei, posted)


async def test_it_is_taken_back_only_when_asked_once_more_and_then_nothing_is_left(stage, mei, posted):
    await mei.clicks("More")
    await mei.clicks("Withdraw")
    await mei.sees("Nothing has been taken back yet")
    await mei.clicks("No, let it stand")
    await mei.sees("It stands as it was")
    await mei.clicks("More")
    await mei.clicks("Withdraw")
    await mei.clicks("Yes, take it back")
    await become(stage, "worldview-withdrawn", "done")
    assert threads(stage) == []
    (view,) = await rows(stage)
    assert (view.state, view.explanation, view.seat) == (State.WITHDRAWN, Explanation(), None)


async def test_what_is_at_rest_can_be_changed_and_taken_back_too(stage, server, mei, posted):
    await server.nora.archives(BELIEF)
    await edits(mei)
    await mei.clicks("Save the change")
    await comes_to_rest(stage)
    assert LATER in first_message(mei, posted)
    await mei.clicks("More")
    await mei.clicks("Withdraw")
    await mei.clicks("Yes, take it back")
    await become(stage, "worldview-withdrawn", "done")
    assert threads(stage) == []


async def test_what_rests_when_its_first_hours_end_goes_on_resting(stage, server, posted):
    await server.nora.archives(BELIEF)
    passes(stage, 24 * 3600)
    await become(stage, "worldview-open", "done")
    assert posted["thread_metadata"]["archived"]
    assert posted["rate_limit_per_user"] == 0
    assert "questions only" not in first_message(server.nora, posted)


async def test_it_is_taken_back_while_it_is_still_on_its_way(stage, mei):
    """The answer to the thread is lost, and she has taken it back when one looks again."""
    await writes(mei)
    stage.world.faults.next("POST", "/threads$", "drop after")
    stage.world.faults.next("GET", "/threads/active$", "503 before")
    await mei.clicks("Post it")
    await becomes(stage.world, lambda: len(threads(stage)) == 1)
    mei.goes_to(BELIEF)
    await mei.clicks("More")
    await mei.clicks("Withdraw")
    await mei.clicks("Yes, take it back")
    await becomes(stage.world, lambda: threads(stage) == [])
    await comes_to_rest(stage)
    assert [view.state for view in await rows(stage)] == [State.WITHDRAWN]


async def test_row_37_a_thread_deleted_by_hand_is_noted_and_nobody_is_told(stage, server, mei, posted):
    await server.nora.deletes_thread(BELIEF)
    passes(stage, 24 * 3600)
    await become(stage, "worldview-open", "done")
    assert [view.state for view in await rows(stage)] == [State.GONE]
    await comes_to_rest(stage)
    desk = server.nora.messages(server.nora.channel("steward-desk"))
    assert not [m for m in desk if "Something needs a hand" in server.nora.reads(m)]


async def test_a_listener_is_offered_neither_and_is_refused_when_they_try(stage, mei, ruth, posted):
    ruth.goes_to(BELIEF)
    await ruth.clicks("More")
    await ruth.sees("What else you can do")
    labels = [button["label"] for _, button in ruth.controls()]
    assert "Edit" not in labels
    assert "Withdraw" not in labels
    await forged(stage, (await rows(stage))[0].worldview_id)
    await ruth.clicks("Yes, take it back")
    await ruth.sees("Only the person who wrote this worldview can do that")
    await ruth.clicks("Edit")
    await ruth.sees("Only the person who wrote this worldview can do that")
    assert len(threads(stage)) == 1


async def test_two_presses_take_it_back_once(stage, mei, posted):
    await mei.clicks("More")
    await mei.clicks("Withdraw")
    presses = (mei.clicks("Yes, take it back"), mei.clicks("Yes, take it back"))
    answers = await asyncio.gather(*presses, return_exceptions=True)
    assert [type(each) for each in answers if isinstance(each, Exception)] in ([], [Unanswered])
    await comes_to_rest(stage)
    assert threads(stage) == []


async def test_whoever_has_left_may_still_take_it_back(stage, mei, posted):
    await mei.clicks("My place")
    await mei.clicks("Leave the circles")
    await mei.clicks("Yes, leave")
    mei.goes_to(BELIEF)
    await mei.clicks("More")
    await mei.clicks("Withdraw")
    await mei.clicks("Yes, take it back")
    await become(stage, "worldview-withdrawn", "done")
