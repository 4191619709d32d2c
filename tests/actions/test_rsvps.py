"""Who comes: places, the waiting line, and offers, on either kind of database."""

import asyncio
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from actions import discussions, interest, offers, privacy, rsvps, signup
from data.errors import Busy
from data.tables import occurrences
from domain.discussion_errors import (
    DateGone,
    NotInvited,
    OfferOver,
)
from domain.discussions import Places, State
from domain.errors import (
    NotTakingPart,
)
from domain.jobs import Job
from domain.people import Seat
from domain.rsvps import Answer
from tests.actions.coming import ELSEWHERE, HERE, MEI, RUTH, TOMAS, Village

GOING, MAYBE, NO, WAITING, OFFERED = Answer.GOING, Answer.MAYBE, Answer.NO, Answer.WAITING, Answer.OFFERED


@pytest.fixture
async def village(database):
    village = Village(database)
    await village.begins()
    await village.sign_up(MEI, RUTH, TOMAS)
    return village


async def test_people_say_that_they_come_and_change_their_minds(village):
    await village.plan()
    for answer in (GOING, MAYBE, NO, GOING):
        assert (await village.says(MEI, answer)).rsvp.answer is answer
    assert await village.stand() == {MEI: GOING}
    await village.change(state=State.ON)
    await village.says(MEI, NO)
    await village.change(state=State.ENDED)
    with pytest.raises(DateGone):
        await village.says(MEI)
    assert await village.stand() == {MEI: NO}


async def test_only_those_who_take_part_and_were_asked_come(village):
    await village.plan(people=frozenset({MEI}))
    with pytest.raises(NotTakingPart):
        await village.says(99)
    with pytest.raises(NotInvited):
        await village.says(RUTH)
    assert (await village.says(MEI)).rsvp.answer is GOING


async def test_row_38_a_date_of_another_community_is_not_there(village):
    await village.plan()
    await village.sign_up(MEI, here=ELSEWHERE)
    for here, number in ((ELSEWHERE, village.number), (HERE, village.number + 99)):
        with pytest.raises(DateGone):
            await rsvps.answer(village.deps, here, MEI, number, GOING)
    assert await village.stand() == {}


async def test_a_freed_place_is_offered_in_order_and_passed_on_when_the_time_is_up(village):
    await village.plan(Places(total=1))
    assert (await village.says(MEI)).rsvp.answer is GOING
    assert (await village.says(RUTH)).place == 1
    assert (await village.says(TOMAS)).place == 2
    await village.says(MEI, NO)
    assert await village.stand() == {MEI: NO, RUTH: OFFERED, TOMAS: WAITING}
    assert (await village.says(MEI)).rsvp.answer is WAITING, "nobody overtakes those who wait"
    [over] = await village.waits(discussions.OFFER_OVER)
    assert over.due_at == village.now + timedelta(hours=12)
    await offers.over(village.deps, over)
    assert (await village.stand())[RUTH] is OFFERED, "not before the time is up"
    village.now = over.due_at
    await offers.over(village.deps, over)
    await offers.over(village.deps, over)
    assert await village.stand() == {RUTH: MAYBE, TOMAS: OFFERED, MEI: WAITING}
    with pytest.raises(OfferOver):
        await rsvps.take(village.deps, HERE, RUTH, village.number)
    assert (await rsvps.take(village.deps, HERE, TOMAS, village.number)).rsvp.answer is GOING
    assert (await rsvps.take(village.deps, HERE, TOMAS, village.number)).rsvp.answer is GOING
    with pytest.raises(OfferOver):
        await rsvps.let_go(village.deps, HERE, TOMAS, village.number)


async def test_who_lets_an_offer_go_passes_it_on(village):
    await village.plan(Places(total=1))
    for user_id in (MEI, RUTH, TOMAS):
        await village.says(user_id)
    await village.says(MEI, NO)
    await rsvps.let_go(village.deps, HERE, RUTH, village.number)
    assert await village.stand() == {MEI: NO, RUTH: NO, TOMAS: OFFERED}


@pytest.mark.parametrize("way", ["erased", "out-of-the-circles", "out-of-the-server"])
async def test_row_35_whoever_goes_frees_their_place_for_the_next(village, way):
    await village.plan(Places(total=1))
    for user_id in (MEI, RUTH, TOMAS):
        await village.says(user_id)
    leaves = {
        "erased": privacy.erase,
        "out-of-the-circles": signup.leave,
        "out-of-the-server": rsvps.left_server,
    }
    await leaves[way](village.deps, HERE, MEI)
    assert await village.stand() == {RUTH: OFFERED, TOMAS: WAITING}
    await leaves[way](village.deps, HERE, RUTH)
    assert await village.stand() == {TOMAS: OFFERED}
    if way == "out-of-the-server":
        assert (await village.says(MEI)).rsvp.answer is WAITING, "back again, they wait like everybody"


async def test_more_places_are_offered_to_those_who_wait_and_fewer_put_nobody_out(village):
    await village.plan(Places(total=1))
    for user_id in (MEI, RUTH, TOMAS):
        await village.says(user_id)
    await village.has_places(2)
    assert await village.stand() == {MEI: GOING, RUTH: OFFERED, TOMAS: WAITING}
    await village.has_places(1)
    assert await village.stand() == {MEI: GOING, RUTH: OFFERED, TOMAS: WAITING}
    await village.says(MEI, NO)
    assert await village.stand() == {RUTH: OFFERED, TOMAS: WAITING, MEI: NO}


async def test_places_of_each_seat_have_lines_of_their_own(village):
    await village.plan(Places(total=None, mentor=1, mentee=1))
    await village.sign_up(21, 22, seat=Seat.MENTOR)
    await village.sign_up(31, seat=Seat.BOTH)
    for user_id in (21, 22, MEI, RUTH):
        await village.says(user_id)
    said = await village.says(31)
    assert (said.rsvp.answer, said.chosen) == (WAITING, True)
    await village.says(MEI, NO)
    stand = await village.stand()
    assert (stand[22], stand[RUTH]) == (WAITING, OFFERED), "a mentee's place is for a mentee"


async def test_once_it_has_begun_whoever_comes_first_has_a_free_place(village):
    await village.plan(Places(total=1))
    for user_id in (MEI, RUTH, TOMAS):
        await village.says(user_id)
    village.now = datetime(2027, 3, 14, 17, 5, tzinfo=UTC)
    await village.change(state=State.ON)
    await village.says(MEI, NO)
    assert (await village.stand())[RUTH] is WAITING
    assert (await village.says(TOMAS)).rsvp.answer is GOING
    assert [job.user_id for job in await village.waits("roles")] == [MEI, TOMAS], "their role follows at once"


async def test_discords_interest_is_a_maybe_of_whoever_has_said_nothing(village):
    await village.plan()
    await village.change(event_id=900)
    await village.says(MEI, NO)
    for user_id in (MEI, RUTH, TOMAS, 99):
        await interest.heard(village.deps, HERE, 900, user_id, yes=True)
    assert await village.stand() == {MEI: NO, RUTH: MAYBE, TOMAS: MAYBE}
    await village.says(TOMAS, MAYBE)
    for user_id in (MEI, RUTH, TOMAS):
        await interest.heard(village.deps, HERE, 900, user_id, yes=False)
    assert await village.stand() == {MEI: NO, TOMAS: MAYBE}, "what was said with a button stays"
    await interest.compare_all(village.deps, HERE)
    [job] = await village.waits(interest.INTEREST)
    await interest.are(village.deps, job, {RUTH, 99}, complete=True)
    assert (await village.stand())[RUTH] is MAYBE
    await interest.are(village.deps, job, set(), complete=False)
    assert (await village.stand())[RUTH] is MAYBE
    await interest.are(village.deps, job, set(), complete=True)
    assert await village.stand() == {MEI: NO, TOMAS: MAYBE}


@pytest.mark.parametrize("offered", [False, True], ids=["erased", "taken"])
async def test_a_message_about_an_offer_that_is_over_loses_the_name_in_it(village, offered):
    await village.plan(Places(total=1))
    await village.says(MEI)
    await village.says(RUTH)
    await village.says(MEI, NO)
    [job] = await village.waits(offers.OFFER)
    if not offered:
        await privacy.erase(village.deps, HERE, RUTH)
    async with village.deps.database.begin() as store:
        await offers.told(store, posted(job), village.now)
    if offered:
        await rsvps.take(village.deps, HERE, RUTH, village.number)
    [ending] = await village.waits(offers.OFFER_END)
    assert ending.payload == {"message": 77}


def posted(job: Job) -> Job:
    return replace(job, result_id=77)


CONTENDERS = {"sqlite": 5000, "postgresql": 1000}


async def says_until_heard(village, user_id):
    """On a machine that is slow enough somebody is told that it is busy, and presses again."""
    while True:
        with suppress(Busy):
            return await village.says(user_id)


async def test_of_thousands_at_once_as_many_are_in_as_there_are_places_and_the_rest_wait_in_order(village):
    async with village.deps.database.read() as store:
        people = list(range(1000, 1000 + CONTENDERS[store.link.dialect.name]))
    await village.sign_up(*people)
    await village.plan(Places(total=40))
    said = await asyncio.gather(*(says_until_heard(village, user_id) for user_id in people))
    assert Counter(each.rsvp.answer for each in said) == {GOING: 40, WAITING: len(people) - 40}
    in_order = sorted(said, key=lambda each: each.rsvp.line)
    assert {each.rsvp.answer for each in in_order[:40]} == {GOING}
    assert [each.place for each in in_order[40:]] == list(range(1, len(people) - 39))
    assert Counter((await village.stand()).values()) == {GOING: 40, WAITING: len(people) - 40}
    async with village.deps.database.read() as store:
        jobs = await store.jobs.open(HERE, discussions.CARD)
        rows = (await store.link.execute(occurrences.select())).all()
    assert len(jobs) == 2, "the card's own, and one for all who answered in this second"
    assert [row.line for row in rows] == [len(people)]


async def test_whoever_is_erased_is_not_counted_among_those_who_came_either(village):
    await village.plan()
    await village.says(MEI)
    await village.change(state=State.ENDED)
    await privacy.erase(village.deps, HERE, MEI)
    assert await village.stand() == {}
