"""A community that lives on while its bot is killed, its sockets are told to go, and answers are lost."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from dataclasses import dataclass, field
from functools import partial

from data.database import Database
from sandbox import Person
from sandbox.clock import Clock
from sandbox.enums import MessageFlag
from sandbox.faults import Faults, Strike, strike
from tests.crashing.copies import Databases, prepare
from tests.crashing.doomed import MASTER_KEY
from tests.crashing.facts import facts, posts
from tests.crashing.lives import Bot, alive
from tests.crashing.loop import come_to_rest
from tests.crashing.people import People
from tests.crashing.verdict import Verdict
from tour.community import Bridge, sign_up

NAMES = ("Mei", "Ruth", "Ines", "Amir", "Tomas", "Olga", "Juma", "Kaya")
SEATS = {"I can mentor": ("Mentor",), "I want to understand": ("Mentee",), "Both": ("Mentee", "Mentor")}
GENERATIONS = {"Gen Z · born 1997 to 2012": "Gen Z", "Boomer · born 1946 to 1964": "Boomer"}
LOST = ("502 after", "drop after", "reset after")
ONE_IN = 100
"""Of so many requests one loses its answer after it had its effect."""
MINUTE = 60.0
"""Of Discord's time. In each the bot is told to reconnect (op 7) and is killed."""
REAL_MINUTE = 3.0
"""Seconds in which such a minute passes."""


class Unlucky(Faults):
    """One request in a hundred loses its answer."""

    def __init__(self, clock: Clock, chance: random.Random) -> None:
        super().__init__(clock)
        self.struck = 0
        self.lucky = False
        self._chance = chance

    def take(self, method: str, path: str) -> Strike | None:
        if self.lucky or self._chance.randrange(ONE_IN):
            return super().take(method, path)
        self.struck += 1
        return strike(self._chance.choice(LOST))


@dataclass
class Living:
    """What happened, and the verdict at its end."""

    minutes: int = 0
    kills: int = 0
    deeds: int = 0
    repeated: int = 0
    answers_lost: int = 0
    verdict: Verdict = field(default_factory=Verdict)


async def everybody_is_there(bridge: Bridge) -> None:
    await bridge.is_set_up()
    for name in NAMES:
        await (await bridge.join(name)).sees("Welcome")


async def live_on(databases: Databases, chance: random.Random, minutes: int) -> Living:
    """So many minutes of a community's life, with a kill in each."""
    prepared = await prepare(everybody_is_there, databases)
    bridge, url = prepared.copy(), await databases.fresh(prepared.rows)
    bad_luck = bridge.world.faults = Unlucky(bridge.world.clock, chance)
    before = posts(bridge.world, bridge.guild)
    async with alive(bridge.world, url) as (bot, _):
        people, over = People(bridge, bot), asyncio.Event()
        await come_to_rest(bot)
        async with asyncio.TaskGroup() as group:
            lives = [group.create_task(_live(people, name, chance, over)) for name in NAMES]
            for _minute in range(minutes):
                await _minute_passes(bot)
            over.set()
        bad_luck.lucky = True
        await bot.restart()
        await come_to_rest(bot)
        kills = bot.deaths
    wishes = {name: task.result() for name, task in zip(NAMES, lives, strict=True)}
    return Living(
        minutes,
        kills,
        deeds=sum(deed.answered for deed in people.journal),
        repeated=sum(deed.tries > 1 for deed in people.journal),
        answers_lost=bad_luck.struck,
        verdict=await _judge(bridge, url, wishes, before),
    )


async def _minute_passes(bot: Bot) -> None:
    await asyncio.sleep(REAL_MINUTE / 2)
    await bot.world.ask_reconnect()
    await asyncio.sleep(REAL_MINUTE / 2)
    bot.jump(MINUTE)
    await bot.restart()


async def _live(people: People, name: str, chance: random.Random, over: asyncio.Event) -> frozenset[str]:
    """Sign up and leave, again and again; the roles that somebody should have in the end."""
    person, wish = people.named(name), frozenset[str]()
    while not over.is_set():
        await asyncio.sleep(chance.random())
        if wish:
            await people.do(
                f"{name} leaves", lambda: _leave(person), lambda: person.find("You left the circles")
            )
            wish = frozenset()
        else:
            seat, generation = chance.choice(list(SEATS)), chance.choice(list(GENERATIONS))
            await people.do(
                f"{name} signs up",
                partial(_sign_up, person, seat, generation),
                lambda: person.find("taking part since"),
            )
            wish = frozenset({*SEATS[seat], GENERATIONS[generation]})
    return wish


async def _sign_up(person: Person, seat: str, generation: str) -> None:
    """What was not answered may have been done: whoever sees that they are in is content."""
    await _clear(person)
    await person.clicks("My place")
    if person.find("taking part since"):
        return
    await sign_up(person, seat, generation)
    await _clear(person)
    await person.clicks("My place")


async def _leave(person: Person) -> None:
    await _clear(person)
    await person.clicks("My place")
    if person.find("You left the circles"):
        return
    await person.clicks("Leave the circles")
    await person.clicks("Yes, leave")
    await _clear(person)
    await person.clicks("My place")


async def _clear(person: Person) -> None:
    """Dismiss what only they see, so that nothing of an earlier time is taken for an answer."""
    for message in person.newest_first():
        if message["flags"] & MessageFlag.EPHEMERAL:
            await person.dismiss(message)


async def _judge(
    bridge: Bridge, url: str, wishes: dict[str, frozenset[str]], before: Counter[str]
) -> Verdict:
    """Everybody has the roles they asked for last, and no message was posted more than once."""
    database = await Database.open(url, MASTER_KEY)
    try:
        found = await facts(bridge, database)
    finally:
        await database.close()
    should = {f"{name} holds {role}" for name, roles in wishes.items() for role in roles}
    held = {fact for fact in found.standing if " holds " in fact}
    return Verdict(
        lost=tuple(sorted(should - held)),
        doubled=tuple(sorted(fact for fact, times in found.posted.items() if times > max(1, before[fact]))),
        phantom=tuple(sorted(held - should)),
        drift=tuple(sorted(held ^ {fact for fact in found.known if " holds " in fact})),
    )
