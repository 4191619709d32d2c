"""Going, Maybe, Can't; waiting for a place, and being offered one."""

import asyncio
from datetime import timedelta

from actions import rsvps
from cogs.attending import answering
from cogs.kit.cards import Card
from data.tables import participants
from domain.discussions import Places
from domain.rsvps import Answer
from tests.cogs.attending.card import TITLE
from tests.cogs.attending.conftest import BOOMER, comes_in
from tests.cogs.ticking import become, passes, quick
from tests.cogs.upkeep.watching import becomes, calls, comes_to_rest
from text import shipped

ONE = Places(total=1)


def goes(*people):
    for person in people:
        person.goes_to("discussions")


async def test_what_people_say_stands_on_the_card_and_who_is_missing(stage, dates, mei, ruth):
    await dates.plan()
    goes(mei, ruth)
    await mei.clicks("Going")
    await mei.sees("You are going")
    passes(stage, 1)
    card = await dates.holds("Going (1):** @Mei")
    assert card["edited_timestamp"]
    await dates.holds("nobody of the older generations has said yes")
    await ruth.clicks("Maybe")
    await ruth.sees("No place is kept for you")
    passes(stage, 1)
    await dates.holds("Maybe:** 1")
    await ruth.clicks("Going")
    passes(stage, 1)
    await dates.holds("Going (2):** @Mei, @Ruth")
    assert "has said yes" not in dates.reads()[0]
    await mei.clicks("Can't")
    await mei.sees("You are not coming")
    passes(stage, 1)
    await dates.holds("nobody of the younger generations has said yes")


async def test_whoever_is_not_in_is_shown_the_way_in(dates, server):
    await dates.plan()
    ines = await server.join("Ines")
    goes(ines)
    await ines.clicks("Going")
    await ines.sees("You are not in the circles at the moment")
    await ines.clicks("Join the circles")


async def test_one_for_named_people_is_for_them(dates, mei, ruth):
    await dates.plan(people=frozenset({int(mei.id)}))
    goes(mei, ruth)
    await ruth.clicks("Going")
    await ruth.sees("This one is for people who were asked to it")
    await mei.clicks("Going")
    await dates.holds("Going (1):** @Mei")


async def test_row_38_a_forged_number_is_answered_like_a_date_that_is_over(stage, server, mei):
    say = shipped().for_reader("en")
    place = stage.bot.get_partial_messageable(int(server.guild.channel("general")["id"]))
    buttons = answering.GoingButton, answering.MaybeButton, answering.CannotButton
    for kind in buttons:
        await place.send(view=Card("Forged", [kind(say, occurrence=which) for which in ("999", "x")]))
        await mei.clicks(say(kind.words), on="Forged")
        await mei.sees("This one is over")
        await mei.dismisses("This one is over")


async def test_200_answers_in_a_second_cost_a_few_edits_and_the_card_is_right_within_two(stage, dates, mei):
    date = await dates.plan()
    goes(mei)
    await comes_to_rest(stage)
    people = list(range(5000, 5200))
    await _sign_up(stage, date.community_id, people)
    since = len(stage.sandbox.requests)
    which = date.community_id, date.occurrence_id
    await asyncio.gather(
        mei.clicks("Going"),
        *(rsvps.answer(stage.bot.deps, which[0], each, which[1], Answer.GOING) for each in people),
    )
    await dates.holds("Going (201):**", within=2.0)
    await comes_to_rest(stage)
    edits = [call for call in calls(stage, since) if call.startswith("PATCH") and "messages" in call]
    assert 1 <= len(edits) <= 3
    assert "and 189 more" in dates.reads()[0]


async def test_a_place_that_is_let_go_is_offered_by_name_and_passed_on(stage, dates, server, mei, ruth):
    tomas = await comes_in(server, "Tomas", "I want to understand", BOOMER)
    await dates.plan(places=ONE)
    goes(mei, ruth, tomas)
    await mei.clicks("Going")
    await dates.holds("0 of 1 free")
    for place, person in enumerate((ruth, tomas), 1):
        await person.clicks("Going")
        await person.sees(f"You are number {place} in line")
    await dates.holds("Waiting for a place:** 2")
    await mei.clicks("Can't")
    await becomes(stage.world, lambda: any("@Ruth, a place is free" in each for each in dates.said()))
    thread = dates.thread()
    [offer] = [each for each in server.nora.messages(thread) if "a place is free" in server.nora.reads(each)]
    assert [user["id"] for user in offer["mentions"]] == [ruth.id]
    for person in (ruth, tomas):
        person.goes_to(thread["name"])
    await tomas.clicks("Take the place")
    await tomas.sees("No place is kept for you here")
    passes(stage, timedelta(hours=12, minutes=1).total_seconds())
    await becomes(stage.world, lambda: any("@Tomas, a place is free" in each for each in dates.said()))
    await becomes(stage.world, lambda: not any("@Ruth" in each for each in dates.said()))
    await tomas.clicks("Take the place")
    await tomas.sees("You are going")
    await dates.holds("Going (1):** @Tomas")
    await becomes(stage.world, lambda: not any("@Tomas" in each for each in dates.said()))
    goes(ruth)
    await ruth.clicks("Going")
    await ruth.sees("You are number 1 in line")


async def test_row_35_whoever_leaves_the_server_or_is_erased_frees_their_place(
    stage, dates, server, mei, ruth
):
    tomas = await comes_in(server, "Tomas", "I want to understand", BOOMER)
    date = await dates.plan(places=ONE)
    goes(mei, ruth, tomas)
    for person in (mei, ruth, tomas):
        await person.clicks("Going")
    await mei.leaves()
    await becomes(stage.world, lambda: any("@Ruth, a place is free" in each for each in dates.said()))
    await comes_to_rest(stage)
    ruth.goes_to("home")
    await ruth.clicks("My place")
    await ruth.clicks("My data")
    await ruth.clicks("Erase everything")
    await ruth.clicks("Yes, erase everything")
    await becomes(stage.world, lambda: any("@Tomas, a place is free" in each for each in dates.said()))
    await comes_to_rest(stage)
    assert not any("@Ruth" in each or "@Mei" in each for each in [*dates.said(), *dates.reads()])
    assert (await dates.found(date)).going == 1
    mei = await server.join("Mei")
    goes(mei)
    await mei.clicks("Going")
    await mei.sees("You are number 1 in line")


async def test_a_lost_answer_leaves_no_offer_twice(stage, dates, mei, ruth):
    await dates.plan(places=ONE)
    goes(mei, ruth)
    await mei.clicks("Going")
    await ruth.clicks("Going")
    await comes_to_rest(stage)
    stage.world.faults.next("POST", "/messages$", "drop after")
    await mei.clicks("Can't")
    await become(stage, "date-offer", "done")
    await comes_to_rest(stage)
    assert len([each for each in dates.said() if "@Ruth, a place is free" in each]) == 1


async def _sign_up(stage, community_id, people):
    now = stage.bot.deps.now()
    rows = [
        {
            "community_id": community_id,
            "user_id": user_id,
            "seat": "mentor",
            "generation": "gen-z",
            "standing": "taking-part",
            **dict.fromkeys(("joined_at", "changed_at", "adult_at", "agreed_at"), now),
            "agreement": 1,
        }
        for user_id in people
    ]
    async with stage.database.begin() as store:
        await store.link.execute(participants.insert(), rows)


async def test_interest_at_discords_event_is_a_maybe_also_when_nobody_listened(stage, dates, mei, ruth):
    date = await dates.plan()
    for person in (mei, ruth):
        await person.sees_event(TITLE)
    await mei.is_interested(TITLE)
    passes(stage, 6)
    await dates.holds("Maybe:** 1")
    await comes_to_rest(stage)
    await stage.stop()
    await mei.loses_interest(TITLE)
    await ruth.is_interested(TITLE)
    await stage.start()
    quick(stage)
    await dates.holds("Maybe:** 1")
    await comes_to_rest(stage)
    async with stage.database.read() as store:
        said = await store.rsvps.who(date.community_id, date.occurrence_id)
    assert [(each.user_id, each.answer) for each in said] == [(int(ruth.id), Answer.MAYBE)]
    goes(ruth)
    await ruth.clicks("Going")
    await ruth.loses_interest(TITLE)
    await dates.holds("Going (1):** @Ruth")
