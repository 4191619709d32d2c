"""Reports: what somebody wants stewards to look at, seen by nobody else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from domain.errors import ReportGone
from domain.remarks import said

MOST_DETAILS = 500
"""Characters."""


class Reason(StrEnum):
    """What is wrong with it."""

    HURTFUL = "hurtful"
    DANGER = "danger"
    PRIVATE = "private"
    SPAM = "spam"
    OTHER = "other"


class State(StrEnum):
    """How far stewards are with it. It only goes on, never back."""

    NEW = "new"
    SEEN = "seen"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Report:
    """See `data.tables.reports`. `report_id` is 0 before it is saved; `user_id` is who reported."""

    report_id: int
    community_id: int
    worldview_id: int
    user_id: int
    reason: Reason
    text: str | None
    token: str
    state: State
    reported_at: datetime
    message_id: int | None = None


def details(text: str) -> str | None:
    """What somebody adds in their own words, if anything. Raises TooLong."""
    return said(text, 0, MOST_DETAILS) or None


def moved(report: Report | None, state: State) -> Report:
    """The report with a steward's word on it; one that is closed stays closed. Raises ReportGone."""
    if report is None:
        raise ReportGone
    order = list(State)
    return report if order.index(state) <= order.index(report.state) else replace(report, state=state)
