"""Shifts: said in public, with a reason, once."""

import asyncio

import pytest

from data.tables import shifts as kept
from tests.cogs.listening.thread import REASON, asks, goes, shifts
from tests.cogs.ticking import passes

MINUTE = 60


async def test_ruth_says_what_it_has_done_to_her_view_and_mei_is_told(thread, mei, ruth):
    await shifts(ruth, "I disagree, and I see why")
    await ruth.sees("For 15 minutes you can change it")
    shift = await thread.holds("@Ruth to @Mei")
    assert "I disagree, and I see why" in ruth.reads(shift)
    assert [user["id"] for user in shift["mentions"]] == [mei.id]
    await thread.rests("shift")


async def test_for_a_quarter_of_an_hour_it_can_be_changed_and_the_form_shows_what_she_said(
    thread, stage, ruth
):
    await shifts(ruth)
    await thread.holds("I understand it now")
    passes(stage, 14 * MINUTE)
    await ruth.clicks("Shift")
    await ruth.fills({"Which is nearest?": "We have common ground"})
    await ruth.sees("It stands in the thread like this")
    await thread.holds("We have common ground")
    assert len(thread.messages) == 1
    assert REASON in thread.texts[0]
    passes(stage, MINUTE)
    await ruth.clicks("Shift")
    await ruth.sees("You have said this here already, and it stands")
    await thread.rests("shift")


async def test_an_author_thanks_somebody_who_listened(thread, mei, ruth, tomas):
    await asks(ruth)
    await thread.holds("@Ruth asks")
    goes(mei)
    await mei.clicks("More")
    await mei.clicks("Thank a listener")
    card = await mei.sees("Whom do you want to thank?")
    assert "Tomas" not in str(card["components"])
    await mei.chooses("Choose a listener", "Ruth")
    await mei.fills({"What has their listening done?": "I see it differently", "Why?": REASON})
    shift = await thread.holds("@Mei to @Ruth")
    assert [user["id"] for user in shift["mentions"]] == [ruth.id]
    await thread.rests("shift")


async def test_with_nobody_to_thank_yet_it_says_when_there_will_be(thread, mei):
    goes(mei)
    await mei.clicks("More")
    await mei.clicks("Thank a listener")
    await mei.sees("Nobody has listened here yet")


async def test_nobody_gives_one_to_themselves(thread, mei):
    goes(mei)
    await mei.clicks("Shift")
    await mei.sees("This worldview is your own")


@pytest.mark.parametrize(
    ("nothing", "sentence"), [("good " * 20, "in whole words"), ("a " + " " * 60, "it takes at least 50")]
)
async def test_a_reason_that_is_none_is_given_back_to_be_mended(thread, ruth, nothing, sentence):
    await shifts(ruth, reason=nothing)
    await ruth.sees(sentence)
    await ruth.clicks("Shift", on="Nothing of them is lost")
    await ruth.fills({"Which is nearest?": "I see it differently", "Why?": REASON})
    await thread.holds("@Ruth to @Mei")
    assert len(await thread.keeps(kept)) == 1


async def test_row_01_the_form_sent_twice_at_once_is_one_shift(thread, ruth):
    goes(ruth)
    await ruth.clicks("Shift")
    form, answers = ruth.form, {"Which is nearest?": "I understand it now", "Why?": REASON}
    first = asyncio.create_task(ruth.fills(answers))
    ruth.form = form
    await asyncio.gather(first, ruth.fills(answers))
    await thread.holds("@Ruth to @Mei")
    await thread.rests("shift")
    assert len(await thread.keeps(kept)) == len(thread.messages) == 1
