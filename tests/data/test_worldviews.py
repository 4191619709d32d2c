"""Worldviews at rest, on either kind of database."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from domain.communities import Community
from domain.people import Seat
from domain.worldviews import Explanation, Made, State, Worldview

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
MEI, HERE, ELSEWHERE = 7, 5, 6
VIEW = Worldview(
    0,
    HERE,
    MEI,
    Made.FORM,
    State.POSTING,
    ("work", "time"),
    shows_seat=True,
    posted_at=NOW,
    opens_at=NOW + timedelta(hours=24),
    changed_at=NOW,
    explanation=Explanation("Work is not who I am.", "", "That we are lazy.", ""),
    seat=Seat.MENTOR,
    generation="gen-z",
    consent=1,
)


@pytest.fixture
async def known(database):
    async with database.begin() as store:
        for community_id in (HERE, ELSEWHERE):
            await store.communities.add(Community(community_id, "en"))
    return database


async def test_a_worldview_comes_back_as_it_was_and_belongs_to_its_community(known):
    async with known.begin() as store:
        number = await store.worldviews.add(VIEW)
    async with known.read() as store:
        assert await store.worldviews.find(HERE, number) == replace(VIEW, worldview_id=number)
        assert await store.worldviews.find(ELSEWHERE, number) is None


async def test_what_becomes_of_it_is_kept_and_its_thread_leads_to_it(known):
    async with known.begin() as store:
        number = await store.worldviews.add(VIEW)
        later = replace(VIEW, worldview_id=number, state=State.OPEN, thread_id=100, card_id=100)
        await store.worldviews.save(later)
    async with known.read() as store:
        assert await store.worldviews.of_thread(HERE, 100) == later
        assert await store.worldviews.of_thread(ELSEWHERE, 100) is None


async def test_its_text_cannot_be_read_in_the_file_and_goes_with_its_authors_key(known):
    async with known.begin() as store:
        number = await store.worldviews.add(VIEW)
        (belief,) = (await store.link.execute(sa.text("SELECT belief FROM worldviews"))).scalars()
        assert b"Work" not in belief
        await store.keys.forget(HERE, MEI)
        assert (await store.worldviews.find(HERE, number)).explanation == Explanation()
