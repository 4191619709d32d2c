"""What is due about discussions, put through the loop."""

from __future__ import annotations

from datetime import datetime, timedelta

from sandbox import Person
from tests.crashing.loop import Operation, come_to_rest
from tests.crashing.people import People
from tour.community import Bridge, sign_up

TITLE = "How do we grow old?"
FORM: dict[str, object] = {"What is it called?": TITLE, "When?": "in 3 hours"}
SAID = "It begins"
BEFORE = timedelta(hours=1)
"""The next reminder of what begins in three hours."""


async def _two_come(bridge: Bridge) -> None:
    """Mei is called in the thread, Ruth wants direct messages."""
    await bridge.is_set_up()
    for name, seat, generation in (
        ("Nora", "I can mentor", "Gen X · born 1965 to 1980"),
        ("Mei", "I can mentor", "Gen Z · born 1997 to 2012"),
        ("Ruth", "I want to understand", "Boomer · born 1946 to 1964"),
    ):
        person = bridge.nora if name == "Nora" else await bridge.join(name)
        await sign_up(person, seat, generation)
        await person.sees("You are in")
    ruth = bridge.world.person("Ruth")
    ruth.goes_to("discussions")
    await ruth.clicks("My reminders")
    await ruth.clicks("As a direct message")
    bridge.nora.goes_to("discussions")
    await bridge.nora.clicks("Plan a discussion")
    await bridge.nora.fills(FORM)
    await bridge.nora.clicks("Plan it")
    for name in ("Mei", "Ruth"):
        person = bridge.world.person(name)
        person.goes_to("discussions")
        await person.sees(TITLE)
        await person.clicks("Going")


async def remind(people: People) -> None:
    mei, ruth = people.named("Mei"), people.named("Ruth")

    async def waits() -> None:
        """Until an hour before it begins, and a little for what is sent together."""
        due = _starts_at(people.bridge) - BEFORE - mei.world.clock.now()
        people.bot.jump(max(0.0, due.total_seconds() + 1))
        await come_to_rest(people.bot)

    await people.do("Mei is reminded", waits, lambda: _reminded_in_thread(mei) or None)
    await people.do("Ruth is reminded", waits, lambda: _reminded_directly(ruth) or None)
    await come_to_rest(people.bot)
    assert (_reminded_in_thread(mei), _reminded_directly(ruth)) == (1, 1), "each of them once"


def _starts_at(bridge: Bridge) -> datetime:
    [event] = bridge.nora.events()
    return datetime.fromisoformat(event["scheduled_start_time"])


def _reminded_in_thread(person: Person) -> int:
    threads = [thread for thread in person.guild.threads if thread["name"].startswith(TITLE)]
    read = [person.reads(message) for thread in threads for message in person.messages(thread)]
    return sum(SAID in text for text in read)


def _reminded_directly(person: Person) -> int:
    read = [person.reads(message) for message in person.messages(person.direct)] if person.direct else []
    return sum(SAID in text for text in read)


REMINDER = Operation("reminder", remind, before=_two_come)

ABOUT_DISCUSSIONS = (REMINDER,)
