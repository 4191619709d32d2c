"""Worldviews that stand in a forum, and what is said under them, as rows and threads: no screen is needed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from discord.http import handle_message_parameters

from actions import tending, upkeep
from cogs.kit.cards import Card
from cogs.kit.controls import Button
from data.store import Store
from data.tables import loops, remarks, verdicts, worldviews
from domain.blueprint import INDEX, WORLDVIEWS, Kind
from domain.people import Seat
from domain.worldviews import Explanation, Made, State, Worldview
from sandbox import Person
from tour.community import Bridge
from tour.stage import Stage

WEEK = 10_080
"""Minutes."""
HOUR = 3600
DAY = 24 * HOUR
"""Seconds."""
MENTOR = ("I can mentor", "Gen Z · born 1997 to 2012")
MENTEE = ("I want to understand", "Boomer · born 1946 to 1964")


@dataclass
class Forum:
    """The forum of one community, and those who speak in it."""

    stage: Stage
    bridge: Bridge
    said: int = 0

    @property
    def community_id(self) -> int:
        return int(self.bridge.guild.id)

    @property
    def now(self) -> datetime:
        return self.stage.bot.deps.now()

    async def post(self, title: str) -> int:
        """A thread of the bot's in the forum; its id."""
        forum_id = await upkeep.find(self.stage.bot.deps, self.community_id, Kind.CHANNEL, WORLDVIEWS)
        about: Any = {"name": title, "auto_archive_duration": WEEK, "type": 11}
        with handle_message_parameters(content=title, channel_payload=about) as params:
            thread = await self.stage.bot.http.start_thread_in_forum(forum_id or 0, params=params)
        return int(thread["id"])

    async def explains(self, author: Person, belief: str, **fields: Any) -> Worldview:
        """A worldview that stands there."""
        thread_id = await self.post(belief)
        plain = {
            "topics": ("work",),
            "shows_seat": True,
            "seat": Seat.MENTOR,
            "generation": "gen-z",
            **fields,
        }
        worldview = Worldview(
            *(0, self.community_id, int(author.id), Made.FORM, State.OPEN),
            posted_at=self.now,
            opens_at=self.now + timedelta(hours=24),
            changed_at=self.now,
            explanation=Explanation(belief),
            thread_id=thread_id,
            card_id=thread_id,
            **plain,
        )
        async with self.stage.database.begin() as store:
            number = await store.worldviews.add(worldview)
            await tending.follow(store, await _again(store, worldview, number), self.now)
        return await self.reads(worldview, number)

    async def reads(self, worldview: Worldview, number: int | None = None) -> Worldview:
        """It, as the database has it now."""
        async with self.stage.database.read() as store:
            return await _again(store, worldview, number or worldview.worldview_id)

    async def asks(self, person: Person, worldview: Worldview, *, posted: bool = True) -> int:
        """A question, with its message in the thread; its number."""
        message_id = await self.says(worldview, "What do you mean?") if posted else None
        number = await self._remark(person, worldview, "question", message_id=message_id)
        async with self.stage.database.begin() as store:
            await tending.follow(store, await _again(store, worldview, worldview.worldview_id), self.now)
        self.stage.bot.deps.bell.set()
        return number

    async def answers(self, worldview: Worldview, question: int) -> None:
        await self._remark(None, worldview, "answer", answers=question)

    async def says_back(self, person: Person, worldview: Worldview, heard: str = "I heard it.") -> int:
        """A loop that waits for its verdict; its number."""
        message_id = await self.says(worldview, heard)
        self.said += 1
        async with self.stage.database.begin() as store:
            key = await store.keys.of(self.community_id, int(person.id))
            row = {
                "community_id": self.community_id,
                "worldview_id": worldview.worldview_id,
                "user_id": int(person.id),
                "attempt": self.said,
                "heard": key.seal(heard, place="loops.heard"),
                "token": str(self.said),
                "said_at": self.now,
                "message_id": message_id,
            }
            added = await store.link.execute(loops.insert().values(row).returning(loops.c.loop_id))
            await tending.follow(store, await _again(store, worldview, worldview.worldview_id), self.now)
            return int(added.scalar_one())

    async def says(self, worldview: Worldview, text: str) -> int:
        """The bot posts in the thread, as it does for people; the message's id."""
        place = self.stage.bot.get_partial_messageable(worldview.thread_id or 0)
        return (await place.send(text)).id

    async def confirms(self, worldview: Worldview, loop: int) -> None:
        async with self.stage.database.begin() as store:
            row = {
                "loop_id": loop,
                "community_id": self.community_id,
                "user_id": worldview.user_id,
                "verdict": "yes",
                "given_at": self.now,
            }
            await store.link.execute(verdicts.insert().values(row))

    async def shows_on_desk(self, button: type[Button], **identity: str) -> None:
        """A card with this button, where stewards read."""
        desk = self.bridge.guild.channel("steward-desk")["id"]
        place = self.stage.bot.get_partial_messageable(int(desk))
        await place.send(view=Card("For stewards", button(self.stage.bot.words.for_reader(), **identity)))

    async def states(self) -> list[str]:
        """Where all worldviews stand, the first that was posted first."""
        async with self.stage.database.read() as store:
            query = worldviews.select().order_by(worldviews.c.worldview_id)
            return [row.state for row in await store.link.execute(query)]

    def reads_thread(self, worldview: Worldview) -> list[str]:
        """What stands in its thread, as the steward reads it."""
        return self.reads_place(str(worldview.thread_id))

    def reads_place(self, thread_id: str) -> list[str]:
        world, owner = self.bridge.world, self.bridge.guild.owner_id
        return [world.people[owner].reads(each) for each in world.messages.seen_by(owner, thread_id)]

    async def reads_index(self) -> list[str]:
        """The pages of the index."""
        post = await upkeep.find(self.stage.bot.deps, self.community_id, Kind.PANEL, INDEX)
        return self.reads_place(str(post))[1:]

    def index_title(self) -> str:
        """What the post of the index is called."""
        return next(str(thread["name"]) for thread in self.bridge.guild.threads if "ndex" in thread["name"])

    def thread(self, worldview: Worldview) -> dict[str, Any] | None:
        return self.bridge.guild.threads.find(str(worldview.thread_id))

    def is_archived(self, worldview: Worldview) -> bool:
        thread = self.thread(worldview)
        return thread is not None and bool(thread["thread_metadata"]["archived"])

    async def _remark(
        self,
        person: Person | None,
        worldview: Worldview,
        kind: str,
        answers: int | None = None,
        message_id: int | None = None,
    ) -> int:
        self.said += 1
        async with self.stage.database.begin() as store:
            user_id = worldview.user_id if person is None else int(person.id)
            key = await store.keys.of(self.community_id, user_id)
            row = {
                "community_id": self.community_id,
                "worldview_id": worldview.worldview_id,
                "user_id": user_id,
                "kind": kind,
                "answers": answers,
                "text": key.seal("What do you mean?", place="remarks.text"),
                "token": str(self.said),
                "said_at": self.now,
                "message_id": message_id,
            }
            added = await store.link.execute(remarks.insert().values(row).returning(remarks.c.remark_id))
            return int(added.scalar_one())


async def _again(store: Store, worldview: Worldview, number: int) -> Worldview:
    found = await store.worldviews.find(worldview.community_id, number)
    assert found is not None
    return found
