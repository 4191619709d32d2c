"""The journal: what somebody learned, for themselves alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from domain.errors import EntryEmpty, EntryGone, TooLong
from domain.people import readable

ENTRY_LENGTH = 1500


@dataclass(frozen=True, slots=True)
class Entry:
    """`entry_id` is 0 before it is kept; `worldview_id` names the one it was written under, if any.

    `token` is that of the form it came with, so that one sent twice is one entry.
    """

    entry_id: int
    community_id: int
    user_id: int
    text: str
    token: str
    written_at: datetime
    worldview_id: int | None = None


def entry_text(text: str) -> str:
    """What somebody wrote, made readable. Raises EntryEmpty, TooLong."""
    written = readable(text).strip()
    if not written:
        raise EntryEmpty
    if len(written) > ENTRY_LENGTH:
        raise TooLong(most=ENTRY_LENGTH, length=len(written))
    return written


def rewritten(entry: Entry | None, text: str) -> Entry:
    """An entry that says something else now. Raises EntryGone, EntryEmpty, TooLong."""
    return replace(kept(entry), text=entry_text(text))


def kept(entry: Entry | None) -> Entry:
    """Raises EntryGone for one that is not there, or is somebody else's."""
    if entry is None:
        raise EntryGone
    return entry
