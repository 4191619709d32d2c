"""Who takes part, in which seat, and what may change about it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from domain.errors import (
    AlreadyTakingPart,
    BadDate,
    NotAdult,
    NotAgreed,
    NotTakingPart,
    TooLong,
    UnknownGeneration,
)

AGREEMENT = 1
"""The version of the agreement that people accept today. A new text gets a new number."""

ABOUT_LENGTH = 300
"""Characters in a person's line about themselves."""


class Seat(StrEnum):
    """Where somebody sits: explaining, understanding, or both."""

    MENTOR = "mentor"
    MENTEE = "mentee"
    BOTH = "both"


class Standing(StrEnum):
    """Whether a sign-up counts now."""

    TAKING_PART = "taking-part"
    PAUSED = "paused"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Participant:
    """One person's sign-up in one community. All moments are aware, in UTC."""

    community_id: int
    user_id: int
    seat: Seat
    generation: str
    standing: Standing
    joined_at: datetime
    changed_at: datetime
    adult_at: datetime
    agreement: int
    agreed_at: datetime
    paused_until: datetime | None = None
    language: str | None = None
    time_zone: str | None = None
    about: str | None = None

    def standing_at(self, now: datetime) -> Standing:
        """A pause ends by itself on its day; nothing has to run for that."""
        if self.standing is Standing.PAUSED and self.paused_until is not None and self.paused_until <= now:
            return Standing.TAKING_PART
        return self.standing


@dataclass(frozen=True, slots=True)
class Application:
    """What the join form says, as the person sent it."""

    seat: Seat
    generation: str
    adult: bool
    agreed: bool


def enrol(
    community_id: int,
    user_id: int,
    application: Application,
    generations: Collection[str],
    earlier: Participant | None,
    now: datetime,
) -> Participant:
    """Seat a person. Whoever left before keeps their settings and their first day.

    Raises NotAdult, NotAgreed, UnknownGeneration, or AlreadyTakingPart for a second sign-up.
    """
    if earlier is not None and earlier.standing is not Standing.LEFT:
        raise AlreadyTakingPart
    if not application.adult:
        raise NotAdult
    if not application.agreed:
        raise NotAgreed
    _known(application.generation, generations)
    first_day = now if earlier is None else earlier.joined_at
    newcomer = Participant(
        community_id,
        user_id,
        application.seat,
        application.generation,
        Standing.TAKING_PART,
        joined_at=first_day,
        changed_at=now,
        adult_at=now,
        agreement=AGREEMENT,
        agreed_at=now,
    )
    if earlier is None:
        return newcomer
    return replace(newcomer, language=earlier.language, time_zone=earlier.time_zone, about=earlier.about)


def change(
    person: Participant, seat: Seat, generation: str, generations: Collection[str], now: datetime
) -> Participant:
    """Another seat or generation. Raises UnknownGeneration, NotTakingPart."""
    _known(generation, generations)
    return replace(_present(person), seat=seat, generation=generation, changed_at=now)


def pause(person: Participant, until: datetime | None, now: datetime) -> Participant:
    """Rest until a day, or until further notice. Raises BadDate for a day that is over."""
    if until is not None and until <= now:
        raise BadDate
    return replace(_present(person), standing=Standing.PAUSED, paused_until=until, changed_at=now)


def resume(person: Participant, now: datetime) -> Participant:
    """Back from a pause; harmless for somebody who was not paused."""
    return replace(_present(person), standing=Standing.TAKING_PART, paused_until=None, changed_at=now)


def leave(person: Participant, now: datetime) -> Participant:
    """Stop taking part. The settings stay, so that coming back is one form."""
    return replace(_present(person), standing=Standing.LEFT, paused_until=None, changed_at=now)


def describe(person: Participant, about: str, now: datetime) -> Participant:
    """A line about oneself; an empty one takes it away. Raises TooLong."""
    line = readable(about).strip()
    if len(line) > ABOUT_LENGTH:
        raise TooLong(most=ABOUT_LENGTH, length=len(line))
    return replace(_present(person), about=line or None, changed_at=now)


def readable(text: str) -> str:
    """Without what is no text at all: NULs, other control characters, and halves of surrogate pairs.

    Right-to-left letters and their marks stay as they are.
    """
    return "".join(
        c for c in text if c in "\n\t" or (c >= " " and c != "\x7f" and not "\ud800" <= c <= "\udfff")
    )


def roles_of(person: Participant | None) -> frozenset[str]:
    """The blueprint keys of the roles this person should hold; none for whoever is not in, or left."""
    if person is None or person.standing is Standing.LEFT:
        return frozenset()
    seats = (Seat.MENTOR, Seat.MENTEE) if person.seat is Seat.BOTH else (person.seat,)
    return frozenset([*(f"seat-{seat}" for seat in seats), f"generation-{person.generation}"])


def _known(generation: str, generations: Collection[str]) -> None:
    if generation not in generations:
        raise UnknownGeneration


def _present(person: Participant) -> Participant:
    if person.standing is Standing.LEFT:
        raise NotTakingPart
    return person
