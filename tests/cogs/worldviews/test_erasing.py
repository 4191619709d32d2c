"""Whoever is erased leaves nothing of theirs in the forum."""

import pytest
import sqlalchemy as sa

from data.tables import metadata
from tests.cogs.ticking import become
from tests.cogs.upkeep.watching import becomes, comes_to_rest
from tests.cogs.worldviews.explaining import BELIEF, explains, rows, threads, writes


async def erases(person):
    person.goes_to("home")
    await person.clicks("My place")
    await person.clicks("My data")
    await person.sees("This is what is kept about you")
    await person.clicks("Erase everything")
    await person.clicks("Yes, erase everything")


async def ids_left(stage, user_id):
    """The tables in which this number stands anywhere."""
    async with stage.database.read() as store:
        found = {}
        for table in metadata.sorted_tables:
            text = str([tuple(row) for row in await store.link.execute(sa.select(table))])
            if str(user_id) in text:
                found[table.name] = text
    return found


async def test_the_thread_goes_with_whoever_explained_it(stage, mei):
    await explains(mei)
    await mei.sees("It stands here")
    await erases(mei)
    await mei.sees("Nothing is kept about you here any more")
    await becomes(stage.world, lambda: threads(stage) == [])
    await comes_to_rest(stage)
    assert await rows(stage) == []
    assert await ids_left(stage, mei.id) == {}


async def test_of_a_post_by_hand_our_card_goes_and_it_is_not_found_again(stage, server, mei):
    await mei.posts("worldviews", "By hand", "My own words")
    await become(stage, "worldview", "done")
    await erases(mei)
    thread = mei.channel("By hand")
    await becomes(stage.world, lambda: len(mei.messages(thread)) == 1)
    await stage.restart()
    await comes_to_rest(stage)
    assert await rows(stage) == []
    assert [mei.reads(message) for message in mei.messages(thread)] == ["My own words"]


async def test_a_draft_goes_too(stage, mei):
    await writes(mei)
    await erases(mei)
    await mei.sees("Nothing is kept about you here any more")
    assert await ids_left(stage, mei.id) == {}


async def test_a_post_that_is_on_its_way_is_taken_off_when_it_arrives(stage, mei):
    await writes(mei)
    stage.world.faults.next("POST", "/threads$", "drop after")
    stage.world.faults.next("GET", "/threads/active$", "503 before")
    await mei.clicks("Post it")
    await becomes(stage.world, lambda: len(threads(stage)) == 1)
    await erases(mei)
    await becomes(stage.world, lambda: threads(stage) == [])
    await comes_to_rest(stage)
    assert await ids_left(stage, mei.id) == {}


@pytest.mark.parametrize("fault", ["403", "503 before"])
async def test_what_cannot_be_taken_off_yet_is_taken_off_later(stage, server, mei, fault):
    await explains(mei)
    await mei.sees("It stands here")
    stage.world.faults.next("DELETE", r"/channels/\d+$", fault)
    await erases(mei)
    await mei.sees("Nothing is kept about you here any more")
    await stage.restart()
    await becomes(stage.world, lambda: threads(stage) == [], within=10)


async def test_a_thread_that_was_deleted_by_hand_keeps_no_erasure_waiting(stage, server, mei):
    await explains(mei)
    await mei.sees("It stands here")
    await server.nora.deletes_thread(BELIEF)
    await erases(mei)
    await mei.sees("Nothing is kept about you here any more")
    await comes_to_rest(stage)
    assert await ids_left(stage, mei.id) == {}
