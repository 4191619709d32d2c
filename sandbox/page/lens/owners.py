"""Which deed something certainly belongs to, by the ids and tokens it carries."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable

from sandbox.page.lens.names import inner
from sandbox.payloads import JsonValue

MOST = 5_000
"""Ids that are remembered; the longest unused go first."""


class Owners:
    """A bounded memory: an interaction's id and token, the messages it led to, the events it caused."""

    def __init__(self) -> None:
        self._deeds: OrderedDict[str, int] = OrderedDict()

    def note(self, deed: int, *keys: str) -> None:
        for key in keys:
            self._deeds[key] = deed
            self._deeds.move_to_end(key)
        while len(self._deeds) > MOST:
            self._deeds.popitem(last=False)

    def forget(self, key: str) -> None:
        self._deeds.pop(key, None)

    def of(self, keys: Iterable[str]) -> int | None:
        return next((self._deeds[key] for key in keys if key in self._deeds), None)


def event_key(event: str, data: JsonValue) -> str:
    """The same for a change of the world and for the frame that tells of it."""
    parts = ("id", "message_id", "user_id", "channel_id", "role_id")
    ids = [inner(data, "user", "id"), inner(data, "role", "id"), *(inner(data, part) for part in parts)]
    return ":".join([event, *(str(one) for one in ids if one)])


def message_of(event: str, data: JsonValue) -> str | None:
    """The id of the message that an event is about."""
    if event == "INTERACTION_ANSWER":
        data = inner(data, "message")
    elif event != "MESSAGE_CREATE":
        return None
    found = inner(data, "id")
    return found if isinstance(found, str) else None
