"""Discussions, put through the loop: planned, changed, gathered for, talked at, and looked back on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from functools import partial

from sandbox import Person
from sandbox.payloads import Json
from tests.crashing.loop import Operation
from tests.crashing.people import People
from tests.crashing.talking import BOOMER, both_take_part, dismiss, does
from tour.community import Bridge, sign_up

TITLE = "How do we grow old?"
ROOM = "discussion room 1"
COMPANY = ("Nora", "Mei", "Ruth")
FAR = datetime.now(UTC) + timedelta(days=3)
"""The same in every play, so that what stands there is."""
LATER, LATEST = (f"{FAR + timedelta(days=days):%Y-%m-%d} 18:00" for days in (0, 4))
SOON = "in 20 hours"
"""Only the last two reminders are still to come."""
TURN = 180.0 + 30.0 + 1.0
"""Seconds, with those in which whoever speaks may finish their sentence."""
BREATH, WHILE = 2.0, 100.0
"""Seconds: more than lie between two edits of a panel; more than the lease of a bot that was killed lasts."""
TIMES = f"{LATER}\n{LATEST}"


async def _three_take_part(bridge: Bridge) -> None:
    await both_take_part(bridge)
    await sign_up(bridge.nora, "I want to understand", BOOMER)
    await bridge.nora.sees("You are in")


async def _a_date_is_coming(bridge: Bridge) -> None:
    """Mei and Ruth are going. Nora is the host."""
    await _three_take_part(bridge)
    await _plan(bridge.nora, SOON)
    for name in ("Mei", "Ruth"):
        await _goes(bridge.world.person(name))


async def _one_place_is_taken(bridge: Bridge) -> None:
    """Mei has it; Ruth waits for it, and then Tomas."""
    await _three_take_part(bridge)
    tomas = await bridge.join("Tomas")
    await sign_up(tomas, "I want to understand", BOOMER)
    await tomas.sees("You are in")
    await _plan(bridge.nora, SOON, places="1")
    for name in ("Mei", "Ruth", "Tomas"):
        await _goes(bridge.world.person(name))


async def _times_are_asked(bridge: Bridge) -> None:
    await _three_take_part(bridge)
    await _ask_for_a_time(bridge.nora)
    await bridge.nora.sees("When can you make it?")


async def plan(people: People) -> None:
    nora = people.bridge.nora
    await does(
        people,
        "Nora plans a discussion",
        nora,
        lambda: _plan(nora, LATER),
        lambda: _events(people),
        (f"event {TITLE} scheduled",),
    )


async def move(people: People) -> None:
    nora = people.bridge.nora

    async def moves() -> None:
        await _opens_more(nora)
        await nora.clicks("Move")
        await nora.fills({"When should it be?": LATEST})
        await nora.clicks("Yes, do it")

    await does(people, "Nora moves it", nora, moves, lambda: _says(nora, "has moved"))


async def cancel(people: People) -> None:
    nora = people.bridge.nora

    async def cancels() -> None:
        await _opens_more(nora)
        await nora.clicks("Cancel")
        await nora.fills({"Why?": "I am ill."})
        await nora.clicks("Yes, do it")

    await does(
        people,
        "Nora calls it off",
        nora,
        cancels,
        lambda: _says(nora, "is called off"),
        (f"event {TITLE} canceled",),
    )


async def pass_on(people: People) -> None:
    """Mei lets her place go; it is offered to Ruth, who takes it."""
    mei, ruth = people.named("Mei"), people.named("Ruth")

    async def lets_go() -> None:
        mei.goes_to("#discussions")
        await mei.clicks("Can't")

    async def takes() -> None:
        ruth.goes_to(_thread(people))
        await ruth.clicks("Take the place")

    await does(people, "Mei lets her place go", mei, lets_go, lambda: _says(mei, "@Ruth, a place is free"))
    await does(people, "Ruth takes it", ruth, takes, lambda: _says(ruth, "A place was free here"))


async def gather(people: People) -> None:
    """The room opens, it begins, Mei and Ruth talk, and when both have gone it is over."""
    await _all_come(people)
    await _until(people, minutes=20)
    await _all_leave(people)


async def let_time_pass(people: People) -> None:
    """Nora has the turns begin; the time of the first is up, the next asks for a pause, and Nora ends it."""
    nora = people.bridge.nora
    mei = people.named("Mei")

    async def ends() -> None:
        await nora.clicks("For the host")
        await nora.clicks("End it")
        await nora.clicks("Yes, end it for everybody")

    await _all_come(people)
    for person in (nora, mei):
        person.goes_to(ROOM)
    await _presses(people, nora, "Begin", lambda: nora.clicks("Begin"), "It is @Nora's turn")
    people.bot.jump(TURN)
    await people.do("the next turn begins", people.bridge.world.told, lambda: _says(mei, "It is @Mei's turn"))
    await _presses(people, mei, "Pause", lambda: mei.clicks("Pause"), "Somebody asks for a pause")
    await _presses(people, nora, "End it", ends, "It is over")
    await _all_leave(people)


async def _presses(
    people: People, person: Person, what: str, work: Callable[[], Awaitable[object]], shown: str
) -> None:
    """On the panel. They look there before they press again."""

    async def looks_and_presses() -> None:
        await people.bot.rests()
        await dismiss(person)
        if not _says(person, shown):
            await work()

    await people.do(f"{person.name} presses {what}", looks_and_presses, lambda: _says(person, shown))


async def decide(people: People) -> None:
    """Ruth can make the second time, and Nora takes it."""
    nora, ruth = people.bridge.nora, people.named("Ruth")

    async def answers() -> None:
        ruth.goes_to("#discussions")
        message, select = next(
            pair for pair in ruth.controls() if "can you make" in str(pair[1].get("placeholder"))
        )
        await ruth.picks(message, select, [select["options"][1]["label"]])

    async def takes_the_winner() -> None:
        nora.goes_to("#discussions")
        await nora.clicks("Take the winner")

    await does(people, "Ruth answers", ruth, answers, lambda: _says(ruth, "one person can"))
    await does(people, "Nora takes the winner", nora, takes_the_winner, lambda: _says(nora, "It is decided"))


async def _plan(nora: Person, when: str, places: str = "") -> None:
    nora.goes_to("#discussions")
    await nora.runs("/discussion plan", title=TITLE, when=when)
    await nora.sees("Nothing has been planned yet")
    if places:
        await nora.clicks("Places")
        await nora.fills({"In all": places})
        await nora.sees("in all")
    await nora.clicks("Plan it")
    await nora.sees_event(TITLE)


async def _goes(person: Person) -> None:
    person.goes_to("#discussions")
    await person.sees(TITLE)
    await person.clicks("Going")


async def _ask_for_a_time(nora: Person) -> None:
    nora.goes_to("#discussions")
    await nora.clicks("Find a time")
    await nora.fills({"What is it called?": TITLE, "Times, one a line, ten at most": TIMES})
    await nora.sees("Nobody has been asked yet")
    await nora.clicks("Ask everybody")


async def _opens_more(nora: Person) -> None:
    nora.goes_to("#discussions")
    await nora.clicks("More", on=TITLE)


async def _all_come(people: People) -> None:
    """Nora, Mei and Ruth, in this order: into the room when it is open, and then it begins."""
    await _until(people, minutes=-60)
    await _until(people, minutes=-10)
    for person in map(people.named, COMPANY):
        await people.do(
            f"{person.name} comes", partial(person.joins_voice, ROOM), partial(_is_inside, person)
        )
    await _until(people, minutes=0)


async def _all_leave(people: People) -> None:
    for name in COMPANY:
        await people.named(name).leaves_voice()


async def _settle(people: People) -> None:
    """As `come_to_rest`, but for a while only: as long as a room is open, it is looked after every minute."""
    seconds = WHILE if people.bot.deaths else BREATH
    while (due := await people.bot.rests()) is not None and due < seconds:
        people.bot.jump(due)
        seconds -= due


async def _until(people: People, *, minutes: float) -> None:
    """So many minutes after the start of the date everything that is due by then is done."""
    await people.bot.rests()
    start = datetime.fromisoformat(_events(people)[0]["scheduled_start_time"])
    left = start + timedelta(minutes=minutes) - people.bridge.world.clock.now()
    people.bot.jump(max(left.total_seconds(), 0.0) + 1)
    await _settle(people)


def _events(people: People) -> list[Json]:
    return [each for each in people.bridge.guild.scheduled_events.values() if each["name"] == TITLE]


def _is_inside(person: Person) -> bool:
    return person.id in person.guild.voice_states


def _thread(people: People) -> str:
    return next(str(each["id"]) for each in people.bridge.guild.threads if each["name"].startswith(TITLE))


def _says(person: Person, text: str) -> bool:
    """Whether it stands somewhere for all to see."""
    found = (each for each in person.newest_first() if text in person.reads(each))
    return any(not person.world.messages.reader_of(each) for each in found)


PLAN = Operation("planning", plan, before=_three_take_part)
MOVE = Operation("moving", move, before=_a_date_is_coming, last=True)
CANCEL = Operation("calling off", cancel, before=_a_date_is_coming, last=True)
PASS_ON = Operation("passing on a place", pass_on, before=_one_place_is_taken, last=True)
GATHER = Operation("gathering", gather, before=_a_date_is_coming, last=True)
TIME = Operation("a turn that ends by itself", let_time_pass, before=_a_date_is_coming, last=True)
DECIDE = Operation("deciding on a time", decide, before=_times_are_asked, last=True)

DISCUSSING = (PLAN, MOVE, CANCEL, PASS_ON, GATHER, DECIDE)
LONG = (TIME,)
"""For the soak alone."""
