"""Everything a page may ask for, by name."""

from __future__ import annotations

from sandbox.page.deeds import seating, stewarding, talking, using
from sandbox.page.deeds.deed import Deed

DEEDS: dict[str, Deed] = {**seating.DEEDS, **using.DEEDS, **talking.DEEDS, **stewarding.DEEDS}
