"""Somebody's card: who they are, what of the bot can be used on them, and what may be done to them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sandbox.page.slices.members import row
from sandbox.page.slices.roles import held
from sandbox.payloads import Json
from sandbox.permissions import Permission, outranks, outranks_member

if TYPE_CHECKING:
    from sandbox.people.person import Person


def card(person: Person, user_id: str) -> Json:
    """The card of a member as `person` sees it. `may`: only what their rank reaches."""
    guild = person.guild
    member = guild.member(user_id)
    until = member["communication_disabled_until"]
    silent = until if until and datetime.fromisoformat(until) > person.world.clock.now() else None
    return row(guild, member) | {
        "roles": [{"id": role["id"], "name": role["name"]} for role in held(guild, member)],
        "joined": member["joined_at"],
        "silent_until": silent,
        "may": _may(person, member),
        "to_give": [] if not person.actor.may(Permission.MANAGE_ROLES) else _in_reach(person),
    }


def _may(person: Person, member: Json) -> list[str]:
    actor, own = person.actor, member["user"]["id"] == person.id
    if own:
        return ["rename"] if actor.may(Permission.CHANGE_NICKNAME) else []
    if not outranks_member(person.guild, actor.member, member):
        return []
    powers = {
        "rename": Permission.MANAGE_NICKNAMES, "silence": Permission.MODERATE_MEMBERS,
        "kick": Permission.KICK_MEMBERS, "ban": Permission.BAN_MEMBERS,
    }  # fmt: skip
    return [word for word, permission in powers.items() if actor.may(permission)]


def _in_reach(person: Person) -> list[Json]:
    """The roles they may give and take."""
    guild, actor = person.guild, person.actor
    return [
        {"id": role["id"], "name": role["name"]}
        for role in guild.roles.values()
        if role["id"] != guild.id and not role["managed"] and outranks(guild, actor.member, role)
    ]
