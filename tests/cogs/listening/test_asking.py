"""Questions and answers under a worldview."""

import asyncio
from contextlib import suppress

import pytest

from data.tables import exchange, remarks
from sandbox import CannotDo
from tests.cogs.listening.thread import DAY, asks, goes
from tests.cogs.ticking import passes


async def answers(mei, text="My father said it every evening."):
    goes(mei)
    await mei.clicks("Answer")
    await mei.fills({"What you want to say": text})


async def test_ruth_asks_and_mei_answers_after_she_has_seen_what_will_stand_there(thread, mei, ruth):
    await asks(ruth, **{"How do you want to begin?": "What happened that…"})
    await ruth.sees("When the author answers")
    question = await thread.holds("@Ruth asks @Mei")
    assert "What happened that…\n> Who told you that?" in mei.reads(question).replace("**", "")
    assert [user["id"] for user in question["mentions"]] == [mei.id]
    await answers(mei)
    await mei.sees("Nothing has been posted yet")
    assert len(thread.messages) == 1
    await mei.clicks("Post it as it is")
    await mei.sees("Your answer stands in the thread")
    answer = await thread.holds("@Mei answers @Ruth")
    assert [user["id"] for user in answer["mentions"]] == [ruth.id]
    assert f"/{question['id']})" in str(answer["components"])
    await thread.holds("Answered")
    assert "Answer]" not in ruth.reads(question)
    await thread.rests("remark")
    assert [(row.seat, row.kind) for row in await thread.keeps(exchange)] == [
        ("mentee", "asked"),
        ("mentor", "answered"),
    ]


async def test_mei_would_rather_not_answer_and_nobody_asks_why_and_later_she_may(thread, mei, ruth):
    await asks(ruth)
    await thread.holds("@Ruth asks @Mei")
    goes(mei)
    await mei.clicks("Pass")
    await mei.sees("Nobody asks you why")
    question = await thread.holds("@Mei would rather not answer this one")
    assert "Pass]" not in mei.reads(question)
    await answers(mei)
    await mei.clicks("Post it as it is")
    await thread.holds("@Mei answers @Ruth")
    await thread.holds_no("would rather not")


@pytest.mark.parametrize("button", ["Answer", "Pass"])
async def test_row_39_only_the_author_answers_and_passes(thread, ruth, tomas, button):
    await asks(ruth)
    question = await thread.holds("@Ruth asks @Mei")
    for person in (ruth, tomas):
        goes(person)
        await person.clicks(button)
        await person.sees("Only the person who wrote this worldview can do that")
    assert thread.messages == [question]


async def test_nobody_asks_themselves_and_whoever_is_not_in_is_shown_the_way_in(thread, server, mei):
    goes(mei)
    await mei.clicks("Ask to understand")
    await mei.sees("This worldview is your own")
    ines = await server.join("Ines")
    goes(ines)
    await ines.clicks("Ask to understand")
    await ines.sees("You are not in the circles at the moment")
    await ines.clicks("Join the circles")


async def test_row_01_a_form_sent_twice_at_the_same_moment_is_one_question(thread, ruth):
    goes(ruth)
    await ruth.clicks("Ask to understand")
    form = ruth.form
    first = asyncio.create_task(ruth.fills({"Your question": "Who told you that?"}))
    ruth.form = form
    await asyncio.gather(first, ruth.fills({"Your question": "Who told you that?"}))
    await thread.rests("remark")
    assert len(await thread.keeps(remarks)) == len(thread.messages) == 1


async def test_two_listeners_ask_in_the_same_moment_and_both_are_heard(thread, ruth, tomas):
    goes(ruth, tomas)
    await asyncio.gather(ruth.clicks("Ask to understand"), tomas.clicks("Ask to understand"))
    await asyncio.gather(
        ruth.fills({"Your question": "Who told you that?"}),
        tomas.fills({"Your question": "And since when?"}),
    )
    await thread.holds("@Ruth asks")
    await thread.holds("@Tomas asks")
    await thread.rests("remark")


async def test_a_fourth_open_question_waits_and_its_words_are_not_lost(thread, ruth, mei):
    for number in range(3):
        await asks(ruth, f"Question {number}?")
    goes(ruth)
    await ruth.clicks("Ask to understand")
    await ruth.fills({"Your question": "And *this*?\nOr not?"})
    await ruth.sees("3 of your questions wait for an answer here")
    await ruth.sees("And \\*this\\*?")
    await thread.holds("@Ruth asks", 3)
    goes(mei)
    await mei.clicks("Pass")
    await thread.holds("would rather not")
    await ruth.clicks("Ask to understand", on="Nothing of them is lost")
    await ruth.fills({})
    await thread.holds("Or not?")


@pytest.mark.parametrize(
    "trouble", ["502 before", "502 after", "drop after", "429 1"], ids=lambda each: each.replace(" ", "-")
)
async def test_row_21_whatever_discord_answers_the_question_stands_there_once(thread, stage, ruth, trouble):
    goes(ruth)
    await ruth.clicks("Ask to understand")
    stage.world.faults.next("POST", r"/channels/\d+/messages$", trouble)
    await ruth.fills({"Your question": "Who told you that?"})
    passes(stage, 60)
    await thread.holds("@Ruth asks @Mei")
    await thread.rests("remark")
    assert len(thread.messages) == 1


async def test_row_05_a_button_pressed_a_year_later_still_works(thread, stage, mei, ruth):
    await asks(ruth)
    await thread.holds("@Ruth asks @Mei")
    passes(stage, 366 * DAY)
    await stage.restart()
    await answers(mei)
    await stage.restart()
    await mei.clicks("Post it as it is")
    await thread.holds("@Mei answers @Ruth")
    await asks(ruth, "And now?")
    await thread.holds("And now?")


async def test_row_37_in_a_thread_that_somebody_archived_and_locked_one_asks_all_the_same(
    thread, server, stage, ruth
):
    place = thread.place
    goes(ruth, server.nora)
    await ruth.clicks("Ask to understand")
    await server.nora.edits_thread(place["name"], archived=True, locked=True)
    await ruth.fills({"Your question": "Who told you that?"})
    await thread.holds("@Ruth asks @Mei")
    await thread.rests("remark")


async def test_row_37_in_a_thread_that_somebody_deleted_the_words_are_kept_and_stewards_are_left_in_peace(
    thread, server, stage, ruth
):
    goes(ruth)
    await ruth.clicks("Ask to understand")
    stage.world.faults.next("POST", r"/channels/\d+/messages$", "delay 0.2")
    asking = asyncio.create_task(ruth.fills({"Your question": "Who told you that?"}))
    while stage.world.faults.open:  # noqa: ASYNC110 - a request on its way wakes nobody
        await asyncio.sleep(0.01)
    await server.nora.deletes_thread(thread.place["name"])
    with suppress(CannotDo):  # where nobody is any more, nothing can be shown
        await asking
    await thread.rests("remark")
    assert (await thread.view()).state == "gone"
    assert len(await thread.keeps(remarks)) == 1
    desk = server.nora.messages(server.nora.channel("steward-desk"))
    assert "needs a hand" not in "".join(map(server.nora.reads, desk))


async def test_a_worldview_taken_back_while_somebody_types_says_so_and_gives_the_words_back(
    thread, mei, ruth
):
    goes(ruth)
    await ruth.clicks("Ask to understand")
    async with thread.stage.database.begin() as store:
        view = await thread.view()
        await store.threads.mark(view.community_id, view.worldview_id, state="withdrawn")
    await ruth.fills({"Your question": "Who told you that?"})
    await ruth.sees("This worldview is not there any more")
    await ruth.sees("Who told you that?")
    assert await thread.keeps(remarks) == []


async def test_when_whoever_asked_is_erased_the_question_goes_and_the_answer_names_nobody(thread, mei, ruth):
    await asks(ruth)
    await thread.holds("@Ruth asks @Mei")
    await answers(mei)
    await mei.clicks("Post it as it is")
    await thread.holds("@Mei answers @Ruth")
    await ruth.clicks("My place")
    await ruth.clicks("My data")
    await ruth.clicks("Erase everything")
    await ruth.clicks("Yes, erase everything")
    await ruth.sees("Nothing is kept about you here any more")
    await thread.holds_no("Ruth")
    (answer,) = thread.texts
    assert "@Mei answers" in answer
