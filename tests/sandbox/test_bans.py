"""Bans and invites: who may not come in, and who may."""

from datetime import timedelta

import discord
import pytest

from sandbox import CannotDo
from tests.sandbox.clients import logged_in
from tests.sandbox.refused import refused


async def test_somebody_is_banned_listed_and_forgiven(client, bridge, mei, world, guild):
    await mei.says("#general", "something rude")
    member = await bridge.fetch_member(int(mei.id))
    await member.ban(reason="rude", delete_message_seconds=3600)
    _, user = await client.hears("member_ban")
    assert (user.name, "Mei" in [one.name for one in bridge.members]) == ("mei", False)
    await client.hears("raw_bulk_message_delete")
    await client.hears("raw_member_remove")
    assert [(ban.user.name, ban.reason) async for ban in bridge.bans()] == [("mei", "rude")]
    assert (await bridge.fetch_ban(user)).reason == "rude"
    with pytest.raises(CannotDo, match="banned"):
        await world.join("Mei", guild)
    await bridge.unban(user, reason="sorry")
    await client.hears("member_unban")
    with refused(404, 10026):
        await bridge.fetch_ban(user)
    with refused(404, 10026):
        await bridge.unban(user)
    await world.join("Mei", guild)
    reasons = [entry.reason async for entry in bridge.audit_logs(limit=2)]
    assert reasons == ["sorry", "rude"]


async def test_nobody_bans_above_themselves(bridge, nora, mei):
    with refused(403, 50013):
        await bridge.ban(discord.Object(int(nora.id)))
    with refused(404, 10013):
        await bridge.ban(discord.Object(5))
    with pytest.raises(CannotDo, match="Missing Permissions"):
        await mei.bans(nora)
    await nora.bans(mei, "spam")
    await nora.unbans(mei)


async def test_many_are_banned_at_once(client, bridge, mei, nora, world, guild):
    ruth = await world.join("Ruth", guild)
    asked = [discord.Object(int(person.id)) for person in (mei, ruth, nora)]
    result = await bridge.bulk_ban(asked, reason="a raid")
    assert [one.id for one in result.banned] == [int(mei.id), int(ruth.id)]
    assert [one.id for one in result.failed] == [int(nora.id)]
    with refused(400, 500000):
        await bridge.bulk_ban(asked)


async def test_bans_are_for_those_with_the_intent(sandbox, world, guild):
    intents = discord.Intents(guilds=True, members=True)
    async with logged_in(sandbox, intents=intents) as client:
        mei = await world.join("Mei", guild)
        await world.person("Nora").bans(mei)
        await client.hears("raw_member_remove")
        assert client.all_heard("member_ban") == []


async def test_an_invite_is_made_followed_and_taken_back(client, bridge, lobby, world, guild):
    invite = await lobby.create_invite(max_uses=1, max_age=3600, reason="for a friend")
    assert (invite.channel, invite.inviter, invite.max_uses) == (lobby, client.user, 1)
    olu = world.person("Olu")
    await olu.follows_invite(invite.code)
    await client.hears("member_join")
    with pytest.raises(CannotDo, match="Unknown Invite"):
        await world.person("Ada").follows_invite(invite.code)
    open_to_all = await lobby.create_invite()
    assert [one.code for one in await bridge.invites()] == [open_to_all.code]
    assert [one.code for one in await lobby.invites()] == [open_to_all.code]
    assert (await client.fetch_invite(open_to_all.code)).approximate_member_count == 3
    await open_to_all.delete(reason="enough")
    with refused(404, 10006):
        await client.fetch_invite(open_to_all.code)


async def test_an_invite_runs_out(client, lobby, world):
    invite = await lobby.create_invite(max_age=60)
    world.clock.advance(timedelta(minutes=2).total_seconds())
    with refused(404, 10006):
        await client.fetch_invite(invite.code)
    with refused(400, 50035):
        await lobby.create_invite(max_uses=101)
