"""An author behind a pseudonym: never pinged, never named, never given away by the minute (fault row 45)."""

import pytest
import sqlalchemy as sa

from data.tables import jobs, worldviews
from tests.cogs.listening.thread import HEARD, asks, goes, says_back, shifts
from tests.cogs.ticking import become, passes

HERON = "Heron 47"
MINUTES = 180


@pytest.fixture
async def hidden(thread, stage):
    """Mei's worldview stands under a pseudonym."""
    async with stage.database.begin() as store:
        await store.link.execute(sa.update(worldviews).values(pseudonym=HERON))
    return thread


async def test_row_45_nothing_under_it_names_or_pings_the_author(hidden, stage, mei, ruth):
    await asks(ruth)
    await says_back(ruth)
    await shifts(ruth)
    await hidden.holds("@Ruth to Heron 47")
    goes(mei)
    await mei.clicks("Answer")
    await mei.fills({"What you want to say": "My father."})
    await mei.clicks("Post it as it is")
    await mei.sees("So the time tells nobody that it is yours")
    await mei.clicks("Not quite")
    await mei.fills({"What was missed, in one sentence?": "Something else."})
    assert not [text for text in hidden.texts if "answers @Ruth" in text or "not quite it" in text]
    passes(stage, MINUTES)
    await hidden.holds("Heron 47 answers @Ruth")
    await hidden.holds("that was not quite it")
    await hidden.rests("remark", "loop", "loop-card", "shift")
    for message in hidden.messages:
        assert [user["id"] for user in message["mentions"]] in ([], [ruth.id])
        assert mei.id not in str(message)
    async with stage.database.read() as store:
        rows = (await store.link.execute(jobs.select().where(jobs.c.lane.like("thread:%")))).all()
    assert not [row for row in rows if mei.id in str(row._mapping)]


async def test_row_45_a_pass_and_a_report_tell_nothing_either(hidden, stage, server, mei, ruth):
    await asks(ruth)
    await hidden.holds("@Ruth asks Heron 47")
    goes(mei, ruth)
    await mei.clicks("Pass")
    passes(stage, MINUTES)
    await hidden.holds("Heron 47 would rather not answer")
    await ruth.clicks("Report")
    await ruth.fills({"What is wrong?": "Something else"})
    card = await server.nora.sees("a worldview by Heron 47")
    assert mei.id not in str(card)


async def test_the_listener_is_still_told_by_name(hidden, stage, mei, ruth):
    await says_back(ruth, HEARD)
    await hidden.holds("Heron 47, is that it?")
    goes(mei)
    await mei.clicks("Yes, that's it")
    passes(stage, MINUTES)
    told = await hidden.holds("@Ruth, you got it")
    assert [user["id"] for user in told["mentions"]] == [ruth.id]
    await become(stage, "loop-card", "done")
