"""What stewards are told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

JOB = "notice"
"""The kind of the job that posts a notice."""

INVITED = "invited"
MADE_AGAIN = "made-again"
IN_VIEW = "in-view"
"""Somebody had kept stewards out of a discussion room."""
JOB_DEAD = "job-dead"
JOB_EXPIRED = "job-expired"
ONE_SIDED = "one-sided"
"""One side did most of the answering in a month."""
MISSED_AGAIN = "missed-again"
"""Two dates or more of a discussion in a row did not happen."""
CLOCKS_CHANGED = "clocks-changed"
"""The rules of a time zone have changed, and dates begin at another moment."""
PAUSE = "pause"
"""Somebody in a discussion asked for a pause. Who, is not known."""
ONCE = frozenset(
    {
        CLOCKS_CHANGED,
        IN_VIEW,
        JOB_EXPIRED,
        MADE_AGAIN,
        MISSED_AGAIN,
        ONE_SIDED,
    }
)
"""What has happened and cannot be mended: over as soon as it is told."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing stewards should know. `message_id` is None until it could be posted."""

    kind: str
    subject: str
    first_at: datetime
    times: int = 1
    message_id: int | None = None
