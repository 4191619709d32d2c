"""What one may do with a message: the entries of its menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.enums import SYSTEM_MESSAGES, ChannelType, MessageFlag
from sandbox.page.slices.fields import field
from sandbox.page.slices.offers import offer
from sandbox.page.slices.places import allowed
from sandbox.payloads import Json, shown_name
from sandbox.people.screen import said

if TYPE_CHECKING:
    from sandbox.people.person import Person


class Acts:
    """In one place, for one person. `menus`: names of the bot's commands for messages."""

    def __init__(self, person: Person, place: Json, menus: list[str]) -> None:
        self._me, self._place, self._menus = person.id, place, menus
        self._may = allowed(person, place)
        self._awake = not place.get("thread_metadata", {}).get("archived")

    def on(self, found: Json) -> list[Json]:
        """Offers, and the `title` of those that are the bot's. What the page does by itself is an `act`."""
        where = {"channel": found["channel_id"], "message": found["id"]}
        own, poll = found["author"]["id"] == self._me, found.get("poll")
        copy = [_act("Copy text", "copy")] if said(found) else []
        end = own and poll and not poll["results"]["is_finalized"]
        ends = [offer("End the poll now", "end poll", where)] if end else []
        if found["flags"] & MessageFlag.EPHEMERAL:
            return [*copy, *ends, offer("Dismiss", "dismiss", where)]
        delete = [_delete(where)] if own or "clear" in self._may else []
        if found["type"] in SYSTEM_MESSAGES:
            return [*copy, *ends, *delete]
        about = [_about(found["author"])] if "guild_id" in self._place else []
        return [*self._answers(found, where, own=own), *copy, *about, *ends, *delete, *self._bots(where)]

    def _answers(self, found: Json, where: Json, *, own: bool) -> list[Json]:
        pinned = found.get("pinned")
        pin = offer("Unpin" if pinned else "Pin", "pin", where | {"on": not pinned})
        threads = self._place["type"] == ChannelType.TEXT and not found["flags"] & MessageFlag.HAS_THREAD
        return [
            *([_act("Reply", "reply")] if "write" in self._may else []),
            *([_act("React", "choose emoji")] if self._awake and "react" in self._may else []),
            *([_act("Edit", "change")] if self._awake and own and not found.get("poll") else []),
            *([pin] if self._awake and "pin" in self._may else []),
            *([_thread(where)] if threads and "threads" in self._may else []),
        ]

    def _bots(self, where: Json) -> list[Json]:
        found = [offer(name, "use on message", where | {"command": name}) for name in self._menus]
        return [{"title": "Apps"}, *found] if found else []


def _act(text: str, act: str) -> Json:
    return {"text": text, "act": act}


def _about(author: Json) -> Json:
    """Their card, with what the bot and a moderator can do with them."""
    return _act(f"About {shown_name(author)}", "person")


def _delete(where: Json) -> Json:
    return offer("Delete", "delete", where, look="danger", sure="The message is deleted for everybody.")


def _thread(where: Json) -> Json:
    name = field("name", "What is it called?")
    return offer("Open a thread", "open thread", where, fields=[name], about="Open a thread", opens=True)
