"""Once a month, the lines that both sides want to be read; and taken back whenever one of them does."""

from datetime import timedelta

import pytest

from actions import digests, loops, privacy, worldviews
from tests.cogs.tending.forum import DAY, HOUR
from tests.cogs.ticking import become, passes, quick, states
from tests.cogs.upkeep.watching import comes_to_rest


@pytest.fixture
async def forum(stage, forum):
    """It is the 27th of a month."""
    now = stage.world.clock.now()
    noon = now.replace(day=27, hour=12)
    coming = noon if noon > now else (noon + timedelta(days=10)).replace(day=27)
    passes(stage, (coming - now).total_seconds())
    await comes_to_rest(stage)
    return forum


@pytest.fixture
def this_month(forum):
    """What its digest is called."""
    return title(forum.now)


@pytest.fixture
def next_month(forum):
    return title(forum.now + timedelta(days=10))


def title(moment):
    return f"What was understood in {moment:%B %Y}"


async def agreed(forum, listener, worldview, heard="Work is a part of life, and no more."):
    """A line that both want to be read; its number."""
    number = await forum.says_back(listener, worldview, heard)
    await forum.confirms(worldview, number)
    for user_id in (int(listener.id), worldview.user_id):
        await loops.share(forum.stage.bot.deps, forum.community_id, user_id, number)
    return number


def reads_digest(forum, title="What was understood in"):
    return [
        text
        for thread in forum.bridge.guild.threads
        if thread["name"].startswith(title)
        for text in forum.reads_place(thread["id"])
    ]


async def month_ends(stage):
    passes(stage, 5 * DAY)
    await comes_to_rest(stage)


async def test_a_line_that_both_approved_stands_in_the_digest_of_the_month(
    stage, forum, mei, ruth, this_month
):
    await agreed(forum, ruth, await forum.explains(mei, "Work is not who I am."))
    await comes_to_rest(stage)
    assert reads_digest(forum) == []
    await month_ends(stage)
    (text,) = reads_digest(forum, this_month)
    assert "Work is a part of life, and no more." in text
    assert "@Ruth heard @Mei" in text
    assert "Gen Z" in text
    assert "Work" in text


async def test_what_only_one_of_them_approved_is_not_read_by_others(stage, forum, mei, ruth):
    worldview = await forum.explains(mei, "Work is not who I am.")
    number = await agreed(forum, ruth, worldview)
    await loops.share(stage.bot.deps, forum.community_id, int(mei.id), number)
    await month_ends(stage)
    assert reads_digest(forum) == []


async def test_a_month_without_lines_has_no_digest_and_the_next_is_expected(stage, forum):
    await month_ends(stage)
    assert reads_digest(forum) == []
    assert await states(stage, digests.DIGEST) == ["done", "ready"]


async def test_nobody_is_named_behind_a_pseudonym(stage, forum, mei, ruth):
    hidden = {"pseudonym": "Quiet Heron", "shows_seat": False}
    await agreed(forum, ruth, await forum.explains(mei, "Work is not who I am.", **hidden))
    await month_ends(stage)
    (text,) = reads_digest(forum)
    assert "@Ruth heard Quiet Heron" in text
    assert "Mei" not in text
    assert "Gen Z" not in text


async def test_their_words_are_shown_without_markup_and_ping_nobody(stage, forum, mei, ruth):
    worldview = await forum.explains(mei, "Work is not who I am.")
    await agreed(forum, ruth, worldview, "**@everyone**\n# [look](https://evil.example)")
    await month_ends(stage)
    (text,) = reads_digest(forum)
    assert r"\*\*@everyone\*\*" in text
    assert "\n#" not in text
    (post,) = [each for each in forum.bridge.guild.threads if each["name"].startswith("What was")]
    (message,) = stage.world.messages.seen_by(forum.bridge.guild.owner_id, post["id"])
    assert not message["mention_everyone"]


async def test_a_line_is_taken_back_when_one_of_them_withdraws_it(stage, forum, mei, ruth):
    worldview = await forum.explains(mei, "Work is not who I am.")
    number = await agreed(forum, ruth, worldview)
    await agreed(forum, ruth, worldview, "You rest without being tired first.")
    await month_ends(stage)
    await loops.share(stage.bot.deps, forum.community_id, int(ruth.id), number)
    await comes_to_rest(stage)
    (text,) = reads_digest(forum)
    assert "part of life" not in text
    assert "You rest" in text


@pytest.mark.parametrize("who", ["author", "listener"])
async def test_a_line_is_taken_back_when_one_of_them_is_erased(stage, forum, mei, ruth, who):
    await agreed(forum, ruth, await forum.explains(mei, "Work is not who I am."))
    await month_ends(stage)
    erased = mei if who == "author" else ruth
    await privacy.erase(stage.bot.deps, forum.community_id, int(erased.id))
    await comes_to_rest(stage)
    (text,) = reads_digest(forum)
    assert "part of life" not in text
    assert "taken back" in text


async def test_a_line_goes_with_the_worldview_that_it_is_about(stage, forum, mei, ruth):
    worldview = await forum.explains(mei, "Work is not who I am.")
    await agreed(forum, ruth, worldview)
    await month_ends(stage)
    await worldviews.withdraw(stage.bot.deps, forum.community_id, worldview.worldview_id, worldview.user_id)
    await comes_to_rest(stage)
    (text,) = reads_digest(forum)
    assert "taken back" in text


async def test_twelve_lines_stand_in_one_digest_and_the_others_in_the_next(
    stage, forum, mei, ruth, this_month, next_month
):
    worldview = await forum.explains(mei, "Work is not who I am.")
    for number in range(14):
        await agreed(forum, ruth, worldview, f"This is the line number {number:02}.")
    await month_ends(stage)
    assert reads_digest(forum, this_month)[0].count("the line number") == 12
    passes(stage, 31 * DAY)
    await comes_to_rest(stage)
    (text,) = reads_digest(forum, next_month)
    assert text.count("the line number") == 2


async def test_row_22_a_digest_comes_late_within_a_week_and_not_after_that(
    stage, forum, mei, ruth, this_month, next_month
):
    worldview = await forum.explains(mei, "Work is not who I am.")
    await agreed(forum, ruth, worldview)
    await stage.stop()
    stage.world.clock.advance(8 * DAY)
    await stage.start()
    quick(stage)
    await comes_to_rest(stage)
    assert len(reads_digest(forum, this_month)) == 1
    await agreed(forum, ruth, worldview, "Said in the next month, to be read after it.")
    await stage.stop()
    stage.world.clock.advance(45 * DAY)
    await stage.start()
    quick(stage)
    await comes_to_rest(stage)
    assert reads_digest(forum, next_month) == []
    assert (await states(stage, digests.DIGEST))[-2:] == ["expired", "ready"]


async def test_a_digest_whose_answer_was_lost_is_posted_once(stage, forum, mei, ruth):
    await agreed(forum, ruth, await forum.explains(mei, "Work is not who I am."))
    stage.world.faults.next("POST", "/threads$", "drop after")
    passes(stage, 5 * DAY + HOUR)
    await become(stage, digests.DIGEST, "done", "ready")
    await comes_to_rest(stage)
    assert len(reads_digest(forum)) == 1
