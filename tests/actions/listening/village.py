"""Two communities with people and worldviews in them, written straight into the database."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from actions.deps import Deps
from data.database import Database
from data.tables import worldviews
from domain.communities import Community
from domain.people import Participant, Seat, Standing
from domain.worldviews import Explanation, Made, State, Worldview

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HERE, ELSEWHERE = 5, 6
MEI, INES, RUTH, TOMAS, LEFT, STRANGER = 11, 12, 13, 14, 15, 16
SEATS = {MEI: Seat.MENTOR, INES: Seat.BOTH, RUTH: Seat.MENTEE, TOMAS: Seat.MENTEE, LEFT: Seat.MENTEE}
REASON = "I thought it was laziness, and now I see how tired all of you must be at the end of a day."
HEARD = "You work hard, and you do not want your work to be all that you are."


def person(user_id: int, community_id: int = HERE) -> Participant:
    standing = Standing.LEFT if user_id == LEFT else Standing.TAKING_PART
    seat = SEATS.get(user_id, Seat.MENTEE)
    return Participant(
        community_id, user_id, seat, "gen-z", standing, NOW, NOW, NOW, agreement=1, agreed_at=NOW
    )


def worldview(author: int, community_id: int = HERE, thread_id: int | None = None) -> Worldview:
    return Worldview(
        *(0, community_id, author, Made.FORM, State.OPEN, ("work",)),
        shows_seat=True,
        posted_at=NOW,
        opens_at=NOW + timedelta(hours=24),
        changed_at=NOW,
        explanation=Explanation("Work is not who I am."),
        seat=SEATS[author],
        generation="gen-z",
        consent=1,
        thread_id=thread_id,
        card_id=thread_id,
    )


class Village:
    """The database, the time in it, and the numbers of the worldviews: two here, one elsewhere."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.now = NOW
        self.deps = Deps(database, lambda: self.now)
        self.of_mei = self.of_ines = self.elsewhere = 0

    def passes(self, **time: float) -> None:
        self.now += timedelta(**time)

    async def settle(self) -> Village:
        async with self.database.begin() as store:
            for community_id in (HERE, ELSEWHERE):
                await store.communities.save(Community(community_id, "en", set_up_at=NOW))
            for user_id in SEATS:
                await store.people.save(person(user_id))
            await store.people.save(person(MEI, ELSEWHERE))
            self.of_mei = await store.worldviews.add(worldview(MEI, thread_id=100))
            self.of_ines = await store.worldviews.add(worldview(INES, thread_id=200))
            self.elsewhere = await store.worldviews.add(worldview(MEI, ELSEWHERE, thread_id=300))
        return self

    async def explains(self, author: int) -> None:
        """One more worldview here, and it stands."""
        async with self.database.begin() as store:
            thread = (
                1000
                + (await store.link.execute(sa.select(sa.func.count(worldviews.c.worldview_id)))).scalar_one()
            )
            new = replace(worldview(author, thread_id=thread), posted_at=self.now, changed_at=self.now)
            await store.worldviews.add(replace(new, opens_at=self.now + timedelta(hours=24)))

    def goes_on_with(self, database: Database) -> None:
        """The process was started again: the database is the same, and so is the time."""
        self.database, self.deps = database, replace(self.deps, database=database)

    async def changes(self, worldview_id: int, **changes: object) -> None:
        """Something becomes of a worldview."""
        async with self.database.begin() as store:
            found = await store.worldviews.find(HERE, worldview_id)
            assert found is not None
            await store.worldviews.save(replace(found, **changes))  # type: ignore[arg-type]
