"""Learning who wrote under a pseudonym: two stewards, a reason in writing, and the author is told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from domain.errors import AnotherMustAgree, Decided, NotHidden, OwnWorldview, TooLong, TooShort, WorldviewGone
from domain.people import readable
from domain.worldviews import Worldview

REASON_LEAST = 20
REASON_LENGTH = 500
"""Characters of a reason."""


@dataclass(frozen=True, slots=True)
class Reveal:
    """`asked_by` wants to learn the author of a worldview; `reveal_id` is 0 before it is saved."""

    reveal_id: int
    community_id: int
    worldview_id: int
    asked_by: int
    reason: str
    asked_at: datetime
    confirmed_by: int | None = None
    confirmed_at: datetime | None = None
    declined_by: int | None = None
    declined_at: datetime | None = None
    message_id: int | None = None

    @property
    def is_open(self) -> bool:
        return self.confirmed_at is None and self.declined_at is None


def ask(view: Worldview | None, user_id: int, reason: str, now: datetime) -> Reveal:
    """A steward asks. Raises WorldviewGone, NotHidden, OwnWorldview, TooShort, TooLong."""
    hidden = _hidden(view, user_id)
    why = readable(reason).strip()
    if len(why) < REASON_LEAST:
        raise TooShort(least=REASON_LEAST, length=len(why))
    if len(why) > REASON_LENGTH:
        raise TooLong(most=REASON_LENGTH, length=len(why))
    return Reveal(0, hidden.community_id, hidden.worldview_id, user_id, why, now)


def agree(reveal: Reveal, view: Worldview | None, user_id: int, now: datetime) -> Reveal:
    """Another steward thinks so too. Raises what `_may_decide` raises."""
    _may_decide(reveal, view, user_id)
    return replace(reveal, confirmed_by=user_id, confirmed_at=now)


def decline(reveal: Reveal, view: Worldview | None, user_id: int, now: datetime) -> Reveal:
    """Another steward does not. Raises what `_may_decide` raises."""
    _may_decide(reveal, view, user_id)
    return replace(reveal, declined_by=user_id, declined_at=now)


def author_for(reveal: Reveal, view: Worldview | None, user_id: int) -> int:
    """Whoever wrote it, for the two stewards who decided. Raises WorldviewGone, AnotherMustAgree."""
    if view is None:
        raise WorldviewGone
    if reveal.confirmed_at is None or user_id not in (reveal.asked_by, reveal.confirmed_by):
        raise AnotherMustAgree
    return view.user_id


def _may_decide(reveal: Reveal, view: Worldview | None, user_id: int) -> None:
    """Raises WorldviewGone, NotHidden, OwnWorldview, AnotherMustAgree, Decided."""
    _hidden(view, user_id)
    if user_id == reveal.asked_by:
        raise AnotherMustAgree
    if not reveal.is_open:
        raise Decided


def _hidden(view: Worldview | None, user_id: int) -> Worldview:
    """Let pass a worldview under a pseudonym, also one that was taken back, for all but its author."""
    if view is None:
        raise WorldviewGone
    if view.pseudonym is None:
        raise NotHidden
    if view.user_id == user_id:
        raise OwnWorldview
    return view
