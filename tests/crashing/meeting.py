"""A date among the server's events, and its room: planned, begun and ended, put through the loop."""

from __future__ import annotations

from sandbox.enums import EventStatus
from sandbox.payloads import Json
from tests.crashing.loop import Operation
from tests.crashing.people import People
from tour.community import Bridge, sign_up

ZOOMER = "Gen Z · born 1997 to 2012"
TITLE = "How do we grow old?"
ATTENDEES = "Attendees of room 1"


async def _mei_has_planned(bridge: Bridge) -> None:
    await bridge.is_set_up()
    mei = await bridge.join("Mei")
    await mei.sees("Welcome")
    await sign_up(mei, "I can mentor", ZOOMER)
    await mei.sees("You are in")
    await bridge.nora.gives_role(mei, "Host")
    mei.goes_to("discussions")
    await mei.clicks("Plan a discussion")
    await mei.fills({"What is it called?": TITLE, "When?": "in 3 hours"})
    await mei.clicks("Plan it")
    await mei.sees_event(TITLE)


async def change(people: People) -> None:
    """By hand in Discord: renamed, and then called off."""
    nora = people.bridge.nora
    await people.do(
        "Nora renames the event",
        lambda: nora.edits_event(TITLE, name="Growing old"),
        lambda: _events(people, "Growing old"),
    )
    await people.do(
        "Nora cancels the event",
        lambda: nora.cancels_event("Growing old"),
        lambda: _events(people, "Growing old", EventStatus.CANCELED),
        ("event Growing old canceled",),
    )


async def meet(people: People) -> None:
    """Begun by hand in Discord, so that the room opens at once, and ended there."""
    nora, mei = people.bridge.nora, people.named("Mei")

    async def starts() -> None:
        if not _events(people, TITLE, EventStatus.ACTIVE):
            await nora.starts_event(TITLE)

    async def ends() -> None:
        if not _events(people, TITLE, EventStatus.COMPLETED):
            await nora.ends_event(TITLE)

    await people.do("Nora starts the event", starts, lambda: ATTENDEES in mei.roles)
    await people.do("Nora ends the event", ends, lambda: ATTENDEES not in mei.roles)


def _events(people: People, name: str, *states: EventStatus) -> list[Json]:
    found = people.bridge.guild.scheduled_events.values()
    return [each for each in found if each["name"] == name and (not states or each["status"] in states)]


CHANGE = Operation("an event changed by hand", change, before=_mei_has_planned)
MEET = Operation("meeting", meet, before=_mei_has_planned)

MEETING = (CHANGE, MEET)
