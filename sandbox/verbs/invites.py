"""Invites: made for a channel, followed by people, used up, run out or taken back."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sandbox.acting import Actor
from sandbox.checks.settings import check_invite
from sandbox.enums import AuditAction
from sandbox.errors import unknown
from sandbox.gaps import not_known
from sandbox.payloads import Json
from sandbox.permissions import Permission
from sandbox.verbs import members

if TYPE_CHECKING:
    from sandbox.guild import Guild
    from sandbox.world import World

DAY = 24 * 3_600
STRANGE = ("target_type", "target_user_id", "target_application_id", "role_ids")


def create(actor: Actor, channel: Json, wish: Json, reason: str | None = None) -> Json:
    """Good for a day and any number of people unless the wish says otherwise."""
    actor.needs(Permission.CREATE_INSTANT_INVITE, channel)
    check_invite(wish)
    strange = [key for key in STRANGE if wish.get(key)]
    if strange:
        raise not_known(f"invites with {', '.join(strange)}")
    world, guild, now = actor.world, actor.guild, actor.world.clock.now()
    age = DAY if wish.get("max_age") is None else int(wish["max_age"])
    invite: Json = {
        "code": secrets.token_urlsafe(6), "type": 0, "channel_id": channel["id"], "guild_id": guild.id,
        "inviter": actor.member["user"], "created_at": now.isoformat(), "max_age": age, "uses": 0,
        "max_uses": wish.get("max_uses") or 0, "temporary": bool(wish.get("temporary")),
        "expires_at": (now + timedelta(seconds=age)).isoformat() if age else None,
    }  # fmt: skip
    guild.invites[invite["code"]] = invite
    world.emit_in(channel, "INVITE_CREATE", invite)
    world.audit.note(guild, AuditAction.INVITE_CREATE, actor.id, None, reason)
    return invite


def valid(world: World, guild: Guild) -> list[Json]:
    """Those that have neither run out nor been used up."""
    now = world.clock.now()
    return [
        invite
        for invite in guild.invites.values()
        if (invite["expires_at"] is None or datetime.fromisoformat(invite["expires_at"]) > now)
        and (not invite["max_uses"] or invite["uses"] < invite["max_uses"])
        and invite["channel_id"] in guild.channels
    ]


def find(world: World, code: str) -> Json:
    """10006 for one that is not good, or no longer."""
    for guild in world.guilds.values():
        for invite in valid(world, guild):
            if invite["code"] == code:
                return invite
    raise unknown("Invite")


def delete(actor: Actor, invite: Json, reason: str | None = None) -> None:
    """Needs MANAGE_CHANNELS in its channel, or MANAGE_GUILD."""
    channel = actor.guild.channel(invite["channel_id"])
    if not actor.may(Permission.MANAGE_GUILD):
        actor.needs(Permission.MANAGE_CHANNELS, channel)
    del actor.guild.invites[invite["code"]]
    gone = {"channel_id": channel["id"], "guild_id": actor.guild.id, "code": invite["code"]}
    actor.world.emit_in(channel, "INVITE_DELETE", gone)
    actor.world.audit.note(actor.guild, AuditAction.INVITE_DELETE, actor.id, None, reason)


def follow(world: World, account: Json, code: str) -> Guild:
    """Come in by an invite; 10006 when it is not good, 40007 for whoever is banned."""
    invite = find(world, code)
    guild = world.guilds[invite["guild_id"]]
    if account["id"] not in guild.members:
        members.join(world, guild, account)
        invite["uses"] += 1
    return guild
