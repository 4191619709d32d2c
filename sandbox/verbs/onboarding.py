"""Onboarding: what a guild asks its newcomers, and what their answers give them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from sandbox.acting import Actor
from sandbox.audit import differences, exchanged
from sandbox.checks.settings import check_onboarding
from sandbox.enums import AuditAction, MemberFlag
from sandbox.errors import ApiError, invalid
from sandbox.payloads import Json
from sandbox.permissions import Permission, within
from sandbox.verbs.guilds import AGREEMENT, COMMUNITY, set_feature

if TYPE_CHECKING:
    from sandbox.guild import Guild
    from sandbox.world import World

MIN_CHANNELS, MIN_WRITABLE = 7, 5
ADVANCED = 1
"""The mode in which the channels behind the answers count too."""
LOGGED = ("enabled", "mode", "default_channel_ids", "prompts")


def edit(actor: Actor, wish: Json, reason: str | None = None) -> Json:
    """Change what `wish` names. Prompts and options whose id is known keep it, all others get a new one.

    350000 for switching it on below seven default channels, five of them for everyone to write in; 350001 for
    falling below while it is on.
    """
    actor.needs(Permission.MANAGE_GUILD | Permission.MANAGE_ROLES)
    check_onboarding(wish)
    world, guild, before = actor.world, actor.guild, actor.guild.onboarding
    after = before | {key: wish[key] for key in ("enabled", "mode") if wish.get(key) is not None}
    if wish.get("default_channel_ids") is not None:
        after["default_channel_ids"] = [guild.channel(one)["id"] for one in wish["default_channel_ids"]]
    if wish.get("prompts") is not None:
        after["prompts"] = [_prompt(world, guild, one) for one in wish["prompts"]]
    if after["enabled"] and not _meets_requirements(guild, after):
        if before["enabled"]:
            raise ApiError(400, 350001, "Cannot update onboarding while below requirements")
        raise ApiError(400, 350000, "Cannot enable onboarding, requirements are not met")
    guild.onboarding = after
    set_feature(world, guild, "GUILD_ONBOARDING", on=after["enabled"])
    action = AuditAction.ONBOARDING_UPDATE if before["prompts"] else AuditAction.ONBOARDING_CREATE
    changes = differences(before, after, LOGGED)
    world.audit.note(guild, action, actor.id, guild.id, reason, changes=changes)
    return after


def _prompt(world: World, guild: Guild, wish: Json) -> Json:
    known = {one["id"]: one for one in guild.onboarding["prompts"]}
    before = known.get(wish["id"])
    options = {one["id"] for one in before["options"]} if before else set()
    return {
        "id": wish["id"] if before else world.snowflakes.next(), "title": wish["title"],
        "type": wish.get("type") or 0, "single_select": bool(wish.get("single_select")),
        "required": bool(wish.get("required")), "in_onboarding": bool(wish.get("in_onboarding")),
        "options": [_option(world, guild, one, options) for one in wish["options"]],
    }  # fmt: skip


def _option(world: World, guild: Guild, wish: Json, known: Collection[str]) -> Json:
    emoji = {
        "id": wish.get("emoji_id"), "name": wish.get("emoji_name"),
        "animated": bool(wish.get("emoji_animated")),
    }  # fmt: skip
    return {
        "id": wish["id"] if wish.get("id") in known else world.snowflakes.next(), "title": wish["title"],
        "description": wish.get("description") or "", "emoji": emoji,
        "role_ids": [guild.role(one)["id"] for one in wish.get("role_ids") or ()],
        "channel_ids": [guild.channel(one)["id"] for one in wish.get("channel_ids") or ()],
    }  # fmt: skip


def _meets_requirements(guild: Guild, wanted: Json) -> bool:
    counted = set(wanted["default_channel_ids"])
    if wanted["mode"] == ADVANCED:
        options = [option for prompt in wanted["prompts"] for option in prompt["options"]]
        counted |= {channel_id for option in options for channel_id in option["channel_ids"]}
    writable = [one for one in counted if _everyone_writes_in(guild, guild.channels[one])]
    community = COMMUNITY in guild.settings["features"]
    return community and len(counted) >= MIN_CHANNELS and len(writable) >= MIN_WRITABLE


def _everyone_writes_in(guild: Guild, channel: Json) -> bool:
    nobody_special = {"user": {"id": "0"}, "roles": []}
    return Permission.SEND_MESSAGES in within(guild, nobody_special, channel)


def welcome(guild: Guild, member: Json) -> None:
    """Mark somebody who is just coming in: they have questions to answer, or rules to agree to."""
    guild.answered.pop(member["user"]["id"], None)
    if guild.onboarding["enabled"]:
        member["flags"] |= int(MemberFlag.STARTED_ONBOARDING)
    member["pending"] = AGREEMENT in guild.settings["features"]


def asked(guild: Guild) -> list[Json]:
    """The prompts that a newcomer goes through."""
    return [one for one in guild.onboarding["prompts"] if one["in_onboarding"]]


def answer(actor: Actor, answers: Mapping[str, Collection[str]]) -> None:
    """A member's options by prompt (ids of both): they get roles, follow channels, and are through.

    Whoever answers anew gives back what their former options gave them.
    """
    guild, member = actor.guild, actor.member
    if not guild.onboarding["enabled"]:
        raise ApiError(400, 350001, "Cannot update onboarding while below requirements")
    _check_answers(guild, answers)
    chosen = {option_id for options in answers.values() for option_id in options}
    options = [option for option in _options(guild) if option["id"] in chosen]
    former = set(guild.answered.get(actor.id, ()))
    back = {role for option in _options(guild) if option["id"] in former for role in option["role_ids"]}
    kept = [role_id for role_id in member["roles"] if role_id not in back]
    roles = [*kept, *(role_id for option in options for role_id in option["role_ids"])]
    guild.answered[actor.id] = [option["id"] for option in options]
    followed = [channel_id for option in options for channel_id in option["channel_ids"]]
    guild.followed[actor.id] = list(dict.fromkeys([*guild.onboarding["default_channel_ids"], *followed]))
    before = list(member["roles"])
    member["roles"] = [one for one in dict.fromkeys(roles) if one in guild.roles]
    member["flags"] |= int(MemberFlag.STARTED_ONBOARDING | MemberFlag.COMPLETED_ONBOARDING)
    actor.world.emit("GUILD_MEMBER_UPDATE", member | {"guild_id": guild.id}, guild)
    if changes := exchanged(guild, before, member["roles"]):
        action = AuditAction.MEMBER_ROLE_UPDATE
        actor.world.audit.note(guild, action, actor.id, actor.id, None, changes=changes)


def _options(guild: Guild) -> list[Json]:
    return [option for prompt in guild.onboarding["prompts"] for option in prompt["options"]]


def _check_answers(guild: Guild, answers: Mapping[str, Collection[str]]) -> None:
    for prompt in guild.onboarding["prompts"]:
        chosen = answers.get(prompt["id"], ())
        if prompt["required"] and prompt["in_onboarding"] and not chosen:
            raise invalid({prompt["title"]: ("BASE_TYPE_REQUIRED", "This field is required")})
        if prompt["single_select"] and len(chosen) > 1:
            raise invalid({prompt["title"]: ("BASE_TYPE_MAX_LENGTH", "Must be 1 or fewer in length.")})


def agree(actor: Actor) -> None:
    """Accept the rules (membership screening): no longer pending. Idempotent."""
    if actor.member["pending"]:
        actor.member["pending"] = False
        actor.world.emit("GUILD_MEMBER_UPDATE", actor.member | {"guild_id": actor.guild.id}, actor.guild)
