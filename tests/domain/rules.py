"""Rules of a series as somebody could have planned them."""

import random
from datetime import datetime, timedelta

from domain.discussions import Plan
from domain.repeats import LAST, Every, Repeat, nth_of

ZONES = ("Europe/Zurich", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kolkata")


def some_rule(chance: random.Random) -> Plan:
    """Any rule that somebody could have planned, near a change of the clocks more often than not."""
    start = datetime(2027, 1, 1) + timedelta(days=chance.randrange(365))  # noqa: DTZ001
    minutes = chance.choice((150, 90, 120, 135, 60 * 18, 60 * 23 + 45))
    unit = chance.choice(list(Every))
    nth = chance.choice((nth_of(start.date()), LAST)) if unit is Every.MONTH else 0
    if nth == LAST:
        nth = nth if (start + timedelta(days=7)).month != start.month else nth_of(start.date())
    ends = chance.choice(("until", "count", "never"))
    until = start.date() + timedelta(days=chance.randrange(400)) if ends == "until" else None
    count = chance.randrange(1, 30) if ends == "count" else None
    repeat = Repeat(unit, chance.randrange(1, 5), nth, until, count)
    local = start + timedelta(minutes=minutes)
    return plan(local.isoformat(), chance.choice(ZONES), repeat)


def plan(first: str, zone: str, repeat: Repeat) -> Plan:
    return Plan("How do we grow old?", datetime.fromisoformat(first), zone, repeat=repeat)
