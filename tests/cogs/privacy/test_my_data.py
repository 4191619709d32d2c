"""Everybody sees, takes away and erases what is kept about them."""

import json

import pytest
import sqlalchemy as sa

from actions import privacy, signup
from data.privacy import person_columns
from data.tables import metadata
from data.types import UserId
from tests.cogs.upkeep.watching import comes_to_rest
from text import shipped
from tour.community import sign_up

SECRET = "I fish \u0000 for מים, and I am *alone*"


@pytest.fixture
async def mei(open_bridge):
    person = await open_bridge.join("Mei")
    await person.sees("Welcome")
    await sign_up(person, "I can mentor", "Gen Z · born 1997 to 2012")
    await person.has_roles("Gen Z", "Mentor")
    return person


async def introduces_herself(mei):
    await mei.clicks("My place")
    await mei.clicks("About me")
    await mei.fills({"One line about yourself": SECRET})
    await mei.sees("Saved")


async def rows_about(stage, user_id):
    """Every table with a person's id in it, and how many rows there are of this person."""
    found = {}
    async with stage.database.read() as store:
        for column in person_columns():
            query = sa.select(sa.func.count()).select_from(column.table).where(column == int(user_id))
            found[f"{column.table.name}.{column.name}"] = (await store.link.execute(query)).scalar_one()
    return found


async def test_the_copy_holds_everything_in_plain_words(stage, mei):
    await introduces_herself(mei)
    await mei.clicks("My data")
    await mei.clicks("Download a copy")
    message = await mei.sees("my-data.json")
    (attachment,) = message["attachments"]
    held = json.loads(stage.world.files[attachment["id"]].data)
    assert set(held) == {"participants", "greetings", "person_keys"}
    (place,) = held["participants"]
    assert place["user_id"] == mei.id
    assert place["about"] == SECRET.replace("\u0000", "")
    assert "wrapped_key" not in held["person_keys"][0]


async def test_erasing_leaves_nothing_in_any_table_and_nothing_on_discord(stage, open_bridge, mei):
    await introduces_herself(mei)
    await mei.clicks("My data")
    await mei.clicks("Erase everything")
    await mei.clicks("Yes, erase everything")
    await mei.sees("Nothing is kept about you here any more")
    await mei.has_roles()
    await open_bridge.nora.sees_not("Welcome, @Mei")
    assert set((await rows_about(stage, mei.id)).values()) == {0}


async def test_the_steward_who_set_up_the_community_can_be_erased_and_the_community_stays(stage, open_bridge):
    nora, community_id = open_bridge.nora, int(open_bridge.guild.id)
    await privacy.erase(stage.bot.deps, community_id, int(nora.id))
    held = await privacy.see(stage.bot.deps, community_id, int(nora.id))
    assert set(held) == {"erasures", "jobs"}
    assert (await signup.place(stage.bot.deps, community_id, int(nora.id))).community.set_up_by is None


async def test_changing_ones_mind_erases_nothing(stage, mei):
    await mei.clicks("My place")
    await mei.clicks("My data")
    await mei.clicks("Erase everything")
    await mei.sees("Nothing has been erased yet")
    await mei.clicks("No, keep it")
    await mei.sees("This is what is kept about you")
    assert (await rows_about(stage, mei.id))["participants.user_id"] == 1


async def test_an_erasure_that_a_restart_interrupts_is_finished_afterwards(stage, open_bridge, mei):
    await privacy.erase(stage.bot.deps, int(open_bridge.guild.id), int(mei.id))
    await stage.restart()
    await mei.has_roles(within=5)
    await mei.sees_not("Welcome, @Mei", within=5)
    for _ in range(100):  # its own row goes last, after what can be seen
        if set((left := await rows_about(stage, mei.id)).values()) == {0}:
            break
        await open_bridge.world.changed.until(lambda: None, 0.05)
    assert set(left.values()) == {0}


async def test_roles_that_cannot_be_taken_away_yet_are_named_and_taken_later(stage, open_bridge, mei):
    await open_bridge.nora.moves_role("Circles", 1)
    await mei.clicks("My place")
    await mei.clicks("My data")
    await mei.clicks("Erase everything")
    await mei.clicks("Yes, erase everything")
    await mei.sees("I could not take your roles away yet")
    assert (await rows_about(stage, mei.id))["participants.user_id"] == 0
    await comes_to_rest(stage)  # no storm of attempts: nothing is tried until somebody changes something
    await open_bridge.nora.moves_role("Circles", len(open_bridge.guild.roles) - 1)
    await stage.restart()
    await mei.has_roles(within=5)


async def test_whoever_was_erased_may_join_again_as_if_for_the_first_time(stage, mei):
    await mei.clicks("My place")
    await mei.clicks("My data")
    await mei.clicks("Erase everything")
    await mei.clicks("Yes, erase everything")
    await sign_up(mei, "Both", "Gen Z · born 1997 to 2012")
    await mei.has_roles("Gen Z", "Mentee", "Mentor")


async def test_what_somebody_wrote_cannot_be_read_in_the_database(stage, mei):
    await introduces_herself(mei)
    async with stage.database.read() as store:
        (stored,) = (await store.link.execute(sa.text("SELECT about FROM participants"))).scalars()
    assert isinstance(stored, bytes)
    assert b"fish" not in stored


def test_no_table_hides_a_persons_id_from_the_walk():
    """The control: a column that looks like a person's id and is none would never be shown or erased."""
    suspects = ("user", "person", "member", "author", "_by", "steward")
    hidden = [
        f"{table.name}.{column.name}"
        for table in metadata.sorted_tables
        for column in table.columns
        if any(word in column.name for word in suspects) and not isinstance(column.type, UserId)
    ]
    assert hidden == []


@pytest.mark.parametrize("language", shipped().languages)
def test_everything_that_is_kept_has_words_for_the_person_it_is_about(language):
    say = shipped().for_reader(language)
    assert all(say(f"data-{column.table.name}") for column in person_columns())
