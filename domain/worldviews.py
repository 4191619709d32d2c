"""Worldviews: what somebody explains, who may do what about it, and when."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from domain.communities import Community
from domain.errors import (
    NotAuthor,
    NothingSaid,
    NotTakingPart,
    OwnWorldview,
    TooLong,
    TopicsNeeded,
    WorldviewGone,
)
from domain.people import Participant, Seat, Standing, readable

BELIEF_LENGTH = 900
MOMENT_LENGTH = 800
MISREAD_LENGTH = 500
ASK_ME_LENGTH = 400
"""Characters: the four together, their headings and what a preview says about them fit into the 4,000 of one
message, unless there is much to escape in them.
"""
MOST_TOPICS = 5
"""Tags that Discord takes on one post (resources/channel, applied_tags)."""
TITLE_LENGTH = 90
"""Discord takes 100 characters in a thread's name."""
CONSENT = 1
"""The version of what an author agrees to before the first post: see `worldview-consent` in the words."""
A_NEW_ONE = 0
"""The `worldview_id` of a draft that is not about one that stands there."""


class Made(StrEnum):
    """How a worldview came to be."""

    FORM = "form"
    HAND = "hand"
    """Somebody posted in the forum by themselves; its text is not read."""


class State(StrEnum):
    """Where a worldview stands."""

    POSTING = "posting"
    """It is written down, and on its way to the forum."""
    OPEN = "open"
    ARCHIVED = "archived"
    WITHDRAWN = "withdrawn"
    """Its author took it back."""
    GONE = "gone"
    """Somebody deleted its thread."""


STANDING = frozenset({State.POSTING, State.OPEN, State.ARCHIVED})
"""What can still be read and answered."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the form says. None of its parts must be filled in, but one of them has to be."""

    belief: str = ""
    moment: str = ""
    misread: str = ""
    ask_me: str = ""

    @property
    def title(self) -> str:
        """The first line of it, as the thread is called."""
        first = next((part for part in (self.belief, self.moment, self.misread, self.ask_me) if part), "")
        line = " ".join(first.split())
        return line if len(line) <= TITLE_LENGTH else line[: TITLE_LENGTH - 1].rstrip() + "…"


LENGTHS = {
    "belief": BELIEF_LENGTH,
    "moment": MOMENT_LENGTH,
    "misread": MISREAD_LENGTH,
    "ask_me": ASK_ME_LENGTH,
}


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Draft:
    """What nobody but its author has seen yet. `worldview_id` names the one that it would change."""

    community_id: int
    user_id: int
    explanation: Explanation
    topics: tuple[str, ...]
    saved_at: datetime
    shows_seat: bool = True
    pseudonymous: bool = False
    worldview_id: int = A_NEW_ONE

    @property
    def stamp(self) -> int:
        """Which of its versions this is, in microseconds: what was not seen is not posted."""
        return (self.saved_at - EPOCH) // timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Worldview:
    """See `data.tables.worldviews`. `worldview_id` is 0 before it is saved for the first time."""

    worldview_id: int
    community_id: int
    user_id: int
    made: Made
    state: State
    topics: tuple[str, ...]
    shows_seat: bool
    posted_at: datetime
    opens_at: datetime
    changed_at: datetime
    explanation: Explanation = Explanation()
    seat: Seat | None = None
    generation: str | None = None
    pseudonym: str | None = None
    consent: int | None = None
    thread_id: int | None = None
    card_id: int | None = None
    archived_at: datetime | None = None
    answer_nudged_at: datetime | None = None
    listener_nudged_at: datetime | None = None
    index_page: int | None = None

    @property
    def stands(self) -> bool:
        return self.state in STANDING

    def is_questions_only(self, now: datetime) -> bool:
        """Whether one may only ask and say back."""
        return now < self.opens_at


def written(belief: str, moment: str, misread: str, ask_me: str) -> Explanation:
    """What somebody wrote, made readable, and as long as they like: a draft loses nothing.

    What nobody can see, such as marks that take no room, is nothing.
    """
    texts = (readable(text).strip() for text in (belief, moment, misread, ask_me))
    return Explanation(*(text if _is_seen(text) else "" for text in texts))


def complete(said: Explanation) -> Explanation:
    """Let pass what can be posted. Raises NothingSaid, TooLong."""
    parts = {name: getattr(said, name) for name in LENGTHS}
    for name, text in parts.items():
        if len(text) > LENGTHS[name]:
            raise TooLong(most=LENGTHS[name], length=len(text))
    if not any(parts.values()):
        raise NothingSaid
    return said


def explanation(belief: str, moment: str, misread: str, ask_me: str) -> Explanation:
    """What somebody wrote, made readable. Raises NothingSaid, TooLong."""
    return complete(written(belief, moment, misread, ask_me))


def _is_seen(text: str) -> bool:
    """Whether there is a letter, a digit, or a sign in it."""
    return any(unicodedata.category(character)[0] in "LNPS" for character in text)


def known_topics(chosen: tuple[str, ...], community: Community) -> tuple[str, ...]:
    """Those of them that the community has, each once. Raises TopicsNeeded for none, or too many."""
    known = tuple(dict.fromkeys(key for key in chosen if community.topic(key)))
    if not 1 <= len(known) <= MOST_TOPICS:
        raise TopicsNeeded(most=MOST_TOPICS)
    return known


def posted(
    draft: Draft, community: Community, author: Participant, pseudonym: str | None, now: datetime
) -> Worldview:
    """A draft becomes a worldview that is on its way to the forum.

    Raises NothingSaid, TooLong, TopicsNeeded.
    """
    hours = community.settings.questions_only_hours
    return Worldview(
        worldview_id=0,
        community_id=draft.community_id,
        user_id=draft.user_id,
        made=Made.FORM,
        state=State.POSTING,
        topics=known_topics(draft.topics, community),
        shows_seat=draft.shows_seat,
        posted_at=now,
        opens_at=now + timedelta(hours=hours),
        changed_at=now,
        explanation=complete(draft.explanation),
        seat=author.seat,
        generation=author.generation,
        pseudonym=pseudonym,
        consent=CONSENT,
    )


def by_hand(
    community_id: int,
    thread_id: int,
    user_id: int,
    topics: tuple[str, ...],
    author: Participant | None,
    now: datetime,
) -> Worldview:
    """A post that somebody made in the forum by themselves: without a window, and without its text.

    Seat and generation are not shown; they say who would be a listener from elsewhere.
    """
    seated = author if author is not None and author.standing is not Standing.LEFT else None
    return Worldview(
        *(0, community_id, user_id, Made.HAND, State.POSTING, topics),
        shows_seat=False,
        posted_at=now,
        opens_at=now,
        changed_at=now,
        seat=seated.seat if seated else None,
        generation=seated.generation if seated else None,
        thread_id=thread_id,
    )


def changed(worldview: Worldview, draft: Draft, community: Community, now: datetime) -> Worldview:
    """What stands there says something else now.

    Raises WorldviewGone, NothingSaid, TooLong, TopicsNeeded.
    """
    return replace(
        standing(worldview),
        explanation=complete(draft.explanation),
        topics=known_topics(draft.topics, community),
        shows_seat=draft.shows_seat,
        changed_at=now,
    )


def withdrawn(worldview: Worldview, now: datetime) -> Worldview:
    """Its author takes it back: what it said, and as whom, is gone. Raises WorldviewGone."""
    return replace(
        standing(worldview),
        state=State.WITHDRAWN,
        explanation=Explanation(),
        seat=None,
        generation=None,
        changed_at=now,
    )


def standing(worldview: Worldview | None) -> Worldview:
    """Raises WorldviewGone when it is not there any more."""
    if worldview is None or not worldview.stands:
        raise WorldviewGone
    return worldview


def by_author(worldview: Worldview | None, user_id: int) -> Worldview:
    """Let pass whoever wrote it. Raises WorldviewGone, NotAuthor."""
    if standing(worldview).user_id != user_id:
        raise NotAuthor
    return standing(worldview)


def by_listener(worldview: Worldview | None, person: Participant | None, user_id: int) -> Worldview:
    """Let pass whoever may listen to it: takes part, and is not its author.

    Raises WorldviewGone, OwnWorldview, and NotTakingPart for whoever is not in.
    """
    found = standing(worldview)
    if found.user_id == user_id:
        raise OwnWorldview
    if person is None or person.standing is Standing.LEFT:
        raise NotTakingPart
    return found
