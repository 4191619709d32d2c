"""A guild's settings, and what it needs to be a community."""

import discord
import pytest

from sandbox import CannotDo
from tests.sandbox.refused import refused


async def test_a_guild_is_renamed_and_given_its_channels(client, bridge, lounge, lobby):
    edited = await bridge.edit(
        name="The Bridge", afk_channel=lounge, afk_timeout=900, system_channel=None,
        preferred_locale=discord.Locale.spain_spanish, description="Across", reason="spring",
    )  # fmt: skip
    assert (edited.name, edited.afk_timeout, edited.description) == ("The Bridge", 900, "Across")
    await client.hears("guild_update")
    assert (bridge.name, bridge.afk_channel, bridge.system_channel) == ("The Bridge", lounge, None)
    assert bridge.preferred_locale is discord.Locale.spain_spanish
    (entry,) = [one async for one in bridge.audit_logs(action=discord.AuditLogAction.guild_update)]
    assert (entry.reason, entry.before.name, entry.after.name) == ("spring", "Bridge", "The Bridge")
    await lounge.delete()
    await client.hears("guild_update", 2)
    assert bridge.afk_channel is None


async def test_settings_have_their_bounds(client, bridge, lobby):
    with refused(400, 50035):
        await bridge.edit(name="x")
    with refused(400, 50035):
        await bridge.edit(afk_timeout=61)
    with refused(400, 50035):
        await client.http.edit_guild(bridge.id, afk_channel_id=lobby.id)
    with refused(501, 0):
        await bridge.edit(icon=bytes.fromhex("89504e470d0a1a0a"))


async def test_only_those_who_manage_the_server_change_it(world, mei, guild, bridge):
    with pytest.raises(CannotDo, match="Missing Permissions"):
        await mei.edits_server(name="Mine")


async def test_a_community_is_made_by_an_administrator_and_keeps_its_channels(
    client, bridge, nora, lobby, lounge
):
    with refused(403, 50013):
        await bridge.edit(community=True, rules_channel=lobby, public_updates_channel=lobby)
    with pytest.raises(CannotDo, match="Invalid Form Body"):
        await nora.edits_server(features=["COMMUNITY"])
    await nora.edits_server(
        features=["COMMUNITY"], rules_channel_id=str(lobby.id), public_updates_channel_id=str(lobby.id)
    )
    await client.hears("guild_update")
    assert "COMMUNITY" in bridge.features
    assert bridge.rules_channel == lobby
    with refused(400, 50074):
        await lobby.delete()
    with refused(400, 50086):
        await client.http.edit_guild(bridge.id, rules_channel_id=lounge.id)


async def test_nobody_has_emojis_or_stickers_of_their_own(client, bridge):
    assert await bridge.fetch_emojis() == []
    assert await bridge.fetch_stickers() == []
    assert await client.fetch_application_emojis() == []
    with refused(404, 10014):
        await bridge.fetch_emoji(5)
    with refused(404, 10060):
        await bridge.fetch_sticker(5)
