"""Who is in a guild: by their highest role that stands apart, then by name; as many as are looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox.page.slices.roles import held
from sandbox.payloads import Json, shown_name

if TYPE_CHECKING:
    from sandbox.guild import Guild
    from sandbox.world import World

SHOWN = 120
"""Rows that are sent at once: more than a screen, with some to scroll before more are asked for."""
CHANGES = ("GUILD_MEMBER", "GUILD_ROLE", "GUILD_CREATE", "GUILD_UPDATE", "GUILD_DELETE")


@dataclass(frozen=True)
class Listed:
    """Everybody of a guild in order, and how many there are under each heading."""

    guild: Guild
    members: list[Json]
    groups: list[Json]


class Roster:
    """The members of every guild in order, put in order anew only when somebody or a role has changed."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._seen = 0
        self._listed: dict[str, Listed] = {}

    def of(self, guild: Guild) -> Listed:
        fresh = self._world.ledger.effects(after=self._seen)
        self._seen += len(fresh)
        if any(effect.event.startswith(CHANGES) for effect in fresh):
            self._listed.clear()
        found = self._listed.get(guild.id)
        if found is None or len(found.members) != len(guild.members):
            found = self._listed[guild.id] = _in_order(guild)
        return found


def _in_order(guild: Guild) -> Listed:
    apart = sorted(
        (role for role in guild.roles.values() if role["hoist"]), key=lambda role: -int(role["position"])
    )
    rank = {role["id"]: number for number, role in enumerate(apart)}
    rows = sorted(
        (min((rank[r] for r in member["roles"] if r in rank), default=len(apart)), name(member).casefold(), n)
        for n, member in enumerate(guild.members.values())
    )
    everybody = list(guild.members.values())
    titles = [*(role["name"] for role in apart), "Members"]
    groups = [{"name": title, "count": 0} for title in titles]
    for row in rows:
        groups[row[0]]["count"] += 1
    return Listed(guild, [everybody[row[2]] for row in rows], [each for each in groups if each["count"]])


def name(member: Json) -> str:
    """What somebody is called in the guild."""
    return str(member["nick"] or shown_name(member["user"]))


def members(listed: Listed, first: int) -> Json:
    """Some of them, from the place `first` on; `groups` says how many stand under which heading."""
    first = max(0, min(first, len(listed.members) - SHOWN))
    shown = listed.members[first : first + SHOWN]
    return {
        "total": len(listed.members),
        "groups": listed.groups,
        "from": first,
        "rows": [row(listed.guild, member) for member in shown],
    }


def row(guild: Guild, member: Json) -> Json:
    account = member["user"]
    return {
        "id": account["id"],
        "name": shown_name(account),
        "shown": name(member),
        "bot": bool(account.get("bot")),
        "owner": account["id"] == guild.owner_id,
        "roles": [role["name"] for role in held(guild, member)],
    }
