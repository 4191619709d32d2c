"""Shifts: saying what a worldview did to one's own, to somebody, with a reason."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.errors import NoReason, NotAuthor, NotListening, OwnWorldview, ShiftStands
from domain.people import Participant
from domain.remarks import said
from domain.worldviews import Worldview, by_listener, standing

LEAST_REASON = 50
MOST_REASON = 500
"""Characters."""
LEAST_WORDS = 8
"""Different ones. Less is no reason: fifty times the same letter, or "good good good"."""
CHANGEABLE = timedelta(minutes=15)
THE_AUTHOR = 0
"""Who receives a listener's shift: no row of theirs names an author who hides behind a pseudonym."""

_WORD = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]|\w+")
"""In scripts that put no spaces between words each letter counts as one."""


class Kind(StrEnum):
    """What has become of it."""

    UNDERSTOOD = "understood"
    DIFFERENTLY = "differently"
    DISAGREE = "disagree"
    COMMON_GROUND = "common-ground"


@dataclass(frozen=True, slots=True)
class Shift:
    """See `data.tables.shifts`. `shift_id` is 0 before it is saved."""

    shift_id: int
    community_id: int
    worldview_id: int
    user_id: int
    receiver_id: int
    kind: Kind
    reason: str
    given_at: datetime
    changed_at: datetime
    message_id: int | None = None

    def is_changeable(self, now: datetime) -> bool:
        return now < self.given_at + CHANGEABLE


def reason(text: str) -> str:
    """Why, with its white space folded. Raises TooShort, TooLong, NoReason."""
    plain = said(" ".join(text.split()), LEAST_REASON, MOST_REASON)
    if len(set(_WORD.findall(plain.casefold()))) < LEAST_WORDS:
        raise NoReason(least=LEAST_WORDS)
    return plain


def receiver(
    worldview: Worldview | None,
    person: Participant | None,
    user_id: int,
    receiver_id: int,
    listeners: Collection[int],
) -> int:
    """Whom it goes to, as it is kept: a listener's to the author, the author's to one of the `listeners`.

    A listener never says who that is: a guess that is refused for all but one would tell who hides behind
    a pseudonym. Raises WorldviewGone, NotTakingPart, OwnWorldview, NotAuthor, and NotListening for whoever
    did not listen here.
    """
    found = standing(worldview)
    if found.user_id != user_id:
        if receiver_id != THE_AUTHOR:
            raise NotAuthor
        by_listener(found, person, user_id)
        return THE_AUTHOR
    if receiver_id in (THE_AUTHOR, user_id):
        raise OwnWorldview
    if receiver_id not in listeners:
        raise NotListening
    return receiver_id


def may_give(earlier: Shift | None, now: datetime) -> None:
    """Let pass whoever gave none yet, or one that may still be changed. Raises ShiftStands."""
    if earlier is not None and not earlier.is_changeable(now):
        raise ShiftStands
