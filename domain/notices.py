"""What stewards are told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing stewards should know. `message_id` is None until it could be posted."""

    kind: str
    subject: str
    first_at: datetime
    times: int = 1
    message_id: int | None = None
