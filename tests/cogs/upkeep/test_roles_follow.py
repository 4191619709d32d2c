"""Roles that cannot be given at once: the person is told, no click waits, and nothing is forgotten."""

import pytest

from actions import privacy, signup, upkeep
from domain.people import Application, Seat
from sandbox import Permission
from tests.cogs.ticking import become, passes, quick, states
from tests.cogs.upkeep.watching import becomes, comes_to_rest
from tour.community import sign_up

MENTOR, GEN_Z = "I can mentor", "Gen Z · born 1997 to 2012"


@pytest.fixture
async def server(stage, open_bridge):
    await comes_to_rest(stage)
    quick(stage)
    stage.bot.get_cog("Upkeep").settle = 0
    return open_bridge


@pytest.fixture
async def mei(server):
    mei = await server.join("Mei")
    await mei.sees("Welcome")
    return mei


async def test_row_14_what_discord_limits_for_long_follows_by_itself_and_the_person_knows(stage, server, mei):
    server.world.faults.next("PUT", "/members/", "429 90")
    await sign_up(mei, MENTOR, GEN_Z)
    await mei.sees("Your roles follow")
    assert await states(stage, upkeep.ROLES) == ["ready"]
    passes(stage, 91)
    await mei.has_roles("Mentor", "Gen Z", within=5)
    await become(stage, upkeep.ROLES)


async def test_with_many_before_them_a_person_hears_their_place_in_line_and_does_not_wait(
    stage, server, mei, monkeypatch
):
    monkeypatch.setattr("cogs.clock.FEW", 0)
    server.world.faults.next("PUT", "/members/", "429 90", times=2)
    await sign_up(mei, MENTOR, GEN_Z)
    await mei.sees("They come in a moment")
    ruth = await server.join("Ruth")
    await ruth.sees("Welcome")
    await sign_up(ruth, MENTOR, GEN_Z)
    await ruth.sees("One person is before you")
    for _ in range(2):
        passes(stage, 91)
        await comes_to_rest(stage)
    await mei.has_roles("Mentor", "Gen Z", within=5)
    await ruth.has_roles("Mentor", "Gen Z", within=5)


async def test_a_bot_that_ends_after_the_sign_up_gives_the_roles_when_it_is_back(stage, server, mei):
    community_id, user_id = int(server.guild.id), int(mei.id)
    application = Application(Seat.MENTOR, "gen-z", adult=True, agreed=True)
    await signup.enrol(stage.bot.deps, community_id, user_id, application)
    await stage.restart()
    await mei.has_roles("Mentor", "Gen Z", within=5)


async def test_an_erasure_that_discord_holds_up_goes_on_by_itself_and_leaves_no_row(stage, server, mei):
    await sign_up(mei, MENTOR, GEN_Z)
    await mei.has_roles("Mentor", "Gen Z")
    server.world.faults.next("DELETE", "/members/", "429 90")
    await mei.clicks("My place")
    await mei.clicks("My data")
    await mei.clicks("Erase everything")
    await mei.clicks("Yes, erase everything")
    await mei.sees("your roles and what I posted for you still have to go")
    passes(stage, 91)
    await mei.has_roles(within=5)
    await become(stage, privacy.ERASURE)
    assert await privacy.see(stage.bot.deps, int(server.guild.id), int(mei.id)) == {}


async def test_roles_that_are_forbidden_wait_without_a_storm_and_come_when_they_may(stage, server, mei):
    everything = int(Permission.ALL & ~Permission.ADMINISTRATOR)
    await server.nora.edits_role("Circles", permissions=str(everything & ~int(Permission.MANAGE_ROLES)))
    await server.nora.sees("I miss the permission")
    await sign_up(mei, MENTOR, GEN_Z)
    await mei.sees("One thing is still missing")
    await become(stage, upkeep.ROLES, "dead")
    await comes_to_rest(stage)
    since = len(stage.sandbox.requests)
    passes(stage, 3600)
    await comes_to_rest(stage)
    assert len(stage.sandbox.requests) == since
    await server.nora.edits_role("Circles", permissions=str(everything))
    await becomes(server.world, lambda: sorted(mei.roles) == ["Gen Z", "Mentor"])
    await become(stage, upkeep.ROLES)
