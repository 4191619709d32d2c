"""A discussion room at rest: everybody sees it, nobody enters it, and it is never out of stewards' view."""

import pytest

from sandbox import CannotDo, Permission
from tests.cogs.upkeep.watching import becomes, channels, comes_to_rest, notices, resumes

ROOM = "#discussion room 1"


@pytest.fixture
async def olga(server):
    """A steward who is no administrator."""
    olga = await server.join("Olga")
    await server.nora.creates_role("Stewards", permissions=str(int(Permission.MANAGE_GUILD)))
    await server.nora.gives_role(olga, "Stewards")
    return olga


async def test_at_rest_everybody_sees_a_room_and_only_stewards_enter_it(stage, server, mei, olga):
    await resumes(stage)
    assert mei.channel(ROOM)
    with pytest.raises(CannotDo):
        await mei.joins_voice(ROOM)
    await olga.joins_voice(ROOM)


async def test_a_steward_who_is_kept_out_of_a_room_is_let_in_again_and_it_is_told_once(stage, server, olga):
    await resumes(stage)
    shut = int(Permission.CONNECT | Permission.VIEW_CHANNEL)
    await server.nora.edits_overwrites(ROOM, "Stewards", deny=shut)
    await server.nora.sees("Open to stewards again")
    await comes_to_rest(stage)
    await olga.joins_voice(ROOM)
    assert sum("Open to stewards again" in each for each in notices(server.world, server.guild)) == 1


async def test_whoever_is_let_into_a_room_by_hand_while_it_is_shut_is_not(stage, server, mei):
    await server.nora.edits_overwrites(ROOM, "Mentor", allow=int(Permission.CONNECT))
    await comes_to_rest(stage)
    with pytest.raises(CannotDo):
        await mei.joins_voice(ROOM)


async def test_other_rooms_of_the_server_are_never_touched(stage, server, mei, olga):
    await server.nora.edits_overwrites("#General", "Stewards", deny=int(Permission.CONNECT))
    before = [dict(each) for each in server.guild.channel("General")["permission_overwrites"]]
    await resumes(stage)
    assert server.guild.channel("General")["permission_overwrites"] == before
    await mei.joins_voice("#General")


async def test_a_room_deleted_by_hand_is_there_again(stage, server):
    await server.nora.deletes_channel(ROOM)
    await becomes(server.world, lambda: "discussion room 1" in channels(server.guild))
    await server.nora.sees("Made again")


async def test_the_role_of_hosts_is_given_and_taken_by_hand_alone(stage, server, mei):
    await server.nora.gives_role(mei, "Host")
    await stage.restart()
    await comes_to_rest(stage)
    await mei.has_roles("Gen Z", "Host", "Mentor")
