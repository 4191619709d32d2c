"""What may be done with the open channel, thread, forum or room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.enums import ChannelType
from sandbox.page.slices.fields import field, somebody
from sandbox.page.slices.offers import delete, offer, rename
from sandbox.page.slices.rooms import room_offers
from sandbox.payloads import Json
from sandbox.permissions import THREADS, VOICE, Permission, sending

if TYPE_CHECKING:
    from sandbox.page.seat import Seat
    from sandbox.people.person import Person

RESTS = "This thread rests. Writing wakes it."
LOCKED = "This thread is locked. Only moderators write here."
PRIVATE = "Private: only those who are added see it"


def here(seat: Seat) -> Json | None:
    """`offers` stand in the heading, `more` behind a fold; `note`: what writing here would mean."""
    place = seat.place()
    if place is None or not place.get("guild_id"):
        return None
    person = seat.somebody
    found: Json = {"channel": place["id"], "offers": [], "more": [], "note": None}
    if place["type"] in THREADS:
        return found | _thread(person, place)
    if place["type"] in VOICE:
        found["offers"] = room_offers(person, place)
    if place["type"] == ChannelType.TEXT:
        found["threads"] = _new_thread(person, place)
    if person.actor.may(Permission.MANAGE_CHANNELS, place):
        what = {"channel": place["id"]}
        found["more"] = [
            rename("rename channel", what, place["name"]),
            delete("delete channel", what, f"Delete #{place['name']}"),
        ]
    return found


def _new_thread(person: Person, place: Json) -> list[Json]:
    public = person.actor.may(Permission.CREATE_PUBLIC_THREADS, place)
    private = person.actor.may(Permission.CREATE_PRIVATE_THREADS, place)
    fields = [field("name", "What is it about?")]
    fields += [field("private", PRIVATE, "box")] if public and private else []
    what = {"channel": place["id"], "private": private and not public}
    title = f"New thread in {place['name']}"
    if not (public or private):
        return []
    return [offer("New thread", "new thread", what, look="primary", fields=fields, about=title, opens=True)]


def _thread(person: Person, thread: Json) -> Json:
    archived, locked = (thread["thread_metadata"][key] for key in ("archived", "locked"))
    steward = person.actor.may(Permission.MANAGE_THREADS, thread)
    writes = person.actor.may(sending(thread), thread) and (steward or not locked)
    shut = LOCKED if locked and not steward else RESTS if archived else None
    follows = person.guild.in_thread(thread["id"], person.id)
    what = {"channel": thread["id"]}
    follow = offer("Unfollow", "unfollow", what) if follows else offer("Follow", "follow", what)
    found = _owned(person, thread, writes) if not archived else []
    if archived and writes:
        found.append(offer("Wake it", "change thread", what | {"archived": False}))
    if steward:
        word = "Unlock" if locked else "Lock"
        found += [offer(word, "change thread", what | {"locked": not locked})] if not archived else []
        found.append(delete("delete thread", what, "Delete"))
    forum = person.guild.channels[thread["parent_id"]]
    tags = [
        tag["name"] for tag in forum.get("available_tags", ()) if tag["id"] in thread.get("applied_tags", ())
    ]
    return {"tags": tags, "offers": [] if archived else [follow], "more": found, "note": shut}


def _owned(person: Person, thread: Json, writes: bool) -> list[Json]:
    """What whoever opened an active thread may do with it."""
    what, name = {"channel": thread["id"]}, thread["name"]
    steward = person.actor.may(Permission.MANAGE_THREADS, thread)
    owns = steward or (thread["owner_id"] == person.id and not thread["thread_metadata"]["locked"])
    invites = writes and (owns or thread["thread_metadata"].get("invitable") is not False)
    who = somebody("who", "Whom?")
    add = offer("Add somebody", "add to thread", what, fields=[who], about=f"Add somebody to {name}")
    return [
        *([add] if invites else []),
        *([rename("change thread", what, name)] if owns else []),
        *([offer("Let it rest", "change thread", what | {"archived": True})] if owns else []),
    ]
