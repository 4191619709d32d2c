"""Give me a prompt, and answering it in the forum: once, and never before it was seen."""

import asyncio

from hypothesis import given
from hypothesis import strategies as st

from actions import conversations, privacy, prompts
from cogs.prompts.held import hold, released
from cogs.prompts.posting import SOON
from data.decks import shipped
from domain.people import readable
from tests.cogs.prompts.forum import ANSWER, begins, stands, threads, writes
from tests.cogs.ticking import become, passes
from tests.cogs.upkeep.watching import becomes, comes_to_rest
from tests.until import until
from text import shipped as words


async def shown(person):
    """The prompt that waits for somebody, as they read it."""
    return person.reads(await person.sees("Only you can see this")).split("\n")[0]


async def own(stage, person):
    """Somebody's own conversation."""
    async with stage.database.read() as store:
        return await store.conversations.of_person(int(person.guild.id), int(person.id))


async def test_mei_gets_a_prompt_that_only_she_can_see_and_it_waits_for_her(stage, mei):
    await mei.clicks("Give me a prompt")
    first = await shown(mei)
    await mei.sees("Warm:")
    await mei.clicks("Give me a prompt")
    assert await shown(mei) == first
    assert threads(stage) == []


async def test_passing_brings_another_and_asks_nothing(mei):
    await mei.clicks("Give me a prompt")
    first = await shown(mei)
    await mei.clicks("Pass")
    assert await shown(mei) != first


async def test_row_01_a_double_click_on_pass_passes_one(stage, mei):
    await mei.clicks("Give me a prompt")
    await asyncio.gather(mei.clicks("Pass"), mei.clicks("Pass"))
    await comes_to_rest(stage)
    assert (await own(stage, mei)).turn == 2


async def test_whoever_is_not_in_is_shown_the_way_in(server):
    amir = await server.join("Amir")
    await amir.clicks("Give me a prompt")
    await amir.clicks("Join the circles", on="not in the circles")
    assert "Where do you want to sit?" in amir.form.labels


async def test_a_prompt_is_read_in_the_language_that_somebody_chose(stage, mei):
    await mei.clicks("My place")
    await mei.clicks("Language")
    await mei.chooses("Choose a language", "Español")
    say = words().for_reader("es")
    await mei.clicks("Give me a prompt")
    card = await mei.sees("Solo tú puedes ver esto")
    assert say("depth-1").replace("*", "") in mei.reads(card).replace("*", "")


async def test_an_answer_is_seen_before_it_is_posted_and_then_stands_below_its_prompt(stage, mei, ruth):
    await writes(mei)
    await mei.sees("Nothing has been posted yet")
    await mei.sees(ANSWER)
    assert threads(stage) == []
    await mei.clicks("Post it")
    await mei.sees("Your answer stands in the forum")
    (thread,) = threads(stage)
    prompt, answer = stands(ruth, thread)
    assert "A prompt for everybody here" in prompt
    assert thread["name"].removeprefix("Prompt: ")[:60] in prompt
    assert "@Mei answers" in answer
    assert ANSWER in answer
    assert [m["mentions"] for m in ruth.messages(thread)] == [[], []]


async def test_its_thread_is_tagged_with_its_topics(stage, mei):
    await begins(mei)
    (thread,), (guild,) = threads(stage), stage.world.guilds.values()
    tags = {tag["id"]: tag["name"] for tag in guild.channel("worldviews")["available_tags"]}
    deck, _, key = (await own(stage, mei)).standing.turns[0].prompt.partition("/")
    (prompt,) = [each for each in shipped()[deck, "en"].prompts if each.key == key]
    async with stage.database.read() as store:
        community = await store.communities.find(int(guild.id))
    names = {community.topic(topic).name for topic in prompt.topics}
    assert {tags[tag] for tag in thread["applied_tags"]} == names


async def test_what_was_written_can_be_changed_before_it_is_posted(stage, mei, ruth):
    text = "*Two* lines\n> and `markup` \\_ <@1> https://example.org/a_b"
    await writes(mei, text)
    await mei.clicks("Change it")
    ((_, field),) = mei.form.fields
    assert field["value"] == text
    await mei.fills({"Your answer": "Better: " + text})
    await mei.clicks("Post it")
    await mei.sees("Your answer stands in the forum")
    (thread,) = threads(stage)
    _, answer = stands(ruth, thread)
    assert "Better: \\*Two\\* lines" in answer


async def test_row_05_a_preview_from_before_a_restart_still_posts(stage, mei):
    await writes(mei)
    await stage.restart()
    await mei.clicks("Post it")
    await mei.sees("Your answer stands in the forum", within=5)


async def test_row_01_post_it_pressed_twice_posts_once(stage, mei):
    await writes(mei)
    await asyncio.gather(mei.clicks("Post it"), mei.clicks("Post it"))
    await comes_to_rest(stage)
    (thread,) = threads(stage)
    assert len(stands(mei, thread)) == 2


async def test_row_11_a_thread_whose_answer_was_lost_is_found_and_not_made_again(stage, mei):
    stage.world.faults.next("POST", "/threads", "drop after")
    await writes(mei)
    await mei.clicks("Post it")
    await mei.sees("It appears in the forum in a moment")
    await become(stage, "prompt", "done")
    passes(stage, SOON)
    await become(stage, "prompt-answer")
    (thread,) = threads(stage)
    assert len(stands(mei, thread)) == 2


async def test_row_11_an_answer_that_was_lost_on_the_way_is_not_posted_twice(stage, mei):
    await writes(mei)
    await comes_to_rest(stage)  # a greeting is a message, too
    stage.world.faults.next("POST", "/messages$", "drop after")
    await mei.clicks("Post it")
    await become(stage, "prompt-answer")
    (thread,) = threads(stage)
    assert len(stands(mei, thread)) == 2


async def test_without_a_forum_the_answer_waits_and_is_posted_in_the_next_one(stage, server, mei):
    deps, who = stage.bot.deps, (int(mei.guild.id), int(mei.id))
    given = await prompts.give(deps, *who, "en-US")
    await server.nora.deletes_channel("worldviews")
    await conversations.begin(deps, *who, given.turn, ANSWER, "en-US")
    for _ in range(3):
        await comes_to_rest(stage)
        passes(stage, SOON)
    await become(stage, "prompt-answer", within=10)
    (thread,) = threads(stage)
    assert len(stands(mei, thread)) == 2


async def test_a_prompt_may_lead_to_a_worldview(mei):
    await mei.clicks("Give me a prompt")
    await mei.clicks("Explain my worldview", on="Only you can see this")
    assert "What I believe" in mei.form.labels


async def test_erased_an_answer_goes_and_the_prompt_stays(stage, mei, ruth):
    await begins(mei)
    (thread,) = threads(stage)
    await privacy.erase(stage.bot.deps, int(mei.guild.id), int(mei.id))
    await becomes(stage.world, lambda: len(stands(ruth, thread)) == 1)
    assert "A prompt for everybody here" in stands(ruth, thread)[0]


async def test_whoever_is_erased_while_their_answer_is_being_posted_leaves_nothing_there(stage, mei, ruth):
    await writes(mei)
    await comes_to_rest(stage)  # a greeting is a message, too
    fault = stage.world.faults.next("POST", "/messages$", "delay 0.3 before")
    press = asyncio.create_task(mei.clicks("Post it"))
    await until(lambda: fault.struck == 1)
    await privacy.erase(stage.bot.deps, int(mei.guild.id), int(mei.id))
    await press
    await comes_to_rest(stage)
    (thread,) = threads(stage)
    assert len(stands(ruth, thread)) == 1


async def test_after_an_answer_the_next_prompt_is_another(mei):
    await mei.clicks("Give me a prompt")
    first = await shown(mei)
    await begins(mei)
    await mei.clicks("Give me a prompt")
    assert await shown(mei) != first


@given(st.text(max_size=300).map(readable).map(str.strip).filter(bool))
def test_what_a_preview_holds_is_read_again_to_the_letter(text):
    assert released(hold(text).content) == text
