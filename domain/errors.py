"""The ways the product may say no.

Exception
└── Refusal            an expected no; its `key` names the sentence that explains it
    ├── NotAdult, NotAgreed, UnknownGeneration, UnknownCity, UnknownTimeZone, BadDate, TooLong
    ├── NotTakingPart, AlreadyTakingPart
    ├── NotAllowed     the person may not do this here
    ├── NotSetUp       nobody has set up this community yet
    ├── NothingSaid, TopicsNeeded, WorldviewGone, NotAuthor, OwnWorldview
    └── EntryEmpty, EntryGone
"""

from __future__ import annotations


class Refusal(Exception):
    """An expected no. `key` names the sentence that explains it; `facts` fill its gaps."""

    key = "refusal"

    def __init__(self, **facts: object) -> None:
        super().__init__(self.key)
        self.facts = facts


class NotAdult(Refusal):
    key = "refusal-not-adult"


class NotAgreed(Refusal):
    key = "refusal-not-agreed"


class UnknownGeneration(Refusal):
    key = "refusal-unknown-generation"


class UnknownCity(Refusal):
    key = "refusal-unknown-city"


class UnknownTimeZone(Refusal):
    key = "refusal-unknown-time-zone"


class BadDate(Refusal):
    key = "refusal-bad-date"


class TooLong(Refusal):
    key = "refusal-too-long"


class NotTakingPart(Refusal):
    key = "refusal-not-taking-part"


class AlreadyTakingPart(Refusal):
    key = "refusal-already-taking-part"


class NotAllowed(Refusal):
    key = "refusal-not-allowed"


class NotSetUp(Refusal):
    key = "refusal-not-set-up"


class NothingSaid(Refusal):
    """A form with nothing in it."""

    key = "refusal-nothing-said"


class TopicsNeeded(Refusal):
    key = "refusal-topics-needed"


class WorldviewGone(Refusal):
    """Withdrawn, deleted by hand, erased with its author, or of another community."""

    key = "refusal-worldview-gone"


class NotAuthor(Refusal):
    key = "refusal-not-author"


class OwnWorldview(Refusal):
    """One does not ask, say back or acknowledge one's own."""

    key = "refusal-own-worldview"


class EntryEmpty(Refusal):
    """Nothing that can be read in the journal's form."""

    key = "refusal-entry-empty"


class EntryGone(Refusal):
    """Deleted, or of somebody else's journal."""

    key = "refusal-entry-gone"
