"""One message as the page draws it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.enums import MessageFlag
from sandbox.page.slices.names import mentioned
from sandbox.page.slices.roles import held
from sandbox.payloads import Json, encode, shown_name
from sandbox.people.screen import said

if TYPE_CHECKING:
    from sandbox.guild import Guild
    from sandbox.people.person import Person


def message(person: Person, found: Json) -> Json:
    """Its text, parts and files; `names` of whoever is mentioned anywhere in it."""
    flags, content = found["flags"], said(found)
    guild = person.world.guild_of(person.world.channel(found["channel_id"]))
    texts = encode([content, found["embeds"]])
    return {
        "id": found["id"],
        "author": _author(guild, found),
        "at": found["timestamp"],
        "edited": bool(found["edited_timestamp"]),
        "only_you": bool(flags & MessageFlag.EPHEMERAL),
        "thinking": bool(flags & MessageFlag.LOADING),
        "pinned": bool(found.get("pinned")),
        "type": found["type"],
        "content": content,
        "embeds": found["embeds"],
        "components": found["components"],
        "files": found["attachments"],
        "names": mentioned(person.world, guild, texts, found["components"]),
        "answers": _answered(found),
    }


def _author(guild: Guild | None, found: Json) -> Json:
    """As they are called here, in the colour of their highest role that has one."""
    account = found["author"]
    member = guild.members.get(account["id"]) if guild else None
    roles = held(guild, member) if guild and member else []
    return {
        "id": account["id"],
        "name": (member and member["nick"]) or shown_name(account),
        "bot": bool(account.get("bot")),
        "colour": next((role["color"] for role in roles if role["color"]), None),
    }


def _answered(found: Json) -> str | None:
    """Who is answered here: whoever wrote the message replied to, or used the bot."""
    quoted = found.get("referenced_message")
    if quoted:
        return shown_name(quoted["author"])
    about = found.get("interaction_metadata")
    return shown_name(about["user"]) if about else None
