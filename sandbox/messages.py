"""Every message there is, in order, and which of them only one person may see."""

from __future__ import annotations

from itertools import islice, takewhile

from sandbox.clock import Clock
from sandbox.errors import unknown
from sandbox.payloads import Json


class Messages:
    """Messages by channel, oldest first; ephemeral ones beside the public ones, marked with their reader."""

    def __init__(self, clock: Clock, nonce_window: float) -> None:
        self._clock = clock
        self._nonce_window = nonce_window
        self._by_channel: dict[str, dict[str, Json]] = {}
        self._only_for: dict[str, str] = {}
        self._pins: dict[str, dict[str, str]] = {}
        self._replies: dict[str, list[Json]] = {}
        self._nonces: dict[tuple[str, str], tuple[float, Json]] = {}

    def add(self, message: Json, only_for: str | None = None) -> None:
        self._by_channel.setdefault(message["channel_id"], {})[message["id"]] = message
        if only_for:
            self._only_for[message["id"]] = only_for
        if quoted := message.get("referenced_message"):
            self._replies.setdefault(quoted["id"], []).append(message)

    def remove(self, message: Json) -> None:
        """Forget it, also where it is quoted; 10008 when it is already gone."""
        if self._by_channel.get(message["channel_id"], {}).pop(message["id"], None) is None:
            raise unknown("Message")
        self._only_for.pop(message["id"], None)
        for reply in self._replies.pop(message["id"], ()):
            reply["referenced_message"] = None
        self._pins.get(message["channel_id"], {}).pop(message["id"], None)

    def remove_channel(self, channel_id: str) -> None:
        for message in list(self._by_channel.get(channel_id, {}).values()):
            self.remove(message)

    def find(self, channel_id: str, message_id: str) -> Json | None:
        return self._by_channel.get(channel_id, {}).get(message_id)

    def public(self, channel_id: str, message_id: str) -> Json:
        """A message that anyone in the channel may know of; 10008 for all others."""
        message = self.find(channel_id, message_id)
        if message is None or message_id in self._only_for:
            raise unknown("Message")
        return message

    def reader_of(self, message: Json) -> str | None:
        """Who alone sees it; None when it is for all."""
        return self._only_for.get(message["id"])

    def seen_by(self, user_id: str, channel_id: str) -> list[Json]:
        """What stands in the channel for this reader, oldest first."""
        return [
            message
            for message in self._by_channel.get(channel_id, {}).values()
            if self._only_for.get(message["id"], user_id) == user_id
        ]

    def newest_seen_by(self, user_id: str, channel_id: str) -> Json | None:
        there = self._by_channel.get(channel_id, {})
        return next(
            (m for m in reversed(there.values()) if self._only_for.get(m["id"], user_id) == user_id), None
        )

    def seen_since(self, user_id: str, channel_id: str, after: int, most: int) -> list[Json]:
        """At most so many of the newest that this reader sees with ids above `after`, oldest first."""
        there = reversed(self._by_channel.get(channel_id, {}).values())
        fresh = islice(takewhile(lambda message: int(message["id"]) > after, there), most)
        return [m for m in fresh if self._only_for.get(m["id"], user_id) == user_id][::-1]

    def history(self, channel_id: str) -> list[Json]:
        """The public messages, oldest first."""
        return [m for m in self._by_channel.get(channel_id, {}).values() if m["id"] not in self._only_for]

    def pin(self, message: Json) -> None:
        pins = self._pins.setdefault(message["channel_id"], {})
        pins.setdefault(message["id"], self._clock.now().isoformat())

    def unpin(self, message: Json) -> None:
        self._pins.get(message["channel_id"], {}).pop(message["id"], None)

    def pins(self, channel_id: str) -> dict[str, str]:
        """Message id to the moment it was pinned, oldest first."""
        return self._pins.get(channel_id, {})

    def remember_nonce(self, message: Json) -> None:
        now = self._clock.monotonic()
        self._nonces = {key: sent for key, sent in self._nonces.items() if now - sent[0] < self._nonce_window}
        self._nonces[message["author"]["id"], str(message["nonce"])] = now, message

    def sent_with(self, author_id: str, nonce: str) -> Json | None:
        """What the author has already sent under this nonce, if that was within the window."""
        sent_at, message = self._nonces.get((author_id, nonce), (0.0, None))
        recent = self._clock.monotonic() - sent_at < self._nonce_window
        if message is None or not recent:
            return None
        return self.find(message["channel_id"], message["id"])
