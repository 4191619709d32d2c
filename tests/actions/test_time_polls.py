"""Finding a time, on either kind of database."""

from datetime import timedelta

import pytest

from actions import discussions, time_polls
from domain.discussion_errors import (
    NoVotes,
    PollOver,
)
from domain.discussions import Plan
from domain.errors import (
    NotTakingPart,
)
from domain.instants import instant_of
from domain.time_polls import Standing
from tests.actions.dealing import HERE, MEI, NOW, RUTH, founded

STRANGER = 99
LOCAL = NOW.replace(tzinfo=None) + timedelta(days=3)
PLAN = Plan("How do we grow old?", LOCAL, "UTC", host_id=MEI)
TIMES = [instant_of(LOCAL + timedelta(days=n), "UTC") for n in range(3)]


@pytest.fixture
async def deps(database):
    return await founded(database, MEI, RUTH)


@pytest.fixture
async def poll(deps):
    drafted = await time_polls.draft(deps, HERE, MEI, PLAN, [*TIMES, TIMES[0]], "a")
    return await time_polls.ask(deps, HERE, MEI, drafted.poll_id)


async def test_a_form_sent_twice_is_one_poll_and_a_time_named_twice_is_one(deps, poll):
    again = await time_polls.draft(deps, HERE, MEI, PLAN, TIMES, "a")
    assert again.poll_id == poll.poll_id
    assert [time.at for time in again.times] == [each.at for each in TIMES]
    assert again.standing is Standing.OPEN


async def test_nobody_asks_or_throws_away_for_somebody_else(deps):
    drafted = await time_polls.draft(deps, HERE, MEI, PLAN, TIMES, "b")
    with pytest.raises(PollOver):
        await time_polls.ask(deps, HERE, RUTH, drafted.poll_id)
    await time_polls.throw_away(deps, HERE, RUTH, drafted.poll_id)
    asked = await time_polls.find(deps, HERE, drafted.poll_id)
    assert asked is not None
    assert asked.poll.standing is Standing.DRAFT


async def test_the_last_answer_counts_and_only_of_those_who_take_part(deps, poll):
    await time_polls.answer(deps, HERE, RUTH, poll.poll_id, {1, 2, 99})
    await time_polls.answer(deps, HERE, RUTH, poll.poll_id, {2, 3})
    with pytest.raises(NotTakingPart):
        await time_polls.answer(deps, HERE, STRANGER, poll.poll_id, {1})
    asked = await time_polls.find(deps, HERE, poll.poll_id)
    assert asked is not None
    assert asked.votes == {2: [RUTH], 3: [RUTH]}


async def test_the_winner_becomes_one_discussion_however_often_it_is_taken(deps, poll):
    with pytest.raises(NoVotes):
        await time_polls.decide(deps, HERE, MEI, poll.poll_id)
    await time_polls.answer(deps, HERE, RUTH, poll.poll_id, {2})
    discussion, time, people = await time_polls.decide(deps, HERE, MEI, poll.poll_id)
    assert (time.choice, people, discussion.plan.local) == (2, 1, TIMES[1].local)
    with pytest.raises(PollOver):
        await time_polls.decide(deps, HERE, MEI, poll.poll_id)
    [date] = await discussions.next_dates(deps, HERE)
    assert (date.title, date.host_id) == (PLAN.title, MEI)
    async with deps.database.read() as store:
        assert await store.rsvps.who(HERE, date.occurrence_id) == [], "nobody is put down in their absence"


async def test_what_passed_meanwhile_takes_no_answers(deps, poll):
    deps.now.now = TIMES[-1].at
    with pytest.raises(PollOver):
        await time_polls.answer(deps, HERE, RUTH, poll.poll_id, {1})


async def test_a_draft_that_was_left_goes_with_the_next_one_and_nobody_elses_does(deps, poll):
    left = await time_polls.draft(deps, HERE, MEI, PLAN, TIMES, "b")
    ruths = await time_polls.draft(deps, HERE, RUTH, PLAN, TIMES, "c")
    await time_polls.draft(deps, HERE, MEI, PLAN, TIMES, "d")
    assert await time_polls.find(deps, HERE, left.poll_id) is None
    for each in (ruths, poll):
        assert await time_polls.find(deps, HERE, each.poll_id) is not None
