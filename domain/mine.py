"""What one person finds under *My worldviews*: their own rows, with what others said to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from domain.worldviews import Worldview

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Turn:
    """Which page of a list: the newest, or what comes before (with `later`: after) the row `than`."""

    than: int = 0
    later: bool = False


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Rows, newest first. `more` says whether there are others beyond, in the direction of the turn."""

    rows: tuple[Row, ...]
    turn: Turn
    more: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """A draft that nobody has seen yet; `worldview` is the one that it would change."""

    saved_at: datetime
    worldview: Worldview | None


@dataclass(frozen=True, slots=True)
class Overview:
    """How much there is of everything."""

    drafts: tuple[Waiting, ...]
    own: int
    questions: int
    """Those that wait for this person's answer."""
    listened: int
    said_back: int
    shifts: int
    entries: int


@dataclass(frozen=True, slots=True)
class Question:
    """One that waits for an answer; `stem` names how it begins, when that was chosen."""

    text: str
    message_id: int | None
    stem: str | None = None


@dataclass(frozen=True, slots=True)
class Reveal:
    """Somebody who asked to learn the name behind a pseudonym, and what a second steward said."""

    asked_by: int
    asked_at: datetime
    confirmed_at: datetime | None
    declined_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Own:
    """A worldview of one's own."""

    worldview: Worldview
    questions: tuple[Question, ...]
    reveals: tuple[Reveal, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What one asked or replied under a worldview; `answer` is the author's, `passed` that there is none."""

    kind: str
    text: str
    answer: str | None
    passed: bool
    stem: str | None = None


@dataclass(frozen=True, slots=True)
class Listened:
    """A worldview somebody listened to. `worldview` is None when its author was erased."""

    worldview_id: int
    worldview: Worldview | None
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class SaidBack:
    """One attempt to say back what was heard. `verdict` is None while the author has not said."""

    loop_id: int
    worldview: Worldview | None
    heard: str
    said_at: datetime
    verdict: str | None
    missed: str | None


@dataclass(frozen=True, slots=True)
class Tally:
    """For one person alone: how many loops were confirmed, of these at the first try, and by them."""

    confirmed: int
    at_first_try: int
    understood_me: int


@dataclass(frozen=True, slots=True)
class MyShift:
    """`given` by this person, or to them; whom it was from or to is not told here."""

    shift_id: int
    worldview: Worldview | None
    given: bool
    kind: str
    reason: str
    given_at: datetime
