"""Whom a message calls: what its text names, cut down to what is allowed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox.checks.components import walk
from sandbox.enums import ComponentType
from sandbox.payloads import Json
from sandbox.permissions import Permission

if TYPE_CHECKING:
    from sandbox.acting import Actor

USER, ROLE = re.compile(r"<@!?(\d+)>"), re.compile(r"<@&(\d+)>")
EVERYONE = re.compile(r"@(everyone|here)\b")


@dataclass(frozen=True, slots=True)
class Allowed:
    """The request's `allowed_mentions`: kinds taken from the text, and ids that may be called."""

    parse: frozenset[str]
    users: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    replied_user: bool = False

    @classmethod
    def of(cls, wish: Json | None) -> Allowed:
        """Without a wish everything in the text counts."""
        if wish is None:
            return cls(frozenset({"users", "roles", "everyone"}), replied_user=True)
        parse = frozenset(wish.get("parse") or ())
        users, roles = (frozenset(map(str, wish.get(kind) or ())) for kind in ("users", "roles"))
        return cls(parse, users, roles, bool(wish.get("replied_user")))

    def user(self, user_id: str) -> bool:
        return "users" in self.parse or user_id in self.users

    def role(self, role_id: str) -> bool:
        return "roles" in self.parse or role_id in self.roles


def texts(body: Json) -> Iterator[str]:
    """Everything in a message that is read for mentions: its content and its text displays."""
    yield body.get("content") or ""
    for _, component in walk(body.get("components") or []):
        if component["type"] == ComponentType.TEXT_DISPLAY:
            yield component["content"]


def mentioned(
    users: dict[str, Json], body: Json, *, actor: Actor | None, channel: Json, replied_to: Json | None = None
) -> Json:
    """The message's `mentions`, `mention_roles` and `mention_everyone`. `actor`: None in a direct message."""
    allowed = Allowed.of(body.get("allowed_mentions"))
    text = "\n".join(texts(body))
    named = list(dict.fromkeys(USER.findall(text)))
    called = [users[user_id] for user_id in named if user_id in users and allowed.user(user_id)]
    if replied_to and allowed.replied_user and replied_to["author"] not in called:
        called.append(replied_to["author"])
    if actor is None:
        return {"mentions": called, "mention_roles": [], "mention_everyone": False}
    roles = [role for role in dict.fromkeys(ROLE.findall(text)) if role in actor.guild.roles]
    everyone = EVERYONE.search(text) is not None
    loud = bool(roles or everyone) and actor.may(Permission.MENTION_EVERYONE, channel)
    return {
        "mentions": called,
        "mention_roles": [
            role for role in roles if allowed.role(role) and (loud or actor.guild.roles[role]["mentionable"])
        ],
        "mention_everyone": loud and everyone and "everyone" in allowed.parse,
    }
