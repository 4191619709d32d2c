"""Saying back, and the author's word on it."""

import asyncio

import pytest

from data.tables import exchange, loops, verdicts
from tests.cogs.listening.thread import DAY, HEARD, asks, goes, says_back
from tests.cogs.ticking import passes

MISSED = "That it is not about money, but about being seen."


async def misses(mei, button="Partly", text=MISSED):
    goes(mei)
    await mei.clicks(button)
    await mei.fills({"What was missed, in one sentence?": text})


async def test_a_loop_fails_once_is_said_again_and_is_then_confirmed_for_all_to_see(thread, mei, ruth):
    await says_back(ruth)
    await ruth.sees("The author says whether that is it")
    loop = await thread.holds("@Mei, is that it?")
    assert [user["id"] for user in loop["mentions"]] == [mei.id]
    await misses(mei)
    await mei.sees("the listener is told")
    told = await thread.holds("@Ruth, you got part of it")
    assert [user["id"] for user in told["mentions"]] == [ruth.id]
    await thread.holds(MISSED, 2)
    goes(ruth)
    await ruth.clicks("Say it again")
    await ruth.fills({"What I heard you say": HEARD + " And you want to be seen."})
    await thread.holds("@Mei, is that it?")
    goes(mei)
    await mei.clicks("Yes, that's it")
    await mei.sees("They have understood you")
    await thread.holds("@Ruth, you got it")
    await thread.holds("@Mei says: Yes, that's it")
    goes(ruth)
    await ruth.sees("Understood by @Ruth")
    await thread.rests("loop", "loop-card", "worldview-card")
    assert {(row.kind, row.count) for row in (await thread.keeps(exchange))} == {
        ("said-back", 2),
        ("looped", 1),
    }


async def test_whoever_was_confirmed_replies_at_once_and_says_nothing_back_any_more(thread, mei, ruth, tomas):
    await says_back(ruth)
    await thread.holds("is that it?")
    goes(mei)
    await mei.clicks("Yes, that's it")
    await thread.holds("@Ruth, you got it")
    goes(ruth, tomas)
    await ruth.clicks("Say back what I heard")
    await ruth.sees("You have understood this one already")
    await ruth.clicks("More")
    await ruth.clicks("Reply")
    await ruth.fills({"What you want to say": "I hear you."})
    await ruth.clicks("Post it as it is")
    await thread.holds("@Ruth replies")
    await tomas.clicks("More")
    await tomas.clicks("Reply")
    await tomas.sees("It is too early to reply")
    await thread.rests("remark")


async def test_one_attempt_waits_at_a_time(thread, ruth):
    await says_back(ruth)
    await thread.holds("is that it?")
    await ruth.clicks("Say back what I heard")
    await ruth.sees("What you said back waits for the author")
    assert len(await thread.keeps(loops)) == 1


@pytest.mark.parametrize("button", ["Yes, that's it", "Partly", "Not quite"])
async def test_row_39_nobody_but_the_author_judges(thread, ruth, tomas, button):
    await says_back(ruth)
    await thread.holds("is that it?")
    for person in (ruth, tomas):
        goes(person)
        await person.clicks(button)
        await person.sees("Only the person who wrote this worldview can do that")
    assert await thread.keeps(verdicts) == []


async def test_row_01_yes_pressed_twice_is_one_yes(thread, mei, ruth):
    await says_back(ruth)
    await thread.holds("is that it?")
    goes(mei)
    await asyncio.gather(mei.clicks("Yes, that's it"), mei.clicks("Yes, that's it"))
    await thread.holds("@Ruth, you got it")
    await thread.rests("loop", "loop-card")
    assert len(await thread.keeps(verdicts)) == 1
    await mei.sees("You have said already what you think of this")


async def test_yes_while_the_form_for_no_is_open_leaves_one_verdict_and_the_words_before_her_eyes(
    thread, mei, ruth
):
    await says_back(ruth)
    await thread.holds("is that it?")
    goes(mei)
    await mei.clicks("Not quite")
    form = mei.form
    await mei.clicks("Yes, that's it")
    mei.form = form
    await mei.fills({"What was missed, in one sentence?": MISSED})
    await mei.sees("You have said already what you think of this")
    await mei.sees(MISSED)
    assert [row.verdict for row in await thread.keeps(verdicts)] == ["yes"]


async def test_a_line_goes_into_the_digest_only_with_a_yes_from_both(thread, mei, ruth, tomas):
    await says_back(ruth)
    await thread.holds("is that it?")
    goes(mei)
    await mei.clicks("Yes, that's it")
    await thread.holds("Yes, that's it.", 2)
    goes(ruth, tomas)
    await ruth.clicks("Share this line")
    await ruth.sees("when the other one shares it too")
    await mei.clicks("Share this line")
    await mei.sees("Both of you share it")
    await tomas.clicks("Share this line")
    await tomas.sees("Only the two who made this line can share it")
    await ruth.clicks("Share this line")
    await ruth.sees("You do not share it")


async def test_a_loop_waits_over_restarts_and_a_year(thread, stage, mei, ruth):
    await says_back(ruth)
    await thread.holds("is that it?")
    passes(stage, 366 * DAY)
    await stage.restart()
    goes(mei)
    await mei.clicks("Yes, that's it")
    await thread.holds("@Ruth, you got it")


async def test_row_37_a_loops_message_that_somebody_deleted_takes_nothing_with_it(thread, server, mei, ruth):
    await says_back(ruth)
    loop = await thread.holds("is that it?")
    goes(mei)
    await mei.clicks("Partly")
    await server.nora.deletes_message(loop)
    await mei.fills({"What was missed, in one sentence?": MISSED})
    await thread.holds("@Ruth, you got part of it")
    await thread.rests("loop", "loop-card")


async def test_what_an_author_who_erased_themselves_leaves_behind_harms_nothing(thread, mei, ruth):
    await asks(ruth)
    await says_back(ruth)
    await thread.holds("is that it?")
    await mei.clicks("My place")
    await mei.clicks("My data")
    await mei.clicks("Erase everything")
    await mei.clicks("Yes, erase everything")
    await mei.sees("Nothing is kept about you here any more")
    await thread.stage.restart()
    assert len(await thread.keeps(loops)) == 1
