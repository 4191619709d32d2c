"""Every table, once. A person's id is always a `UserId`, so that the privacy test can find it."""

from __future__ import annotations

from data.tables.base import metadata
from data.tables.core import (
    communities,
    discord_objects,
    erasures,
    generations,
    greetings,
    jobs,
    key_check,
    notices,
    participants,
    person_keys,
    traces,
)
from data.tables.listening import (
    approvals,
    digests,
    exchange,
    journal,
    loops,
    nudges,
    remarks,
    reports,
    shifts,
    verdicts,
)
from data.tables.prompts import conversation_people, conversations, dealt, decks, responses
from data.tables.worldviews import drafts, off_limits, reveals, topics, worldviews

__all__ = [
    "approvals",
    "communities",
    "conversation_people",
    "conversations",
    "dealt",
    "decks",
    "digests",
    "discord_objects",
    "drafts",
    "erasures",
    "exchange",
    "generations",
    "greetings",
    "jobs",
    "journal",
    "key_check",
    "loops",
    "metadata",
    "notices",
    "nudges",
    "off_limits",
    "participants",
    "person_keys",
    "remarks",
    "reports",
    "responses",
    "reveals",
    "shifts",
    "topics",
    "traces",
    "verdicts",
    "worldviews",
]
