"""Rooms, stages and scheduled events, and what newcomers are asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import discord
from discord import EntityType, OnboardingPrompt, OnboardingPromptOption, OnboardingPromptType, PrivacyLevel
from discord.abc import Snowflake

from sandbox.people.person import Person

TEA_ROOM, QUIET_ROOM, PODIUM = "Tea room", "Quiet room", "Podium"
TOPIC = "What the telephone changed"
SEATS = (("Mentor", "🌳", "I know something"), ("Mentee", "🌱", "I would like to"))
FOR_ALL = ("general", "headings", "inline", "blocks", "lists", "links", "mentions")
"""As many channels as onboarding needs, for everybody to write in."""
TO_CHOOSE = ("times", "emoji", "right-to-left")


async def rooms(guild: discord.Guild, category: discord.CategoryChannel, now: datetime) -> None:
    """Two rooms and a stage that is live, with an event in each and one elsewhere."""
    tea = await guild.create_voice_channel(TEA_ROOM, category=category, user_limit=8)
    await tea.edit(status="Second pot is on")
    await guild.create_voice_channel(QUIET_ROOM, category=category)
    podium = await guild.create_stage_channel(PODIUM, category=category)
    await podium.create_instance(topic=TOPIC)
    await _events(guild, tea, podium, now)


async def _events(
    guild: discord.Guild, tea: discord.VoiceChannel, podium: discord.StageChannel, now: datetime
) -> None:
    inside, members = PrivacyLevel.guild_only, timedelta(days=1)
    on = await guild.create_scheduled_event(
        name="Tea, now", start_time=now + timedelta(minutes=1), channel=tea, privacy_level=inside,
        entity_type=EntityType.voice, description="Come as you are.",
    )  # fmt: skip
    await on.start()
    await guild.create_scheduled_event(
        name="Tea again", start_time=now + members, channel=tea, privacy_level=inside,
        entity_type=EntityType.voice,
    )  # fmt: skip
    await guild.create_scheduled_event(
        name="Talk", start_time=now + 2 * members, channel=podium, privacy_level=inside,
        entity_type=EntityType.stage_instance, description="Ruth talks, **you** ask.",
    )  # fmt: skip
    await guild.create_scheduled_event(
        name="Picnic", start_time=now + 3 * members, end_time=now + 3 * members + timedelta(hours=2),
        location="Roundhay Park, by the pond", privacy_level=inside, entity_type=EntityType.external,
    )  # fmt: skip


async def people_come(nora: Person, in_tea_room: Sequence[Person], on_podium: Sequence[Person]) -> None:
    """Three in the tea room: one as they came, one muted by themselves, one by the owner. On the stage a
    speaker, one who asks to speak, and the audience."""
    for person in in_tea_room:
        await person.joins_voice(TEA_ROOM)
    await in_tea_room[1].mutes_self()
    await nora.mutes(in_tea_room[2])
    await nora.joins_voice(PODIUM)
    await nora.speaks()
    for person in on_podium:
        await person.joins_voice(PODIUM)
    await on_podium[0].asks_to_speak()


async def onboarding(guild: discord.Guild) -> None:
    """One of some and any of some, required and not; answers give roles and channels."""
    roles = {role.name: role for role in guild.roles}
    channels = {channel.name: channel for channel in guild.text_channels}
    seats = [
        OnboardingPromptOption(title=title, emoji=emoji, description=words, roles=[roles[f"{title}s"]])
        for title, emoji, words in SEATS
    ]
    topics = [
        OnboardingPromptOption(title=f"Read #{name}", emoji="📖", channels=[channels[name]])
        for name in TO_CHOOSE
    ]
    prompts = [
        _prompt("Which seat is yours?", seats, single=True),
        _prompt("What would you like to read?", topics, single=False),
    ]
    for_all: list[Snowflake] = [channels[name] for name in FOR_ALL]
    await guild.edit_onboarding(prompts=prompts, default_channels=for_all, enabled=True)


def _prompt(title: str, options: list[OnboardingPromptOption], *, single: bool) -> OnboardingPrompt:
    """What has one answer must be answered."""
    return OnboardingPrompt(
        type=OnboardingPromptType.multiple_choice, title=title, options=options,
        single_select=single, required=single, in_onboarding=True,
    )  # fmt: skip
