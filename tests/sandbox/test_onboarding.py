"""Onboarding: what newcomers are asked, what they get for it, and what it takes to ask."""

import discord
import pytest
from discord import OnboardingPrompt, OnboardingPromptOption, OnboardingPromptType

from sandbox import CannotDo, Permission
from tests.sandbox.refused import refused


@pytest.fixture
async def rooms(bridge, nora, client):
    """A community with seven text channels."""
    made = [bridge.text_channels[0], *[await bridge.create_text_channel(f"room-{n}") for n in range(6)]]
    first = str(made[0].id)
    await nora.edits_server(features=["COMMUNITY"], rules_channel_id=first, public_updates_channel_id=first)
    await client.hears("guild_update")
    return made


@pytest.fixture
async def seats(bridge):
    return [await bridge.create_role(name="Mentor"), await bridge.create_role(name="Mentee")]


def prompt(seats, rooms, title="Your seat?"):
    options = [
        OnboardingPromptOption(title=role.name, roles=[role], channels=[rooms[index]], emoji="🌱")
        for index, role in enumerate(seats)
    ]
    kind = OnboardingPromptType.multiple_choice
    return OnboardingPrompt(
        title=title, options=options, type=kind, single_select=True, required=True, in_onboarding=True
    )


async def test_a_newcomer_answers_and_gets_roles_and_channels(client, bridge, rooms, seats, world, guild):
    made = await bridge.edit_onboarding(
        prompts=[prompt(seats, rooms)], default_channels=rooms, enabled=True, reason="welcome"
    )
    assert [option.title for option in made.prompts[0].options] == ["Mentor", "Mentee"]
    mei = await world.join("Mei", guild)
    (member,) = await client.hears("member_join")
    assert (member.flags.started_onboarding, member.flags.completed_onboarding) == (True, False)
    assert "Your seat? (one of Mentor, Mentee)" in mei.screen()
    with pytest.raises(CannotDo, match="Invalid Form Body"):
        await mei.answers_onboarding({})
    with pytest.raises(CannotDo, match="finds no option 'King'"):
        await mei.answers_onboarding({"Your seat?": "King"})
    with pytest.raises(CannotDo, match="is not asked"):
        await mei.answers_onboarding({"Your name?": "Mei"})
    await mei.answers_onboarding({"Your seat?": "Mentor"})
    _, after = await client.hears("member_update")
    assert [role.name for role in after.roles] == ["@everyone", "Mentor"]
    assert after.flags.completed_onboarding
    assert mei.followed_channels == [room.name for room in rooms]
    assert "Your seat?" not in mei.screen()


async def test_every_edit_by_discord_py_replaces_prompts_and_options(bridge, rooms, seats):
    first = await bridge.edit_onboarding(prompts=[prompt(seats, rooms)])
    again = await bridge.edit_onboarding(prompts=first.prompts)
    assert again.prompts[0].id != first.prompts[0].id
    assert again.prompts[0].options[0].id != first.prompts[0].options[0].id
    assert (await bridge.onboarding()).prompts[0].id == again.prompts[0].id


async def test_ids_that_are_known_are_kept(client, bridge, rooms, seats):
    made = await bridge.edit_onboarding(prompts=[prompt(seats, rooms)])
    kept = made.prompts[0]
    options = [{"id": str(one.id), "title": one.title} for one in kept.options]
    body = {"prompts": [{"id": str(kept.id), "title": "Which seat?", "options": options}]}
    route = discord.http.Route("PUT", f"/guilds/{bridge.id}/onboarding")
    edited = await client.http.request(route, json=body)
    assert edited["prompts"][0]["id"] == str(kept.id)
    assert [one["id"] for one in edited["prompts"][0]["options"]] == [one["id"] for one in options]


async def test_it_takes_a_community_seven_channels_and_five_to_write_in(client, bridge, rooms, seats, nora):
    with refused(400, 350000):
        await bridge.edit_onboarding(default_channels=rooms[:6], enabled=True)
    counted = prompt(seats, rooms[5:])
    with refused(400, 350000):
        await bridge.edit_onboarding(prompts=[counted], default_channels=rooms[:5], enabled=True)
    await bridge.edit_onboarding(
        prompts=[counted], default_channels=rooms[:5], enabled=True, mode=discord.OnboardingMode.advanced
    )
    with refused(400, 350001):
        await bridge.edit_onboarding(default_channels=rooms[:4])
    await bridge.edit_onboarding(enabled=False)
    for room in rooms[:3]:
        await nora.edits_overwrites(room.name, "@everyone", deny=Permission.SEND_MESSAGES)
    with refused(400, 350000):
        await bridge.edit_onboarding(default_channels=rooms, enabled=True)


async def test_it_has_its_bounds(client, bridge, rooms, seats, guild):
    with refused(400, 50035):
        await bridge.edit_onboarding(prompts=[prompt(seats, rooms)] * 16)
    with refused(400, 50035):
        await bridge.edit_onboarding(prompts=[prompt(seats, rooms, title="x" * 101)])
    with refused(404, 10003):
        await bridge.edit_onboarding(default_channels=[discord.Object(5)])
    role = guild.role("Circles")
    role["permissions"] = str(int(role["permissions"]) & ~Permission.MANAGE_ROLES)
    with refused(403, 50013):
        await bridge.edit_onboarding(enabled=False)


async def test_a_newcomer_is_pending_until_they_agree_to_the_rules(client, nora, world, guild):
    await nora.asks_newcomers_to_agree()
    mei = await world.join("Mei", guild)
    (member,) = await client.hears("member_join")
    assert member.pending
    with pytest.raises(CannotDo, match="Missing Permissions"):
        await mei.says("#general", "hello")
    await mei.agrees_to_the_rules()
    _, after = await client.hears("member_update")
    assert not after.pending
    await mei.says("#general", "hello")
