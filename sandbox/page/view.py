"""What one person has in front of them, as the JSON their page draws."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from sandbox.enums import ChannelType, CommandType, MessageFlag
from sandbox.payloads import Json, shown_name
from sandbox.people.cannot import CannotDo
from sandbox.people.screen import said
from sandbox.people.slash import NESTED
from sandbox.permissions import THREADS, Permission, outranks, sending

if TYPE_CHECKING:
    from sandbox.guild import Guild
    from sandbox.people.person import Person
    from sandbox.world import World

SHOWN_MESSAGES = 50
SHOWN_MEMBERS = 200


def people(world: World) -> list[Json]:
    """Whom one may choose to be, and what they are where."""
    return [
        {"name": person.name, "in": [_membership(person, guild) for guild in person.guilds]}
        for person in world.people.values()
    ]


def _membership(person: Person, guild: Guild) -> Json:
    roles = [role["name"] for role in _held(guild, guild.members[person.id])]
    return {"guild": guild.name, "owner": guild.owner_id == person.id, "roles": roles}


def _held(guild: Guild, member: Json) -> list[Json]:
    """The member's roles, highest first."""
    held = [guild.roles[role] for role in member["roles"] if role in guild.roles]
    return sorted(held, key=lambda role: int(role["position"]), reverse=True)


def view(person: Person, opened: str | None) -> Json:
    """Everything `person` can see; `opened` is the id of the channel they have open."""
    if not person.guilds:
        return {"me": _me(person, None), "guild": None}
    guild = _guild(person)
    places = [*person.places(), *([person.direct] if person.direct else [])]
    messages = {place["id"]: person.messages(place)[-SHOWN_MESSAGES:] for place in places}
    return {
        "me": _me(person, guild),
        "guild": {"id": guild.id, "name": guild.name},
        "guilds": [{"id": each.id, "name": each.name} for each in person.guilds],
        "channels": [_place(person, place) for place in places],
        "messages": {place: [_message(each) for each in found] for place, found in messages.items()},
        "members": list(_members(guild)),
        "roles": {role["id"]: role["name"] for role in guild.roles.values()},
        "deletable_roles": _deletable_roles(person),
        "commands": _commands(person, opened),
        "form": _form(person),
        "start": _start(person, messages),
    }


def _guild(person: Person) -> Guild:
    """The guild they look at, or the first of theirs when they have left it."""
    try:
        return person.guild
    except CannotDo:
        person.visits(person.guilds[0])
        return person.guild


def _me(person: Person, guild: Guild | None) -> Json:
    return {
        "id": person.id,
        "name": person.name,
        "locale": person.locale,
        "roles": person.roles if guild else [],
        "owner": guild is not None and guild.owner_id == person.id,
    }


def _place(person: Person, channel: Json) -> Json:
    """A thread stands in the list after its channel, under the same category."""
    direct, thread = channel["type"] == ChannelType.DM, channel["type"] in THREADS
    above = person.guild.channels[channel["parent_id"]] if thread else channel
    writes = channel["type"] != ChannelType.FORUM
    return {
        "id": channel["id"],
        "type": channel["type"],
        "name": shown_name(person.world.bot_account()) if direct else _title(channel),
        "topic": channel.get("topic"),
        "parent": above.get("parent_id"),
        "writable": direct or (writes and person.actor.may(sending(channel), channel)),
        "managed": not (direct or thread) and person.actor.may(Permission.MANAGE_CHANNELS, channel),
    }


def _title(channel: Json) -> str:
    archived = channel["type"] in THREADS and channel["thread_metadata"]["archived"]
    return f"{channel['name']} (archived)" if archived else str(channel["name"])


def _message(message: Json) -> Json:
    flags = message["flags"]
    return {
        "id": message["id"],
        "author": _account(message["author"]),
        "at": message["timestamp"],
        "edited": bool(message["edited_timestamp"]),
        "only_you": bool(flags & MessageFlag.EPHEMERAL),
        "thinking": bool(flags & MessageFlag.LOADING),
        "pinned": bool(message.get("pinned")),
        "type": message["type"],
        "content": said(message),
        "embeds": message["embeds"],
        "components": message["components"],
        "files": [{"name": each["filename"], "url": each["url"]} for each in message["attachments"]],
        "mentions": {each["id"]: shown_name(each) for each in message.get("mentions", ())},
        "answers": _answered(message),
    }


def _answered(message: Json) -> str | None:
    """Who is answered here: whoever wrote the message replied to, or used the bot."""
    quoted = message.get("referenced_message")
    if quoted:
        return shown_name(quoted["author"])
    about = message.get("interaction_metadata")
    return shown_name(about["user"]) if about else None


def _account(account: Json) -> Json:
    return {"id": account["id"], "name": shown_name(account), "bot": bool(account.get("bot"))}


def _members(guild: Guild) -> Iterator[Json]:
    for member in islice(guild.members.values(), SHOWN_MEMBERS):
        yield _account(member["user"]) | {
            "shown": member["nick"] or shown_name(member["user"]),
            "owner": member["user"]["id"] == guild.owner_id,
            "roles": [role["name"] for role in _held(guild, member)],
        }


def _deletable_roles(person: Person) -> list[str]:
    """Ids of the roles below them; nobody deletes @everyone or a bot's own role."""
    actor, guild = person.actor, person.guild
    if not actor.may(Permission.MANAGE_ROLES):
        return []
    others = (role for role in guild.roles.values() if role["id"] != guild.id and not role["managed"])
    return [role["id"] for role in others if outranks(guild, actor.member, role)]


def _commands(person: Person, opened: str | None) -> list[Json]:
    """Slash commands where they are, subcommands spelled out, in the person's language."""
    try:
        if opened:
            person.goes_to(opened)
        offered = person.commands()
    except CannotDo:
        return []
    slash = (command for command in offered if command["type"] == CommandType.CHAT_INPUT)
    return [line for command in slash for line in _lines(command, f"/{command['name']}", person.locale)]


def _lines(node: Json, line: str, locale: str) -> Iterator[Json]:
    nested = [option for option in node.get("options", ()) if option["type"] in NESTED]
    for option in nested:
        yield from _lines(option, f"{line} {option['name']}", locale)
    if not nested:
        options = [option | {"description": _said(option, locale)} for option in node.get("options", ())]
        yield {"line": line, "description": _said(node, locale), "options": options}


def _said(node: Json, locale: str) -> str:
    return str((node.get("description_localizations") or {}).get(locale) or node["description"])


def _form(person: Person) -> Json | None:
    if person.form is None:
        return None
    opener = person.form.opened_by
    return {"id": opener.id, "title": person.form.title, "components": person.form.modal["components"]}


def _start(person: Person, messages: dict[str, list[Json]]) -> str | None:
    """Where somebody who has just come in should look: where they are addressed, else where most is said."""
    everything = chain.from_iterable(messages.values())
    addressed = [
        each for each in everything if any(user["id"] == person.id for user in each.get("mentions", ()))
    ]
    if addressed:
        return str(max(addressed, key=lambda message: int(message["id"]))["channel_id"])
    busiest = max(messages, key=lambda place: len(messages[place]), default=None)
    return busiest if busiest and messages[busiest] else None
