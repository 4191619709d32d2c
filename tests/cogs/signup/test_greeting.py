"""Everybody who arrives is welcomed once, in good time, by name, whatever Discord answers meanwhile."""

import asyncio

import pytest
import sqlalchemy as sa

from actions import signup
from data.tables import greetings
from tests.cogs.ticking import become, passes, quick, states
from tests.cogs.upkeep.watching import becomes, comes_to_rest, messages_in, notices
from tour.community import sign_up

GREETING = signup.GREETING
DAY = 86400


@pytest.fixture
async def server(stage, open_bridge):
    await comes_to_rest(stage)
    quick(stage)
    stage.bot.get_cog("Upkeep").settle = 0
    open_bridge.world.messages._nonce_window = 0
    return open_bridge


def welcomes(server):
    """What stands in #welcome, as its owner reads it."""
    return [server.nora.reads(each) for each in messages_in(server.world, server.guild, "welcome")]


def how_often(server, person):
    return sum(text.count(f"@{person.name}") for text in welcomes(server))


async def arrive(server, *names):
    return [await server.join(name) for name in names]


async def waiting(stage, server, *names):
    """They have arrived, and Discord lets nobody be welcomed for 40 seconds."""
    server.world.faults.next("POST", "/messages$", "429 40", times=99)
    (first,) = await arrive(server, names[0])
    while 429 not in [call.status for call in stage.sandbox.requests]:  # noqa: ASYNC110 - a refusal wakes nobody
        await asyncio.sleep(0.01)
    await become(stage, GREETING, "ready")
    others = await arrive(server, *names[1:])
    while await expected(stage) < len(names):  # noqa: ASYNC110 - the test's own bound ends it
        await asyncio.sleep(0.01)
    await comes_to_rest(stage)
    server.world.faults.clear()
    return [first, *others]


async def expected(stage):
    """How many arrivals the bot has written down."""
    async with stage.database.read() as store:
        query = sa.select(sa.func.count()).select_from(greetings)
        return (await store.link.execute(query)).scalar_one()


async def test_row_21_a_greeting_whose_answer_was_lost_is_not_posted_twice(stage, server):
    server.world.faults.next("POST", "/messages$", "drop after")
    (mei,) = await arrive(server, "Mei")
    await become(stage, GREETING, "done")
    assert how_often(server, mei) == 1


async def test_many_who_wait_are_welcomed_together_and_each_once(stage, server):
    crowd = await waiting(stage, server, *(f"Guest-{number:02}." for number in range(45)))
    passes(stage, 60)
    await becomes(server.world, lambda: [how_often(server, each) for each in crowd] == [1] * 45)
    await comes_to_rest(stage)
    assert 3 <= len(welcomes(server)) <= 5


async def test_whoever_comes_while_an_answer_is_lost_gets_a_welcome_of_their_own(stage, server):
    """Who is in a message is fixed before it is sent, so that the second attempt is about the same people."""
    server.world.faults.next("POST", "/messages$", "drop after")
    server.world.faults.next("GET", "/messages$", "503 before", times=2)
    (mei,) = await arrive(server, "Mei")
    await becomes(server.world, lambda: how_often(server, mei) == 1)
    (ruth,) = await arrive(server, "Ruth")
    await become(stage, GREETING, "done", "done")
    assert (how_often(server, mei), how_often(server, ruth)) == (1, 1)
    assert len(welcomes(server)) == 2


async def test_after_a_day_a_welcome_would_be_odd_and_stewards_are_told_once(stage, server):
    crowd = await waiting(stage, server, "Mei", "Ruth", "Amir")
    passes(stage, DAY + 60)
    await server.nora.sees("I could not welcome a newcomer in time")
    await comes_to_rest(stage)
    assert len(notices(server.world, server.guild)) == 1
    assert set(await states(stage, GREETING)) == {"expired"}
    assert [how_often(server, each) for each in crowd] == [0, 0, 0]


async def test_a_welcome_that_discord_refuses_is_posted_once_upkeep_has_looked(stage, server):
    server.world.faults.next("POST", "/messages$", "403")
    (mei,) = await arrive(server, "Mei")
    await become(stage, GREETING, "done")
    assert how_often(server, mei) == 1


async def test_erasing_one_of_those_welcomed_together_leaves_the_others_their_welcome(stage, server):
    mei, ruth = await waiting(stage, server, "Mei", "Ruth")
    passes(stage, 60)
    await become(stage, GREETING, "done")
    await sign_up(mei, "I can mentor", "Gen Z · born 1997 to 2012")
    await mei.clicks("My place")
    await mei.clicks("My data")
    await mei.clicks("Erase everything")
    await mei.clicks("Yes, erase everything")
    await mei.sees("Nothing is kept about you here any more")
    assert (how_often(server, mei), how_often(server, ruth)) == (0, 1)


async def test_nobody_is_greeted_who_was_erased_before_it_could_be(stage, server):
    mei, ruth = await waiting(stage, server, "Mei", "Ruth")
    await ruth.clicks("My place")
    await ruth.clicks("My data")
    await ruth.clicks("Erase everything")
    await ruth.clicks("Yes, erase everything")
    await ruth.sees("Nothing is kept about you here any more")
    passes(stage, 60)
    await become(stage, GREETING, "done")
    assert (how_often(server, mei), how_often(server, ruth)) == (1, 0)


async def test_a_greeting_waits_out_a_restart(stage, server):
    server.world.faults.next("POST", "/messages$", "503 before", times=99)
    (mei,) = await arrive(server, "Mei")
    await become(stage, GREETING, "unknown")
    await stage.stop()
    server.world.faults.clear()
    await stage.start()
    await become(stage, GREETING, "done")
    assert how_often(server, mei) == 1
    assert await states(stage, GREETING) == ["done"]
