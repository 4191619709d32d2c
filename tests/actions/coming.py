"""A community with one date to which people come, and its time."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

from actions import discussions, offers, rsvps
from actions.deps import Deps
from data.tables import participants
from domain.communities import Community
from domain.discussions import Places, Plan
from domain.people import Seat
from domain.rsvps import HOLDING, Answer

HERE, ELSEWHERE, NORA, MEI, RUTH, TOMAS = 5, 6, 7, 11, 12, 13
START = datetime(2027, 3, 1, 12, tzinfo=UTC)
PLAN = Plan("How do we grow old?", datetime.fromisoformat("2027-03-14T18:00"), "Europe/Zurich", host_id=NORA)
NO_LIMIT = Places()


class Village:
    """A community with one date, and its time."""

    def __init__(self, database):
        self.now = START
        self.deps = Deps(database, now=lambda: self.now)
        self.number = 0

    async def begins(self):
        async with self.deps.database.begin() as store:
            for here in (HERE, ELSEWHERE):
                await store.communities.save(Community(here, "en", set_up_at=START, set_up_by=NORA))

    async def plan(self, places=NO_LIMIT, **changes):
        plan = replace(PLAN, places=places, **changes)
        discussion = await discussions.plan(self.deps, HERE, NORA, plan, "a")
        async with self.deps.database.read() as store:
            [date] = await store.occurrences.of_discussion(HERE, discussion.discussion_id)
        self.number = date.occurrence_id

    async def sign_up(self, *people, seat=Seat.MENTEE, here=HERE):
        rows = [
            {
                "community_id": here,
                "user_id": user_id,
                "seat": seat,
                "generation": "gen-z",
                "standing": "taking-part",
                **dict.fromkeys(("joined_at", "changed_at", "adult_at", "agreed_at"), START),
                "agreement": 1,
            }
            for user_id in people
        ]
        async with self.deps.database.begin() as store:
            await store.link.execute(participants.insert(), rows)

    async def says(self, user_id, answer=Answer.GOING):
        return await rsvps.answer(self.deps, HERE, user_id, self.number, answer)

    async def date(self, store):
        date = await store.occurrences.find(HERE, self.number)
        assert date is not None
        return date

    async def stand(self):
        """Where everybody stands, in the order of their numbers; and that what is counted is so."""
        async with self.deps.database.read() as store:
            rows = await store.rsvps.who(HERE, self.number)
            date = await self.date(store)
        held = Counter(row.seat for row in rows if row.answer in HOLDING)
        assert (date.going_mentor, date.going_mentee) == (held[Seat.MENTOR], held[Seat.MENTEE])
        assert date.going == held.total()
        return {row.user_id: row.answer for row in rows}

    async def change(self, **values):
        async with self.deps.database.begin() as store:
            date = await self.date(store)
            await store.occurrences.change(date, self.now, **values)

    async def has_places(self, places):
        async with self.deps.database.begin() as store:
            date = await self.date(store)
            await store.discussions.change(HERE, date.discussion_id, places=places)
            await offers.settle(store, HERE, self.number, self.now)

    async def waits(self, kind):
        async with self.deps.database.read() as store:
            return await store.jobs.open(HERE, kind)
