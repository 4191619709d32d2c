"""A guild's roles, and which of them a member holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.payloads import Json
from sandbox.permissions import Permission, outranks

if TYPE_CHECKING:
    from sandbox.guild import Guild
    from sandbox.people.person import Person


def held(guild: Guild, member: Json) -> list[Json]:
    """The member's roles, highest first."""
    found = [guild.roles[role] for role in member["roles"] if role in guild.roles]
    return sorted(found, key=lambda role: int(role["position"]), reverse=True)


def roles(person: Person) -> Json:
    """Every role by id; `deletable` where they may: below them, no bot's own, not @everyone."""
    actor, guild = person.actor, person.guild
    manages = actor.may(Permission.MANAGE_ROLES)
    return {
        role["id"]: {
            "name": role["name"],
            "colour": role["color"] or None,
            "deletable": manages
            and role["id"] != guild.id
            and not role["managed"]
            and outranks(guild, actor.member, role),
        }
        for role in guild.roles.values()
    }
