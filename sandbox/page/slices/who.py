"""Who there is to be, who one is, and whether the bot is there."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from sandbox.page.slices.roles import held
from sandbox.payloads import Json, shown_name

if TYPE_CHECKING:
    from sandbox.guild import Guild
    from sandbox.people.person import Person
    from sandbox.world import World

SHOWN_PEOPLE = 100


def people(world: World) -> list[Json]:
    """Whom one may choose to be, whoever came last first, and what they are where."""
    return [
        {"name": person.name, "in": [_membership(person, guild) for guild in person.guilds]}
        for person in islice(reversed(world.people.values()), SHOWN_PEOPLE)
    ]


def _membership(person: Person, guild: Guild) -> Json:
    roles = [role["name"] for role in held(guild, guild.members[person.id])]
    return {"guild": guild.name, "owner": guild.owner_id == person.id, "roles": roles}


def me(person: Person, guild: Guild | None) -> Json:
    return {
        "id": person.id,
        "name": person.name,
        "locale": person.locale,
        "roles": person.roles if guild else [],
        "owner": guild is not None and guild.owner_id == person.id,
        "open_to_direct": person.accepts_direct_messages,
    }


def guilds(person: Person) -> list[Json]:
    return [{"id": each.id, "name": each.name} for each in person.guilds]


def bot(world: World) -> Json:
    """The bot's name, and whether it is connected now."""
    return {"name": shown_name(world.bot_account()), "here": bool(world.sessions.connections)}
