"""The open forum: its tags and its posts as cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.enums import ChannelFlag, ChannelType
from sandbox.page.slices.fields import choice, field
from sandbox.page.slices.members import name
from sandbox.page.slices.offers import offer
from sandbox.payloads import Json, shown_name
from sandbox.people.screen import MARKDOWN, read
from sandbox.permissions import Permission

if TYPE_CHECKING:
    from sandbox.page.seat import Seat
    from sandbox.people.person import Person

SHOWN = 200
"""Posts that are sent, the most recently active first; an older one is found by its link."""
EXCERPT = 200
MOST_TAGS = 5


def forum(seat: Seat) -> Json | None:
    """None unless a forum is open."""
    place = seat.place()
    if place is None or place["type"] != ChannelType.FORUM:
        return None
    person = seat.somebody
    names = {tag["id"]: _words(tag) for tag in place["available_tags"]}
    posts = sorted(person.threads(place), key=lambda post: -_active(post))
    return {
        "channel": place["id"],
        "guidelines": place["topic"],
        "tags": [[tag["id"], _words(tag)] for tag in place["available_tags"]],
        "posts": [_card(person, post, names) for post in posts[:SHOWN]],
        "older": max(0, len(posts) - SHOWN),
        "offers": _post(person, place),
    }


def _post(person: Person, forum: Json) -> list[Json]:
    if not person.actor.may(Permission.SEND_MESSAGES, forum):
        return []
    steward = person.actor.may(Permission.MANAGE_THREADS, forum)
    offered = [tag for tag in forum["available_tags"] if steward or not tag["moderated"]]
    tags = [choice(tag["id"], _words(tag)) for tag in offered]
    needed = bool(forum["flags"] & ChannelFlag.REQUIRE_TAG)
    least, most = int(needed), min(MOST_TAGS, len(tags))
    fields = [
        field("title", "Title", description="Up to 100 characters."),
        field("text", "Your text", "long", high=2_000),
        *(
            [field("tags", "Tags", "boxes", required=needed, choices=tags, low=least, high=most)]
            if tags
            else []
        ),
        field("files", "Files", "files", low=0, high=10),
    ]
    title = f"New post in {forum['name']}"
    what = {"channel": forum["id"]}
    return [offer("New post", "post", what, look="primary", fields=fields, about=title, opens=True)]


def _words(tag: Json) -> str:
    return f"{tag['emoji_name']} {tag['name']}" if tag["emoji_name"] else str(tag["name"])


def _active(post: Json) -> int:
    return int(post["last_message_id"] or post["id"])


def _card(person: Person, post: Json, names: dict[str, str]) -> Json:
    first = person.world.messages.find(post["id"], post["id"])
    lines = MARKDOWN.sub("", "\n".join(read(person.world, first))) if first else ""
    return {
        "id": post["id"],
        "title": post["name"],
        "by": _called(person, post["owner_id"]),
        "excerpt": lines[:EXCERPT] + ("…" if len(lines) > EXCERPT else ""),
        "tags": [names[tag] for tag in post["applied_tags"] if tag in names],
        "held": post["applied_tags"],
        "messages": _count(post["message_count"]),
        "active": str(_active(post)),
        "pinned": bool(post["flags"] & ChannelFlag.PINNED),
        "archived": post["thread_metadata"]["archived"],
    }


def _count(answers: int) -> str:
    return f"{answers} {'answer' if answers == 1 else 'answers'}" if answers else "No answers yet"


def _called(person: Person, user_id: str) -> str:
    member = person.guild.members.get(user_id)
    account = person.world.users.get(user_id)
    return name(member) if member else shown_name(account) if account else "somebody"
