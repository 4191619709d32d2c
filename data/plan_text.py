"""A plan as text, for columns that keep one whole."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime

from data.discussions import wall
from domain.discussions import Places, Plan
from domain.repeats import Repeat


def written(plan: Plan) -> str:
    """As JSON."""
    facts = asdict(plan) | {
        "local": wall(plan.local),
        "repeat": plan.repeat.rule(plan.local.date()) if plan.repeat else None,
        "people": sorted(plan.people),
    }
    return json.dumps(facts)


def read(text: str) -> Plan:
    """From what `written` wrote."""
    facts = json.loads(text)
    repeat = facts.pop("repeat")
    return Plan(
        **facts
        | {
            "local": datetime.fromisoformat(facts["local"]),
            "repeat": Repeat.parse(repeat) if repeat else None,
            "places": Places(**facts["places"]),
            "people": frozenset(facts["people"]),
        }
    )
