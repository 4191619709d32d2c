"""What is so on Discord and in the database, in words: without ids, so that two runs can be compared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from actions import upkeep
from actions.deps import Deps
from data.database import Database
from data.tables import key_check, metadata
from data.types import Snowflake, UserId
from sandbox import World
from sandbox.enums import ChannelType, EventStatus
from sandbox.guild import Guild
from sandbox.payloads import Json
from sandbox.people import screen
from sandbox.permissions import Permission
from tour.community import Bridge

TABLES = [table for table in metadata.sorted_tables if table is not key_check]
UNTOLD = {
    "times",
    "attempts",
    "fence",
    "asks",
    "owner",
    "job_id",
    "jobs.key",
    "jobs.lane",
    "token",
    "seen_at",
    "came_within",
    "left_within",
}
"""Columns that say how it went and not what is so, or are made of moments."""
NUMBERS = {
    table.autoincrement_column.name: table for table in TABLES if table.autoincrement_column is not None
}
"""Columns with the number of a row, and the table that the row is in."""
NUMBERED = {"answers": "remark_id"}
"""Columns that hold such a number under another name."""
AT_LEISURE = tuple(f"jobs: community_id here, kind {kind}," for kind in ("tending", "conductor-panel"))
"""Looks at what stands there, planned for later. Whatever happens there only brings them forward, or has one
looked once more.
"""
A_LOOK = re.compile(
    r"jobs: community_id here, kind (events|date-(card|event|interest|close)), "
    r"user_id nobody, state done, (?!.*result_id)"
)
"""Whether all is as it should be, and it was. Every start asks for some of these."""
LINES = 4
"""So much of a message tells it from every other: notices begin alike."""
VARYING = re.compile(r"\d{4}-\d\d-\d\d[T ][\d:.+Z-]+( UTC)?|\d{15,}")
"""Moments and ids within a text."""


@dataclass(frozen=True)
class Facts:
    """`standing`: all that stands on Discord, as often as it does; `posted`: every message that ever did;
    `known`: what the database says stands there; `rows`: everything in the database; `told`: what of all
    that are notices to the stewards.
    """

    standing: Counter[str]
    posted: Counter[str]
    known: frozenset[str]
    rows: Counter[str]
    told: frozenset[str]


async def facts(bridge: Bridge, database: Database) -> Facts:
    """After the bot has come to rest."""
    standing = dict(_standing(bridge.world, bridge.guild))
    held = frozenset(_held(bridge.world, bridge.guild))
    rows: list[str] = []
    notices: set[str] = set()
    known: set[str] = set(await _wanted(bridge, database))
    async with database.read() as store:
        found = {table: (await store.link.execute(table.select())).mappings().all() for table in TABLES}
        ranks = {name: sorted(row[name] for row in found[table]) for name, table in NUMBERS.items()}
        for table in TABLES:
            for row in found[table]:
                told = _Told(bridge, standing, ranks)
                words = told.row(table, row)
                known |= told.objects
                if not words.startswith(AT_LEISURE) and not A_LOOK.match(words):
                    rows.append(words)
                if table.name == "notices" or (table.name == "jobs" and "kind notice" in words):
                    notices |= {words, *told.objects}
    posted = posts(bridge.world, bridge.guild)
    standing_ = Counter(standing.values()) + Counter(held) + Counter(_first_posts(bridge.world, bridge.guild))
    return Facts(standing_, posted, frozenset(known), Counter(rows), frozenset(notices))


def _standing(world: World, guild: Guild) -> Iterator[tuple[str, str]]:
    """Roles, channels and the bot's messages, by id."""
    for role_id, role in guild.roles.items():
        if not role["managed"] and role_id != guild.id:
            yield role_id, f"role {role['name']}"
    for channel_id, channel in guild.channels.items():
        yield channel_id, _channel(guild, channel)
        for tag in channel.get("available_tags", []):
            yield tag["id"], f"tag {tag['name']}"
        yield from _ours(world, guild, channel_id)
    for event in guild.scheduled_events.values():
        yield event["id"], f"event {event['name']} {EventStatus(event['status']).name.lower()}"
    for thread in guild.threads:
        yield thread["id"], _thread(thread)
        yield from _ours(world, guild, thread["id"])


def _ours(world: World, guild: Guild, channel_id: str) -> Iterator[tuple[str, str]]:
    """The bot's messages there. The first of a forum post has the post's own id, and is told with it."""
    for message in world.messages.history(channel_id):
        if message["author"]["id"] == world.application_id and message["id"] != channel_id:
            yield message["id"], _message(world, guild, message)


def _channel(guild: Guild, channel: Json) -> str:
    """With the roles that a room lets in."""
    let_in = [
        guild.roles[each["id"]]["name"]
        for each in channel["permission_overwrites"]
        if each["id"] in guild.roles and int(each["allow"]) & Permission.CONNECT
    ]
    return " ".join(["channel", channel["name"], *(f"lets in {name}" for name in sorted(let_in))])


def _thread(thread: Json) -> str:
    states = [state for state in ("archived", "locked") if thread["thread_metadata"][state]]
    return " ".join(["thread", thread["name"], *states])


def _first_posts(world: World, guild: Guild) -> Iterator[str]:
    """What the bot's threads begin with, whole: a worldview with those who understood it."""
    for thread in guild.threads:
        for message in world.messages.history(thread["id"]):
            if message["author"]["id"] == world.application_id and message["id"] == thread["id"]:
                yield VARYING.sub("…", f"{thread['name']} begins: {' / '.join(screen.read(world, message))}")


def posts(world: World, guild: Guild) -> Counter[str]:
    """The bot's messages out of the ledger: one that was taken away again has been read."""
    created = [
        effect.data for effect in world.ledger.effects("MESSAGE_CREATE") if effect.guild_id == guild.id
    ]
    ours = [message for message in created if message["author"]["id"] == world.application_id]
    return Counter(_message(world, guild, message, lines=LINES) for message in ours)


def _message(world: World, guild: Guild, message: Json, lines: int = 1) -> str:
    """In a thread of a text channel it is told as if it stood in that: it does where there is no thread."""
    place = message["channel_id"]
    channel = guild.channels.get(place) or guild.threads.find(place) or {"name": "a channel that is gone"}
    parent = guild.channels.get(channel.get("parent_id") or "")
    if place not in guild.channels and parent is not None and parent["type"] == ChannelType.TEXT:
        channel = parent
    text = " / ".join(screen.read(world, message)[:lines])
    return VARYING.sub("…", f"#{channel['name']}: {screen.MARKDOWN.sub('', text)}")


def _held(world: World, guild: Guild) -> Iterator[str]:
    for user_id, member in guild.members.items():
        for role_id in member["roles"]:
            if user_id != world.application_id and role_id in guild.roles:
                yield _holds(world, guild, user_id, role_id)


def _holds(world: World, guild: Guild, user_id: str, role_id: str) -> str:
    role = guild.roles.get(role_id)
    return f"{world.people[user_id].name} holds {role['name'] if role else 'a role that is gone'}"


async def _wanted(bridge: Bridge, database: Database) -> Iterator[str]:
    """Who should hold which role, of those who are in the server."""
    wanted = await upkeep.everyone_wanted(Deps(database), int(bridge.guild.id))
    return (
        _holds(bridge.world, bridge.guild, str(user_id), str(role_id))
        for user_id, roles in wanted.items()
        if str(user_id) in bridge.guild.members
        for role_id in roles.roles
    )


class _Told:
    """One row in words, and the objects on Discord that it names."""

    def __init__(
        self, bridge: Bridge, standing: Mapping[str, str], ranks: Mapping[str, Sequence[int]]
    ) -> None:
        self._bridge = bridge
        self._standing = standing
        self._ranks = ranks
        self.objects: set[str] = set()

    def row(self, table: sa.Table, row: Mapping[Any, Any]) -> str:
        told = {
            column.name: self._value(column, row[column.name])
            for column in table.columns
            if row[column.name] is not None and UNTOLD.isdisjoint({column.name, str(column)})
        }
        return f"{table.name}: " + ", ".join(f"{name} {value}" for name, value in told.items())

    def _value(self, column: sa.Column[Any], value: Any) -> str:
        match column.type:
            case UserId():
                person = self._bridge.world.people.get(str(value))
                return person.name if person else "nobody"
            case sa.Integer() if (name := NUMBERED.get(column.name, column.name)) in self._ranks:
                return f"no. {self._ranks[name].index(value) + 1}" if value in self._ranks[name] else "gone"
            case Snowflake() if column.name == "community_id":
                return "here"
            case Snowflake():
                self.objects.add(named := self._standing.get(str(value), f"what {column} names, and is gone"))
                return f"({named})"
            case sa.Text() | sa.Integer() | sa.JSON():
                return VARYING.sub("…", str(value))
        return "…"
