"""Anybody does anything under any worldview, in any order, with whatever ids they please."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from actions import jobs, loops, remarks, reports, shifts, worldviews
from actions.deps import Deps
from data import tables
from data.database import Database
from domain.errors import Refusal
from domain.loops import Verdict
from domain.remarks import Stem
from domain.reports import Reason
from domain.shifts import THE_AUTHOR, Kind
from tests.actions.listening.laws import broken
from tests.actions.listening.village import (
    HEARD,
    HERE,
    INES,
    LEFT,
    MEI,
    REASON,
    RUTH,
    STRANGER,
    TOMAS,
    Village,
)
from tests.databases import MASTER_KEY

T = TypeVar("T")
FORGED = (0, 2**63, 2**63 - 1, 999)
"""Beside -1 and others that are drawn where there are no rows."""
AUTHOR = 0
"""Whoever that is."""

people = st.sampled_from([MEI, RUTH] * 3 + [INES, TOMAS, LEFT, STRANGER])
"""Mostly two of them, so that something comes of it."""
authors = st.sampled_from([AUTHOR] * 6 + [MEI, INES, RUTH, LEFT, STRANGER])
"""For what only the author may do."""
tokens = st.sampled_from([f"{number:08x}" for number in range(40)])
"""Few, so that the same form comes twice."""
numbers = st.sampled_from([0, 0, -1, -1, -2, -3, 1] * 3 + [*FORGED])
"""Which of the rows there are: 0 and more from the first, less than 0 from the last; or one that is not."""


class Anything(RuleBasedStateMachine):
    """Every step either does what it says or is refused in words; at the end the laws hold."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.url = f"sqlite+aiosqlite:///{file}"
        self.database = self.do(Database.open(self.url, MASTER_KEY))
        self.village = self.do(Village(self.database).settle())

    @property
    def deps(self) -> Deps:
        return self.village.deps

    def teardown(self) -> None:
        """What a broken law left in the rows is there at the end as well."""
        try:
            assert self.do(self._broken()) == []
        finally:
            self.do(self.database.close())
            self.runner.close()

    async def _broken(self) -> list[str]:
        async with self.database.read() as store:
            return await broken(store)

    def do(self, work: Awaitable[T]) -> T:
        async def done() -> T:
            return await work

        return self.runner.run(done())

    def one_of(self, table: sa.Table, which: int) -> int:
        """The number of a row, mostly of one that is there."""

        async def found() -> list[int]:
            async with self.database.read() as store:
                key = table.primary_key.columns[0]
                return list((await store.link.execute(sa.select(key).order_by(key))).scalars())

        rows = self.do(found())
        return rows[which] if -len(rows) <= which < min(len(rows), 3) else which

    def author(self, who: int, table: sa.Table, number: int) -> int:
        """Who wrote the worldview under which this row stands, where `who` is AUTHOR."""

        async def found() -> int | None:
            under = sa.select(table.c.worldview_id).where(
                table.primary_key.columns[0] == min(number, 2**63 - 1)
            )
            views = tables.worldviews.c
            query = sa.select(views.user_id).where(views.worldview_id.in_(under))
            async with self.database.read() as store:
                return (await store.link.execute(query)).scalar_one_or_none()

        return who or self.do(found()) or STRANGER

    def tries(self, work: Awaitable[Any]) -> None:
        try:
            self.do(work)
        except Refusal:
            return

    @rule(who=people, which=numbers, stem=st.sampled_from([None, *Stem]), token=tokens)
    def asks(self, who: int, which: int, stem: Stem | None, token: str) -> None:
        self.tries(
            remarks.ask(
                self.deps, HERE, who, self.one_of(tables.worldviews, which), stem, "Who told you that?", token
            )
        )

    @rule(who=authors, which=numbers, token=tokens)
    def answers(self, who: int, which: int, token: str) -> None:
        number = self.one_of(tables.remarks, which)
        who = self.author(who, tables.remarks, number)
        self.tries(remarks.answer(self.deps, HERE, who, number, "My father did.", token))

    @rule(who=authors, which=numbers)
    def passes_on(self, who: int, which: int) -> None:
        number = self.one_of(tables.remarks, which)
        who = self.author(who, tables.remarks, number)
        self.tries(remarks.pass_on(self.deps, HERE, who, number))

    @rule(who=people, which=numbers, token=tokens)
    def replies(self, who: int, which: int, token: str) -> None:
        self.tries(
            remarks.reply(self.deps, HERE, who, self.one_of(tables.worldviews, which), "I hear you.", token)
        )

    @rule(who=people, which=numbers, token=tokens)
    def says_back(self, who: int, which: int, token: str) -> None:
        self.tries(loops.say_back(self.deps, HERE, who, self.one_of(tables.worldviews, which), HEARD, token))

    @rule(who=authors, which=numbers, verdict=st.sampled_from(Verdict))
    def judges(self, who: int, which: int, verdict: Verdict) -> None:
        self.tries(
            loops.judge(
                self.deps, HERE, who, self.one_of(tables.loops, which), verdict, "That it is not about money."
            )
        )

    @rule(who=authors, which=numbers)
    def shares(self, who: int, which: int) -> None:
        number = self.one_of(tables.loops, which)
        who = self.author(who, tables.loops, number)
        self.tries(loops.share(self.deps, HERE, who, number))

    @rule(who=people, which=numbers, kind=st.sampled_from(Kind), whom=st.just(THE_AUTHOR) | people)
    def gives_a_shift(self, who: int, which: int, kind: Kind, whom: int) -> None:
        self.tries(
            shifts.give(self.deps, HERE, who, self.one_of(tables.worldviews, which), kind, REASON, whom)
        )

    @rule(who=people, which=numbers, token=tokens)
    def reports(self, who: int, which: int, token: str) -> None:
        self.tries(
            reports.report(
                self.deps, HERE, who, self.one_of(tables.worldviews, which), Reason.OTHER, "", token
            )
        )

    @rule(minutes=st.sampled_from([1, 14, 16, 24 * 60, 20 * 24 * 60]))
    def time_passes(self, minutes: int) -> None:
        self.village.passes(minutes=minutes)

    @rule(what=st.sampled_from(["explains", "takes back", "dies"]), who=authors, which=numbers)
    def now_and_then(self, what: str, who: int, which: int) -> None:
        """Somebody explains something more, or takes back what they explained; or the process dies."""
        number = self.one_of(tables.worldviews, which)
        match what:
            case "explains":
                self.do(self.village.explains(MEI if which % 2 else INES))
            case "takes back":
                who = self.author(who, tables.worldviews, number)
                self.tries(worldviews.withdraw(self.deps, HERE, number, who))
            case "dies":
                self.do(self.dies())

    async def dies(self) -> None:
        """And is started again: what it held is free."""
        await self.database.close()
        self.database = await Database.open(self.url, MASTER_KEY)
        self.village.goes_on_with(self.database)
        await jobs.release(self.deps)

    @rule()
    def jobs_are_done(self) -> None:
        async def done() -> None:
            async with self.database.begin() as store:
                await store.link.execute(tables.jobs.delete())

        self.do(done())
