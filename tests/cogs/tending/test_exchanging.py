"""Stewards see which seats ask and answer, and hear of it when it leans; of a few people, nothing."""

from dataclasses import replace

import pytest

from actions import listening
from domain.exchange import span
from domain.ledger import Counted, month_of
from domain.people import Seat
from tests.cogs.tending.forum import DAY, MENTEE
from tests.cogs.ticking import passes
from tests.cogs.upkeep.watching import comes_to_rest, notices
from tour.community import sign_up

NAMES = ("Ada", "Ben", "Cleo", "Dov", "Ewa", "Finn")


async def signed_up(forum, name, seat=MENTEE):
    person = await forum.bridge.join(name)
    await person.sees("Welcome")
    await sign_up(person, *seat)
    return person


async def all_answer(forum, asker, authors, times):
    """Each author answers so many questions under a worldview of theirs."""
    for author in authors:
        worldview = await forum.explains(author, f"{author.name} sees it so.", seat=Seat.MENTEE)
        for _ in range(times):
            await forum.answers(worldview, await forum.asks(asker, worldview))


async def next_month(stage):
    end = span(month_of(stage.world.clock.now()))[1]
    passes(stage, (end - stage.world.clock.now()).total_seconds() + DAY)
    await comes_to_rest(stage)


async def test_stewards_hear_once_when_one_side_does_most_of_the_answering(stage, forum, mei):
    elders = [await signed_up(forum, name) for name in NAMES[:5]]
    await all_answer(forum, mei, elders, 4)
    await next_month(stage)
    (told,) = [text for text in notices(stage.world, forum.bridge.guild) if "A thought about" in text]
    assert "100 %" in told
    assert "mentees" in told
    await stage.restart()
    await comes_to_rest(stage)
    assert len([text for text in notices(stage.world, forum.bridge.guild) if "A thought" in text]) == 1


@pytest.mark.parametrize(("people", "times"), [(4, 9), (5, 3)])
async def test_of_few_people_or_answers_nothing_is_said(stage, forum, mei, people, times):
    elders = [await signed_up(forum, name) for name in NAMES[:people]]
    await all_answer(forum, mei, elders, times)
    await next_month(stage)
    assert [text for text in notices(stage.world, forum.bridge.guild) if "A thought about" in text] == []


async def test_stewards_see_figures_by_seat_and_none_of_a_few(stage, forum, mei):
    elders = [await signed_up(forum, name) for name in NAMES]
    worldview = await forum.explains(mei, "Work is not who I am.")
    for each in elders:
        await forum.asks(each, worldview)
    async with stage.database.begin() as store:
        for each in elders:
            person = await store.people.find(forum.community_id, int(each.id))
            await listening.count(store, person, Counted.ASKED, forum.now)
        author = await store.people.find(forum.community_id, int(mei.id))
        await listening.count(store, replace(author, seat=Seat.MENTOR), Counted.ANSWERED, forum.now)
    nora = forum.bridge.nora
    nora.goes_to("steward-desk")
    await nora.clicks("Exchange")
    await nora.sees("Mentees: 6 asked")
    await nora.sees("Mentors: fewer than 5 people, so not shown")
