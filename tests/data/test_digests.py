"""Lines that both approved, and who answers whom: the same answers from either kind of database."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from data.tables import remarks, worldviews
from domain.communities import Community
from domain.loops import Loop, Verdict
from domain.people import Participant, Seat, Standing
from domain.worldviews import Explanation, Made, State, Worldview

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = timedelta(days=1)
ONE = 1_000_000
"""The number of the worldview that it is about."""
HERE, ELSEWHERE = 5, 6
MEI, RUTH = 7, 8
VIEW = Worldview(
    *(0, HERE, MEI, Made.FORM, State.OPEN, ("work", "time")),
    shows_seat=True,
    posted_at=NOW,
    opens_at=NOW,
    changed_at=NOW,
    explanation=Explanation("Work is not who I am."),
    seat=Seat.MENTOR,
    generation="gen-z",
    thread_id=100,
)


@pytest.fixture
async def known(database):
    async with database.begin() as store:
        for community_id in (HERE, ELSEWHERE):
            await store.communities.add(Community(community_id, "en"))
        for user_id, seat in ((MEI, Seat.MENTOR), (RUTH, Seat.MENTEE)):
            await store.people.save(
                Participant(
                    *(HERE, user_id, seat, "boomer", Standing.TAKING_PART),
                    joined_at=NOW,
                    changed_at=NOW,
                    adult_at=NOW,
                    agreement=1,
                    agreed_at=NOW,
                )
            )
        await store.worldviews.add(VIEW)
        await store.link.execute(worldviews.update().values(worldview_id=ONE))
    return database


async def says_back(store, heard, verdict=Verdict.YES, attempt=1):
    loop = Loop(0, HERE, ONE, RUTH, attempt, heard, str(attempt), NOW)
    number = await store.loops.add(loop)
    await store.loops.judge(replace(loop, loop_id=number, verdict=verdict), MEI, NOW + DAY)
    return number


async def approve(store, loop, *people, at=NOW):
    for user_id in people:
        await store.loops.approve(HERE, loop, user_id, at)


async def test_only_what_both_approved_and_was_confirmed_is_ready(known):
    async with known.begin() as store:
        await approve(store, await says_back(store, "both", attempt=1), MEI, RUTH)
        await approve(store, await says_back(store, "author", attempt=2), MEI)
        await approve(store, await says_back(store, "listener", attempt=3), RUTH)
        await approve(store, await says_back(store, "no", Verdict.PARTLY, attempt=4), MEI, RUTH)
        (line,) = await store.digests.ready(HERE)
        assert (line.heard, line.listener_id, line.author_id) == ("both", RUTH, MEI)
        assert (line.topics, line.generation, line.pseudonym) == (("work", "time"), "gen-z", None)
        assert await store.digests.ready(ELSEWHERE) == []


async def test_a_line_stands_in_one_digest_as_long_as_both_want_it(known):
    async with known.begin() as store:
        number = await says_back(store, "both")
        await approve(store, number, MEI, RUTH)
        await store.digests.add(HERE, "2026-11", await store.digests.ready(HERE))
        assert await store.digests.ready(HERE) == []
        assert [line.heard for line in await store.digests.lines(HERE, "2026-11")] == ["both"]
        assert await store.digests.find(HERE, "2026-11") == (True, None)
        assert await store.digests.find(HERE, "2026-12") == (False, None)
        await store.digests.posted(HERE, "2026-11", 55, NOW)
        assert await store.digests.find(HERE, "2026-11") == (True, 55)
        for months in (
            await store.digests.months_under(HERE, ONE),
            await store.digests.months_of(HERE, MEI),
            await store.digests.months_of(HERE, RUTH),
        ):
            assert months == ["2026-11"]
        assert await store.digests.months_of(ELSEWHERE, RUTH) == []
        await store.loops.withhold(HERE, number, RUTH)
        assert await store.digests.lines(HERE, "2026-11") == []


@pytest.mark.parametrize("state", [State.WITHDRAWN, State.GONE])
async def test_no_line_stands_of_what_does_not(known, state):
    async with known.begin() as store:
        await approve(store, await says_back(store, "both"), MEI, RUTH)
        await store.threads.mark(HERE, ONE, state=state.value)
        assert await store.digests.ready(HERE) == []


async def test_of_whom_is_erased_no_line_is_left(known):
    async with known.begin() as store:
        await approve(store, await says_back(store, "both"), MEI, RUTH)
        await store.privacy.erase(HERE, MEI, NOW)
        assert await store.digests.ready(HERE) == []


async def test_answers_and_verdicts_count_for_the_seat_of_the_author_in_their_time(known):
    async with known.begin() as store:
        key = await store.keys.of(HERE, MEI)
        row = {"community_id": HERE, "worldview_id": ONE, "user_id": MEI, "kind": "answer", "token": "1"}
        row |= {"text": key.seal("…", place="remarks.text"), "said_at": NOW}
        await store.link.execute(remarks.insert().values(row))
        await says_back(store, "heard")
        assert await store.answering.by_seat(HERE, NOW, NOW + DAY) == {Seat.MENTOR: 1}
        assert await store.answering.by_seat(HERE, NOW, NOW + 2 * DAY) == {Seat.MENTOR: 2}
        assert await store.answering.people(HERE, NOW, NOW + 2 * DAY) == 1
        assert await store.answering.active(HERE, NOW, NOW + 2 * DAY) == {Seat.MENTOR: 1, Seat.MENTEE: 1}
        assert await store.answering.by_seat(ELSEWHERE, NOW, NOW + 2 * DAY) == {}
        assert await store.answering.people(HERE, NOW + 2 * DAY, NOW + 3 * DAY) == 0
