"""Upkeep in the background: one run at a time, none forgotten."""

import asyncio

import pytest

from cogs.upkeep.runs import AT_ONCE, Runs


class Diary:
    """Notes what runs, and lets a test hold a run open."""

    def __init__(self):
        self.runs = []
        self.going_on = 0
        self.most_at_once = 0
        self.may_end = asyncio.Event()
        self.may_end.set()
        self.come_back = None

    async def run(self, community_id, members):
        self.runs.append((community_id, members))
        self.going_on += 1
        self.most_at_once = max(self.most_at_once, self.going_on)
        await self.may_end.wait()
        self.going_on -= 1
        come_back, self.come_back = self.come_back, None
        return come_back


@pytest.fixture
async def diary():
    return Diary()


@pytest.fixture
async def runs(diary):
    runs = Runs(diary.run)
    yield runs
    await runs.close()


async def a_while():
    await asyncio.sleep(0.03)


async def test_orders_that_wait_together_are_one_run_with_members_if_any_wants_them(runs, diary):
    runs.ask(5, members=False)
    runs.ask(5, members=True)
    runs.ask(5, members=False)
    await a_while()
    assert diary.runs == [(5, True)]


async def test_an_order_during_a_run_is_another_run_and_never_beside_it(runs, diary):
    diary.may_end.clear()
    runs.ask(5, members=False)
    await a_while()
    runs.ask(5, members=True)
    await a_while()
    assert diary.runs == [(5, False)]
    diary.may_end.set()
    await a_while()
    assert diary.runs == [(5, False), (5, True)]
    assert diary.most_at_once == 1


async def test_communities_do_not_wait_for_each_other(runs, diary):
    diary.may_end.clear()
    runs.ask(5, members=True)
    runs.ask(6, members=True)
    await a_while()
    assert diary.most_at_once == 2
    diary.may_end.set()


async def test_after_a_start_a_thousand_communities_take_turns(runs, diary):
    diary.may_end.clear()
    for community_id in range(1000):
        runs.ask(community_id, members=True)
    await a_while()
    assert diary.most_at_once == AT_ONCE
    diary.may_end.set()
    while len(diary.runs) < 1000:  # noqa: ASYNC110 - the test's own bound ends it
        await asyncio.sleep(0)


async def test_a_run_that_is_due_later_does_not_hold_up_one_that_is_due_now(runs, diary):
    runs.ask(5, members=True, after=60)
    await a_while()
    assert diary.runs == []
    runs.ask(5, members=False)
    await a_while()
    assert diary.runs == [(5, True)]


async def test_a_run_that_could_not_finish_comes_back(runs, diary):
    diary.come_back = 0.01
    runs.ask(5, members=False)
    await a_while()
    await a_while()
    assert diary.runs == [(5, False), (5, True)]


async def test_an_order_in_the_moment_a_run_ends_is_not_lost(diary):
    """Every order of a hundred in a row is carried out, whenever it comes."""
    runs = Runs(diary.run)
    for count in range(100):
        runs.ask(5, members=False)
        while len(diary.runs) <= count:  # noqa: ASYNC110 - the shortest wait there is
            await asyncio.sleep(0)
    await runs.close()
    assert len(diary.runs) == 100


async def test_a_run_that_fails_leaves_the_next_one_its_turn(caplog):
    seen = []

    async def fails_once(community_id, members):
        seen.append(community_id)
        if len(seen) == 1:
            raise RuntimeError("the database is away")

    runs = Runs(fails_once)
    runs.ask(5, members=True)
    await a_while()
    runs.ask(5, members=True)
    await a_while()
    await runs.close()
    assert seen == [5, 5]


async def test_a_run_that_fails_comes_back(monkeypatch):
    monkeypatch.setattr("cogs.upkeep.runs.AFTER_A_FAULT", 0.01)
    seen = []

    async def fails_once(community_id, members):
        seen.append((community_id, members))
        if len(seen) == 1:
            raise RuntimeError("the database is away")

    runs = Runs(fails_once)
    runs.ask(5, members=False)
    await a_while()
    await a_while()
    await runs.close()
    assert seen == [(5, False), (5, True)]


async def test_closing_does_not_wait_for_what_is_due_later_and_takes_no_more_orders(runs, diary):
    runs.ask(5, members=True, after=3600)
    async with asyncio.timeout(1):
        await runs.close()
    runs.ask(5, members=True)
    await a_while()
    assert diary.runs == []
