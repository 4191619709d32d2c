"""Who waits, who listened and whom one may ask: the same answers from either kind of database."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from data.tables import loops, nudges, off_limits, remarks, shifts, verdicts, worldviews
from domain.communities import Community
from domain.index import ENTRIES
from domain.people import Participant, Seat, Standing
from domain.worldviews import Explanation, Made, State, Worldview

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = timedelta(days=1)
ONE = 1_000_000
"""The number of the worldview that it is about."""
HERE, ELSEWHERE = 5, 6
MEI, RUTH, INES, TOMAS, AMIR = 7, 8, 9, 10, 11
VIEW = Worldview(
    *(0, HERE, MEI, Made.FORM, State.OPEN, ("work", "time")),
    shows_seat=True,
    posted_at=NOW,
    opens_at=NOW,
    changed_at=NOW,
    explanation=Explanation("Work is not who I am."),
    generation="gen-z",
    thread_id=100,
)
PEOPLE = {MEI: "gen-z", INES: "gen-z", RUTH: "boomer", TOMAS: "boomer", AMIR: "millennial"}


def person(user_id, generation, standing=Standing.TAKING_PART, paused_until=None):
    return Participant(
        *(HERE, user_id, Seat.BOTH, generation, standing),
        joined_at=NOW,
        changed_at=NOW,
        adult_at=NOW,
        agreement=1,
        agreed_at=NOW,
        paused_until=paused_until,
    )


@pytest.fixture
async def known(database):
    async with database.begin() as store:
        for community_id in (HERE, ELSEWHERE):
            await store.communities.add(Community(community_id, "en"))
        for user_id, generation in PEOPLE.items():
            await store.people.save(person(user_id, generation))
        await store.worldviews.add(VIEW)
        await store.link.execute(worldviews.update().values(worldview_id=ONE))
    return database


async def sealed(store, user_id, text, place):
    return (await store.keys.of(HERE, user_id)).seal(text, place=place)


async def says(store, user_id, kind, at=NOW, **fields):
    text = await sealed(store, user_id, "…", "remarks.text")
    row = {
        "community_id": HERE,
        "worldview_id": ONE,
        "user_id": user_id,
        "kind": kind,
        "text": text,
        "said_at": at,
    }
    row |= {"token": f"{user_id}{at}{kind}", **fields}
    added = await store.link.execute(remarks.insert().values(row).returning(remarks.c.remark_id))
    return added.scalar_one()


async def says_back(store, user_id, at=NOW):
    heard = await sealed(store, user_id, "…", "loops.heard")
    row = {"community_id": HERE, "worldview_id": ONE, "user_id": user_id, "attempt": 1, "heard": heard}
    row |= {"token": str(at), "said_at": at}
    return (await store.link.execute(loops.insert().values(row).returning(loops.c.loop_id))).scalar_one()


async def test_questions_and_loops_wait_until_the_author_has_said_something_of_them(known):
    async with known.begin() as store:
        answered = await says(store, RUTH, "question")
        await says(store, MEI, "answer", answers=answered)
        await says(store, RUTH, "question", NOW + DAY, passed_at=NOW + DAY)
        await says(store, RUTH, "reply", NOW + DAY)
        judged = await says_back(store, RUTH)
        verdict = {"loop_id": judged, "community_id": HERE, "user_id": MEI, "verdict": "yes", "given_at": NOW}
        await store.link.execute(verdicts.insert().values(verdict))
        assert await store.threads.waiting(HERE, ONE) == []
        loop = await says_back(store, TOMAS, NOW + DAY)
        question = await says(store, TOMAS, "question", NOW + 2 * DAY, message_id=55)
    async with known.read() as store:
        waiting = await store.threads.waiting(HERE, ONE)
        assert [(each.loop_id, each.remark_id, each.message_id) for each in waiting] == [
            (loop, None, None),
            (None, question, 55),
        ]
        assert await store.threads.waiting(ELSEWHERE, ONE) == []


async def test_who_listened_is_known_by_generation_and_the_author_is_no_listener(known):
    async with known.begin() as store:
        await says(store, MEI, "answer")
        assert await store.threads.heard_by(HERE, ONE, MEI) == set()
        await says(store, INES, "question")
        await says_back(store, RUTH)
    async with known.read() as store:
        assert await store.threads.heard_by(HERE, ONE, MEI) == {"gen-z", "boomer"}


async def test_the_last_word_is_a_remark_a_loop_a_verdict_or_a_shift(known):
    async with known.begin() as store:
        assert await store.threads.last_said(HERE, ONE) is None
        await says(store, RUTH, "question", NOW)
        assert await store.threads.last_said(HERE, ONE) == NOW
        loop = await says_back(store, RUTH, NOW + DAY)
        assert await store.threads.last_said(HERE, ONE) == NOW + DAY
        verdict = {"loop_id": loop, "community_id": HERE, "user_id": MEI, "verdict": "partly"}
        await store.link.execute(verdicts.insert().values({**verdict, "given_at": NOW + 2 * DAY}))
        assert await store.threads.last_said(HERE, ONE) == NOW + 2 * DAY
        reason = await sealed(store, RUTH, "…", "shifts.reason")
        row = {"community_id": HERE, "worldview_id": ONE, "user_id": RUTH, "receiver_id": 0, "reason": reason}
        row |= {"kind": "understood", "given_at": NOW, "changed_at": NOW + 3 * DAY}
        await store.link.execute(shifts.insert().values(row))
    async with known.read() as store:
        assert await store.threads.last_said(HERE, ONE) == NOW + 3 * DAY
        assert await store.threads.last_said(ELSEWHERE, ONE) is None


async def asked(store, chances=(0.0, 0.5, 0.99), worldview=VIEW, but=()):
    """Whom chance may choose."""
    view = replace(worldview, worldview_id=ONE)
    return {await store.nudges.candidate(view, NOW + DAY, chance, but) for chance in chances}


async def test_whoever_is_of_another_generation_may_be_asked_to_listen(known):
    async with known.begin() as store:
        assert await asked(store) == {RUTH, TOMAS, AMIR}
        assert await asked(store, but=(RUTH, TOMAS)) == {AMIR}


async def test_where_the_author_shows_no_generation_anybody_else_may_be_asked(known):
    async with known.begin() as store:
        chances = (0.0, 0.3, 0.6, 0.99)
        assert await asked(store, chances, replace(VIEW, shows_seat=False)) == {RUTH, TOMAS, AMIR, INES}


async def test_nobody_is_asked_who_rests_who_minds_the_topic_or_who_listened_already(known):
    async with known.begin() as store:
        await store.people.save(person(RUTH, "boomer", Standing.PAUSED))
        await store.people.save(person(TOMAS, "boomer", Standing.LEFT))
        row = {"community_id": HERE, "user_id": AMIR, "topic": "time"}
        await store.link.execute(off_limits.insert().values(row))
        assert await asked(store) == {None}
        await store.people.save(person(RUTH, "boomer", Standing.PAUSED, paused_until=NOW))
        assert await asked(store) == {RUTH}
        await says_back(store, RUTH)
        assert await asked(store) == {None}


async def test_whoever_was_asked_the_longest_ago_comes_first_and_nobody_twice_in_two_weeks(known):
    async with known.begin() as store:
        for user_id, days in ((RUTH, 30), (TOMAS, 20), (AMIR, 12)):
            row = {"community_id": HERE, "user_id": user_id, "worldview_id": 9, "nudged_at": NOW - days * DAY}
            await store.link.execute(nudges.insert().values(row))
        assert await asked(store) == {RUTH}
        await store.nudges.add(HERE, RUTH, ONE, NOW)
        assert await asked(store) == {TOMAS}
        await store.nudges.add(HERE, TOMAS, ONE, NOW)
        assert await asked(store) == {None}
        assert await store.nudges.last(HERE, RUTH) == NOW
        assert await store.nudges.last(ELSEWHERE, RUTH) is None


async def test_a_page_takes_so_many_and_the_next_begins(known):
    async with known.begin() as store:
        assert await store.index.page_with_room(HERE) == 1
        for number in range(ENTRIES):
            state = State.ARCHIVED if number else State.WITHDRAWN
            view = replace(VIEW, thread_id=200 + number, index_page=1, state=state, archived_at=NOW)
            await store.worldviews.add(view)
        assert await store.index.page_with_room(HERE) == 2
        assert await store.index.page_with_room(ELSEWHERE) == 1
        found = await store.index.page(HERE, 1)
        assert [view.thread_id for view in found] == [200 + number for number in range(1, ENTRIES)]
        assert found[0].explanation.title == "Work is not who I am."
        assert await store.index.of_author(HERE, MEI) == [1]
        assert await store.index.of_author(HERE, RUTH) == []


async def test_threads_older_than_their_forum_are_orphans(known):
    async with known.begin() as store:
        old, _ = [
            await store.worldviews.add(replace(VIEW, thread_id=thread_id, state=State.ARCHIVED))
            for thread_id in (300, 400)
        ]
        assert await store.threads.orphans(HERE, 350, 9) == [old]
        assert await store.threads.orphans(ELSEWHERE, 350, 9) == []
        assert await store.threads.of_threads(HERE, [100, 300, 999]) == {
            100: (ONE, State.OPEN),
            300: (old, State.ARCHIVED),
        }
        assert [page async for page in store.threads.open(HERE)] == [{100: ONE}]
