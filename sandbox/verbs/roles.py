"""Making, changing, ordering, giving and taking roles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sandbox import payloads
from sandbox.acting import Actor
from sandbox.audit import differences, exchanged
from sandbox.checks.guilds import check_role
from sandbox.enums import AuditAction
from sandbox.errors import ApiError, missing_permissions
from sandbox.payloads import Json
from sandbox.permissions import Permission

MAX_ROLES = 250
LOGGED = ("name", "permissions", "color", "hoist", "mentionable")


def create(actor: Actor, wish: Json, reason: str | None = None) -> Json:
    """A new role at position 1. Of several at one position the youngest stands lowest."""
    actor.needs(Permission.MANAGE_ROLES)
    check_role(wish)
    guild = actor.guild
    if len(guild.roles) >= MAX_ROLES:
        raise ApiError(400, 30005, f"Maximum number of guild roles reached ({MAX_ROLES})")
    given = {key: value for key, value in wish.items() if value is not None}
    permissions = int(given.pop("permissions", guild.everyone["permissions"]))
    actor.needs_own(permissions & ~int(guild.everyone["permissions"]))
    name = given.pop("name", None) or "new role"
    role = payloads.role(actor.world.snowflakes.next(), name, permissions=permissions, position=1, **given)
    guild.roles[role["id"]] = role
    actor.world.emit("GUILD_ROLE_CREATE", {"guild_id": guild.id, "role": role}, guild)
    _note(actor, AuditAction.ROLE_CREATE, {}, role, reason)
    return role


def edit(actor: Actor, role: Json, wish: Json, reason: str | None = None) -> Json:
    actor.needs(Permission.MANAGE_ROLES)
    _needs_rank(actor, role)
    check_role(wish)
    before = dict(role)
    if wish.get("permissions") is not None:
        actor.needs_own(int(wish["permissions"]) ^ int(role["permissions"]))
        role["permissions"] = str(wish["permissions"])
    role |= {key: wish[key] for key in ("name", "hoist", "mentionable") if wish.get(key) is not None}
    _recolour(role, wish)
    _tell_changed(actor, role)
    _note(actor, AuditAction.ROLE_UPDATE, before, role, reason)
    return role


def _recolour(role: Json, wish: Mapping[str, Any]) -> None:
    if wish.get("colors"):
        role["colors"] = role["colors"] | wish["colors"]
    elif wish.get("color") is not None:
        role["colors"] = role["colors"] | {"primary_color": wish["color"]}
    role["color"] = role["colors"]["primary_color"]


def delete(actor: Actor, role: Json, reason: str | None = None) -> None:
    """Its members lose it and channels forget it. @everyone and managed roles cannot go (50028)."""
    actor.needs(Permission.MANAGE_ROLES)
    guild = actor.guild
    if role["id"] == guild.id or role["managed"]:
        raise ApiError(400, 50028, "Invalid Role")
    actor.needs_rank_over(role)
    del guild.roles[role["id"]]
    for member in guild.members.values():
        if role["id"] in member["roles"]:
            member["roles"] = [held for held in member["roles"] if held != role["id"]]
    actor.world.emit("GUILD_ROLE_DELETE", {"guild_id": guild.id, "role_id": role["id"]}, guild)
    for channel in guild.channels.values():
        _forget_overwrite(actor, channel, role["id"])
    _note(actor, AuditAction.ROLE_DELETE, role, {}, reason)


def _note(actor: Actor, action: AuditAction, before: Json, after: Json, reason: str | None) -> None:
    changes, role_id = differences(before, after, LOGGED), (before or after)["id"]
    actor.world.audit.note(actor.guild, action, actor.id, role_id, reason, changes=changes)


def _forget_overwrite(actor: Actor, channel: Json, role_id: str) -> None:
    left = [overwrite for overwrite in channel["permission_overwrites"] if overwrite["id"] != role_id]
    if len(left) < len(channel["permission_overwrites"]):
        channel["permission_overwrites"] = left
        actor.world.emit("CHANNEL_UPDATE", channel, actor.guild)


def move(actor: Actor, positions: Mapping[str, int]) -> list[Json]:
    """Put roles (by id) at new positions, counted from @everyone at 0; the others close ranks.

    Whoever does so must stand above what they move, before and after.
    """
    actor.needs(Permission.MANAGE_ROLES)
    guild = actor.guild
    order = sorted((role for role in guild.roles.values() if role["id"] != guild.id), key=_from_bottom)
    wished = [role for role in order if role["id"] not in positions]
    for role_id, position in sorted(positions.items(), key=lambda pair: pair[1]):
        if role_id != guild.id:
            wished.insert(max(position, 1) - 1, guild.role(role_id))
    for ranking in (order, wished):
        _needs_to_stand_above(actor, ranking, positions)
    moved = [role for position, role in enumerate(wished, 1) if role["position"] != position]
    for position, role in enumerate(wished, 1):
        role["position"] = position
    for role in moved:
        _tell_changed(actor, role)
    return list(guild.roles.values())


def _from_bottom(role: Json) -> tuple[int, int]:
    """Of several at one position the youngest stands lowest."""
    return role["position"], -int(role["id"])


def _needs_to_stand_above(actor: Actor, ranking: list[Json], moved: Mapping[str, int]) -> None:
    ids = [role["id"] for role in ranking]
    own = max((ids.index(role_id) for role_id in actor.member["roles"] if role_id in ids), default=-1)
    highest = max((ids.index(role_id) for role_id in moved if role_id in ids), default=-1)
    if highest >= own and not actor.is_owner:
        raise missing_permissions()


def give(actor: Actor, member: Json, role: Json, reason: str | None = None) -> None:
    """Idempotent. Whose role it becomes does not matter, only how high the role stands."""
    _needs_to_hand_out(actor, role)
    if role["id"] not in member["roles"]:
        set_roles(actor, member, [*member["roles"], role["id"]], reason)


def take(actor: Actor, member: Json, role: Json, reason: str | None = None) -> None:
    """Idempotent."""
    _needs_to_hand_out(actor, role)
    if role["id"] in member["roles"]:
        set_roles(actor, member, [held for held in member["roles"] if held != role["id"]], reason)


def needs_exchange(actor: Actor, member: Json, wished: set[str]) -> None:
    """Refuse a whole new set of roles if any that comes or goes is out of the actor's hands."""
    for role_id in wished ^ set(member["roles"]):
        _needs_to_hand_out(actor, actor.guild.role(role_id))


def set_roles(actor: Actor, member: Json, role_ids: list[str], reason: str | None) -> None:
    changes = exchanged(actor.guild, member["roles"], role_ids)
    member["roles"] = role_ids
    actor.world.emit("GUILD_MEMBER_UPDATE", member | {"guild_id": actor.guild.id}, actor.guild)
    action = AuditAction.MEMBER_ROLE_UPDATE
    actor.world.audit.note(actor.guild, action, actor.id, member["user"]["id"], reason, changes=changes)


def _needs_to_hand_out(actor: Actor, role: Json) -> None:
    actor.needs(Permission.MANAGE_ROLES)
    if role["id"] == actor.guild.id:
        raise ApiError(400, 50028, "Invalid Role")
    if role["managed"]:
        raise missing_permissions()
    actor.needs_rank_over(role)


def _needs_rank(actor: Actor, role: Json) -> None:
    """@everyone may be edited by anyone who manages roles."""
    if role["id"] != actor.guild.id:
        actor.needs_rank_over(role)


def _tell_changed(actor: Actor, role: Json) -> None:
    actor.world.emit("GUILD_ROLE_UPDATE", {"guild_id": actor.guild.id, "role": role}, actor.guild)
