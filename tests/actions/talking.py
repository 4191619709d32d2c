"""A discussion that is being talked about, without Discord: who is in the room is only said."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from actions import conducting, conductor, discussions, talks
from actions.conductor import Press
from actions.deps import Deps
from actions.talks import Shown
from data.database import Database
from data.tables import jobs
from domain.communities import Community
from domain.conductor import Turn
from domain.discussions import Occurrence, Plan, State
from domain.jobs import Job
from domain.people import Participant, Seat, Standing

HERE = 5
NORA, MEI, AMIR, RUTH, TOMAS, HUGO, BOT = 1, 2, 3, 4, 5, 6, 99
SEATS = {
    NORA: Seat.BOTH,
    MEI: Seat.MENTOR,
    AMIR: Seat.MENTOR,
    RUTH: Seat.MENTEE,
    TOMAS: Seat.MENTEE,
    HUGO: Seat.MENTEE,
}
START = datetime(2027, 3, 1, 12, tzinfo=UTC)


@dataclass
class Room:
    """Nora's discussion, and who is in its room. Time passes only when it is let."""

    database: Database
    occurrence_id: int = 0
    moment: datetime = START
    present: list[int] = field(default_factory=list)
    chance: float = 0.0

    @property
    def deps(self) -> Deps:
        return Deps(self.database, now=lambda: self.moment, chance=lambda: self.chance)

    def by(self, user_id: int) -> Press:
        return Press(HERE, user_id, tuple(self.present))

    async def opens(self, **changes: Any) -> None:
        """It is planned, the room is open, and it has started."""
        async with self.database.begin() as store:
            await store.communities.save(Community(HERE, "en", set_up_at=START, set_up_by=NORA))
            for user_id, seat in SEATS.items():
                await store.people.save(_taking_part(user_id, seat))
        local = datetime.fromisoformat("2027-03-02T12:00")
        plan = Plan("How do we grow old?", local, "UTC", host_id=NORA, **changes)
        planned = await discussions.plan(self.deps, HERE, NORA, plan, "a")
        async with self.database.begin() as store:
            date, *_ = await store.occurrences.of_discussion(HERE, planned.discussion_id)
            await store.occurrences.change(date, self.moment, state=State.ON)
        self.occurrence_id, self.moment = date.occurrence_id, date.starts_at

    async def comes(self, *people: int) -> None:
        """One after the other."""
        for user_id in people:
            self.present.append(user_id)
            await self.looks()

    async def leaves(self, *people: int) -> None:
        self.present = [each for each in self.present if each not in people]
        await self.looks()

    async def begins(self, *people: int) -> Shown:
        """These are in the room, and Nora begins."""
        await self.looks()
        await self.comes(*people)
        return await conductor.begin(self.deps, self.by(NORA), self.occurrence_id)

    async def looks(self) -> Shown:
        """What the panel shows."""
        found = await conducting.look(self.deps, HERE, self.occurrence_id, self.present)
        assert found is not None
        return found

    async def date(self) -> Occurrence:
        async with self.database.read() as store:
            found = await store.occurrences.find(HERE, self.occurrence_id)
        assert found is not None
        return found

    async def passes(self, seconds: float) -> None:
        """What is due is done, each at its moment."""
        until = self.moment + timedelta(seconds=seconds)
        while due := [job for job in await self.due() if job.due_at <= until]:
            self.moment = max(self.moment, due[0].due_at)
            await self.does(due[0])
        self.moment = until

    async def does(self, job: Job) -> None:
        await conducting.time_passes(self.deps, job, self.present)
        async with self.database.begin() as store:
            await store.link.execute(jobs.delete().where(jobs.c.job_id == job.job_id))

    async def due(self) -> list[Job]:
        """Those about turns, the next first."""
        async with self.database.read() as store:
            return sorted(await store.jobs.open(HERE, talks.TURN), key=lambda job: job.due_at)


def _taking_part(user_id: int, seat: Seat) -> Participant:
    return Participant(
        HERE, user_id, seat, "gen-z", Standing.TAKING_PART, START, START, START, 1, START
    )  # fmt: skip


def turn_of(shown: Shown) -> Turn:
    """The present turn, which there is."""
    assert shown.turn is not None
    return shown.turn


def whose(shown: Shown) -> int | None:
    return shown.turn.user_id if shown.turn else None
