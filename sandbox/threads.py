"""A guild's threads and who is in them; they are no channels, and the cap on channels does not count them."""

from __future__ import annotations

from collections.abc import Iterator

from sandbox.clock import Timer
from sandbox.payloads import Json

COUNTED = 50
"""Where a thread's `member_count` stops."""


class Threads:
    """Threads by id, and their members by the id of the user, as Discord sends them."""

    def __init__(self) -> None:
        self._by_id: dict[str, Json] = {}
        self._members: dict[str, dict[str, Json]] = {}
        self._watches: dict[str, Timer] = {}

    def __iter__(self) -> Iterator[Json]:
        return iter(list(self._by_id.values()))

    def add(self, thread: Json) -> None:
        self._by_id[thread["id"]] = thread
        self._members[thread["id"]] = {}

    def remove(self, thread: Json) -> None:
        self.watch(thread, None)
        del self._by_id[thread["id"]], self._members[thread["id"]]

    def find(self, thread_id: str) -> Json | None:
        return self._by_id.get(thread_id)

    def below(self, parent_id: str) -> list[Json]:
        """The threads of one channel, oldest first."""
        return [thread for thread in self if thread["parent_id"] == parent_id]

    def active(self) -> list[Json]:
        return [thread for thread in self if not thread["thread_metadata"]["archived"]]

    def members(self, thread_id: str) -> list[Json]:
        """In the order of their ids, as lists of them are paged."""
        return sorted(self._members[thread_id].values(), key=lambda member: int(member["user_id"]))

    def member(self, thread_id: str, user_id: str) -> Json | None:
        return self._members.get(thread_id, {}).get(user_id)

    def joined_by(self, user_id: str) -> list[Json]:
        return [thread for thread in self if user_id in self._members[thread["id"]]]

    def let_in(self, thread: Json, member: Json) -> None:
        self._members[thread["id"]][member["user_id"]] = member
        self._count(thread)

    def take_out(self, thread: Json, user_id: str) -> None:
        self._members[thread["id"]].pop(user_id, None)
        self._count(thread)

    def size(self, thread: Json) -> int:
        """How many are in it, all counted."""
        return len(self._members[thread["id"]])

    def watch(self, thread: Json, timer: Timer | None) -> None:
        """Keep the timer that will archive it, in place of the one before."""
        if before := self._watches.pop(thread["id"], None):
            before.cancel()
        if timer:
            self._watches[thread["id"]] = timer

    def _count(self, thread: Json) -> None:
        thread["member_count"] = min(self.size(thread), COUNTED)

    def shown_to(self, user_id: str, thread: Json) -> Json:
        """The thread with this user's own membership, where they have one."""
        own = self.member(thread["id"], user_id)
        return thread | ({"member": own} if own else {})
