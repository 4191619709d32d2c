"""The past of a community, put in at once: rows as the product writes them, and what Discord shows."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from actions import tending
from bench._aged import HEARD, Age, Aged, Pattern, first_day
from bench._sealing import Sealing
from data.database import Database
from data.keys import MasterKey
from data.tables import (
    discord_objects,
    drafts,
    exchange,
    journal,
    loops,
    participants,
    person_keys,
    remarks,
    shifts,
    verdicts,
    worldviews,
)
from domain.blueprint import INDEX, Kind
from domain.index import ENTRIES
from domain.people import AGREEMENT, Participant, Seat, Standing, roles_of
from domain.worldviews import CONSENT, Made, State
from sandbox import Person, World
from sandbox.checks.components import walk
from sandbox.payloads import Json
from tour import community
from tour.stage import on_stage

AT_ONCE = 2_000
"""Rows in one transaction."""
MONTH = timedelta(days=30)


async def grown(url: str, key_file: Path, age: Age) -> Aged:
    """Its first day, played; then the rest of its past, put in."""
    bridge = community.found(World())
    master = MasterKey.from_file(key_file)
    database = await Database.open(url, master)
    try:
        async with on_stage(database, bridge.world):
            pattern = await first_day(bridge)
        aged = Aged(age, bridge)
        await Past(database, aged, pattern, Sealing(master, int(bridge.guild.id))).put()
        return aged
    finally:
        await database.close()


@dataclass
class Past:
    """Puts it in."""

    database: Database
    aged: Aged
    pattern: Pattern
    sealing: Sealing
    now: datetime = field(init=False)
    first: dict[str, int] = field(default_factory=dict)
    """The first number that is free, by table."""
    _tokens: Iterator[int] = field(default_factory=count)

    def __post_init__(self) -> None:
        self.now = self.world.clock.now()

    @property
    def world(self) -> World:
        return self.aged.bridge.world

    @property
    def here(self) -> dict[str, Any]:
        return {"community_id": int(self.aged.bridge.guild.id)}

    async def put(self) -> None:
        async with self.database.read() as store:
            for key in (worldviews.c.worldview_id, remarks.c.remark_id, loops.c.loop_id):
                last = await store.link.scalar(sa.select(sa.func.max(key)))
                self.first[key.table.name] = (last or 0) + 1
        await self._people()
        await self._worldviews()
        await self._said()
        await self._index()

    async def _people(self) -> None:
        age, aged = self.aged.age, self.aged
        async with self.database.read() as store:
            objects = await store.objects.all(self.here["community_id"])
        roles = {key: str(record.discord_id) for (kind, key), record in objects.items() if kind is Kind.ROLE}
        groups = [aged.authors] * age.authors + [aged.listeners] * age.listeners
        groups += [aged.visitors] * age.visitors
        joined = self.world.add_members(aged.bridge.guild, len(groups))
        rows = [self._participant(int(who), is_author=at < age.authors) for at, who in enumerate(joined)]
        for group, row in zip(groups, rows, strict=True):
            group.append(self._member(row, [roles[key] for key in roles_of(Participant(**row))]))
        await self._insert(participants, rows)
        await self._insert(person_keys, [self.sealing.key_row(row["user_id"]) for row in rows])

    def _member(self, row: dict[str, Any], roles: list[str]) -> Person:
        world, guild, user_id = self.world, self.aged.bridge.guild, str(row["user_id"])
        guild.members[user_id] |= {"joined_at": row["joined_at"].isoformat(), "roles": roles}
        world.locales[user_id] = "en-US"
        person = world.people[user_id] = Person(world, world.users[user_id])
        person.visits(guild)
        return person

    def _participant(self, user_id: int, *, is_author: bool) -> dict[str, Any]:
        seat, generation = (Seat.MENTOR, "gen-z") if is_author else (Seat.MENTEE, "boomer")
        then = self.now - MONTH
        moments = dict.fromkeys(("joined_at", "changed_at", "adult_at", "agreed_at"), then)
        about = {"seat": seat, "generation": generation, "standing": Standing.TAKING_PART}
        return self.here | moments | about | {"user_id": user_id, "agreement": AGREEMENT}

    async def _worldviews(self) -> None:
        age, rows, waiting = self.aged.age, [], []
        for number in range(age.worldviews):
            author = self.aged.authors[number % age.authors]
            is_active = number >= age.worldviews - age.active
            row = self._worldview(number, int(author.id), is_active=is_active)
            rows.append(row)
            if is_active:
                self.aged.active.append((str(row["thread_id"]), author))
                waiting.append(row["worldview_id"])
        await self._insert(worldviews, rows)
        await self._are_tended(waiting)

    def _worldview(self, number: int, author: int, *, is_active: bool) -> dict[str, Any]:
        """The row, and its thread with the card in it."""
        worldview_id = self.first["worldviews"] + number
        thread_id = self.world.snowflakes.next()
        posted = self.now - timedelta(days=3 if is_active else 30)
        self._thread(thread_id, worldview_id, archived=not is_active)
        texts = {
            part: self.sealing.seal(author, f"worldviews.{part}", community.BELIEF)
            for part in ("belief", "moment", "misread", "ask_me")
        }
        resting = {"archived_at": posted + timedelta(days=7), "index_page": 1 + number // ENTRIES}
        return {
            **self.here,
            **texts,
            "worldview_id": worldview_id,
            "user_id": author,
            "made": Made.FORM,
            "state": State.OPEN if is_active else State.ARCHIVED,
            "topics": ["family", "technology"],
            "shows_seat": True,
            "seat": Seat.MENTOR,
            "generation": "gen-z",
            "consent": CONSENT,
            "thread_id": int(thread_id),
            "card_id": int(thread_id),
            "posted_at": posted,
            "opens_at": posted + timedelta(days=1),
            "changed_at": posted,
            **(dict.fromkeys(resting) if is_active else resting),
        }

    def _thread(self, thread_id: str, worldview_id: int, *, archived: bool) -> None:
        pattern, guild = self.pattern, self.aged.bridge.guild
        metadata = pattern.thread["thread_metadata"] | {"archived": archived}
        fresh = {"id": thread_id, "thread_metadata": metadata, "last_message_id": thread_id}
        guild.threads.add(copy.deepcopy(pattern.thread) | fresh | {"rate_limit_per_user": 0})
        self._message(pattern.card, thread_id, thread_id, worldview_id)

    def _message(self, pattern: Json, thread_id: str, message_id: str, number: int) -> None:
        """A copy of what the bot posted, with its buttons about another row."""
        message = copy.deepcopy(pattern) | {"id": message_id, "channel_id": thread_id}
        for _, component in walk(message["components"]):
            if "custom_id" in component:
                component["custom_id"] = f"{component['custom_id'].rpartition(':')[0]}:{number}"
        self.world.messages.add(message)

    async def _are_tended(self, numbers: list[int]) -> None:
        for number in numbers:
            async with self.database.begin() as store:
                found = await store.worldviews.find(self.here["community_id"], number)
                if found is not None:
                    await tending.follow(store, found, self.now)

    async def _said(self) -> None:
        """Three remarks, a loop and a shift under each; in one of five a question has no answer yet."""
        listeners, rows = self.aged.listeners, _Rows()
        for number in range(self.aged.age.worldviews):
            worldview = self.first["worldviews"] + number
            author = int(self.aged.authors[number % self.aged.age.authors].id)
            who = [int(listeners[(number * 3 + step) % len(listeners)].id) for step in range(3)]
            self._remarks(rows, number, worldview, author, who)
            self._loop(rows, number, worldview, author, who[1])
            self._shift(rows, worldview, who[2])
        for number, person in enumerate(listeners):
            rows.journal.append(self._written(int(person.id), self.first["worldviews"] + number % 50))
        rows.drafts = [self._draft(int(author.id)) for author in self.aged.authors]
        for table in (remarks, loops, verdicts, shifts, journal, drafts):
            await self._insert(table, getattr(rows, table.name))

    def _remarks(self, rows: _Rows, number: int, worldview: int, author: int, who: list[int]) -> None:
        first = self.first["remarks"] + number * 3
        waits = number % 5 == 0
        said = [
            (who[0], "question", None),
            (who[1], "question", None) if waits else (author, "answer", first),
            (who[2], "reply", None),
        ]
        for step, (user_id, kind, answers) in enumerate(said):
            message_id = self._said_there(self.pattern.question, number, first + step, waits and step == 1)
            about = {"kind": kind, "answers": answers, "stem": None, "passed_at": None}
            text = {"text": self.sealing.seal(user_id, "remarks.text", community.ASKED)}
            row = self._by(user_id, worldview) | about | text | {"message_id": message_id}
            rows.remarks.append(row | {"remark_id": first + step, "said_at": self.now - timedelta(days=2)})
        if waits:  # the first question has no answer either, and was passed
            rows.remarks[-3]["passed_at"] = self.now - timedelta(days=1)

    def _loop(self, rows: _Rows, number: int, worldview: int, author: int, listener: int) -> None:
        loop_id = self.first["loops"] + number
        message_id = self._said_there(self.pattern.loop, number, loop_id, False)
        then = self.now - timedelta(days=2)
        heard = {"heard": self.sealing.seal(listener, "loops.heard", HEARD), "attempt": 1, "said_at": then}
        rows.loops.append(
            self._by(listener, worldview) | heard | {"loop_id": loop_id, "message_id": message_id}
        )
        verdict = {"loop_id": loop_id, "user_id": author, "verdict": "yes", "given_at": then}
        rows.verdicts.append(self.here | verdict)

    def _shift(self, rows: _Rows, worldview: int, giver: int) -> None:
        then = dict.fromkeys(("given_at", "changed_at"), self.now - timedelta(days=2))
        reason = self.sealing.seal(giver, "shifts.reason", HEARD)
        about = {"worldview_id": worldview, "user_id": giver, "receiver_id": 0, "kind": "understood"}
        rows.shifts.append(self.here | about | then | {"reason": reason})

    def _draft(self, user_id: int) -> dict[str, Any]:
        belief = {"belief": self.sealing.seal(user_id, "drafts.belief", community.BELIEF)}
        about = {"topics": ["family"], "shows_seat": True, "pseudonymous": False, "saved_at": self.now}
        return self.here | belief | about | {"user_id": user_id, "worldview_id": 0}

    def _written(self, user_id: int, worldview: int) -> dict[str, Any]:
        text = self.sealing.seal(user_id, "journal.text", HEARD)
        return self._by(user_id, worldview) | {"text": text, "written_at": self.now - timedelta(days=1)}

    def _by(self, user_id: int, worldview: int) -> dict[str, Any]:
        token = f"{next(self._tokens):08x}"
        return self.here | {"user_id": user_id, "worldview_id": worldview, "token": token}

    def _said_there(self, pattern: Json, number: int, row: int, stands: bool) -> int:
        """The id of its message; where somebody may press a button on it, there is one."""
        message_id = self.world.snowflakes.next()
        place = number - self.aged.age.worldviews + self.aged.age.active
        if stands and place >= 0:
            self._message(pattern, self.aged.active[place][0], message_id, row)
        return int(message_id)

    async def _index(self) -> None:
        """The pages are on record, as messages in the lasting post."""
        archived = self.aged.age.worldviews - self.aged.age.active
        async with self.database.read() as store:
            post = await store.objects.find(self.here["community_id"], Kind.PANEL, INDEX)
        page = {"kind": Kind.INDEX_PAGE, "digest": str(post), "recorded_at": self.now}
        pages = range(1, 2 + archived // ENTRIES)
        await self._insert(
            discord_objects,
            [
                self.here | page | {"key": str(number), "discord_id": int(self.world.snowflakes.next())}
                for number in pages
            ],
        )
        month = {"month": "2026-01", "seat": "mentor", "kind": "answer", "count": archived}
        await self._insert(exchange, [self.here | month])

    async def _insert(self, table: sa.Table, rows: list[dict[str, Any]]) -> None:
        for start in range(0, len(rows), AT_ONCE):
            async with self.database.begin() as store:
                await store.link.execute(table.insert(), rows[start : start + AT_ONCE])


@dataclass
class _Rows:
    """What was said, by table."""

    remarks: list[dict[str, Any]] = field(default_factory=list)
    loops: list[dict[str, Any]] = field(default_factory=list)
    verdicts: list[dict[str, Any]] = field(default_factory=list)
    shifts: list[dict[str, Any]] = field(default_factory=list)
    journal: list[dict[str, Any]] = field(default_factory=list)
    drafts: list[dict[str, Any]] = field(default_factory=list)
