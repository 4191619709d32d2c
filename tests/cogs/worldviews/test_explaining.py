"""Explaining one's worldview: written, seen, posted, and nothing of it lost on the way."""

import asyncio

import pytest

from cogs.kit.cards import Card
from cogs.worldviews.drafting import ExplainButton
from cogs.worldviews.more import MoreButton
from cogs.worldviews.sending import SaveButton
from data.tables import topics
from domain.worldviews import State
from tests.cogs.ticking import become, passes
from tests.cogs.upkeep.watching import becomes, comes_to_rest
from tests.cogs.worldviews.explaining import ANSWERS, BELIEF, explains, rows, threads, writes


async def test_mei_explains_how_the_world_looks_and_it_stands_in_the_forum(stage, mei, ruth):
    await writes(mei)
    await mei.sees("Nothing has been posted yet")
    await mei.sees(BELIEF)
    await mei.sees("Your agreement")
    assert threads(stage) == []
    await mei.clicks("Post it")
    await mei.sees("It stands here")
    (thread,) = threads(stage)
    assert thread["name"] == BELIEF
    ruth.goes_to(BELIEF)
    card = await ruth.sees("@Mei explains")
    read = ruth.reads(card)
    assert "Mentor · Gen Z" in read
    assert "For now questions only" in read
    assert card["mentions"] == []
    (view,) = await rows(stage)
    assert (view.state, view.consent, view.topics) == (State.OPEN, 1, ("work", "time"))
    assert view.thread_id == view.card_id == int(thread["id"])


async def test_in_its_first_hours_the_thread_is_slow_then_it_opens_by_itself(stage, mei, ruth):
    """Not locked: in a locked thread nobody could press a button."""
    await explains(mei)
    await mei.sees("It stands here")
    (thread,) = threads(stage)
    assert thread["rate_limit_per_user"] == 21_600
    ruth.goes_to(BELIEF)
    await ruth.clicks("More")
    passes(stage, 24 * 3600)
    await become(stage, "worldview-open", "done")
    assert thread["rate_limit_per_user"] == 0
    assert not [m for m in mei.messages(thread) if "questions only" in mei.reads(m)]


async def test_its_topics_are_the_tags_of_its_thread(stage, mei):
    await explains(mei)
    await mei.sees("It stands here")
    (thread,) = threads(stage)
    (guild,) = stage.world.guilds.values()
    names = {tag["id"]: tag["name"] for tag in guild.channel("worldviews")["available_tags"]}
    assert {names[tag] for tag in thread["applied_tags"]} == {"Work", "Time"}


async def test_a_tag_deleted_by_hand_is_left_out(stage, server, mei):
    await writes(mei)
    forum = server.guild.channel("worldviews")
    forum["available_tags"] = [tag for tag in forum["available_tags"] if tag["name"] != "Work"]
    await mei.clicks("Post it")
    await mei.sees("It stands here")
    assert [len(thread["applied_tags"]) for thread in threads(stage)] == [1]


async def test_pressing_post_it_twice_posts_once_and_says_where_it_is(stage, mei):
    await writes(mei)
    await asyncio.gather(mei.clicks("Post it"), mei.clicks("Post it"))
    await mei.sees("It stands here")
    await comes_to_rest(stage)
    assert len(threads(stage)) == len(await rows(stage)) == 1


async def test_an_old_preview_posts_nothing_that_was_not_seen(stage, mei):
    await writes(mei)
    old = await mei.sees("Nothing has been posted yet")
    await mei.clicks("Explain my worldview")
    await mei.clicks("Go on")
    await mei.fills({"What I believe": "Something else."})
    await mei.sees("Something else.")
    (stale,) = [
        button for message, button in mei.controls() if message is old and button["label"] == "Post it"
    ]
    await mei.presses(old, stale)
    await mei.sees("You have changed this since then")
    assert await rows(stage) == []


async def test_whoever_walked_away_finds_the_draft_even_after_a_restart(stage, mei):
    await writes(mei)
    await stage.restart()
    await mei.clicks("Explain my worldview")
    await mei.sees("You have a draft")
    await mei.clicks("Go on")
    await mei.fills({})
    await mei.sees(BELIEF)
    await mei.clicks("Post it")
    await mei.sees("It stands here")


async def test_starting_anew_loses_nothing_until_the_new_form_is_sent(stage, mei):
    await writes(mei)
    await mei.clicks("Explain my worldview")
    await mei.clicks("Start anew")
    mei.closes_form()
    await mei.clicks("Explain my worldview")
    await mei.clicks("Go on")
    await mei.fills({})
    await mei.sees(BELIEF)


async def test_a_draft_is_thrown_away_only_when_asked_once_more(stage, mei):
    await writes(mei)
    await mei.clicks("Throw it away")
    await mei.sees("Nothing has been thrown away yet")
    await mei.clicks("No, keep it")
    await mei.sees("Nothing has been posted yet")
    await mei.clicks("Throw it away")
    await mei.clicks("Yes, throw it away")
    await mei.sees("Thrown away")
    await mei.clicks("Explain my worldview")
    await mei.fills(ANSWERS)
    await mei.sees("Nothing has been posted yet")


async def test_an_empty_form_is_refused_and_the_draft_before_it_kept(stage, mei):
    await writes(mei)
    await mei.clicks("Explain my worldview")
    await mei.clicks("Start anew")
    await mei.fills({"Topics": ["Work"]})
    await mei.sees("The form was empty")
    await mei.clicks("Explain my worldview", on="The form was empty")
    await mei.clicks("Go on")
    await mei.fills({})
    await mei.sees(BELIEF)


async def test_row_07_what_is_too_long_is_kept_and_only_waits_to_be_shortened(stage, mei):
    await writes(mei, ANSWERS | {"What I believe": "*" * 900, "The moment that shaped it": "_" * 800})
    await mei.sees("too long for one message by")
    await mei.clicks("Change it")
    await mei.fills({"The moment that shaped it": "", "What I believe": BELIEF})
    await mei.clicks("Post it")
    await mei.sees("It stands here")


async def test_whoever_does_not_take_part_is_led_to_join_and_a_form_sent_later_is_kept(stage, server, mei):
    stranger = await server.join("Amir")
    await stranger.clicks("Explain my worldview")
    await stranger.sees("You are not in the circles at the moment")
    assert [b["label"] for m, b in stranger.controls() if m == await stranger.sees("not in the circles")]
    await mei.clicks("Explain my worldview")
    form = mei.form
    mei.closes_form()
    await mei.clicks("My place")
    await mei.clicks("Leave the circles")
    await mei.clicks("Yes, leave")
    mei.form = form
    await mei.fills(ANSWERS)
    await mei.sees("You are not in the circles at the moment")
    async with stage.database.read() as store:
        draft = await store.drafts.find(int(server.guild.id), int(mei.id), 0)
    assert draft.explanation.belief == BELIEF


async def test_row_41_everyone_is_only_a_word_and_a_masked_link_is_no_link(stage, server, mei):
    hostile = "@everyone <@&1> [free](https://evil.example) and [money](https://evil.example)"
    await explains(mei, ANSWERS | {"What I believe": hostile})
    await mei.sees("It stands here")
    (thread,) = threads(stage)
    (message,) = [m for m in mei.messages(thread) if m["components"]]
    assert (message["mention_everyone"], message["mention_roles"], message["mentions"]) == (False, [], [])
    assert "\\[free\\](https" in str(message["components"]).replace("\\\\", "\\")


async def test_with_the_forum_deleted_by_hand_it_waits_and_comes_by_itself(stage, server, mei):
    say = stage.bot.words.for_reader("en")
    await stage.bot.guilds[0].text_channels[0].send(view=Card("Another way in", [ExplainButton(say)]))
    await mei.clicks("Explain my worldview", on="Another way in")
    await mei.fills(ANSWERS)
    await server.nora.deletes_channel("worldviews")
    await mei.clicks("Post it")
    await become(stage, "worldview", "done", within=10)
    await becomes(stage.world, lambda: len(threads(stage)) == 1)  # the forum gets its name a little later
    assert (await rows(stage))[0].state is State.OPEN


async def test_a_topic_that_went_meanwhile_is_asked_for_again(stage, server, mei):
    await writes(mei, ANSWERS | {"Topics": ["Work"]})
    async with stage.database.begin() as store:
        store.look.change()
        row = {"community_id": int(server.guild.id), "key": "love", "rank": 0, "name": "Love"}
        await store.link.execute(topics.insert().values(row))
    await mei.clicks("Post it")
    await mei.sees("Please choose one to 5 topics")
    await mei.clicks("Change it", on="Please choose")
    await mei.fills({"Topics": ["Love"]})
    await mei.sees("Nothing has been posted yet")


@pytest.mark.parametrize("fault", ["drop after", "502 after", "502 before"])
async def test_a_thread_whose_answer_was_lost_is_found_and_not_made_twice(stage, mei, fault):
    await writes(mei)
    stage.world.faults.next("POST", "/threads$", fault)
    await mei.clicks("Post it")
    await become(stage, "worldview", "done")
    await comes_to_rest(stage)
    assert len(threads(stage)) == 1
    assert (await rows(stage))[0].state is State.OPEN


async def test_a_thread_that_rests_already_is_found_too(stage, server, mei):
    await writes(mei)
    stage.world.faults.next("POST", "/threads$", "drop after")
    stage.world.faults.next("GET", "/threads/active$", "503 before")
    await mei.clicks("Post it")
    await becomes(stage.world, lambda: len(threads(stage)) == 1)
    await server.nora.archives(BELIEF)
    await become(stage, "worldview", "done")
    await comes_to_rest(stage)
    assert len(threads(stage)) == 1


async def test_a_post_waits_out_a_restart(stage, mei):
    await writes(mei)
    stage.world.faults.next("POST", "/threads$", "503 before", times=99)
    await mei.clicks("Post it")
    await become(stage, "worldview", "unknown")
    await stage.stop()
    stage.world.faults.clear()
    await stage.start()
    await become(stage, "worldview", "done")
    assert len(threads(stage)) == 1


@pytest.mark.parametrize("forged", ["0", "-1", "9" * 19, "99999999999999999999", "x", "²"])
async def test_row_38_a_forged_number_is_answered_like_one_that_is_not_there(stage, mei, forged):
    say = stage.bot.words.for_reader("en")
    card = Card(
        "A forged card", [MoreButton(say, worldview=forged), SaveButton(say, worldview=forged, draft="1")]
    )
    await stage.bot.guilds[0].text_channels[0].send(view=card)
    await mei.clicks("More", on="A forged card")
    await mei.sees("This worldview is not there any more")
    await mei.clicks("Save the change", on="A forged card")
    await mei.sees_not("Saved.")
