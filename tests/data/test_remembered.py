"""Communities in memory: a block sees what its own transaction would have shown, and nothing else."""

import asyncio
import random
import re
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from data import groups
from data.communities import WITH_GENERATIONS
from data.database import Database
from data.errors import NotSaved
from data.remembered import LONGEST, Remembered
from data.topics import starter
from domain.communities import Community, Generation
from tests.databases import MASTER_KEY
from tests.processes import ROOT

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
BRIDGE, HARBOUR = (
    Community(number, "en", set_up_at=NOW, set_up_by=7, topics=starter("en")) for number in (5, 6)
)
STEWARD = 7


class Refused(Exception):
    """Stands in for a rule that says no."""


@pytest.fixture
async def known(database):
    async with database.begin() as store:
        await store.communities.save(BRIDGE)
        await store.communities.save(HARBOUR)
    return database


@pytest.fixture
def asked(database):
    """How often a community was read from the database."""
    seen = []

    def count(_, statement, *__):
        if statement is WITH_GENERATIONS:
            seen.append(True)

    for engine in (database._writer, database._readers, database._browsers):
        sa.event.listen(engine.sync_engine, "before_execute", count)
    return seen


def lose(connection):
    """In place of saving."""
    connection.connection.rollback()
    raise sa.exc.SQLAlchemyError("the disk is gone")


async def found(database, community_id=5):
    async with database.read() as store:
        return await store.communities.find(community_id)


async def language(database, community_id=5):
    return (await found(database, community_id)).language


async def speaks(database, language, then=None):
    async with database.begin() as store:
        await store.communities.save(replace(BRIDGE, language=language))
        assert (await store.communities.find(5)).language == language
        if then is not None:
            raise then


async def test_a_community_is_read_once_for_many_clicks(known, asked):
    for _ in range(5):
        assert await found(known) == BRIDGE
        async with known.begin() as store:
            assert await store.communities.find(5) == BRIDGE
        async with known.browse() as store:
            assert await store.communities.find(5) == BRIDGE
    assert len(asked) == 1


async def test_one_community_is_not_taken_for_another(known):
    for community in (BRIDGE, HARBOUR, BRIDGE, HARBOUR):
        assert await found(known, community.community_id) == community


async def test_what_was_changed_is_seen_by_whoever_comes_next(known):
    assert await language(known) == "en"
    await speaks(known, "es")
    assert await language(known) == "es"


async def test_a_block_sees_its_own_change_and_nobody_else_does_until_it_is_saved(known):
    assert await language(known) == "en"
    async with known.begin() as store:
        await store.communities.save(replace(BRIDGE, language="es"))
        assert (await store.communities.find(5)).language == "es"
        assert await language(known) == "en"
        assert (await store.communities.find(5)).language == "es"
    assert await language(known) == "es"


async def test_a_change_that_is_undone_was_never_remembered(known):
    assert await language(known) == "en"
    with pytest.raises(Refused):
        await speaks(known, "es", then=Refused())
    assert await language(known) == "en"


async def test_what_a_neighbour_saw_of_a_change_that_is_never_saved_is_not_remembered(known, monkeypatch):
    monkeypatch.setattr(groups, "LONGEST", 60)

    async def beside():
        async with known.begin() as store:
            return (await store.communities.find(5)).language

    sa.event.listen(known._writer.sync_engine, "commit", lose)
    outcomes = await asyncio.gather(speaks(known, "es"), beside(), return_exceptions=True)
    sa.event.remove(known._writer.sync_engine, "commit", lose)
    assert [type(outcome) for outcome in outcomes] == [NotSaved, NotSaved]
    assert await language(known) == "en"


async def test_an_old_moment_is_not_remembered_as_the_present_one(known):
    async with known.read() as store:
        await store.people.find(5, 1)  # on PostgreSQL, the moment is that of the first question
        await speaks(known, "es")
        old = await store.communities.find(5)
        assert await language(known) == "es"
        assert await store.communities.find(5) == old  # one moment, however often it is asked
    assert await language(known) == "es"


async def test_an_erased_steward_is_forgotten_here_as_well(known):
    assert (await found(known)).set_up_by == STEWARD
    async with known.begin() as store:
        await store.privacy.erase(5, STEWARD, NOW)
    assert (await found(known)).set_up_by is None
    assert (await found(known, 6)).set_up_by == STEWARD


async def test_each_database_of_a_process_has_a_memory_of_its_own(sqlite_url, tmp_path):
    first = await Database.open(sqlite_url, MASTER_KEY)
    second = await Database.open(f"sqlite+aiosqlite:///{tmp_path / 'other.db'}", MASTER_KEY)
    await speaks(first, "es")
    await speaks(second, "en")
    for _ in range(2):
        assert [await language(first), await language(second)] == ["es", "en"]
    await first.close()
    await second.close()


def test_what_an_operator_changes_by_hand_is_seen_after_a_while():
    now = 100.0
    remembered = Remembered(lambda: now)
    remembered.look().keep(BRIDGE)
    now += LONGEST - 1
    remembered.look().keep(HARBOUR)  # does not make the first one stay longer
    assert remembered.look().find(5) == BRIDGE
    now += 2
    assert remembered.look().find(5) is None


def test_no_other_file_changes_what_is_remembered():
    change = re.compile(r"\b(communities|generations)\.(insert|update|delete)\(")
    folders = (ROOT / "data", ROOT / "actions", ROOT / "cogs")
    found = {
        file.name for folder in folders for file in folder.rglob("*.py") if change.search(file.read_text())
    }
    # until when newcomers, and posts by hand, were seen to: that is not remembered
    assert found == {"greetings.py", "communities.py"}


async def test_whatever_happens_in_any_order_memory_and_database_say_the_same(known):
    seen = await played(known, deeds=150)
    assert set(seen) == {"same", "changed", "refused", "cancelled", "broken"}


async def test_a_change_that_does_not_say_so_is_found_out(known, monkeypatch):
    monkeypatch.setattr("data.remembered.Look.change", lambda _: None)
    assert (await played(known, deeds=150))["wrong"]


async def played(database, deeds):
    play = Play(database, random.Random(7))  # noqa: S311
    await play.on(deeds)
    return play.seen


class Play:
    """A crowd that changes, refuses, erases, breaks off and looks, at two communities at once."""

    def __init__(self, database, chance):
        self.database = database
        self.chance = chance
        self.seen: Counter[str] = Counter()
        self._unlucky = 1.0  # the first time, then now and again
        sa.event.listen(database._writer.sync_engine, "commit", self._commit)

    async def on(self, deeds):
        running = []
        for _ in range(deeds):
            deed = self.chance.choice((self._changes, self._looks, self._looks, self._looks, self._erases))
            running.append(asyncio.create_task(deed(self.chance.choice((5, 6)))))
            for _ in range(self.chance.randrange(6)):
                await asyncio.sleep(0)
            running = [task for task in running if not task.done()]
            if running and self.chance.random() < 0.3:
                self.seen["cancelled"] += self.chance.choice(running).cancel()
            if len(running) > 8:
                await asyncio.wait(running[:4])
        self._unlucky = 0.0
        await asyncio.gather(*running, return_exceptions=True)
        for community_id in (5, 6):
            await self._looks(community_id)

    def _commit(self, connection):
        if self.chance.random() < self._unlucky:
            self._unlucky = 0.2
            self.seen["broken"] += 1
            lose(connection)

    async def _changes(self, community_id):
        with suppress(Refused, NotSaved):
            async with self.database.begin() as store:
                bands = (Generation("gen-z", 1997, 2012, f"Generation {self.chance.random()}"),)
                await self._looks_at(store, community_id)
                await store.communities.save(Community(community_id, "en", bands, NOW, STEWARD))
                await asyncio.sleep(0)
                await self._looks_at(store, community_id)
                if self.chance.random() < 0.3:
                    self.seen["refused"] += 1
                    raise Refused
                self.seen["changed"] += 1

    async def _erases(self, community_id):
        with suppress(NotSaved):
            async with self.database.begin() as store:
                await store.privacy.erase(community_id, STEWARD, NOW)

    async def _looks(self, community_id):
        block = self.chance.choice((self.database.read, self.database.browse, self.database.begin))
        with suppress(NotSaved):
            async with block() as store:
                await self._looks_at(store, community_id)
                for _ in range(self.chance.randrange(3)):
                    await asyncio.sleep(0)
                await self._looks_at(store, community_id)

    async def _looks_at(self, store, community_id):
        remembered = await store.communities.find(community_id)
        same = remembered == await store.communities.read(community_id)
        self.seen["same" if same else "wrong"] += 1
