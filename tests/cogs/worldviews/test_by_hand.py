"""A post that somebody makes in the forum by themselves gets the same buttons, and nobody reads it."""

import pytest

from actions import worldviews
from domain.worldviews import Explanation, Made, State
from tests.cogs.ticking import become
from tests.cogs.upkeep.watching import becomes, comes_to_rest, resumes
from tests.cogs.worldviews.explaining import rows

EPHEMERAL = 1 << 6
TITLE, TEXT = "My view by hand", "Nobody but people reads this."


@pytest.fixture
async def posted(stage, mei):
    await mei.posts("worldviews", TITLE, TEXT, tags=["Work"])
    await become(stage, "worldview", "done")
    mei.goes_to(TITLE)
    return mei.channel(TITLE)


def cards(stage, person, thread):
    """Our messages in it, for all to see."""
    ours = [m for m in person.messages(thread) if m["author"]["id"] == stage.world.application_id]
    return [m for m in ours if not m["flags"] & EPHEMERAL]


async def test_our_buttons_stand_under_it_and_its_text_is_not_kept(stage, mei, ruth, posted):
    ruth.goes_to(TITLE)
    card = await ruth.sees("@Mei explains how the world looks to them")
    assert card["mentions"] == []
    await ruth.clicks("More")
    (view,) = await rows(stage)
    assert (view.made, view.state, view.topics) == (Made.HAND, State.OPEN, ("work",))
    assert (view.explanation, view.consent) == (Explanation(), None)
    assert not view.is_questions_only(view.posted_at), (
        "a post by hand has no window: its author writes as ever"
    )


async def test_what_the_bot_itself_posts_is_no_worldview_by_hand(stage, posted):
    await comes_to_rest(stage)
    assert [view.made for view in await rows(stage)] == [Made.HAND]


async def test_the_same_post_told_of_twice_is_one(stage, server, mei, posted):
    community, thread = int(server.guild.id), int(posted["id"])
    again = await worldviews.found_by_hand(stage.bot.deps, community, thread, int(mei.id), ())
    assert not again
    assert len(cards(stage, mei, posted)) == 1


async def test_row_16_one_that_was_made_while_nobody_listened_is_found_afterwards(stage, server, mei):
    await stage.stop()
    await mei.posts("worldviews", TITLE, TEXT)
    await stage.start()
    await become(stage, "worldview", "done", within=10)
    assert len(cards(stage, mei, mei.channel(TITLE))) == 1


async def test_row_16_one_whose_event_was_lost_is_found_when_the_connection_is_back(stage, server, mei):
    stage.world.faults.next("GET", "/members/", "503 before", times=9)
    await mei.posts("worldviews", TITLE, TEXT)
    await resumes(stage)
    await becomes(stage.world, lambda: len(cards(stage, mei, mei.channel(TITLE))) == 1, within=15)


async def test_a_card_whose_answer_was_lost_stands_there_once(stage, server, mei):
    server.world.messages._nonce_window = 0
    stage.world.faults.next("POST", "/messages$", "drop after")
    await mei.posts("worldviews", TITLE, TEXT)
    await become(stage, "worldview", "done")
    assert len(cards(stage, mei, mei.channel(TITLE))) == 1


async def test_its_author_takes_it_back_and_keeps_what_they_wrote(stage, mei, posted):
    await mei.clicks("More")
    labels = [button["label"] for _, button in mei.controls()]
    assert "Edit" not in labels, "it is edited where it was written"
    await mei.clicks("Withdraw")
    await mei.sees("You wrote the post by hand, so it stays")
    await mei.clicks("Yes, take it back")
    await become(stage, "worldview-withdrawn", "done")
    assert cards(stage, mei, posted) == []
    await mei.sees(TEXT)


async def test_row_37_deleted_before_our_buttons_stood_there_it_is_no_failure(stage, server, mei):
    stage.world.faults.next("POST", "/messages$", "503 before", times=99)
    await mei.posts("worldviews", TITLE, TEXT)
    await become(stage, "worldview", "unknown")
    stage.world.faults.clear()
    await server.nora.deletes_thread(TITLE)
    await become(stage, "worldview", "done")
    assert [view.state for view in await rows(stage)] == [State.GONE]


async def test_what_stood_in_the_forum_before_the_community_was_set_up_is_left_alone(stage, server, mei):
    old = 1 << 22
    assert not await worldviews.found_by_hand(stage.bot.deps, int(server.guild.id), old, int(mei.id), ())
