"""Plans that wait to be confirmed, and those to begin from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.discussions import Plan


@dataclass(frozen=True, slots=True)
class Kept:
    """What somebody is about to plan."""

    plan_id: int
    plan: Plan
    saved_at: datetime

    @property
    def stamp(self) -> int:
        """Which version of it somebody saw."""
        return int(self.saved_at.timestamp() * 1000)


@dataclass(frozen=True, slots=True)
class Template:
    """A plan to begin from. `saved_by` is None once that person was erased."""

    template_id: int
    name: str
    plan: Plan
    saved_by: int | None


def guests(plan: Plan, planner_id: int) -> frozenset[int]:
    """Whom it is for: with named people also its host and whoever plans it; empty for everybody."""
    if not plan.people:
        return plan.people
    return plan.people | {planner_id, plan.host_id or planner_id}
