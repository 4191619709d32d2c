"""What a steward may do by hand, to see what the bot makes of it."""

from __future__ import annotations

from sandbox.page.deeds.deed import deed, word
from sandbox.page.seat import Seat
from sandbox.payloads import Json


async def delete_role(seat: Seat, ask: Json) -> None:
    await seat.somebody.deletes_role(ask["role"])


async def delete_channel(seat: Seat, ask: Json) -> None:
    await seat.somebody.deletes_channel(ask["channel"])


DEEDS = {
    "delete role": deed(delete_role, role=word),
    "delete channel": deed(delete_channel, channel=word),
}
