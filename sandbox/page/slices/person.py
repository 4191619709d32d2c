"""Somebody's card: who they are, what of the bot can be used on them, and what may be done to them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sandbox.page.slices.fields import field
from sandbox.page.slices.members import name, row
from sandbox.page.slices.offers import offer
from sandbox.payloads import Json
from sandbox.permissions import Permission, outranks, outranks_member

if TYPE_CHECKING:
    from sandbox.people.person import Person

LENGTHS = {10: "10 minutes", 1_440: "a day"}


def card(person: Person, user_id: str, commands: list[str]) -> Json:
    """The card of a member as `person` sees it, with only what their rank reaches. `commands`: the bot's."""
    guild = person.guild
    member = guild.member(user_id)
    until = member["communication_disabled_until"]
    silent = until if until and datetime.fromisoformat(until) > person.world.clock.now() else None
    return row(guild, member) | {
        "joined": member["joined_at"],
        "silent_until": silent,
        "apps": [offer(one, "use on person", {"person": user_id, "command": one}) for one in commands],
        "give": _roles(person, member),
        "offers": _powers(person, member, silent=silent is not None),
    }


def _powers(person: Person, member: Json, *, silent: bool) -> list[Json]:
    actor, own = person.actor, member["user"]["id"] == person.id
    shown, what = name(member), {"person": member["user"]["id"]}
    nick = field(
        "name", "Name in this server", required=False, value=shown, high=32,
        description="Empty: the name they have everywhere.",
    )  # fmt: skip
    rename = offer("Nickname", "rename person", what, fields=[nick], about=f"Nickname of {shown}")
    if own:
        return [rename] if actor.may(Permission.CHANGE_NICKNAME) else []
    if not outranks_member(person.guild, actor.member, member):
        return []
    back, gone = f"{shown} is put out of the server and may come back.", f"{shown} is put out for good."
    found = {
        Permission.MANAGE_NICKNAMES: [rename],
        Permission.MODERATE_MEMBERS: [] if member["user"].get("bot") else _silence(what, shown, silent),
        Permission.KICK_MEMBERS: [offer("Kick", "kick", what, look="danger", sure=back)],
        Permission.BAN_MEMBERS: [offer("Ban", "ban", what, look="danger", sure=gone)],
    }
    return [each for permission, offers in found.items() if actor.may(permission) for each in offers]


def _silence(what: Json, shown: str, silent: bool) -> list[Json]:
    if silent:
        return [offer("Let them speak again", "time out", what | {"minutes": 0})]
    return [
        offer(
            f"Time out for {words}", "time out", what | {"minutes": minutes},
            sure=f"{shown} can read for {words}, but not write or speak.",
        )
        for minutes, words in LENGTHS.items()
    ]  # fmt: skip


def _roles(person: Person, member: Json) -> list[Json]:
    """The roles they may give and take."""
    guild, actor, what = person.guild, person.actor, {"person": member["user"]["id"]}
    if not actor.may(Permission.MANAGE_ROLES):
        return []
    return [
        offer(
            f"Take {role['name']}", "take role", what | {"role": role["id"]}, sure=f"{name(member)} loses it."
        )
        if role["id"] in member["roles"]
        else offer(
            f"Give {role['name']}", "give role", what | {"role": role["id"]}, sure=f"{name(member)} gets it."
        )
        for role in guild.roles.values()
        if role["id"] != guild.id and not role["managed"] and outranks(guild, actor.member, role)
    ]
