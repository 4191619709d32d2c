"""A community: a Discord server as we keep it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Generation:
    """A named band of birth years. `name` is the stewards' own; None means the usual name for `key`."""

    key: str
    first_year: int
    last_year: int
    name: str | None = None


GENERATIONS = (
    Generation("gen-z", 1997, 2012),
    Generation("millennial", 1981, 1996),
    Generation("gen-x", 1965, 1980),
    Generation("boomer", 1946, 1964),
    Generation("silent", 1928, 1945),
)
"""What a new community starts with, youngest first.

Bands: Pew Research Center, "Defining generations", 2019.
"""


@dataclass(frozen=True, slots=True)
class Topic:
    """What worldviews are about; `name` is that of its forum tag."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class TopicSettings:
    """How a community talks.

    For `questions_only_hours` after a worldview was posted people may only ask and say back. `week_day` (0 is
    Monday) and `week_time` ("18:00") say when the prompt of the week comes, by the clocks of the IANA zone
    `time_zone`; with None there is none.
    """

    questions_only_hours: int = 24
    pseudonyms: bool = False
    coach: bool = True
    week_day: int | None = None
    week_time: str = "18:00"
    time_zone: str = "UTC"


@dataclass(frozen=True, slots=True)
class DiscussionSettings:
    """How a community comes together.

    `who_plans`: stewards, hosts (and stewards), or everyone who takes part. `reminders`: minutes before the
    start, the earliest first, as "10080 1440 60 10". `rooms`: how many discussion rooms there are.
    """

    who_plans: str = "hosts"
    reminders: str = "10080 1440 60 10"
    rooms: int = 1

    @property
    def minutes_before(self) -> tuple[int, ...]:
        return tuple(int(minutes) for minutes in self.reminders.split())


@dataclass(frozen=True, slots=True)
class Community:
    """A server with the bot in it. `set_up_at` is None until a steward has confirmed the plan.

    `topics` are the stewards' own, or those that every community starts with.
    """

    community_id: int
    language: str
    generations: tuple[Generation, ...] = GENERATIONS
    set_up_at: datetime | None = None
    set_up_by: int | None = None
    settings: TopicSettings = TopicSettings()
    topics: tuple[Topic, ...] = ()
    discussions: DiscussionSettings = DiscussionSettings()

    def generation(self, key: str) -> Generation | None:
        """The band with this key, if this community has it."""
        return next((band for band in self.generations if band.key == key), None)

    def topic(self, key: str) -> Topic | None:
        """The topic with this key, if this community has it."""
        return next((topic for topic in self.topics if topic.key == key), None)

    @property
    def generation_keys(self) -> frozenset[str]:
        return frozenset(band.key for band in self.generations)
