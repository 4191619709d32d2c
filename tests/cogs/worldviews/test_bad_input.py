"""What may be wrong with it, or go wrong meanwhile: each has its sentence, and nothing is lost."""

import pytest

from cogs.kit.cards import Card
from cogs.worldviews.drafting import ExplainButton
from cogs.worldviews.more import MoreButton
from cogs.worldviews.sending import SaveButton
from cogs.worldviews.withdrawing import EditButton, WithdrawYesButton
from data.tables import topics
from domain.worldviews import State
from tests.cogs.ticking import become
from tests.cogs.upkeep.watching import becomes, comes_to_rest
from tests.cogs.worldviews.explaining import ANSWERS, BELIEF, explains, rows, threads, writes


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


async def test_row_38_a_worldview_of_another_community_is_not_there(stage, server, mei):
    await explains(mei)
    await mei.sees("It stands here")
    (view,) = await rows(stage)
    other = stage.world.create_guild("Elsewhere", owner="Nora", bot=False)
    await server.nora.invites_bot(other)
    server.nora.visits(other)
    await server.nora.runs("/setup")
    await server.nora.clicks("Do it")
    await server.nora.sees("Everything is in place", within=10)
    say, which = stage.bot.words.for_reader("en"), {"worldview": str(view.worldview_id)}
    card = Card(
        "Forged", [MoreButton(say, **which), WithdrawYesButton(say, **which), EditButton(say, **which)]
    )
    await stage.bot.get_guild(int(other.id)).text_channels[0].send(view=card)
    twin = await stage.world.join("Mei", other)
    for label in ("More", "Yes, take it back", "Edit"):
        await twin.clicks(label, on="Forged")
        await twin.sees("This worldview is not there any more")
    assert await rows(stage) == [view]


async def test_row_05_a_form_left_open_over_a_restart_is_not_lost(stage, mei):
    await mei.clicks("Explain my worldview")
    await stage.restart()
    await mei.fills(ANSWERS)
    await mei.clicks("Post it")
    await mei.sees("It stands here")


async def test_row_05_a_year_later_every_button_of_ours_still_works(stage, server, mei):
    await explains(mei)
    await mei.sees("It stands here")
    stage.world.clock.advance(366 * 24 * 3600)
    await stage.restart()
    await comes_to_rest(stage)
    mei.goes_to(BELIEF)
    await mei.clicks("More")
    await mei.clicks("Edit")
    await mei.fills({"What I believe": "A year has passed."})
    await mei.clicks("Save the change")
    await mei.sees("Saved.")
    await become(stage, "worldview-card", "done", within=10)


async def test_whoever_leaves_before_they_post_keeps_the_draft(stage, server, mei):
    await writes(mei)
    mei.goes_to("home")
    await mei.clicks("My place")
    await mei.clicks("Leave the circles")
    await mei.clicks("Yes, leave")
    mei.goes_to("Start here: explain how you see the world")
    await mei.clicks("Post it")
    await mei.sees("You are not in the circles at the moment")
    assert threads(stage) == []
    async with stage.database.read() as store:
        assert await store.drafts.find(int(server.guild.id), int(mei.id), 0) is not None


async def test_whoever_erases_themselves_before_they_post_has_nothing_to_post(stage, mei):
    await writes(mei)
    mei.goes_to("home")
    await mei.clicks("My place")
    await mei.clicks("My data")
    await mei.clicks("Erase everything")
    await mei.clicks("Yes, erase everything")
    mei.goes_to("Start here: explain how you see the world")
    await mei.clicks("Post it")
    await mei.sees("You are not in the circles at the moment")
    assert threads(stage) == []
    assert await rows(stage) == []
