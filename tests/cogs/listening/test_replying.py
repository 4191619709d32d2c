"""Replies: seen before they are posted, with a kind thought beside them, and kept nowhere meanwhile."""

import asyncio
from dataclasses import replace

import pytest

from data.tables import remarks
from tests.cogs.listening.thread import DAY, goes
from tests.cogs.ticking import passes

HARD = "No, that is nonsense. You're wrong: <@&1> @everyone [here](https://x.y) and *there*."


async def writes(person, text):
    goes(person)
    await person.clicks("More")
    await person.clicks("Reply")
    await person.fills({"What you want to say": text})


@pytest.fixture
async def later(thread, stage):
    """The listening window is over."""
    passes(stage, DAY)
    return thread


async def test_a_hard_reply_is_met_with_a_kind_thought_changed_and_then_posted(later, ruth):
    await writes(ruth, HARD)
    preview = await ruth.sees("Nothing has been posted yet")
    read = ruth.reads(preview)
    assert "This may sound hard" in read
    assert "if you first say what you heard" in read
    assert later.messages == []
    await ruth.clicks("Change it")
    assert [field["value"] for _, field in ruth.form.fields] == [HARD]
    await ruth.fills({"What you want to say": "I hear that you are tired. In my experience it passes."})
    await ruth.sees("That is what makes people feel understood")
    await ruth.sees("This leaves room")
    await ruth.clicks("Post it as it is")
    await ruth.sees("Your reply stands in the thread")
    await later.holds("@Ruth replies")
    await later.rests("remark")


async def test_row_41_it_may_be_posted_as_it_is_and_pings_nobody_and_links_nowhere(later, ruth):
    await writes(ruth, HARD)
    await ruth.clicks("Post it as it is")
    reply = await later.holds("@Ruth replies")
    assert (reply["mentions"], reply["mention_roles"], reply["mention_everyone"]) == ([], [], False)
    assert "[here](" not in str(reply["components"])
    (row,) = await later.keeps(remarks)
    async with later.stage.database.read() as store:
        assert (await store.remarks.find(row.community_id, row.remark_id)).text == HARD


async def test_what_is_thrown_away_was_never_kept(later, ruth):
    await writes(ruth, HARD)
    await ruth.clicks("Throw it away")
    await ruth.sees("Nothing was posted, and nothing was kept")
    assert await later.keeps(remarks) == []


async def test_the_words_outlive_the_process_though_nothing_of_them_is_stored(later, stage, ruth):
    await writes(ruth, HARD)
    await stage.restart()
    await ruth.clicks("Post it as it is")
    await later.holds("@Ruth replies")


async def test_pressed_twice_it_is_posted_once(later, ruth):
    await writes(ruth, HARD)
    await asyncio.gather(ruth.clicks("Post it as it is"), ruth.clicks("Post it as it is"))
    await later.holds("@Ruth replies")
    await later.rests("remark")
    assert len(later.messages) == 1


async def test_a_community_may_do_without_the_coach(later, ruth):
    async with later.stage.database.begin() as store:
        community = await store.communities.find(int(later.bridge.guild.id))
        settings = replace(community.settings, coach=False)
        await store.communities.save(replace(community, settings=settings))
    await writes(ruth, HARD)
    preview = await ruth.sees("Nothing has been posted yet")
    assert "A thought" not in ruth.reads(preview)


async def test_an_author_replies_as_well(thread, mei):
    await writes(mei, "Thank you all.")
    await mei.clicks("Post it as it is")
    await thread.holds("@Mei replies")
