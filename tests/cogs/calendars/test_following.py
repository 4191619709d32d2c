"""An address that a calendar follows: made, seen once, made anew, taken back; a file where there is none."""

import re

import pytest
from icalendar import Calendar

from actions import calendars
from cogs.calendars.following import NewAddressButton
from cogs.kit.cards import Card
from domain.calendars import COMMUNITY
from tests.cogs.calendars.conftest import PLACE
from tests.planning import planned

ADDRESS = re.compile(re.escape(PLACE) + r"calendar/([\w-]{43})\.ics")


def secret_in(person, message):
    found = ADDRESS.search(person.reads(message))
    assert found
    return found[1]


async def attached(stage, person):
    message = await person.sees("discussions.ics")
    (attachment,) = message["attachments"]
    return Calendar.from_ical(stage.world.files[attachment["id"]].data)


async def is_of(stage, secret):
    owner = await calendars.owner(stage.bot.deps, secret)
    return owner and owner.user_id


async def test_one_press_gives_an_address_that_is_shown_this_once(stage, mei):
    await mei.clicks("My calendar")
    secret = secret_in(mei, await mei.sees("Your address"))
    assert await is_of(stage, secret) == int(mei.id)
    await mei.clicks("My calendar")
    assert secret not in mei.reads(await mei.sees("I keep no copy of it"))


async def test_a_new_address_ends_the_old_one_and_taken_back_there_is_none(stage, mei):
    await mei.clicks("My calendar")
    first = secret_in(mei, await mei.sees("Your address"))
    await mei.clicks("New address")
    await mei.sees_not(first)
    second = secret_in(mei, await mei.sees("Your address"))
    assert (await is_of(stage, first), await is_of(stage, second)) == (None, int(mei.id))
    await mei.clicks("Take it back")
    await mei.sees("shows nothing to anybody any more")
    assert await is_of(stage, second) is None
    await mei.clicks("New address")
    assert await is_of(stage, secret_in(mei, await mei.sees("Your address"))) == int(mei.id)


async def test_the_same_as_a_file(stage, server, mei):
    date = await planned(stage, server, mei)
    await mei.clicks("My calendar")
    await mei.clicks("As a file")
    [event] = (await attached(stage, mei)).walk("VEVENT")
    assert event["SUMMARY"] == date.title


async def test_without_a_place_on_the_web_there_is_a_file_and_the_reason(stage, server, mei):
    await planned(stage, server, mei)
    stage.bot.calendar_url = None
    await mei.clicks("My calendar")
    await mei.sees("has not given me a place on the web")
    assert len((await attached(stage, mei)).walk("VEVENT")) == 1
    await server.nora.clicks("Shared calendar")
    await server.nora.sees("CALENDAR_URL")
    assert len((await attached(stage, server.nora)).walk("VEVENT")) == 1


async def test_stewards_hand_out_the_communitys_address(stage, server):
    await server.nora.clicks("Shared calendar")
    secret = secret_in(server.nora, await server.nora.sees("every discussion that is open to all"))
    assert await is_of(stage, secret) == COMMUNITY
    await server.nora.clicks("Take it back")
    await server.nora.sees("shows nothing to anybody any more")
    assert await is_of(stage, secret) is None


async def test_who_has_not_joined_is_shown_the_way_in(server):
    tomas = await server.join("Tomas")
    await tomas.clicks("My calendar")
    await tomas.sees("You are not in the circles at the moment")


@pytest.mark.parametrize("whose", ["ours", "yours"])
async def test_nobody_else_may_touch_the_communitys_address(stage, server, mei, whose):
    """A custom id may be sent by anybody, from anywhere."""
    say = stage.bot.words.for_reader("en")
    guild = stage.bot.get_guild(int(server.guild.id))
    channel = next(each for each in guild.text_channels if each.name == "home")
    await channel.send(view=Card([NewAddressButton(say, whose=whose)]))
    await mei.clicks("New address")
    await mei.sees_not("Your address")
    assert await calendars.find(stage.bot.deps, int(server.guild.id)) is None
