"""A date is moved, edited, called off, left out and put back, from the *More* under its card."""

import asyncio
from datetime import timedelta

import pytest

from domain.discussions import State
from domain.people import Seat
from domain.repeats import Every, Repeat
from domain.rsvps import Answer, Rsvp
from tests.cogs.attending.card import TITLE, Dates
from tests.cogs.ticking import become, quick
from tests.cogs.upkeep.watching import comes_to_rest
from tour.community import sign_up

BOOMER = "Boomer · born 1946 to 1964"
WEEKLY = {"starts_in": timedelta(days=10), "repeat": Repeat(Every.WEEK)}
"""Of its dates, only one has a card yet."""


@pytest.fixture
def database_url(sqlite_url):
    """SQLite: what is asked of either kind is tested in tests/actions."""
    return sqlite_url


@pytest.fixture
async def server(stage, open_bridge):
    await comes_to_rest(stage)
    quick(stage)
    stage.bot.get_cog("Upkeep").settle = 0
    return open_bridge


@pytest.fixture
async def dates(stage, server):
    return Dates(stage, server)


@pytest.fixture
def nora(server):
    """A steward, and the host."""
    server.nora.goes_to("#discussions")
    return server.nora


@pytest.fixture
async def ruth(server):
    person = await server.join("Ruth")
    await sign_up(person, "I want to understand", BOOMER)
    await person.sees("You are in")
    person.goes_to("#discussions")
    return person


async def goes(dates, date, person):
    rsvp = Rsvp(int(person.id), Answer.GOING, Seat.MENTEE, 1, dates.stage.bot.deps.now())
    async with dates.stage.database.begin() as store:
        await store.rsvps.save(date.community_id, date.occurrence_id, rsvp)


async def test_one_date_of_a_series_is_moved_after_it_was_read_back_and_ruth_is_told(dates, nora, ruth):
    date = await dates.plan(**WEEKLY)
    await goes(dates, date, ruth)
    await nora.clicks("More", on=TITLE)
    await nora.clicks("Move")
    await nora.sees("How much of it do you want to move?")
    await nora.clicks("This date only")
    await nora.fills({"When should it be?": "in 264 hours"})
    await nora.sees("Nothing has been changed yet")
    await nora.sees("One person who is going is told by name")
    assert (await dates.found(date)).starts_at == date.starts_at
    await nora.clicks("Yes, do it")
    await nora.sees("hears of it in the thread")
    moved = await dates.found(date)
    assert timedelta(hours=23) < moved.starts_at - date.starts_at < timedelta(hours=25)
    await become(dates.stage, "date-told", "done")
    [said] = [each for each in dates.said() if "has moved" in each]
    assert "@Ruth" in said


async def test_row_01_pressed_twice_it_is_done_once(dates, nora):
    date = await dates.plan(**WEEKLY)
    await nora.clicks("More", on=TITLE)
    await nora.clicks("Skip this date")
    await asyncio.gather(nora.clicks("Yes, do it"), nora.clicks("Yes, do it"))
    await nora.sees("It is left out this time")
    assert (await dates.found(date)).version == 2
    await nora.clicks("Put it back")
    await nora.clicks("Yes, do it")
    await nora.sees("It takes place as planned")


async def test_what_somebody_else_changed_meanwhile_is_shown_as_it_is_now(dates, nora):
    date = await dates.plan()
    await nora.clicks("More", on=TITLE)
    await nora.clicks("Edit")
    await nora.fills({"Title": "On growing old", "How long it takes": "1 h 30 min"})
    await nora.sees("Length: one hour → 1 h 30 min")
    await dates.change(date, title="Something else")
    await nora.clicks("Yes, do it")
    await nora.sees("Somebody else changed it meanwhile")
    await nora.sees("Something else")
    assert (await dates.found(date)).title == "Something else"


async def test_all_of_a_series_is_called_off_with_a_reason(dates, nora, ruth):
    date = await dates.plan(**WEEKLY)
    await goes(dates, date, ruth)
    await nora.clicks("More", on=TITLE)
    await nora.clicks("Cancel")
    await nora.clicks("All of them")
    await nora.fills({"Why?": "Summer has *come*."})
    await nora.sees("It is about 8 dates")
    await nora.clicks("Yes, do it")
    await nora.sees("It was called off")
    assert (await dates.found(date)).state is State.CANCELLED
    await become(dates.stage, "date-told", "done")
    assert any("Summer has \\*come\\*." in each for each in dates.said())


async def test_only_its_host_and_stewards_change_it_and_that_is_asked_at_every_press(dates, nora, ruth):
    await dates.plan(host_id=int(ruth.id), **WEEKLY)
    await ruth.clicks("More", on=TITLE)
    await ruth.clicks("Skip this date")
    await ruth.sees("Nothing has been changed yet")
    await nora.clicks("More", on=TITLE)
    await nora.clicks("Another host")
    mei = await dates.server.join("Mei")
    await sign_up(mei, "I can mentor", BOOMER)
    await nora.fills({"Who hosts it from now on?": ["Mei"]})
    await nora.clicks("Yes, do it")
    await nora.sees("Done")
    await ruth.clicks("Yes, do it")
    await ruth.sees("That is for its host")
    await ruth.clicks("More", on=TITLE)
    assert "[Edit]" not in ruth.screen()


async def test_a_time_that_is_not_understood_changes_nothing_and_leads_back(dates, nora):
    await dates.plan()
    await nora.clicks("More", on=TITLE)
    await nora.clicks("Move")
    await nora.fills({"When should it be?": "next Blursday"})
    await nora.sees("I did not understand when")
    await nora.clicks("More", on="I did not understand when")
    await nora.sees("It takes place as planned")


async def test_everybody_sees_all_dates_and_what_is_coming_with_their_own_answer(dates, nora, ruth):
    await dates.plan(**WEEKLY)
    await goes(dates, await dates.plan(timedelta(days=1), title="What is home?"), ruth)
    await ruth.clicks("More", on=TITLE)
    await ruth.clicks("All dates")
    await ruth.sees("These are still to come")
    assert "[Edit]" not in ruth.screen()
    await ruth.clicks("What is coming")
    page = await ruth.sees("Press a name to go to its card")
    shown = ruth.reads(page)
    assert shown.index("What is home?") < shown.index(TITLE)
    assert shown.count("you are going") == 1
    assert shown.count("you have not answered") == 8
    await nora.clicks("What is coming")
