"""What one writes, and what one puts away."""

from __future__ import annotations

from sandbox.page.deeds.deed import a_message, deed, word
from sandbox.page.seat import Seat
from sandbox.payloads import Json


async def say(seat: Seat, ask: Json) -> None:
    person, text = seat.somebody, ask["text"]
    if person.direct and person.direct["id"] == ask["channel"]:
        await person.says_privately(text)
    else:
        await person.says(ask["channel"], text)


async def dismiss(seat: Seat, ask: Json) -> None:
    await seat.somebody.dismiss(seat.message(ask))


DEEDS = {
    "say": deed(say, channel=word, text=word),
    "dismiss": deed(dismiss, **a_message),
}
