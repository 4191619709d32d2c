"""Coming, going and being changed: what happens to a guild's members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox import payloads
from sandbox.acting import Actor
from sandbox.audit import differences, exchanged
from sandbox.checks.guilds import check_member
from sandbox.enums import AuditAction, MemberFlag
from sandbox.errors import ApiError
from sandbox.gaps import not_known
from sandbox.handshake import known_members, known_threads
from sandbox.payloads import Json
from sandbox.permissions import Permission
from sandbox.verbs import onboarding, roles, thread_members, voice

if TYPE_CHECKING:
    from sandbox.guild import Guild
    from sandbox.world import World

LOGGED = ("nick", "communication_disabled_until")
EDITABLE = {"nick", "roles", "channel_id", "mute", "deaf", "communication_disabled_until"}


def join(world: World, guild: Guild, account: Json) -> Json:
    """Idempotent. Returns the member; 40007 for whoever is banned."""
    user_id = account["id"]
    if user_id in guild.members:
        return guild.members[user_id]
    if user_id in guild.bans:
        raise ApiError(403, 40007, "The user is banned from this guild.")
    flags = int(MemberFlag.DID_REJOIN) if user_id in guild.former_members else 0
    member = payloads.member(account, world.clock.now().isoformat(), flags=flags)
    onboarding.welcome(guild, member)
    guild.members[user_id] = member
    world.emit("GUILD_MEMBER_ADD", member | {"guild_id": guild.id}, guild)
    return member


def leave(world: World, guild: Guild, user_id: str) -> None:
    """By choice or not. What they held here is gone; the guild remembers that they were here."""
    member = guild.member(user_id)
    voice.leave(world, guild, user_id)
    thread_members.forget(guild, user_id)
    del guild.members[user_id]
    guild.former_members.add(user_id)
    world.emit("GUILD_MEMBER_REMOVE", {"guild_id": guild.id, "user": member["user"]}, guild)


def kick(actor: Actor, member: Json, reason: str | None = None) -> None:
    actor.needs(Permission.KICK_MEMBERS)
    actor.needs_rank_over_member(member)
    user_id = member["user"]["id"]
    if user_id == actor.world.application_id:
        remove_bot(actor.world, actor.guild)
    else:
        leave(actor.world, actor.guild, user_id)
    actor.world.audit.note(actor.guild, AuditAction.MEMBER_KICK, actor.id, user_id, reason)


def invite_bot(actor: Actor, permissions: Permission) -> None:
    """Let the bot in with a managed role of its own. Needs MANAGE_GUILD, and no more than the inviter has."""
    actor.needs(Permission.MANAGE_GUILD)
    actor.needs_own(permissions)
    add_bot(actor.world, actor.guild, permissions)
    actor.world.audit.note(actor.guild, AuditAction.BOT_ADD, actor.id, actor.world.application_id, None)


def add_bot(world: World, guild: Guild, permissions: Permission) -> None:
    """Like any new role, that of a new bot stands below all others."""
    if world.application_id in guild.members:
        return
    name, tags = world.bot_account()["username"], {"bot_id": world.application_id}
    role_id = world.snowflakes.next()
    guild.roles[role_id] = payloads.role(
        role_id, name, permissions=permissions, position=1, managed=True, tags=tags
    )
    guild.bot_joined_at = world.clock.now().isoformat()
    account = world.users[world.application_id]
    guild.members[world.application_id] = payloads.member(account, guild.bot_joined_at, [role_id])
    announce_guild(world, guild, new=True)


def remove_bot(world: World, guild: Guild) -> None:
    """The bot is out, its role with it, and hears so by GUILD_DELETE."""
    member = guild.member(world.application_id)
    for role_id in member["roles"]:
        if guild.roles[role_id]["managed"]:
            del guild.roles[role_id]
    voice.leave(world, guild, world.application_id)
    thread_members.forget(guild, world.application_id)
    del guild.members[world.application_id]
    world.ledger.note("GUILD_DELETE", {"id": guild.id}, guild.id)
    world.sessions.deliver("GUILD_DELETE", {"id": guild.id}, guild.id)
    world.changed.happened()


def announce_guild(world: World, guild: Guild, *, new: bool = False) -> None:
    """GUILD_CREATE for a bot that has just been let in, or whose guild is back."""
    members = known_members(world, guild, intents=0)
    threads = known_threads(world, guild)
    world.emit("GUILD_CREATE", guild.gateway_payload(members, threads, new=new), guild)


def edit(actor: Actor, member: Json, wish: Json, reason: str | None = None) -> Json:
    """Nickname, roles, timeout and voice, each with the permission it needs."""
    check_member(wish)
    strange = sorted(key for key in wish.keys() - EDITABLE if wish[key] is not None)
    if strange:
        raise not_known(f"how to change a member's {', '.join(strange)}")
    if "nick" in wish:
        _needs_to_rename(actor, member)
    if wish.get("roles") is not None:
        roles.needs_exchange(actor, member, set(wish["roles"]))
    if "communication_disabled_until" in wish:
        actor.needs(Permission.MODERATE_MEMBERS)
        actor.needs_rank_over_member(member)
    voice.needs_to_moderate(actor, member, wish)
    voice.moderate(actor, member, wish, reason)
    changes: Json = {key: wish[key] for key in ("nick", "communication_disabled_until") if key in wish}
    if wish.get("roles") is not None:
        changes["roles"] = list(dict.fromkeys(wish["roles"]))
    if not changes:
        return member
    before = dict(member)
    member |= changes
    actor.world.emit("GUILD_MEMBER_UPDATE", member | {"guild_id": actor.guild.id}, actor.guild)
    _note_edit(actor, before, member, reason)
    return member


def _note_edit(actor: Actor, before: Json, member: Json, reason: str | None) -> None:
    """Roles and everything else are two entries."""
    note, user_id = actor.world.audit.note, member["user"]["id"]
    if moved := exchanged(actor.guild, before["roles"], member["roles"]):
        note(actor.guild, AuditAction.MEMBER_ROLE_UPDATE, actor.id, user_id, reason, changes=moved)
    if changed := differences(before, member, LOGGED):
        note(actor.guild, AuditAction.MEMBER_UPDATE, actor.id, user_id, reason, changes=changed)


def _needs_to_rename(actor: Actor, member: Json) -> None:
    if member["user"]["id"] == actor.id:
        actor.needs(Permission.CHANGE_NICKNAME)
    else:
        actor.needs(Permission.MANAGE_NICKNAMES)
        actor.needs_rank_over_member(member)
