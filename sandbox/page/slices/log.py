"""The messages of the open channel, as far as they are on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.enums import ChannelType
from sandbox.page.slices.message import message
from sandbox.payloads import Json

if TYPE_CHECKING:
    from sandbox.page.seat import Seat


def log(seat: Seat) -> Json | None:
    """`messages` oldest first; `earlier` and `later`: whether there is more in that direction."""
    place = seat.place()
    if place is None or place["type"] in (ChannelType.FORUM, ChannelType.CATEGORY):
        return None
    person = seat.somebody
    found = person.messages(place)
    first, end = seat.window.of(found)
    return {
        "channel": place["id"],
        "messages": [message(person, each) for each in found[first:end]],
        "earlier": first > 0,
        "later": end < len(found),
    }
