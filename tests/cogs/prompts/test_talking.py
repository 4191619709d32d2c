"""A prompt in the forum: answered or passed by whoever likes, and then the next."""

import asyncio
from dataclasses import replace

import pytest
import sqlalchemy as sa

from cogs.kit.cards import Card
from cogs.prompts.talking import AnswerButton, PassButton
from data.conversations import Kind
from data.tables import conversations, worldviews
from domain.people import Standing
from tests.actions.dealing import deals_only_small
from tests.cogs.prompts.forum import answers, begins, stands, threads
from tests.cogs.prompts.forum import prompts as asked
from tests.cogs.ticking import become
from tests.cogs.upkeep.watching import comes_to_rest, notices
from text import shipped


@pytest.fixture
def small_deck(monkeypatch):
    deals_only_small(monkeypatch)


def home(stage):
    """Where a button may stand that belongs elsewhere."""
    return next(each for each in stage.bot.guilds[0].text_channels if each.name == "home")


async def kept(stage, person):
    """The conversation in the forum."""
    async with stage.database.read() as store:
        query = sa.select(conversations.c.conversation_id).where(conversations.c.kind == Kind.THREAD)
        number = (await store.link.execute(query)).scalar_one()
        return await store.conversations.find(int(person.guild.id), number)


async def test_ruth_answers_below_and_is_in(stage, mei, ruth):
    await begins(mei)
    await answers(ruth, "I sold mine.")
    await ruth.sees("Your answer stands in the forum")
    (thread,) = threads(stage)
    *_, newest = stands(mei, thread)
    assert "@Ruth answers:" in newest
    assert "I sold mine." in newest
    assert set((await kept(stage, mei)).standing.people) == {int(mei.id), int(ruth.id)}


async def test_passing_is_seen_by_nobody_and_lets_one_in(stage, mei, ruth):
    await begins(mei)
    await ruth.clicks("Pass")
    await ruth.sees("Nobody sees that, and nobody asks why")
    (thread,) = threads(stage)
    assert len(stands(mei, thread)) == 2
    assert "Ruth" not in "".join(stands(mei, thread))
    await ruth.clicks("Next prompt")
    await ruth.sees("The next prompt is there")


async def test_the_next_prompt_stands_in_the_same_thread_with_the_same_buttons(stage, mei, ruth):
    await begins(mei)
    await mei.clicks("Next prompt")
    await mei.sees("The next prompt is there")
    (thread,) = threads(stage)
    first, second = asked(mei, thread)
    assert first != second
    await answers(ruth, "Twice a year.")
    await ruth.sees("Your answer stands in the forum")
    assert "@Ruth answers:" in stands(mei, thread)[-1]


async def test_row_01_next_prompt_pressed_twice_at_once_deals_once(stage, mei):
    await begins(mei)
    await asyncio.gather(mei.clicks("Next prompt"), mei.clicks("Next prompt"))
    await comes_to_rest(stage)
    (thread,) = threads(stage)
    assert len(asked(mei, thread)) == 2
    await mei.sees("The next prompt is there")


async def test_two_people_press_next_prompt_at_once_and_one_is_dealt(stage, mei, ruth):
    await begins(mei)
    await ruth.clicks("Pass")
    await asyncio.gather(mei.clicks("Next prompt"), ruth.clicks("Next prompt"))
    await comes_to_rest(stage)
    (thread,) = threads(stage)
    assert len(asked(mei, thread)) == 2


async def test_whoever_is_not_in_it_is_told_how_to_be(mei, ruth):
    await begins(mei)
    await ruth.clicks("Next prompt")
    await ruth.sees("First answer this prompt, or pass")


async def test_it_says_how_many_are_still_thinking_and_not_who(stage, mei, ruth, small_deck):
    """Of the four warm ones none is left, and Ruth has not said anything to the last."""
    await begins(mei)
    await ruth.clicks("Pass")
    for turn in range(2, 5):
        await mei.clicks("Next prompt")
        await become(stage, "prompt", *["done"] * turn)
    await mei.clicks("Pass")
    await mei.clicks("Next prompt")
    card = await mei.sees("One person is still thinking about this one")
    assert "Ruth" not in mei.reads(card)
    await ruth.clicks("Pass")
    await mei.clicks("Next prompt")
    await become(stage, "prompt", *["done"] * 5)
    (thread,) = threads(stage)
    assert "Personal:" in stands(mei, thread)[-1]


async def test_an_answer_to_an_earlier_prompt_is_posted_and_says_so(stage, mei, ruth):
    await begins(mei)
    await ruth.clicks("Answer")
    await mei.clicks("Next prompt")
    await become(stage, "prompt", "done", "done")
    await ruth.fills({"Your answer": "I sold mine."})
    await ruth.clicks("Post it")
    await ruth.sees("Your answer stands in the forum")
    (thread,) = threads(stage)
    assert "@Ruth answers an earlier prompt" in stands(mei, thread)[-1]


async def test_an_old_turns_buttons_deal_nothing(stage, mei):
    await begins(mei)
    (thread,) = threads(stage)
    await mei.clicks("Next prompt")
    await become(stage, "prompt", "done", "done")
    old = next(button for message, button in mei.controls() if is_first(message, thread, button))
    message = next(m for m in mei.messages(thread) if m["id"] == thread["id"])
    await mei.presses(message, old)
    await mei.sees("The next prompt was there already")
    assert len(asked(mei, thread)) == 2


def is_first(message, thread, button):
    return message["id"] == thread["id"] and button["label"] == "Next prompt"


async def test_answering_twice_is_refused_and_loses_nothing(stage, mei):
    await begins(mei)
    await mei.clicks("Answer")
    await mei.sees("You have answered this one already")


async def test_an_answer_of_spaces_is_none(mei, ruth):
    await begins(mei)
    await ruth.clicks("Answer")
    await ruth.fills({"Your answer": "   "})
    await ruth.sees("There are no words in your answer")


async def test_the_longest_answer_to_the_longest_prompt_is_taken(stage, mei, ruth):
    await begins(mei, "x" * 1000)
    await answers(ruth, "*\n" * 499 + "x")
    await ruth.sees("Your answer stands in the forum")


async def test_a_thread_deleted_by_hand_meanwhile_keeps_the_answer_and_says_so(stage, server, mei, ruth):
    """The stewards get no notice: nothing is wrong, and there is nothing to mend."""
    await begins(mei)
    (thread,), conversation = threads(stage), await kept(stage, mei)
    await server.nora.deletes_thread(thread["name"])
    say, number = shipped().for_reader("en"), str(conversation.conversation_id)
    await home(stage).send(view=Card([AnswerButton(say, conversation=number, turn="1")]))
    await answers(ruth, "I sold mine.")
    await ruth.sees("Your answer is kept, but it was not posted")
    async with stage.database.read() as store:
        who = int(mei.guild.id), conversation.conversation_id, 1, int(ruth.id)
        assert (await store.conversations.response(*who)).text == "I sold mine."
    await mei.clicks("Give me a prompt")
    await comes_to_rest(stage)
    assert [each for each in notices(stage.world, server.guild) if "could not" in each] == []


async def test_a_thread_that_went_to_rest_wakes_for_an_answer(stage, server, mei, ruth):
    await begins(mei)
    (thread,) = threads(stage)
    await ruth.clicks("Answer")
    await ruth.fills({"Your answer": "I sold mine."})
    await server.nora.archives(thread["name"])
    await ruth.clicks("Post it")
    await ruth.sees("Your answer stands in the forum")
    assert not thread["thread_metadata"]["archived"]


async def test_a_thread_locked_at_rest_keeps_what_comes_too_late_and_says_so(stage, server, mei, ruth):
    await begins(mei)
    (thread,), conversation = threads(stage), await kept(stage, mei)
    await server.nora.edits_thread(thread["name"], locked=True, archived=True)
    say, number = shipped().for_reader("en"), str(conversation.conversation_id)
    await home(stage).send(view=Card([AnswerButton(say, conversation=number, turn="1")]))
    await answers(ruth, "I sold mine.")
    await ruth.sees("Your answer is kept, but it was not posted")
    assert thread["thread_metadata"]["archived"]


async def test_a_form_that_comes_after_stewards_locked_the_thread_changes_nothing(stage, server, mei, ruth):
    """In a locked thread Discord lets nobody press; a form may have been open."""
    await begins(mei)
    (thread,) = threads(stage)
    await ruth.clicks("Answer")
    await server.nora.edits_thread(thread["name"], locked=True)
    await comes_to_rest(stage)
    await ruth.fills({"Your answer": "I sold mine."})
    await ruth.sees("The stewards have closed this conversation")
    assert len(stands(mei, thread)) == 2


async def test_row_38_a_forged_number_leads_nowhere(stage, mei):
    await begins(mei)
    say = shipped().for_reader("en")
    for number in ("1", "99999", "x", "9" * 30, "-1"):
        await home(stage).send(view=Card([PassButton(say, conversation=number, turn="1")]))
        await mei.clicks("Pass")
        await mei.sees("This prompt is not there any more")
        await mei.dismisses("This prompt is not there any more")


async def test_a_conversation_is_not_taken_for_a_worldview_that_somebody_posted_by_hand(stage, mei):
    await begins(mei)
    await stage.restart()
    await comes_to_rest(stage)
    async with stage.database.read() as store:
        assert (await store.link.execute(worldviews.select())).all() == []
    (thread,) = threads(stage)
    assert len(stands(mei, thread)) == 2


async def test_whoever_left_the_circles_cannot_answer(stage, mei, ruth):
    await begins(mei)
    async with stage.database.begin() as store:
        person = await store.people.find(int(ruth.guild.id), int(ruth.id))
        await store.people.save(replace(person, standing=Standing.LEFT))
    await ruth.clicks("Answer")
    await ruth.sees("not in the circles")
