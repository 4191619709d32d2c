"""The open forum: its tags and its posts as cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.enums import ChannelFlag, ChannelType
from sandbox.page.slices.members import name
from sandbox.payloads import Json, shown_name
from sandbox.people.screen import read

if TYPE_CHECKING:
    from sandbox.page.seat import Seat
    from sandbox.people.person import Person

SHOWN = 200
"""Posts that are sent, the most recently active first; an older one is found by its link."""
EXCERPT = 200


def forum(seat: Seat) -> Json | None:
    """None unless a forum is open."""
    place = seat.place()
    if place is None or place["type"] != ChannelType.FORUM:
        return None
    person = seat.somebody
    posts = sorted(person.threads(place), key=lambda post: -_active(post))
    return {
        "channel": place["id"],
        "guidelines": place["topic"],
        "tags": [_tag(tag) for tag in place["available_tags"]],
        "tag_needed": bool(place["flags"] & ChannelFlag.REQUIRE_TAG),
        "posts": [_card(person, post) for post in posts[:SHOWN]],
        "older": max(0, len(posts) - SHOWN),
    }


def _tag(tag: Json) -> Json:
    return {key: tag[key] for key in ("id", "name", "moderated")} | {"emoji": tag["emoji_name"]}


def _active(post: Json) -> int:
    return int(post["last_message_id"] or post["id"])


def _card(person: Person, post: Json) -> Json:
    first = person.world.messages.find(post["id"], post["id"])
    lines = " ".join(read(person.world, first)) if first else ""
    return {
        "id": post["id"],
        "title": post["name"],
        "by": _called(person, post["owner_id"]),
        "excerpt": lines[:EXCERPT] + ("…" if len(lines) > EXCERPT else ""),
        "tags": post["applied_tags"],
        "messages": post["message_count"],
        "active": str(_active(post)),
        "pinned": bool(post["flags"] & ChannelFlag.PINNED),
        "archived": post["thread_metadata"]["archived"],
    }


def _called(person: Person, user_id: str) -> str:
    member = person.guild.members.get(user_id)
    account = person.world.users.get(user_id)
    return name(member) if member else shown_name(account) if account else "somebody"
