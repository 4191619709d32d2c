"""The messages of the open channel, as far as they are on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.enums import ChannelType
from sandbox.page.slices.acts import Acts
from sandbox.page.slices.message import message
from sandbox.payloads import Json

if TYPE_CHECKING:
    from sandbox.page.seat import Seat


def log(seat: Seat, menus: list[str]) -> Json | None:
    """`messages` oldest first, each with what one may do with it; `menus`: the bot's commands for that.

    `earlier` and `later`: whether there is more in that direction.
    """
    place = seat.place()
    if place is None or place["type"] in (ChannelType.FORUM, ChannelType.CATEGORY):
        return None
    person = seat.somebody
    found = person.messages(place)
    first, end = seat.window.of(found)
    acts = Acts(person, place, menus)
    return {
        "channel": place["id"],
        "messages": [message(person, each) | {"offers": acts.on(each)} for each in found[first:end]],
        "earlier": first > 0,
        "later": end < len(found),
    }
