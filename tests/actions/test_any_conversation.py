"""Whatever anybody presses, in whatever order: the laws of dealing hold."""

import asyncio
import shutil
from contextlib import suppress
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import FlakyFailure

import domain.conversations
from actions import conversations, jobs, prompts
from data.conversations import Kind
from data.database import Database
from domain.errors import Refusal
from tests.actions.dealing import (
    AMIR,
    HERE,
    MEI,
    RUTH,
    SMALL,
    TOPICS,
    Chances,
    founded,
    keeps_out,
)
from tests.databases import MASTER_KEY

NAMES = {f"small/{prompt.key}": prompt for prompt in SMALL["small", "en"].prompts}
PEOPLE = st.sampled_from([MEI, RUTH, AMIR])
TURN = st.sampled_from([0, 0, 0, 0, -1, 1])
"""The current turn, the one before, or one that is not there."""
THREAD = st.sampled_from([0, 0, 0, 1])
PRESSES = st.one_of(
    st.tuples(st.just("give"), PEOPLE),
    st.tuples(st.just("pass-mine"), PEOPLE, TURN),
    st.tuples(st.just("begin"), PEOPLE, TURN),
    *(st.tuples(st.just(what), PEOPLE, THREAD, TURN) for what in ("answer", "pass-on", "next", "next")),
    st.tuples(st.just("keep-out"), PEOPLE, st.sampled_from([topic.key for topic in TOPICS])),
    st.tuples(st.just("die"), PEOPLE),
)

SEED = 1
"""Of presses by which every planted bug shows."""


class Circle:
    """Three people at their buttons. After each press the laws are looked at."""

    def __init__(self, deps, url):
        self.deps = deps
        self.url = url
        self.threads = []
        self.before = {}
        self.kept_out = set()

    async def presses(self, what, user_id, *rest):
        with suppress(Refusal):
            await getattr(self, what.replace("-", "_"))(user_id, *rest)
        await self.holds()

    async def give(self, user_id):
        await prompts.give(self.deps, HERE, user_id, "en-US")

    async def pass_mine(self, user_id, turn):
        await prompts.pass_on(self.deps, HERE, user_id, await self.own(user_id) + turn, "en-US")

    async def begin(self, user_id, turn):
        turn += await self.own(user_id)
        begun = await conversations.begin(self.deps, HERE, user_id, turn, "Hello", "en-US")
        self.threads.append(begun.conversation_id)

    async def answer(self, user_id, which, turn):
        number, pressed = await self.place(which, turn)
        await conversations.answer(self.deps, HERE, user_id, number, pressed, "Hello", "en-US")

    async def pass_on(self, user_id, which, turn):
        number, pressed = await self.place(which, turn)
        await conversations.pass_on(self.deps, HERE, user_id, number, pressed, "en-US")

    async def next(self, user_id, which, turn):
        number, pressed = await self.place(which, turn)
        moved = await conversations.move_on(self.deps, HERE, user_id, number, pressed, "en-US")
        assert (moved.wish is not None) == (turn == 0), "an old turn's button deals nothing"

    async def keep_out(self, user_id, topic):
        if (user_id, topic) not in self.kept_out:
            await keeps_out(self.deps.database, user_id, topic)
        self.kept_out.add((user_id, topic))

    async def die(self, _user_id):
        """The process ends here, and another begins with what is in the database."""
        await self.deps.database.close()
        self.deps = replace(self.deps, database=await Database.open(self.url, MASTER_KEY))
        await jobs.release(self.deps)

    async def own(self, user_id):
        async with self.deps.database.read() as store:
            kept = await store.conversations.of_person(HERE, user_id)
        return kept.turn if kept else 0

    async def place(self, which, turn):
        number = self.threads[which % len(self.threads)] if self.threads else 10**6
        return number, (len(self.before[number].standing.turns) + turn if self.threads else 1)

    async def all(self):
        async with self.deps.database.read() as store:
            numbers = range(1, len(self.threads) + 5)
            found = [await store.conversations.find(HERE, number) for number in numbers]
        return {kept.conversation_id: kept for kept in found if kept is not None}

    async def holds(self):
        """Nothing twice before the deck is spent, no depth skipped, nobody's off-limits, one turn a press."""
        now = await self.all()
        for number, kept in now.items():
            earlier = self.before.get(number)
            turns = kept.standing.turns
            known = earlier.standing.turns if earlier else ()
            assert turns[: len(known)] == known
            assert len(turns) - len(known) in (0, 1)
            if len(turns) > len(known) and (earlier or kept.kind is Kind.PERSON):
                self.is_lawful(kept, earlier)
        self.before = now

    def is_lawful(self, kept, earlier):
        *past, new = kept.standing.turns
        people = set(kept.standing.people)
        barred = {topic for user_id, topic in self.kept_out if user_id in people}
        assert barred.isdisjoint(NAMES[new.prompt].topics)
        times = [turn.prompt for turn in past].count
        open_to_all = [name for name, prompt in NAMES.items() if barred.isdisjoint(prompt.topics)]
        assert times(new.prompt) == min(times(name) for name in open_to_all)
        depth = earlier.standing.depth if earlier else 1
        if new.depth > depth:
            skipped = {NAMES[name].depth for name in open_to_all if not times(name)}
            assert not skipped & set(range(depth + 1, new.depth)), "a depth with prompts left was skipped"
            silent = set(earlier.standing.people) - set(earlier.standing.responded) if earlier else set()
            assert kept.kind is Kind.PERSON or not silent, (
                "it went deeper before everybody answered or passed"
            )


@pytest.fixture
def another_url(sqlite_template, tmp_path):
    numbers = count()

    def another():
        file = tmp_path / f"{next(numbers)}.db"
        shutil.copyfile(sqlite_template, file)
        return f"sqlite+aiosqlite:///{file}"

    return another


FEW = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
LIVES = given(
    presses=st.lists(PRESSES, min_size=5, max_size=60),
    chances=st.lists(st.floats(0, 0.999), min_size=1, max_size=5),
)


@FEW
@LIVES
def test_no_order_of_presses_breaks_a_law_of_dealing(another_url, small_deck, presses, chances):
    asyncio.run(_play(another_url(), presses, chances))


def what_was_dealt_is_forgotten(monkeypatch):
    """What was dealt may be dealt again at once."""
    weaken(monkeypatch, lambda prompts, kept, barred: (prompts, replace(kept, turns=()), barred))


def nothing_is_off_limits(monkeypatch):
    weaken(monkeypatch, lambda prompts, kept, barred: (prompts, kept, ()))


def it_goes_straight_to_the_deepest(monkeypatch):
    def rung(_conversation, left, _covered):
        return max(left), max(left)

    monkeypatch.setattr(domain.conversations, "_rung", rung)


def weaken(monkeypatch, otherwise):
    def weak(prompts_, kept, barred, chance):
        known, so_far, kept_out = otherwise(prompts_, kept, barred)
        return domain.conversations.deal(known, so_far, kept_out, chance)

    for module in (conversations, prompts):
        monkeypatch.setattr(module, "deal", weak)


BUGS = (what_was_dealt_is_forgotten, nothing_is_off_limits, it_goes_straight_to_the_deepest)


@pytest.mark.parametrize("bug", BUGS)
def test_control_a_planted_bug_breaks_a_law_of_dealing(another_url, small_deck, monkeypatch, bug):
    @seed(SEED)
    @settings(FEW, phases=[Phase.generate], database=None)
    @LIVES
    def lives(presses, chances):
        asyncio.run(_play(another_url(), presses, chances))

    bug(monkeypatch)
    with pytest.raises((AssertionError, FlakyFailure)):
        lives()


async def _play(url, presses, chances):
    database = await Database.open(url, MASTER_KEY)
    circle = Circle(await founded(database, MEI, RUTH, AMIR, chances=Chances(chances)), url)
    try:
        for press in [("give", MEI), ("begin", MEI, 0), *presses]:
            await circle.presses(*press)
    finally:
        await circle.deps.database.close()
