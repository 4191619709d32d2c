"""A community that has been at it for a while: its people, what they explained, and the threads of that.

One worldview is explained, asked about and said back through the bot. What the bot posted for it is then
copied for all the others, so that every button is one that the bot made; the rows are put in at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sandbox import Person
from sandbox.checks.components import walk
from sandbox.payloads import Json
from tour import community
from tour.community import Bridge

HEARD = "You would rather be written to than rung, and you tell more in writing."


@dataclass(frozen=True)
class Age:
    """How much there is of everything. A listener has said as much in a large community as in a small one."""

    name: str
    worldviews: int
    active: int
    authors: int
    listeners: int
    visitors: int
    """Who take part, and have said nothing yet."""


@dataclass
class Aged:
    """A community with a past."""

    age: Age
    bridge: Bridge
    authors: list[Person] = field(default_factory=list)
    listeners: list[Person] = field(default_factory=list)
    visitors: list[Person] = field(default_factory=list)
    active: list[tuple[str, Person]] = field(default_factory=list)
    """The threads that are not archived, and whose worldview each is."""


@dataclass(frozen=True)
class Pattern:
    """What the bot posted for the first worldview, to be copied."""

    thread: Json
    card: Json
    question: Json
    loop: Json


async def first_day(bridge: Bridge) -> Pattern:
    await community.settle(bridge)
    ruth = bridge.world.person("Ruth")
    await community.sign_up(ruth, "I want to understand", "Boomer · born 1946 to 1964")
    await ruth.sees("You are in")
    ruth.goes_to(community.BELIEF)
    await ruth.clicks("Say back what I heard")
    await ruth.fills({"What I heard you say": HEARD})
    await ruth.sees("What you heard stands in the thread")
    world, (thread,) = bridge.world, [t for t in bridge.guild.threads if t["applied_tags"]]
    said = world.messages.history(thread["id"])
    card, question, loop = (
        next(each for each in said if control in "".join(custom_ids(each)))
        for control in ("listening:v1:ask:", "listening:v1:answer:", "listening:v1:yes:")
    )
    return Pattern(thread, card, question, loop)


def custom_ids(message: Json) -> Iterator[str]:
    """Of every control on a message."""
    for _, component in walk(message["components"]):
        if "custom_id" in component:
            yield component["custom_id"]
