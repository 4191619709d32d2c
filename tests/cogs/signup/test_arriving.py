"""Arriving in the server, leaving it, and coming back."""

from datetime import timedelta

import pytest

from actions.deps import utc_now
from sandbox import Permission
from tests.cogs.upkeep.watching import comes_to_rest
from tour.community import sign_up
from tour.stage import on_stage


async def greetings(stage, bridge, person):
    return [
        m for m in person.newest_first() if "Welcome" in person.reads(m) and person.name in person.reads(m)
    ]


async def test_a_newcomer_is_greeted_by_name_and_shown_the_way_in(open_bridge):
    mei = await open_bridge.join("Mei")
    greeting = await mei.sees("Welcome, @Mei")
    assert "[Join the circles]" in mei.reads(greeting)


async def test_an_arrival_that_discord_tells_twice_is_greeted_once(stage, open_bridge):
    mei = await open_bridge.join("Mei")
    await mei.sees("Welcome")
    member = open_bridge.guild.member(mei.id)
    for _ in range(2):
        stage.world.emit("GUILD_MEMBER_ADD", member | {"guild_id": open_bridge.guild.id}, open_bridge.guild)
    await stage.world.told()
    await mei.clicks("My place")
    await mei.sees("You are not in the circles yet")
    assert len(await greetings(stage, open_bridge, mei)) == 1


async def test_whoever_leaves_the_server_and_comes_back_finds_their_place_and_roles(open_bridge):
    mei = await open_bridge.join("Mei")
    await sign_up(mei, "I can mentor", "Gen Z · born 1997 to 2012")
    await mei.has_roles("Gen Z", "Mentor")
    await mei.leaves()
    back = await open_bridge.join("Mei")
    await back.sees("Welcome back")
    await back.has_roles("Gen Z", "Mentor", within=5)


async def test_whoever_comes_back_unseen_during_an_outage_has_their_roles_again(stage, open_bridge):
    mei = await open_bridge.join("Mei")
    await sign_up(mei, "I can mentor", "Gen Z · born 1997 to 2012")
    await mei.has_roles("Gen Z", "Mentor")
    await stage.stop()
    await mei.leaves()
    back = await open_bridge.join("Mei")
    await stage.start()
    await back.has_roles("Gen Z", "Mentor", within=5)


async def test_whoever_came_while_the_bot_was_away_is_greeted_once_when_it_is_back(stage, open_bridge):
    await stage.stop()
    mei = await open_bridge.join("Mei")
    await stage.start()
    await mei.sees("Welcome, @Mei", within=5)
    await stage.restart()
    await comes_to_rest(stage)
    assert len(await greetings(stage, open_bridge, mei)) == 1


async def test_whoever_was_greeted_and_erased_is_not_greeted_again(stage, open_bridge):
    mei = await open_bridge.join("Mei")
    await mei.sees("Welcome, @Mei")
    await mei.runs("/my-place")
    for button in ("My data", "Erase everything", "Yes, erase everything"):
        await mei.clicks(button)
    await stage.restart()
    await comes_to_rest(stage)
    assert await greetings(stage, open_bridge, mei) == []


async def test_whoever_was_there_before_the_community_was_set_up_is_no_newcomer(stage, bridge):
    mei = await bridge.join("Mei")
    await bridge.is_set_up()
    await stage.restart()
    await comes_to_rest(stage)
    assert await greetings(stage, bridge, mei) == []


@pytest.mark.parametrize("minutes", [5, -5])
async def test_a_clock_five_minutes_off_loses_no_greeting_and_doubles_none(database, bridge, minutes):
    def now():
        return utc_now() + timedelta(minutes=minutes)

    async with on_stage(database, bridge.world, now) as stage:
        await bridge.is_set_up()
        mei = await bridge.join("Mei")
        await mei.sees("Welcome, @Mei")
        await stage.stop()
        ruth = await bridge.join("Ruth")
        for _ in range(2):
            await stage.restart()
            await comes_to_rest(stage)
        assert [len(await greetings(stage, bridge, each)) for each in (mei, ruth)] == [1, 1]


async def test_another_bot_is_not_greeted(stage, open_bridge):
    guild = open_bridge.guild
    helper = {"id": stage.world.snowflakes.next(), "username": "helper", "discriminator": "0", "avatar": None,
              "global_name": None, "bot": True}  # fmt: skip
    member = guild.member(open_bridge.nora.id) | {"user": helper, "roles": []}
    stage.world.emit("GUILD_MEMBER_ADD", member | {"guild_id": guild.id}, guild)
    await stage.world.told()
    await open_bridge.nora.runs("/my-place")
    await open_bridge.nora.sees_not("Welcome")


@pytest.mark.parametrize("locale", ["en-US", "ja"])
async def test_the_greeting_speaks_the_language_of_the_community(open_bridge, locale):
    await (await open_bridge.join("Mei", locale=locale)).sees("Good that you are here")


async def test_a_welcome_channel_that_cannot_be_made_again_causes_no_storm(stage, open_bridge):
    nora = open_bridge.nora
    await nora.edits_role("Circles", permissions=str(int(Permission.VIEW_CHANNEL | Permission.SEND_MESSAGES)))
    await nora.deletes_channel("welcome")
    mei = await open_bridge.join("Mei")
    await comes_to_rest(stage)
    await mei.sees_not("Welcome, @Mei")
    await nora.edits_role("Circles", permissions=str(int(Permission.ALL & ~Permission.ADMINISTRATOR)))
    await mei.sees("Welcome, @Mei", within=5)
