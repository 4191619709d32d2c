"""Everything a page may ask for, by name."""

from __future__ import annotations

from sandbox.page.deeds import (
    arriving,
    finding,
    gathering,
    meeting,
    seating,
    stewarding,
    talking,
    threads,
    using,
)
from sandbox.page.deeds.deed import Deed

DEEDS: dict[str, Deed] = {
    **seating.DEEDS,
    **finding.DEEDS,
    **using.DEEDS,
    **talking.DEEDS,
    **threads.DEEDS,
    **gathering.DEEDS,
    **arriving.DEEDS,
    **meeting.DEEDS,
    **stewarding.DEEDS,
}
