"""Rows 34 and 37: what stewards take away from the bot, and what they delete by hand."""

import pytest

from domain.permissions import BUILDING, GATHERING, NEEDED, names
from sandbox import Permission
from sandbox.permissions import DEFAULT_EVERYONE
from tests.cogs.upkeep.watching import (
    CHANNELS,
    ROLES,
    becomes,
    channels,
    comes_to_rest,
    messages_in,
    notices,
    resumes,
    roles,
)
from text import shipped
from tour.community import sign_up

EVERYTHING = Permission.ALL & ~Permission.ADMINISTRATOR
MATRIX = sorted(names(NEEDED))
AT_FIRST = sorted(names(BUILDING))
"""Those without which one had better not begin."""


def title(permission):
    """What Discord calls it."""
    return shipped().for_reader("en")(f"permission-{permission}")


async def takes_away(bridge, permission):
    """From the bot's own role, and from everybody, whose permissions the bot has as well."""
    taken = Permission[permission.upper().replace("-", "_")]
    await bridge.nora.edits_role("@everyone", permissions=str(int(DEFAULT_EVERYONE & ~taken)))
    await bridge.nora.edits_role("Circles", permissions=str(int(EVERYTHING & ~taken)))


def refusals(stage):
    return [call.path for call in stage.sandbox.requests if call.status == 403]


@pytest.mark.parametrize("permission", AT_FIRST)
async def test_row_34_a_permission_missing_at_set_up_is_named_and_nothing_is_begun(stage, bridge, permission):
    await bridge.nora.sees("Hello!")
    await takes_away(bridge, permission)
    await bridge.nora.runs("/setup")
    plan = bridge.nora.reads(await bridge.nora.sees(title(permission)))
    assert "[Do it]" not in plan
    assert channels(bridge.guild) == roles(bridge.guild) == []
    assert refusals(stage) == []


@pytest.mark.parametrize("permission", sorted(names(GATHERING)))
async def test_row_34_what_only_discussions_take_is_named_and_all_else_is_set_up(stage, bridge, permission):
    await bridge.nora.sees("Hello!")
    await takes_away(bridge, permission)
    await bridge.nora.runs("/setup")
    await bridge.nora.sees(title(permission))
    await bridge.nora.clicks("Do it")
    await bridge.nora.sees("Not everything is in place yet", within=10)
    await comes_to_rest(stage)
    assert roles(bridge.guild) == ROLES
    assert set(CHANNELS) - set(channels(bridge.guild)) <= {"discussion room 1"}
    assert refusals(stage) == []


@pytest.mark.parametrize("permission", MATRIX)
async def test_row_34_a_permission_lost_later_is_one_notice_and_no_storm_and_all_goes_on_when_it_is_back(
    stage, server, mei, permission
):
    nora = server.nora
    await takes_away(server, permission)
    await nora.sees(title(permission), within=5)
    for _ in range(2):
        await resumes(stage)
    told = [each for each in notices(server.world, server.guild) if "Something needs a hand" in each]
    assert len(told) == 1
    assert len(refusals(stage)) <= 3
    await nora.edits_role("Circles", permissions=str(int(EVERYTHING)))
    await nora.edits_role("@everyone", permissions=str(int(DEFAULT_EVERYONE)))
    await nora.sees("Mended", within=5)
    await sign_up(mei, "I can mentor", "Gen Z · born 1997 to 2012")
    await mei.has_roles("Gen Z", "Mentor", within=5)


async def deletes_all(server):
    await server.nora.deletes_message("Reverse-mentoring circles")
    for role in ROLES:
        await server.nora.deletes_role(role)
    for channel in ("welcome", "home", "steward-desk", "worldviews", "discussions", "discussion room 1"):
        await server.nora.deletes_channel(channel)


async def while_it_runs(stage, server):
    await deletes_all(server)


async def while_it_is_stopped(stage, server):
    await stage.stop()
    await deletes_all(server)
    await stage.start()


async def during_an_outage(stage, server):
    await server.world.outage(server.guild)
    await deletes_all(server)
    await server.world.restore(server.guild)


async def while_it_is_thrown_out(stage, server):
    await server.nora.kicks_bot(server.guild)
    await deletes_all(server)
    await server.nora.invites_bot(server.guild)


async def while_it_does_not_hear(stage, server):
    await server.world.drop_sockets()
    await deletes_all(server)


STATES = [
    while_it_runs,
    while_it_is_stopped,
    during_an_outage,
    while_it_is_thrown_out,
    while_it_does_not_hear,
]


@pytest.mark.parametrize("state", STATES)
async def test_row_37_whatever_is_deleted_by_hand_is_there_again_once_in_whatever_state(
    stage, server, mei, state
):
    await sign_up(mei, "I can mentor", "Gen Z · born 1997 to 2012")
    await mei.has_roles("Gen Z", "Mentor")
    await state(stage, server)
    await becomes(
        server.world,
        lambda: (
            roles(server.guild) == ROLES
            and channels(server.guild) == CHANNELS
            and messages_in(server.world, server.guild, "home") != []
        ),
        within=10,
    )
    await mei.has_roles("Gen Z", "Mentor", within=10)
    await comes_to_rest(stage)
    assert (roles(server.guild), channels(server.guild)) == (ROLES, CHANNELS)
    assert len(messages_in(server.world, server.guild, "home")) == 1


async def test_row_37_a_deleted_greeting_or_notice_is_not_missed(stage, server, mei):
    await server.nora.deletes_message("Welcome, @Mei")
    await server.nora.deletes_role("Gen X")
    await server.nora.sees("Made again", within=5)
    await server.nora.deletes_message("Made again")
    await stage.restart()
    await comes_to_rest(stage)
    assert not mei.find("Welcome, @Mei")
    assert notices(server.world, server.guild) == []


async def test_row_37_what_was_told_at_a_desk_that_is_gone_is_over_without_a_word(stage, server):
    await server.nora.moves_role("Mentor", len(server.guild.roles) - 1)
    await server.nora.sees("Something needs a hand", within=5)
    await server.nora.deletes_channel("steward-desk")
    await becomes(server.world, lambda: channels(server.guild) == CHANNELS)
    await comes_to_rest(stage)
    await server.nora.moves_role("Mentor", 1)
    await comes_to_rest(stage)
    async with stage.database.read() as store:
        assert await store.notices.open(int(server.guild.id)) == []
