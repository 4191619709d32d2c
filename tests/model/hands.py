"""What people press, from a page that they can always open."""

from __future__ import annotations

import asyncio

from sandbox import Person
from tests.model.community import Place

SEAT = {"mentor": "I can mentor", "mentee": "I want to understand", "both": "Both"}
GENERATION = {"gen-z": "Gen Z · born 1997 to 2012", "boomer": "Boomer · born 1946 to 1964"}
LONG = {"days": "Two weeks", "ever": "Until I come back"}


async def presses(person: Person, *labels: str) -> None:
    """One button after the other, beginning at *My place*."""
    await person.runs("/my-place")
    for label in labels:
        await person.clicks(label)


async def presses_the_panel(person: Person) -> None:
    """*Join the circles* on the home panel, if that is there."""
    if person.find("Reverse-mentoring circles"):
        await person.clicks("Join the circles", on="Reverse-mentoring circles")


async def signs_up(person: Person, place: Place, *, twice: bool) -> None:
    """One form; sent twice at the same moment, if so."""
    await presses(person, "Join the circles")
    form, answers = person.form, _choices(place) | CONSENT
    sending = []
    for _ in range(1 + twice):
        person.form = form
        sending.append(asyncio.create_task(person.fills(answers)))
        await asyncio.sleep(0)
    await asyncio.gather(*sending)


async def changes_to(person: Person, place: Place) -> None:
    await presses(person, "Change seat or generation")
    await person.fills(_choices(place))


async def takes_a_break(person: Person, length: str) -> None:
    await presses(person, "Take a break")
    await person.fills({"For how long?": LONG[length]})


CONSENT: dict[str, object] = {"I am 18 or older": True, "I agree to listen and to be kind": True}


def _choices(place: Place) -> dict[str, object]:
    return {
        "Where do you want to sit?": SEAT[place.seat],
        "Your generation": GENERATION[place.generation],
    }
