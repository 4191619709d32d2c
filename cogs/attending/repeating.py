"""How a discussion repeats, in words."""

from __future__ import annotations

from datetime import date

from domain.repeats import Every, Repeat
from text import Say


def repeats(say: Say, repeat: Repeat, first: date) -> str:
    """Such as *every 2 weeks on Tuesday, until 3 Mar 2027*. `first` is the first day of it."""
    weekday = say(f"weekday-{first.weekday()}")
    if repeat.unit is Every.WEEK:
        how = say("repeats-weeks", every=repeat.every, weekday=weekday)
    else:
        nth = say(f"nth-{repeat.nth}" if repeat.nth > 0 else "nth-last")
        how = say("repeats-months", every=repeat.every, weekday=weekday, nth=nth)
    if repeat.until is not None:
        return ", ".join([how, say("repeats-until", day=repeat.until)])
    if repeat.count is not None:
        return ", ".join([how, say("repeats-count", count=repeat.count)])
    return how
