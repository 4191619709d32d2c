"""The messages of the open channel, as far as they are on the page."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from sandbox.enums import ChannelType
from sandbox.page.slices.acts import Acts
from sandbox.page.slices.message import message
from sandbox.payloads import Json

if TYPE_CHECKING:
    from sandbox.page.seat import Seat


GOES_ON = timedelta(minutes=7)
"""So long one goes on talking under the same name."""


def log(seat: Seat, menus: list[str]) -> Json | None:
    """`messages` oldest first, each with what one may do with it; `menus`: the bot's commands for that.

    `goes_on`: the one before is by the same, so no name stands above it; `earlier` and `later`: whether there
    is more in that direction.
    """
    place = seat.place()
    if place is None or place["type"] in (ChannelType.FORUM, ChannelType.CATEGORY):
        return None
    person = seat.somebody
    found = person.messages(place)
    first, end = seat.window.of(found)
    acts = Acts(person, place, menus)
    shown = [message(person, each) | {"offers": acts.on(each)} for each in found[first:end]]
    for before, each in pairwise(shown):
        each["goes_on"] = _goes_on(each, before)
    return {
        "channel": place["id"],
        "messages": shown,
        "earlier": first > 0,
        "later": end < len(found),
    }


def _goes_on(said: Json, before: Json) -> bool:
    if said["author"]["id"] != before["author"]["id"] or said["quote"] or said["used"]:
        return False
    apart = any(each["by_discord"] or each["only_you"] for each in (said, before))
    return not apart and datetime.fromisoformat(said["at"]) - datetime.fromisoformat(before["at"]) < GOES_ON
