"""Turns in a discussion, put through the loop."""

from __future__ import annotations

from sandbox import Person
from tests.crashing.loop import Operation
from tests.crashing.people import People
from tour.community import Bridge, sign_up

ZOOMER = "Gen Z · born 1997 to 2012"
BOOMER = "Boomer · born 1946 to 1964"
TITLE = "How do we grow old?"
ROOM = "discussion room 1"


async def _mei_has_planned_and_ruth_is_there(bridge: Bridge) -> None:
    await bridge.is_set_up()
    for name, seat, generation in (("Mei", "I can mentor", ZOOMER), ("Ruth", "I want to understand", BOOMER)):
        person = await bridge.join(name)
        await person.sees("Welcome")
        await sign_up(person, seat, generation)
        await person.sees("You are in")
    mei = bridge.world.person("Mei")
    await bridge.nora.gives_role(mei, "Host")
    mei.goes_to("discussions")
    await mei.clicks("Plan a discussion")
    await mei.fills({"What is it called?": TITLE, "When?": "in 3 hours"})
    await mei.clicks("Plan it")
    await mei.sees_event(TITLE)


async def talk(people: People) -> None:
    """The room opens, both come, each has a turn, and Mei ends it."""
    nora, mei, ruth = people.bridge.nora, people.named("Mei"), people.named("Ruth")

    async def starts() -> None:
        if nora.event(TITLE)["status"] == 1:
            await nora.starts_event(TITLE)

    async def come() -> None:
        for person in (mei, ruth):
            person.goes_to(ROOM)
            if person.id not in people.bridge.guild.voice_states:
                await person.joins_voice(ROOM)

    async def ends() -> None:
        if not _shows(mei, "It is over"):
            await mei.clicks("For the host")
            await mei.clicks("End it")
            await mei.clicks("Yes, end it for everybody")

    nora.goes_to(ROOM)
    await people.do("Nora starts the event", starts, lambda: _shows(nora, TITLE))
    await people.do("Mei and Ruth come", come, lambda: _shows(mei, "@Mei, @Ruth"))
    await _presses(people, mei, "Begin", "It is @Mei's turn")
    await _presses(people, mei, "I have finished", "It is @Ruth's turn")
    await _presses(people, ruth, "Pass", "It is @Mei's turn")
    await people.do("Mei ends it", ends, lambda: _shows(mei, "It is over"))


async def _presses(people: People, who: Person, button: str, then: str) -> None:
    """They look at the panel before they press once more."""

    async def looks_and_presses() -> None:
        if not _shows(who, then):
            await who.clicks(button)

    await people.do(f"{who.name} presses {button}", looks_and_presses, lambda: _shows(who, then))


def _shows(who: Person, text: str) -> bool:
    """Whether it stands in the room for everybody."""
    seen = who.messages(who.guild.channel(ROOM))
    return any(text in who.reads(each) for each in seen if not who.world.messages.reader_of(each))


TURNS = Operation("turns", talk, before=_mei_has_planned_and_ruth_is_there)
