"""A guild's settings: its name, the channels with a special part, and being a community."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.acting import Actor
from sandbox.audit import differences
from sandbox.checks.form import REQUIRED
from sandbox.checks.settings import check_guild
from sandbox.enums import AuditAction, ChannelType
from sandbox.errors import ApiError, invalid
from sandbox.gaps import not_known
from sandbox.payloads import Json
from sandbox.permissions import Permission

if TYPE_CHECKING:
    from sandbox.guild import Guild
    from sandbox.world import World

COMMUNITY = "COMMUNITY"
AGREEMENT = "MEMBER_VERIFICATION_GATE_ENABLED"
"""Feature of a guild whose newcomers are pending until they have agreed to its rules."""
SWITCHABLE = {COMMUNITY, "DISCOVERABLE", "INVITES_DISABLED", "RAID_ALERTS_DISABLED"}
OF_A_COMMUNITY = ("rules_channel_id", "public_updates_channel_id")
CHANNELS = ("afk_channel_id", "system_channel_id", *OF_A_COMMUNITY, "safety_alerts_channel_id")
PICTURES = ("icon", "splash", "banner", "discovery_splash", "home_header")


def edit(actor: Actor, wish: Json, reason: str | None = None) -> Json:
    """Needs MANAGE_GUILD; to become a community or cease to be one, ADMINISTRATOR."""
    actor.needs(Permission.MANAGE_GUILD)
    check_guild(wish)
    _refuse_strange(wish)
    guild, before = actor.guild, actor.guild.settings
    changes = {key: value for key, value in wish.items() if key in before}
    _check_channels(guild, changes)
    settings = before | changes
    if "features" in changes:
        settings["features"] = _features(actor, wish["features"] or [])
    if COMMUNITY in settings["features"]:
        _check_community(settings)
    guild.settings = settings
    actor.world.emit("GUILD_UPDATE", guild.payload(), guild)
    logged = differences(before, settings, changes)
    actor.world.audit.note(guild, AuditAction.GUILD_UPDATE, actor.id, guild.id, reason, changes=logged)
    return guild.payload()


def _refuse_strange(wish: Json) -> None:
    strange = [key for key in PICTURES if wish.get(key)]
    if strange:
        raise not_known(f"how to change a guild's {', '.join(strange)}")


def _check_channels(guild: Guild, changes: Json) -> None:
    for key in CHANNELS:
        if changes.get(key) is None:
            continue
        kind = guild.channel(changes[key])["type"]
        if key in OF_A_COMMUNITY and kind != ChannelType.TEXT:
            raise ApiError(400, 50086, "Community server channels must be text channels")
        if kind != (ChannelType.VOICE if key == "afk_channel_id" else ChannelType.TEXT):
            raise invalid({key: ("CHANNEL_TYPE_INVALID", "Invalid channel type")})


def _features(actor: Actor, asked: list[str]) -> list[str]:
    """What can be switched as asked, everything else as it was."""
    before, wanted = set(actor.guild.settings["features"]), set(asked)
    after = before - SWITCHABLE | wanted & SWITCHABLE
    if COMMUNITY in before ^ after:
        actor.needs(Permission.ADMINISTRATOR)
    return sorted(after)


def _check_community(settings: Json) -> None:
    missing = {key: REQUIRED for key in OF_A_COMMUNITY if not settings[key]}
    if settings["verification_level"] < 1:
        missing["verification_level"] = "BASE_TYPE_CHOICES", "A community needs at least level 1."
    if missing:
        raise invalid(missing)


def needs_no_community(guild: Guild, channel: Json) -> None:
    """50074 for a channel that a community cannot be without."""
    settings = guild.settings
    if COMMUNITY in settings["features"] and channel["id"] in [settings[key] for key in OF_A_COMMUNITY]:
        raise ApiError(400, 50074, "Cannot delete a channel required for Community guilds")


def forget_channel(world: World, guild: Guild, channel_id: str) -> None:
    """A deleted channel has no special part any longer."""
    parts = [key for key in CHANNELS if guild.settings[key] == channel_id]
    if parts:
        guild.settings |= dict.fromkeys(parts)
        world.emit("GUILD_UPDATE", guild.payload(), guild)


def set_feature(world: World, guild: Guild, feature: str, on: bool) -> None:
    """Switch one that no route switches, and say so."""
    before = set(guild.settings["features"])
    after = before | {feature} if on else before - {feature}
    if after != before:
        guild.settings["features"] = sorted(after)
        world.emit("GUILD_UPDATE", guild.payload(), guild)
