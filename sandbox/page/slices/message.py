"""One message as the page draws it."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from sandbox.enums import SYSTEM_MESSAGES, MessageFlag
from sandbox.files import SPOILER
from sandbox.page.slices.fields import with_fields
from sandbox.page.slices.names import mentioned
from sandbox.page.slices.poll import poll
from sandbox.page.slices.roles import held
from sandbox.payloads import Json, encode, shown_name
from sandbox.people.screen import said
from sandbox.permissions import Permission

if TYPE_CHECKING:
    from sandbox.guild import Guild
    from sandbox.people.person import Person

QUOTED = 120
"""Characters that are shown of a message that is answered."""


def message(person: Person, found: Json) -> Json:
    """Its text, parts and files; `names` of whoever is mentioned anywhere in it."""
    flags, content, world = found["flags"], said(found), person.world
    guild = world.guild_of(world.channel(found["channel_id"]))
    quote = _quote(person, guild, found)
    texts = encode([content, found["embeds"], quote])
    return {
        "id": found["id"],
        "channel": found["channel_id"],
        "author": _author(guild, found),
        "at": found["timestamp"],
        "edited": bool(found["edited_timestamp"]),
        "only_you": bool(flags & MessageFlag.EPHEMERAL),
        "thinking": bool(flags & MessageFlag.LOADING),
        "pinned": bool(found.get("pinned")),
        "calls_you": calls(person, guild, found),
        "type": found["type"],
        "by_discord": found["type"] in SYSTEM_MESSAGES,
        "content": content,
        "embeds": [] if found["type"] in SYSTEM_MESSAGES else found["embeds"],
        "components": with_fields(person, found["components"]),
        "files": _files(found),
        "reactions": _reactions(person, found),
        "poll": poll(person, found),
        "thread": _thread(person, guild, found),
        "quote": quote,
        "about": _about(found),
        "used": _used(found),
        "names": mentioned(world, guild, texts, found["components"]),
    }


def _files(found: Json) -> list[Json]:
    """Those that no part of the message shows already, with the `name` they are shown under."""
    shown = encode(found["components"])
    return [
        each
        | {
            "name": each["title"] + PurePath(each["filename"]).suffix
            if each.get("title")
            else each["filename"],
            "spoiler": each["filename"].startswith("SPOILER_") or bool(each.get("flags", 0) & SPOILER),
        }
        for each in found["attachments"]
        if encode(each["url"]) not in shown
    ]


def _author(guild: Guild | None, found: Json) -> Json:
    """As they are called here, in the colour of their highest role that has one."""
    account = found["author"]
    member = guild.members.get(account["id"]) if guild else None
    roles = held(guild, member) if guild and member else []
    return {
        "id": account["id"],
        "name": _called(guild, account),
        "bot": bool(account.get("bot")),
        "colour": next((role["color"] for role in roles if role["color"]), None),
    }


def _called(guild: Guild | None, account: Json) -> str:
    member = guild.members.get(account["id"]) if guild else None
    return str((member and member["nick"]) or shown_name(account))


def calls(person: Person, guild: Guild | None, found: Json) -> bool:
    """Whether it mentions this very person: by name, by a role of theirs, or with everybody else."""
    if any(user["id"] == person.id for user in found.get("mentions", ())):
        return True
    member = guild.members.get(person.id) if guild else None
    roles = set(found.get("mention_roles", ()))
    return bool(member and (found.get("mention_everyone") or not roles.isdisjoint(member["roles"])))


def _reactions(person: Person, found: Json) -> list[Json]:
    """In the order in which they came; `mine`: this person is among them."""
    people = person.world.reactions.get(found["id"], {})
    return [{"emoji": emoji, "count": len(who), "mine": person.id in who} for emoji, who in people.items()]


def _thread(person: Person, guild: Guild | None, found: Json) -> Json | None:
    """The thread that was opened from it."""
    thread = guild.threads.find(found["id"]) if guild and found["flags"] & MessageFlag.HAS_THREAD else None
    if thread is None or not person.actor.may(Permission.VIEW_CHANNEL, thread):
        return None
    return {"id": thread["id"], "name": thread["name"], "count": thread["message_count"]}


def _quote(person: Person, guild: Guild | None, found: Json) -> Json | None:
    """The message that is answered, as it is now; `gone` when they cannot see it or nobody can."""
    where = found.get("message_reference") or {}
    if "referenced_message" not in found:
        return None
    then = found["referenced_message"]
    now = person.world.messages.find(where["channel_id"], where["message_id"]) if then else None
    if now is None or person.world.messages.reader_of(now) not in (None, person.id):
        return {"gone": True}
    text = said(now)
    return {
        "message": now["id"],
        "channel": now["channel_id"],
        "author": _called(guild, now["author"]),
        "text": text if len(text) <= QUOTED else f"{text[:QUOTED]}…",
    }


def _about(found: Json) -> Json | None:
    """What Discord itself speaks of: a message that was pinned, a thread that was opened."""
    where = found.get("message_reference")
    if found["type"] not in SYSTEM_MESSAGES or not where or "referenced_message" in found:
        return None
    return {"channel": where["channel_id"], "message": where.get("message_id")}


def _used(found: Json) -> Json | None:
    """The command that is answered here, and who used it."""
    about = found.get("interaction")
    if about is None:
        return None
    menu = any(key in found["interaction_metadata"] for key in ("target_user", "target_message_id"))
    return {"by": shown_name(about["user"]), "command": about["name"] if menu else f"/{about['name']}"}
