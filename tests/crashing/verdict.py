"""Comparing what is with what should be: lost, doubled, phantom, drift."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tests.crashing.facts import Facts
from tests.crashing.people import Deed


@dataclass(frozen=True)
class Verdict:
    """All four are empty when nothing was lost and nothing doubled."""

    lost: tuple[str, ...] = ()
    """Should be so, and is not."""
    doubled: tuple[str, ...] = ()
    """Stands on Discord or in the database more often than it should, or was posted more often."""
    phantom: tuple[str, ...] = ()
    """Is so, and should not be."""
    drift: tuple[str, ...] = ()
    """The database says one thing and Discord another."""

    @property
    def clean(self) -> bool:
        return not (self.lost or self.doubled or self.phantom or self.drift)

    def __str__(self) -> str:
        found = {"lost": self.lost, "doubled": self.doubled, "phantom": self.phantom, "drift": self.drift}
        return "; ".join(f"{name}: {', '.join(what)}" for name, what in found.items() if what) or "clean"


def judge(undisturbed: Facts, now: Facts, journal: Iterable[Deed], *, refused: bool = False) -> Verdict:
    """`undisturbed` is what the same story leaves when nothing goes wrong.

    With `refused`, stewards may have been told of it: once, for each thing that was.
    """
    promised = {fact for deed in journal if deed.answered for fact in deed.facts}
    should, is_ = set(undisturbed.standing) | set(undisturbed.rows), set(now.standing) | set(now.rows)
    return Verdict(
        lost=_told((should | promised) - is_),
        doubled=_told(
            _above(now.standing, undisturbed.standing)
            | _above(now.posted, undisturbed.posted)
            | {row for row in _above(now.rows, undisturbed.rows) if not row.startswith("jobs:")}
        ),
        phantom=_told(is_ - should - (now.told if refused else set())),
        drift=_told(_apart(now) - _apart(undisturbed)),
    )


def _above(now: Counter[str], should: Counter[str]) -> set[str]:
    return {fact for fact, times in now.items() if times > max(1, should[fact])}


def _apart(facts: Facts) -> set[str]:
    """What stands and is not known, such as what people made; and what is known and does not stand."""
    return set(facts.standing) ^ facts.known


def _told(facts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(facts))
