"""Prompts for one person and in the forum, on either kind of database."""

from dataclasses import replace

import pytest

from actions import conversations, prompts, turns
from data.conversations import Kind
from data.tables import conversations as conversations_table
from domain.errors import (
    AnsweredAlready,
    AnswerNeeded,
    ConversationGone,
    NoPrompts,
    NoPromptsHere,
    NotInConversation,
    NotTakingPart,
    StillThinking,
    TooLong,
)
from domain.people import Standing
from tests.actions.dealing import (
    AMIR,
    ELSEWHERE,
    HERE,
    MEI,
    RUTH,
    SMALL,
    founded,
    keeps_out,
)

EVERY = len(SMALL["small", "en"].prompts)


@pytest.fixture
async def deps(database, small_deck):
    return await founded(database, MEI, RUTH, AMIR)


async def began(deps, user_id=MEI):
    """Somebody answers their prompt in the forum; the conversation's number."""
    given = await prompts.give(deps, HERE, user_id, "en-US")
    return (await conversations.begin(deps, HERE, user_id, given.turn, "My aunt.", "en-US")).conversation_id


async def goes_on(deps, number, turn, *everybody):
    """Everybody passes, and the first has the next one dealt."""
    for user_id in everybody:
        await conversations.pass_on(deps, HERE, user_id, number, turn, "en-US")
    return await conversations.move_on(deps, HERE, everybody[0], number, turn, "en-US")


async def test_the_prompt_that_waits_is_shown_again_until_it_is_passed(deps):
    first = await prompts.give(deps, HERE, MEI, "en-US")
    assert await prompts.give(deps, HERE, MEI, "en-US") == first
    second = await prompts.pass_on(deps, HERE, MEI, 1, "en-US")
    assert (first.turn, second.turn) == (1, 2)
    assert second.prompt != first.prompt
    assert await prompts.pass_on(deps, HERE, MEI, 1, "en-US") == second, "a second press passes nothing more"


async def test_whoever_does_not_take_part_gets_none(deps):
    with pytest.raises(NotTakingPart):
        await prompts.give(deps, HERE, 99, "en-US")


async def test_nothing_comes_twice_before_the_deck_is_spent_and_then_it_says_so(deps):
    seen = []
    for turn in range(EVERY):
        given = await prompts.pass_on(deps, HERE, MEI, turn, "en-US")
        assert not given.again
        seen.append(given.prompt.key)
    assert len(set(seen)) == EVERY
    assert (await prompts.pass_on(deps, HERE, MEI, EVERY, "en-US")).again


async def test_what_somebody_keeps_out_is_not_dealt_to_them(deps, database):
    await keeps_out(database, MEI, "work")
    seen = [(await prompts.pass_on(deps, HERE, MEI, turn, "en-US")).prompt for turn in range(EVERY - 3)]
    assert [prompt.key for prompt in seen if "work" in prompt.topics] == []


async def test_a_prompt_whose_topic_is_kept_out_by_now_makes_room_for_the_next(deps, database):
    for turn in range(2):
        given = await prompts.pass_on(deps, HERE, MEI, turn, "en-US")
    assert given.prompt.topics == ("work",)
    await keeps_out(database, MEI, "work")
    later = await prompts.give(deps, HERE, MEI, "en-US")
    assert later.turn == 3
    assert "work" not in later.prompt.topics


async def test_with_every_topic_kept_out_there_is_a_clear_no(deps, database, monkeypatch):
    only_work = replace(SMALL["small", "en"], prompts=SMALL["small", "en"].prompts[1:4])
    monkeypatch.setattr("actions.decks.shipped", lambda: {("small", "en"): only_work})
    await keeps_out(database, MEI, "work")
    with pytest.raises(NoPrompts):
        await prompts.give(deps, HERE, MEI, "en-US")


async def test_an_answer_in_the_forum_is_a_row_and_two_jobs_of_one_lane(deps, database):
    number = await began(deps)
    async with database.read() as store:
        kept = await store.conversations.find(HERE, number)
        (post,) = await store.jobs.open(HERE, turns.PROMPT)
        (answer,) = await store.jobs.open(HERE, turns.ANSWER)
    assert (kept.kind, kept.turn, kept.standing.people) == (Kind.THREAD, 1, {MEI: 1})
    assert post.lane == answer.lane == f"conversation:{number}"
    said, asked = await turns.answer_to_post(deps, answer), await turns.turn_to_post(deps, post)
    assert said is not None
    assert said.text == "My aunt."
    assert asked is not None
    assert asked.prompt == SMALL["small", "en"].prompts[0]
    assert "aunt" not in str(answer.payload) + answer.key
    assert (await prompts.give(deps, HERE, MEI, "en-US")).turn == 2, "it was answered, so the next one comes"


async def test_the_same_answer_sent_twice_is_kept_once(deps, database):
    number = await began(deps)
    with pytest.raises(AnsweredAlready):
        await conversations.begin(deps, HERE, MEI, 1, "My aunt.", "en-US")
    with pytest.raises(AnsweredAlready):
        await conversations.answer(deps, HERE, MEI, number, 1, "My uncle.", "en-US")
    with pytest.raises(AnsweredAlready):
        await conversations.pass_on(deps, HERE, MEI, number, 1, "en-US")
    async with database.read() as store:
        assert (await store.conversations.response(HERE, number, 1, MEI)).text == "My aunt."
        assert len(await store.jobs.open(HERE, turns.ANSWER)) == 1


async def test_whoever_passed_may_answer_after_all(deps, database):
    number = await began(deps)
    await conversations.pass_on(deps, HERE, RUTH, number, 1, "en-US")
    await conversations.answer(deps, HERE, RUTH, number, 1, "My garden.", "en-US")
    async with database.read() as store:
        assert (await store.conversations.response(HERE, number, 1, RUTH)).text == "My garden."


@pytest.mark.parametrize(("text", "refusal"), [(" \n ", AnswerNeeded), ("x" * 1001, TooLong)])
async def test_an_answer_is_some_words_and_not_too_many(deps, text, refusal):
    number = await began(deps)
    with pytest.raises(refusal):
        await conversations.answer(deps, HERE, RUTH, number, 1, text, "en-US")


async def test_next_prompt_pressed_twice_deals_once(deps):
    number = await began(deps)
    first = await conversations.move_on(deps, HERE, MEI, number, 1, "en-US")
    second = await conversations.move_on(deps, HERE, MEI, number, 1, "en-US")
    assert first.wish is not None
    assert second.wish is None
    assert first.current == second.current
    assert first.current.turn == 2


async def test_only_whoever_answered_or_passed_moves_it_on(deps):
    number = await began(deps)
    with pytest.raises(NotInConversation):
        await conversations.move_on(deps, HERE, RUTH, number, 1, "en-US")


async def test_it_goes_deeper_only_when_everybody_in_it_answered_or_passed(deps):
    number = await began(deps)
    moved = await conversations.move_on(deps, HERE, MEI, number, 1, "en-US")
    for turn in (2, 3):
        moved = await goes_on(deps, number, turn, RUTH)
    assert moved.current.turn == 4
    assert moved.current.depth == 1, "Mei has been silent since the second one"
    await conversations.pass_on(deps, HERE, RUTH, number, 4, "en-US")
    with pytest.raises(StillThinking) as refused:
        await conversations.move_on(deps, HERE, RUTH, number, 4, "en-US")
    assert refused.value.facts == {"count": 1}
    await conversations.pass_on(deps, HERE, MEI, number, 4, "en-US")
    assert (await conversations.move_on(deps, HERE, RUTH, number, 4, "en-US")).current.depth == 2


async def test_whoever_left_the_circles_is_not_waited_for(deps, database):
    number = await began(deps)
    for turn in range(1, 4):
        moved = await goes_on(deps, number, turn, RUTH)
    await conversations.pass_on(deps, HERE, RUTH, number, moved.current.turn, "en-US")
    async with database.begin() as store:
        mei = await store.people.find(HERE, MEI)
        await store.people.save(replace(mei, standing=Standing.LEFT))
    assert (await conversations.move_on(deps, HERE, RUTH, number, 4, "en-US")).current.depth == 2


async def test_what_anybody_in_it_keeps_out_is_not_dealt(deps, database):
    number = await began(deps)
    await conversations.pass_on(deps, HERE, RUTH, number, 1, "en-US")
    for topic in ("work", "money", "faith"):
        await keeps_out(database, RUTH, topic)
    second = await conversations.move_on(deps, HERE, RUTH, number, 1, "en-US")
    third = await goes_on(deps, number, 2, MEI, RUTH)
    dealt = [second.current.prompt, third.current.prompt]
    assert dealt == ["small/personal-0", "small/deep-0"], "what is left has no topic"


async def test_with_nothing_left_that_all_want_to_talk_about_it_says_so(deps, database, monkeypatch):
    number = await began(deps)
    only_work = replace(SMALL["small", "en"], prompts=SMALL["small", "en"].prompts[1:4])
    monkeypatch.setattr("actions.decks.shipped", lambda: {("small", "en"): only_work})
    await keeps_out(database, MEI, "work")
    with pytest.raises(NoPromptsHere):
        await conversations.move_on(deps, HERE, MEI, number, 1, "en-US")


async def test_row_38_a_number_of_another_community_or_of_a_person_leads_nowhere(deps, database):
    number = await began(deps)
    async with database.begin() as store:
        own = (await store.conversations.of_person(HERE, MEI)).conversation_id
        foreign = await store.conversations.open(ELSEWHERE, Kind.THREAD, deps.now())
    for forged in (own, foreign, 10**6):
        with pytest.raises(ConversationGone):
            await conversations.pass_on(deps, HERE, RUTH, forged, 1, "en-US")
    for turn in (0, 2, -1, 2**40):
        with pytest.raises(ConversationGone):
            await conversations.answer(deps, HERE, RUTH, number, turn, "Hello", "en-US")
        with pytest.raises(ConversationGone):
            await conversations.begin(deps, HERE, MEI, turn, "Hello", "en-US")


async def test_an_answer_to_an_earlier_prompt_is_not_lost(deps, database):
    number = await began(deps)
    await conversations.move_on(deps, HERE, MEI, number, 1, "en-US")
    await conversations.answer(deps, HERE, RUTH, number, 1, "My garden.", "en-US")
    async with database.read() as store:
        job = next(job for job in await store.jobs.open(HERE, turns.ANSWER) if job.user_id == RUTH)
        kept = await store.conversations.find(HERE, number)
    said = await turns.answer_to_post(deps, job)
    assert said is not None
    assert said.late
    assert kept.standing.people[RUTH] == 2


async def test_where_things_stand_is_written_down_by_the_jobs(deps, database):
    number = await began(deps)
    async with database.begin() as store:
        (post,) = await store.jobs.open(HERE, turns.PROMPT)
        (answer,) = await store.jobs.open(HERE, turns.ANSWER)
        await turns.posted(store, replace(post, result_id=100), deps.now())
        await turns.said(store, replace(answer, result_id=101), deps.now())
        await turns.posted(store, replace(post, key=f"{number}:1", result_id=100), deps.now())
    answered = conversations.Answered(number, 1, ())
    assert await conversations.stands(deps, HERE, MEI, answered) == (100, 101)
    assert await conversations.stands(deps, HERE, RUTH, answered) is None


async def test_an_erased_person_leaves_jobs_that_find_nothing_to_post(deps, database):
    await began(deps)
    async with database.begin() as store:
        (answer,) = await store.jobs.open(HERE, turns.ANSWER)
        await store.privacy.erase(HERE, MEI, deps.now())
    assert await turns.answer_to_post(deps, answer) is None
    async with database.read() as store:
        assert len((await store.link.execute(conversations_table.select())).all()) == 2
