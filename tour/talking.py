"""A weekly evening: more people than places, a clock that changes in between, and six voices in a room."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from sandbox import CannotDo, Permission, Person
from sandbox.payloads import Json
from tour.community import EVENING, NEIGHBOURS, Bridge, sign_up
from tour.tale import Tale

TITLE = "Ines plans a weekly evening, and six people of two seats talk"


ZONE = ZoneInfo("Europe/Zurich")
FRIDAY = 4
PLACES = {"In all": "6", "Mentors": "3", "Mentees": "3"}
MENTOR, MENTEE = "I can mentor", "I want to understand"
ZOOMER, BOOMER = "Gen Z · born 1997 to 2012", "Boomer · born 1946 to 1964"
GUESTS = {"Yara": (MENTOR, ZOOMER), "Yusuf": (MENTOR, ZOOMER), "Kai": (MENTOR, ZOOMER)} | {
    "Hugo": (MENTEE, BOOMER),
    "Lena": (MENTEE, BOOMER),
}
ROOM = "#discussion room 1"
SPEAKERS = ("Ines", "Yara", "Kai", "Tomas", "Hugo", "Lena")
STEP = timedelta(minutes=5)
ON_ITS_WAY = 0.2
"""Seconds."""


class Evening:
    """What the people of this story see and do, and the time that passes for all of them."""

    def __init__(self, bridge: Bridge) -> None:
        self.bridge = bridge
        self.people: dict[str, Person] = {}

    def __getitem__(self, name: str) -> Person:
        return self.people[name]

    async def comes(self, name: str, seat: str, generation: str) -> None:
        """A newcomer signs up; a neighbour of the story before is in already."""
        known = name in NEIGHBOURS
        person = self.bridge.world.person(name) if known else await self.bridge.join(name)
        if not known:
            await person.sees("Welcome")
            await sign_up(person, seat, generation)
            await person.sees("You are in")
        self.people[name] = person

    async def passes(self, span: timedelta) -> None:
        """What is on its way arrives before: an answer from before the jump would look like a wrong clock."""
        await asyncio.sleep(ON_ITS_WAY)
        self.bridge.world.clock.advance(span.total_seconds())

    async def passes_until(self, moment: datetime) -> None:
        """In steps, as time does, so that whatever falls due in between is done in its own time."""
        clock = self.bridge.world.clock
        while (left := moment - clock.now()) > timedelta(0):
            await self.passes(min(left, max(left / 2, STEP)))

    async def until(self, found: Callable[[], Json | bool | None], what: str) -> None:
        """AssertionError when it does not become so."""
        if not await self.bridge.world.changed.until(lambda: found() or None, 8):
            raise AssertionError(f"{what}: it did not become so.\n{self.bridge.nora.screen()}")


async def play(bridge: Bridge, tale: Tale) -> None:
    evening = Evening(bridge)
    for name, who in {**NEIGHBOURS, **GUESTS}.items():
        await evening.comes(name, *who)
    first = _friday_before_the_clocks_change(bridge.world.clock.now())
    await _a_series(evening, first, tale)
    await _more_people_than_places(evening, tale)
    await _reminded(evening, first, tale)
    await _in_the_room(evening, first, tale)
    await _turns(evening, tale)
    await _a_reconnect(evening, tale)
    await _over(evening, tale)
    await _three_taps(evening, tale)
    await _the_next_week(evening, first, tale)


async def _a_series(evening: Evening, first: datetime, tale: Tale) -> None:
    ines, nora = evening["Ines"], evening.bridge.nora
    async with tale.line("Ines may not plan; Nora hands her the role Host, and now she may"):
        ines.goes_to("discussions")
        await ines.clicks("Plan a discussion")
        refused = ines.reads(await ines.sees("Planning is for others here"))
        await nora.gives_role(ines, "Host")
    tale.saw("Ines", refused)
    async with tale.line("She says when in her own words, and everything is read back before it exists"):
        await ines.clicks("Plan a discussion")
        when = f"{first:%d %B %Y} at 6 pm Europe/Zurich"
        await ines.fills({"What is it called?": EVENING, "When?": when, "How long?": "1h30"})
        await ines.sees("Nothing has been planned yet")
        await ines.clicks("Repeat")
        await ines.fills({"It takes place": "every Friday", "How many times? (if you know)": "4"})
        await ines.clicks("Places")
        await ines.fills(PLACES)
        await ines.clicks("Prompts")
        await ines.chooses("Choose a deck of prompts", "Evenings on the porch")
        preview = ines.reads(await ines.sees("Nothing has been planned yet"))
    tale.saw("Ines", preview)
    async with tale.line("Planned: a card with its thread, and four of Discord's own events"):
        await ines.clicks("Plan it")
        await ines.sees("It is planned")
        await evening.until(lambda: len(nora.events()) == 4, "four events")
        starts = [_in_zurich(event["scheduled_start_time"]) for event in nora.events()]
        _holds({f"{each:%A %H:%M}" for each in starts} == {"Friday 18:00"}, str(starts))
        _holds(len({each.utcoffset() for each in starts}) == 2, "the clocks go forward in between")
        card = nora.reads(await nora.sees("for mentors 3 of 3 free"))
    tale.saw("Everybody", card)


async def _more_people_than_places(evening: Evening, tale: Tale) -> None:
    async with tale.line("Three mentors have places, and two more are told their number in line"):
        for name in ("Ines", "Amir", "Yara"):
            await evening[name].clicks("Going", on=EVENING)
            await evening[name].sees("You are going")
        for name in ("Yusuf", "Kai"):
            await evening[name].clicks("Going", on=EVENING)
        waits = evening["Kai"].reads(await evening["Kai"].sees("You are number"))
        for name in ("Tomas", "Hugo", "Lena"):
            await evening[name].clicks("Going", on=EVENING)
            await evening[name].sees("You are going")
    tale.saw("Kai", waits)
    async with tale.line("Amir cannot come; his place is offered to Yusuf, who is next, by name"):
        await evening["Amir"].clicks("Can't", on=EVENING)
        offer = evening["Yusuf"].reads(await evening["Yusuf"].sees("@Yusuf, a place is free"))
    tale.saw("Yusuf", offer)
    async with tale.line("Yusuf does not see it in time, so that it passes on to Kai, who takes it"):
        await evening.passes(timedelta(hours=13))
        await evening["Kai"].sees("@Kai, a place is free")
        await evening["Kai"].clicks("Take the place", on="@Kai, a place is free")
        await evening["Kai"].sees("You are going")


async def _reminded(evening: Evening, first: datetime, tale: Tale) -> None:
    async with tale.line("A week, a day and an hour before, those who come are called in its thread"):
        for before in (timedelta(days=7), timedelta(days=1), timedelta(hours=1)):
            await evening.passes_until(first - before + timedelta(seconds=1))
            await evening.until(lambda: evening.bridge.nora.find("It begins"), f"{before} before")
        reminder = evening["Hugo"].reads(await evening["Hugo"].sees("It begins"))
    tale.saw("Hugo", reminder)


async def _in_the_room(evening: Evening, first: datetime, tale: Tale) -> None:
    async with tale.line("The room is closed until ten minutes before; then those who come may enter"):
        await evening.until(lambda: not may_enter(evening["Hugo"]), "closed")
        await evening.passes_until(first - timedelta(minutes=10) + timedelta(seconds=1))
        await evening.until(lambda: may_enter(evening["Hugo"]), "open")
        for name in SPEAKERS:
            await evening.until(partial(may_enter, evening[name]), f"{name} may enter")
            await evening[name].joins_voice(ROOM)
    async with tale.line("At six it begins by itself, in Discord's own events as well"):
        await evening.passes_until(first + timedelta(seconds=1))
        await evening["Ines"].sees("We can begin")


async def _turns(evening: Evening, tale: Tale) -> None:
    ines = evening["Ines"]
    async with tale.line("The conductor asks one after the other; mentors and mentees alternate"):
        await ines.clicks("Begin")
        panel = ines.reads(await ines.sees("It is @Ines's turn"))
        await ines.clicks("I have finished")
        await evening["Tomas"].sees("It is @Tomas's turn")
        await evening["Tomas"].clicks("Pass")
        await evening["Yara"].sees("It is @Yara's turn")
    tale.saw("Everybody in the room", panel)
    async with tale.line("Somebody asks for a pause. Who, nobody knows: not in the room, not at the desk"):
        await evening["Hugo"].clicks("Pause")
        await ines.sees("Somebody asks for a pause")
        notice = evening.bridge.nora.reads(await evening.bridge.nora.sees("Somebody asked for a pause"))
        _holds("Hugo" not in notice, "as it should be")
        await ines.clicks("Go on")
        await ines.sees("It is @Yara's turn")


async def _a_reconnect(evening: Evening, tale: Tale) -> None:
    world, lena = evening.bridge.world, evening["Lena"]
    async with tale.line("The line to Discord breaks; Lena drops out meanwhile and comes back"):
        await world.drop_sockets()
        await lena.leaves_voice()
        await evening.passes(timedelta(seconds=20))
        await lena.joins_voice(ROOM)
        await evening["Ines"].sees("It is @Yara's turn")
        await evening["Yara"].clicks("I have finished")
        await evening["Hugo"].sees("It is @Hugo's turn")


async def _over(evening: Evening, tale: Tale) -> None:
    ines = evening["Ines"]
    async with tale.line("Ines ends it when all have said their good-byes; the room closes behind them"):
        await evening.passes(timedelta(minutes=70))
        for name in SPEAKERS:
            await evening[name].leaves_voice()
        await evening.passes(timedelta(minutes=25))
        await ines.sees("It is over")
        await evening.passes(timedelta(minutes=3))
        recap = ines.reads(await ines.sees(f"That was {EVENING}"))
        await evening.until(lambda: not may_enter(evening["Hugo"]), "closed again")
        _holds("three mentors" not in recap, "as it should be")
        _holds("Hugo" not in recap, "nobody is named who has not said so")
    tale.saw("Everybody", recap)


async def _three_taps(evening: Evening, tale: Tale) -> None:
    async with tale.line("Five of them say in three taps how it was, and nobody sees whose tap it was"):
        for name in SPEAKERS[1:]:
            await _taps(evening[name])
        page = evening["Hugo"].reads(await evening["Hugo"].sees("Did you feel heard?"))
        await evening.passes(timedelta(days=2))
        sums = evening["Hugo"].reads(await evening["Hugo"].sees("Felt heard: yes 5"))
    tale.saw("Ruth alone", page)
    tale.saw("Everybody, two days later", sums)


async def _taps(person: Person) -> None:
    await person.clicks("How was it?")
    await person.sees("Did you feel heard?")
    for question in ("felt-heard", "learned", "meet-again"):
        message, button = next(
            (message, each)
            for message, each in person.controls()
            if each.get("label") == "Yes" and each["custom_id"].endswith(question)
        )
        await person.presses(message, button)


async def _the_next_week(evening: Evening, first: datetime, tale: Tale) -> None:
    async with tale.line(
        "The clocks went forward on Sunday. Next Friday it is at six again, by the clocks there"
    ):
        nora = evening.bridge.nora
        coming = min(nora.events(), key=lambda event: str(event["scheduled_start_time"]))
        then = _in_zurich(coming["scheduled_start_time"])
        _holds(f"{then:%A %H:%M}" == "Friday 18:00", str(then))
        _holds(then.utcoffset() != first.astimezone(ZONE).utcoffset(), "as it should be")
        card = nora.reads(await nora.sees(f"**{then.astimezone(UTC):%Y-%m-%d %H:%M} UTC**"))
    tale.saw("Everybody", card)


def _holds(so: bool, what: str) -> None:
    """Raises AssertionError."""
    if not so:
        raise AssertionError(what)


def may_enter(person: Person) -> bool | None:
    """Whether the discussion room is open to them; None when it is not, as for those who wait."""
    try:
        room = person.channel(ROOM)
    except CannotDo:
        return None
    return Permission.CONNECT in person.actor.permissions(room) or None


def _friday_before_the_clocks_change(now: datetime) -> datetime:
    """The last Friday, at six by the clocks of Zurich, before these are put forward or back."""
    day = now.astimezone(ZONE) + timedelta(days=14)
    while True:
        friday = day.replace(hour=18, minute=0, second=0, microsecond=0)
        week_later = friday + timedelta(days=7)
        if friday.weekday() == FRIDAY and friday.utcoffset() != week_later.utcoffset():
            return friday
        day += timedelta(days=1)


def _in_zurich(moment: str) -> datetime:
    return datetime.fromisoformat(moment).astimezone(ZONE)
