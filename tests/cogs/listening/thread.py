"""What every story under a worldview needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from domain.worldviews import Worldview
from sandbox import Person
from tests.actions.listening.laws import broken
from tests.cogs.ticking import states
from tests.cogs.upkeep.watching import becomes, comes_to_rest
from tests.cogs.worldviews.explaining import BELIEF, rows, threads
from tour.community import Bridge
from tour.stage import Stage

ZOOMER = "Gen Z · born 1997 to 2012"
BOOMER = "Boomer · born 1946 to 1964"
HEARD = "You work hard, and you do not want your work to be all that you are."
REASON = "I thought it was laziness, and now I see how tired all of you must be at the end of a day."
DAY = 24 * 3600


@dataclass
class Thread:
    """The thread of Mei's worldview."""

    stage: Stage
    bridge: Bridge

    @property
    def place(self) -> dict[str, Any]:
        (thread,) = threads(self.stage)
        return thread

    @property
    def messages(self) -> list[dict[str, Any]]:
        """What stands in it for all to see, without the worldview itself."""
        world, owner = self.stage.world, self.bridge.guild.owner_id
        seen = world.messages.seen_by(owner, self.place["id"])
        return [each for each in seen if not world.messages.reader_of(each)][1:]

    @property
    def texts(self) -> list[str]:
        """The same as the steward reads it."""
        return [self.bridge.nora.reads(each) for each in self.messages]

    async def holds(self, text: str, times: int = 1) -> dict[str, Any]:
        """Wait until so many messages show it; the last of them."""
        await becomes(self.stage.world, lambda: sum(text in each for each in self.texts) == times)
        found = [each for each in self.messages if text in self.bridge.nora.reads(each)]
        return found[-1]

    async def holds_no(self, text: str) -> None:
        """Wait until no message shows it."""
        await becomes(self.stage.world, lambda: not any(text in each for each in self.texts))

    async def view(self) -> Worldview:
        (view,) = await rows(self.stage)
        return view

    async def keeps(self, table: sa.Table) -> list[Any]:
        """The rows of a table."""
        async with self.stage.database.read() as store:
            return list((await store.link.execute(table.select())).all())

    async def rests(self, *kinds: str) -> None:
        """Everything is done, nothing twice, and the laws of listening hold."""
        await comes_to_rest(self.stage)
        for kind in kinds:
            assert set(await states(self.stage, kind)) <= {"done"}, kind
        async with self.stage.database.read() as store:
            assert await broken(store) == []


def goes(*people: Person) -> None:
    """They look at the worldview."""
    for person in people:
        person.goes_to(BELIEF)


async def asks(person: Person, text: str = "Who told you that?", **answers: object) -> None:
    goes(person)
    await person.clicks("Ask to understand")
    await person.fills({"Your question": text, **answers})


async def says_back(person: Person, text: str = HEARD) -> None:
    goes(person)
    await person.clicks("Say back what I heard")
    await person.fills({"What I heard you say": text})


async def shifts(person: Person, kind: str = "I understand it now", reason: str = REASON) -> None:
    goes(person)
    await person.clicks("Shift")
    await person.fills({"Which is nearest?": kind, "Why?": reason})
