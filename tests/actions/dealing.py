"""A community with a small deck, for stories and laws of dealing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

from actions import decks
from actions.deps import Deps
from data.database import Database
from data.tables import off_limits
from domain import people
from domain.communities import GENERATIONS, Community, Topic, TopicSettings
from domain.decks import Deck, Prompt
from domain.people import Application, Seat

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HERE, ELSEWHERE = 5, 6
MEI, RUTH, AMIR = 7, 8, 9
KEYS = [band.key for band in GENERATIONS]
NO_WEEK = TopicSettings()
TOPICS = (Topic("work", "Work"), Topic("money", "Money"), Topic("faith", "Faith"))
SMALL = {
    ("small", "en"): Deck(
        "small",
        "en",
        "Small",
        (
            *(Prompt(f"warm-{n}", 1, ("work",) if n else (), f"A warm one, {n}?") for n in range(4)),
            *(Prompt(f"personal-{n}", 2, ("money",) if n else (), f"A personal one, {n}?") for n in range(2)),
            *(Prompt(f"deep-{n}", 3, ("faith",) if n else (), f"A deep one, {n}?") for n in range(2)),
        ),
    )
}


@dataclass
class Time:
    """A clock that stands still until it is moved."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Chances:
    """What chance says, in turn, again and again."""

    values: list[float] = field(default_factory=lambda: [0.0])
    asked: int = 0

    def __call__(self) -> float:
        self.asked += 1
        return self.values[self.asked % len(self.values)]


async def founded(
    database: Database,
    *user_ids: int,
    settings: TopicSettings = NO_WEEK,
    chances: Chances | None = None,
) -> Deps:
    """Two communities; these people take part in the first."""
    async with database.begin() as store:
        for community_id in (HERE, ELSEWHERE):
            await store.communities.save(
                Community(community_id, "en", set_up_at=NOW, settings=settings, topics=TOPICS)
            )
        for user_id in user_ids:
            application = Application(Seat.BOTH, "gen-z", adult=True, agreed=True)
            await store.people.save(people.enrol(HERE, user_id, application, KEYS, None, NOW))
    return Deps(database, now=Time(), chance=chances or Chances())


async def keeps_out(database: Database, user_id: int, topic: str) -> None:
    async with database.begin() as store:
        row = {"community_id": HERE, "user_id": user_id, "topic": topic}
        await store.link.execute(off_limits.insert().values(row))


def deals_only_small(monkeypatch) -> None:
    """The small deck stands in for those that come with the bot, so that it can be spent."""
    monkeypatch.setattr(decks, "shipped", lambda: SMALL)
    monkeypatch.setattr(decks, "_prompts", decks._prompts.__wrapped__)
