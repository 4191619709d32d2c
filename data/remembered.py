"""Communities in memory: read by every click, changed a few times in a server's life.

Only what is saved is remembered, and nothing while anybody changes a community: from the first such statement
of a block until that block is saved or undone. Each begin and each end of a change starts a new era. A block
takes from memory and puts into it in the era in which it began only, so that it never sees anything but what
its own transaction would have shown.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from domain.communities import Community

LONGEST = 5.0
"""Seconds after which it is read again: what an operator changes by hand, past the bot, is seen by then."""


class Remembered:
    """The communities of one database."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self.era = 0
        self._now = now
        self._changing = 0
        self._known: dict[int, Community] = {}
        self._until = 0.0

    def look(self) -> Look:
        """For one block, from before it begins."""
        return Look(self, -1 if self._changing else self.era)

    def find(self, community_id: int) -> Community | None:
        if self._now() > self._until:
            self._known.clear()
        return self._known.get(community_id)

    def keep(self, community: Community) -> None:
        if not self._known:
            self._until = self._now() + LONGEST
        self._known[community.community_id] = community

    def change(self, by: int) -> None:
        """One more, or one fewer, is changing a community."""
        self.era += 1
        self._changing += by
        self._known.clear()


class Look:
    """What one block sees of it."""

    __slots__ = ("_era", "_remembered", "changes")

    def __init__(self, remembered: Remembered, era: int) -> None:
        self._remembered = remembered
        self._era = era
        self.changes = False

    def find(self, community_id: int) -> Community | None:
        """None when it must be read."""
        return self._remembered.find(community_id) if self._era == self._remembered.era else None

    def keep(self, community: Community) -> None:
        """It was read in this block."""
        if self._era == self._remembered.era:
            self._remembered.keep(community)

    def change(self) -> None:
        """Before the first statement that changes a community in this block."""
        if not self.changes:
            self.changes = True
            self._remembered.change(1)

    def end(self) -> None:
        """The block is saved or undone, or nobody will ever know."""
        if self.changes:
            self.changes = False
            self._remembered.change(-1)
