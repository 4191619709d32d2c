"""My worldviews: what I explained, what I heard, and what came of it."""

from datetime import timedelta

import pytest

from domain.worldviews import Explanation, Made, State

WORK = "Work is not who I am."


async def opens(person, section=None):
    await person.clicks("My place")
    await person.clicks("My worldviews")
    page = await person.sees("Only you can see this page")
    if section:
        await person.clicks(section)
    return page


async def test_whoever_is_new_finds_every_section_empty_and_is_told_what_fills_it(mei):
    await opens(mei)
    for section, words in {
        "Mine": "You have not explained anything yet",
        "Those I listened to": "You have not listened to anybody yet",
        "What I said back": "You have not said anything back yet",
        "Shifts": "There is none yet",
        "My journal": "It is empty",
    }.items():
        await mei.clicks(section)
        await mei.sees(words)
        await mei.clicks("Back")
        await mei.sees("Only you can see this page")
    await mei.clicks("Back")
    await mei.sees("taking part since")


async def test_a_draft_that_waits_is_named_first(rows, mei):
    await rows.draft(mei, WORK)
    page = mei.reads(await opens(mei))
    assert "A draft of yours waits" in page
    assert "nothing has been posted yet" in page
    assert page.index("A draft of yours waits") < page.index("Mine:")
    await mei.clicks("Go on")
    assert WORK in str(mei.form.fields)


async def test_changes_that_were_not_posted_are_named_with_the_worldview_they_are_for(rows, mei):
    number = await rows.worldview(mei, WORK, thread_id=await rows.thread())
    await rows.draft(mei, "Work is a part of me.", number)
    page = mei.reads(await opens(mei))
    assert "Changes of yours wait" in page
    assert WORK in page
    await mei.clicks("Change it")
    assert "Work is a part of me." in str(mei.form.fields)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State.POSTING, "on its way to the forum"),
        (State.OPEN, "open for everybody's words"),
        (State.ARCHIVED, "resting"),
        (State.WITHDRAWN, "taken back by you"),
        (State.GONE, "deleted by hand"),
    ],
)
async def test_each_of_mine_says_in_words_how_it_stands(rows, mei, state, words):
    await rows.worldview(mei, WORK, state=state)
    await opens(mei, "Mine")
    page = mei.reads(await mei.sees(words))
    assert WORK in page


async def test_while_only_questions_are_taken_one_is_told_until_when(rows, mei):
    await rows.worldview(mei, WORK, opens_at=rows.now + timedelta(hours=20))
    await opens(mei, "Mine")
    await mei.sees("only questions until")


async def test_questions_that_wait_stand_there_with_the_way_to_them_until_they_are_answered(rows, mei, ruth):
    thread_id = await rows.thread()
    number = await rows.worldview(mei, WORK, thread_id=thread_id)
    asked = await rows.remark(ruth, number, "question", "What is it then?", message_id=101)
    await rows.remark(ruth, number, "question", "you say so?", stem="happened")
    await rows.remark(ruth, number, "question", "Who told you otherwise?", passed_at=rows.now)
    assert "2 questions wait" in mei.reads(await opens(mei))
    await mei.clicks("Mine")
    page = mei.reads(await mei.sees("What is it then?"))
    assert f"/{rows.community_id}/{thread_id}/101" in page
    assert "What happened that… you say so?" in page
    assert "Who told you otherwise?" not in page
    await rows.remark(mei, number, "answer", "What I pay the rent with.", answers=asked)
    await mei.clicks("Back")
    await mei.clicks("Mine")
    await mei.sees(WORK)
    await mei.sees_not("What is it then?")


async def test_whoever_asked_for_the_name_behind_a_pseudonym_is_named_to_its_author(
    rows, open_bridge, mei, ruth
):
    number = await rows.worldview(mei, WORK, pseudonym="Quiet Heron")
    await rows.reveal(open_bridge.nora, number)
    await opens(mei, "Mine")
    page = mei.reads(await mei.sees("Quiet Heron"))
    assert "@Nora asked on" in page
    assert "No second steward has agreed" in page
    await rows.says_no(number)
    await mei.clicks("Back")
    await mei.clicks("Mine")
    await mei.sees("Another steward said no, and nobody was told")


async def test_what_i_asked_and_what_was_answered_stand_together(rows, mei, ruth):
    number = await rows.worldview(mei, WORK, thread_id=await rows.thread())
    asked = await rows.remark(ruth, number, "question", "What is it then?")
    await rows.remark(mei, number, "answer", "What I pay the rent with.", answers=asked)
    await rows.remark(ruth, number, "question", "at work?", stem="wish")
    await rows.remark(ruth, number, "reply", "I was my work for 40 years.")
    await opens(ruth, "Those I listened to")
    page = ruth.reads(await ruth.sees("You asked"))
    for words in (WORK, "What is it then?", "What I pay the rent with.", "I was my work for 40 years."):
        assert words in page
    assert "What do you wish people asked you about… at work?" in page
    assert "@Mei" not in page, "nobody is named: it may have been posted under a pseudonym"


@pytest.mark.parametrize("gone", ["taken back", "deleted", "erased"])
async def test_my_own_words_can_be_read_when_the_worldview_is_gone(stage, rows, mei, ruth, gone):
    from actions import privacy

    number = await rows.worldview(mei, WORK, thread_id=await rows.thread())
    asked = await rows.remark(ruth, number, "question", "What is it then?")
    await rows.remark(mei, number, "answer", "What I pay the rent with.", answers=asked)
    if gone == "erased":
        await privacy.erase(stage.bot.deps, rows.community_id, int(mei.id))
    else:
        await rows.becomes(number, state={"taken back": State.WITHDRAWN, "deleted": State.GONE}[gone])
    await opens(ruth, "Those I listened to")
    page = ruth.reads(await ruth.sees("What is it then?"))
    assert f"a worldview that was {'deleted' if gone == 'deleted' else 'taken back'}" in page
    assert WORK not in page
    assert "rent" not in page, "whoever takes it back takes their answers with it"


async def test_a_loop_shows_what_the_author_said_and_what_was_missed(rows, mei, ruth):
    number = await rows.worldview(mei, WORK)
    first = await rows.loop(ruth, number, "You do not like to work.")
    await rows.verdict(mei, first, "partly", "I like it. I am more than it.")
    second = await rows.loop(ruth, number, "You are more than your work.", attempt=2)
    await opens(ruth, "What I said back")
    page = ruth.reads(await ruth.sees("You are more than your work."))
    assert "The author has not said yet" in page
    assert "I like it. I am more than it." in page
    await rows.verdict(mei, second, "yes")
    await ruth.clicks("Back")
    await ruth.clicks("What I said back")
    page = ruth.reads(await ruth.sees("One author has said"))
    assert "first try" not in page, "it took two"


async def test_the_tally_counts_for_both_and_is_told_in_words(rows, mei, ruth):
    number = await rows.worldview(mei, WORK)
    await rows.verdict(mei, await rows.loop(ruth, number, "You are more than your work."), "yes")
    await opens(ruth, "What I said back")
    await ruth.sees(", once at the first try.")
    await rows.loop(mei, await rows.worldview(ruth, "Work was who I was."), "It carried you.")
    await opens(mei, "What I said back")
    await mei.sees("You have said it to one listener")


async def test_shifts_are_shown_to_both_and_name_nobody(rows, mei, ruth):
    number = await rows.worldview(mei, WORK, pseudonym="Quiet Heron")
    await rows.shift(ruth, number, "understood", "Because you told me of the rent, and of your mother.")
    await rows.shift(mei, number, "common-ground", "Because you asked as if it mattered.", int(ruth.id))
    await opens(ruth, "Shifts")
    page = ruth.reads(await ruth.sees("You gave on"))
    assert "I understand it now" in page
    assert "Because you asked as if it mattered." in page
    assert "Mei" not in page
    await opens(mei, "Shifts")
    page = mei.reads(await mei.sees("You were given on"))
    assert "Because you told me of the rent" in page
    assert "Ruth" not in page


async def test_pages_are_turned_and_each_row_stands_on_one(rows, mei):
    for number in range(12):
        await rows.worldview(mei, f"Belief {number}.")
    await opens(mei, "Mine")
    seen = []
    for turn in ("Earlier", "Earlier", "Later", "Later"):
        page = mei.reads(await mei.sees("Belief"))
        seen.append([number for number in range(12) if f"Belief {number}." in page])
        await mei.clicks(turn)
    await mei.sees("Belief 11.")
    newest, middle, oldest, middle_again = seen
    assert newest + middle + oldest == [*range(7, 12), *range(2, 7), 0, 1]
    assert middle_again == middle


async def test_the_longest_words_there_can_be_fit_into_discords_message(rows, mei, ruth):
    """Markup doubles when it is taken away, and a page holds as many rows as it has room for."""
    worst = "*_~`|>#" * 140
    for _ in range(6):
        number = await rows.worldview(mei, worst, thread_id=None, explanation=Explanation(*[worst] * 4))
        for _ in range(5):
            await rows.remark(mei, number, "answer", worst)
            asked = await rows.remark(ruth, number, "question", worst, message_id=2**62)
            await rows.remark(mei, number, "answer", worst, answers=asked)
            await rows.remark(ruth, number, "question", worst, message_id=2**62)
        await rows.verdict(mei, await rows.loop(ruth, number, worst), "partly", worst)
        await rows.shift(ruth, number, "understood", worst)
    await opens(mei, "Mine")
    await mei.sees("questions wait")
    await opens(ruth)
    for section in ("Those I listened to", "What I said back", "Shifts"):
        await ruth.clicks(section)
        await ruth.sees("…")
        await ruth.clicks("Earlier")
        await ruth.clicks("Later")
        await ruth.clicks("Back")


async def test_a_post_made_by_hand_has_no_title_of_ours(rows, mei):
    await rows.worldview(mei, "", made=Made.HAND, thread_id=await rows.thread(), explanation=Explanation())
    await opens(mei, "Mine")
    await mei.sees("written by hand in the forum")


async def test_nobody_sees_anybody_elses(rows, mei, ruth):
    number = await rows.worldview(mei, WORK)
    await rows.remark(ruth, number, "question", "What is it then?")
    await opens(ruth, "Mine")
    await ruth.sees("You have not explained anything yet")
    await opens(mei, "Those I listened to")
    await mei.sees("You have not listened to anybody yet")


async def test_whoever_left_still_finds_what_they_wrote(rows, mei):
    await rows.worldview(mei, WORK)
    await mei.clicks("My place")
    await mei.clicks("Leave the circles")
    await mei.clicks("Yes, leave")
    await mei.clicks("My place", on="You have left the circles")
    await mei.clicks("My worldviews")
    await mei.clicks("Mine")
    await mei.sees(WORK)
