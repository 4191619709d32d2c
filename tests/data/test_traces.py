"""What the bot posted for somebody is found before their rows go, on either kind of database."""

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from data.tables import dealt, loops, nudges, remarks, reports, responses, reveals, shifts, verdicts
from domain.actual import Record
from domain.blueprint import DESK, Kind
from domain.communities import Community
from domain.worldviews import Made, State, Worldview

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
MEI, RUTH, HERE, ELSEWHERE, DESK_ID = 7, 8, 5, 6, 900
MEIS, RUTHS, BY_HAND = 100, 200, 300
"""Threads: Mei's worldview, Ruth's, and one that Mei posted by hand."""


def view(user_id, thread_id, made=Made.FORM, community_id=HERE):
    return Worldview(
        *(0, community_id, user_id, made, State.OPEN, ()),
        shows_seat=False,
        posted_at=NOW,
        opens_at=NOW,
        changed_at=NOW,
        thread_id=thread_id,
        card_id=thread_id if made is Made.FORM else thread_id + 1,
    )


@pytest.fixture
async def known(database):
    """Mei and Ruth have said things under Ruth's worldview."""
    async with database.begin() as store:
        for community_id in (HERE, ELSEWHERE):
            await store.communities.add(Community(community_id, "en"))
            record = Record(DESK_ID, None)
            await store.objects.record(community_id, Kind.CHANNEL, DESK, record, NOW)
        await store.worldviews.add(view(MEI, MEIS))
        under = await store.worldviews.add(view(RUTH, RUTHS))
        await store.worldviews.add(view(MEI, BY_HAND, Made.HAND))
        await store.worldviews.add(view(MEI, 400, community_id=ELSEWHERE))
        for user_id, first in ((MEI, 1000), (RUTH, 2000)):
            heard = await says(store, user_id, first, under)
        verdict = {
            "loop_id": heard,
            "community_id": HERE,
            "user_id": MEI,
            "verdict": "partly",
            "given_at": NOW,
            "message_id": 3000,
        }
        await store.link.execute(verdicts.insert().values(verdict))
    return database


async def says(store, user_id, first, under):
    """A row of each kind, with the messages `first`, `first + 1`…; the number of the loop."""
    sealed = (await store.keys.of(HERE, user_id)).seal("words", place="any")
    here = {"community_id": HERE, "user_id": user_id}
    there = here | {"worldview_id": under}
    by_form = there | {"token": str(user_id)}
    other = RUTH if user_id == MEI else MEI
    for table, row in {
        remarks: by_form | {"kind": "reply", "text": sealed, "said_at": NOW},
        loops: by_form | {"attempt": 1, "heard": sealed, "said_at": NOW},
        nudges: there | {"nudged_at": NOW},
        shifts: there | {"receiver_id": other, "kind": "understood", "reason": sealed}
        | {"given_at": NOW, "changed_at": NOW},
        responses: here | {"conversation_id": 1, "turn": 1, "passed": False, "responded_at": NOW},
        reports: by_form | {"reason": "other", "state": "new", "reported_at": NOW},
        reveals: there | {"reason": sealed, "asked_at": NOW},
    }.items():  # fmt: skip
        await store.link.execute(table.insert().values(row | {"message_id": first}))
        first += 1
    if user_id == MEI:
        prompt = {"conversation_id": 1, "turn": 1, "prompt": "a/b", "depth": 1, "dealt_at": NOW}
        await store.link.execute(dealt.insert().values(prompt | {"community_id": HERE, "thread_id": 500}))
    query = sa.select(loops.c.loop_id).where(loops.c.user_id == user_id)
    return (await store.link.execute(query)).scalar_one()


EXPECTED = {
    *((MEIS, MEIS, True), (BY_HAND, BY_HAND + 1, False)),
    *((RUTHS, 1000, False), (RUTHS, 1001, False), (RUTHS, 1002, False), (RUTHS, 1003, False)),
    *((500, 1004, False), (DESK_ID, 1005, False), (DESK_ID, 1006, False)),
    (RUTHS, 2003, False),  # the shift that Ruth gave her by name
    (RUTHS, 3000, False),  # what told Ruth so by name
    (RUTHS, 2001, False),  # what Ruth heard, with what Mei said was missed
}


async def found(store, community_id=HERE, user_id=MEI):
    traces = await store.traces.all(community_id, user_id, 100)
    return {(each.channel_id, each.message_id, each.is_thread) for each in traces}


async def test_everything_of_theirs_is_found_and_nothing_of_anybody_elses(known):
    async with known.begin() as store:
        await store.traces.collect(HERE, MEI)
        assert await found(store) == EXPECTED
        assert await found(store, ELSEWHERE) == set()


async def test_an_erasure_during_an_erasure_keeps_what_has_still_to_go(known):
    async with known.begin() as store:
        await store.privacy.erase(HERE, MEI, NOW)
    async with known.begin() as store:
        await store.privacy.erase(HERE, MEI, NOW)
        assert await found(store) == EXPECTED


async def test_each_goes_when_it_is_gone(known):
    async with known.begin() as store:
        await store.traces.collect(HERE, MEI)
        (first, *_) = await store.traces.all(HERE, MEI, 1)
        assert first.is_thread, "a thread first: it takes its messages with it"
        await store.traces.remove(first)
        assert len(await found(store)) == len(EXPECTED) - 1
