"""Saying back: a listener says what they heard, and only the author says whether that is it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.errors import AlreadyJudged, LoopGone, NotTheirs, StillWaiting, Understood
from domain.people import Participant
from domain.remarks import said
from domain.worldviews import Worldview, by_author, by_listener, standing

LEAST_HEARD = 20
MOST_HEARD = 700
LEAST_MISSED = 5
MOST_MISSED = 300
"""Characters."""


class Verdict(StrEnum):
    """What the author says of an attempt."""

    YES = "yes"
    PARTLY = "partly"
    NOT_QUITE = "not-quite"


@dataclass(frozen=True, slots=True)
class Loop:
    """One attempt. `missed` is what the author says was missing; `judged_in` the message that says so."""

    loop_id: int
    community_id: int
    worldview_id: int
    user_id: int
    attempt: int
    heard: str
    token: str
    said_at: datetime
    message_id: int | None = None
    digest: str | None = None
    verdict: Verdict | None = None
    missed: str | None = None
    judged_in: int | None = None

    @property
    def is_confirmed(self) -> bool:
        return self.verdict is Verdict.YES


def heard(
    worldview: Worldview, person: Participant | None, user_id: int, text: str, earlier: Loop | None
) -> str:
    """What a listener says back. `earlier` is their last attempt at this worldview.

    Raises what `by_listener` and `said` raise, StillWaiting, and Understood.
    """
    may_say_back(worldview, person, user_id, earlier)
    return said(text, LEAST_HEARD, MOST_HEARD)


def may_say_back(
    worldview: Worldview | None, person: Participant | None, user_id: int, earlier: Loop | None
) -> Worldview:
    """Let pass whoever has no attempt that waits, and none that was confirmed."""
    found = by_listener(worldview, person, user_id)
    if earlier is not None and earlier.verdict is None:
        raise StillWaiting
    if earlier is not None and earlier.is_confirmed:
        raise Understood
    return found


def there(loop: Loop | None) -> Loop:
    """Raises LoopGone."""
    if loop is None:
        raise LoopGone
    return loop


def may_judge(loop: Loop, worldview: Worldview | None, user_id: int) -> None:
    """Let pass the author, once for each attempt. Raises what `by_author` raises, and AlreadyJudged."""
    by_author(worldview, user_id)
    if loop.verdict is not None:
        raise AlreadyJudged


def missed(verdict: Verdict, text: str) -> str | None:
    """What was missing, in the author's words; a yes needs none. Raises TooShort, TooLong."""
    return None if verdict is Verdict.YES else said(text, LEAST_MISSED, MOST_MISSED)


def may_share(loop: Loop, worldview: Worldview | None, user_id: int) -> None:
    """Let pass the two whose line it is. Raises WorldviewGone, LoopGone, NotTheirs."""
    found = standing(worldview)
    if not loop.is_confirmed:
        raise LoopGone
    if user_id not in (found.user_id, loop.user_id):
        raise NotTheirs
