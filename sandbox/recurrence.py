"""On which dates a scheduled event recurs, by the rules that Discord takes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sandbox.enums import Frequency
from sandbox.payloads import Json

HORIZON = timedelta(days=366 * 9)
"""No rule has a longer gap: the 29th of February skips at most eight years."""


def following(rule: Json, moment: datetime) -> datetime:
    """The first date of the rule after `moment`, at the rule's time of day in UTC."""
    first = datetime.fromisoformat(rule["start"]).astimezone(UTC)
    day = moment.astimezone(UTC).date()
    while day < moment.date() + HORIZON:
        at = datetime.combine(day, first.timetz())
        if at > moment and at >= first and _falls_on(rule, first.date(), day):
            return at
        day += timedelta(days=1)
    raise ValueError("the rule never comes round")


def _falls_on(rule: Json, first: date, day: date) -> bool:
    match rule["frequency"]:
        case Frequency.DAILY:
            return not rule["by_weekday"] or day.weekday() in rule["by_weekday"]
        case Frequency.WEEKLY:
            weekday = rule["by_weekday"][0] if rule["by_weekday"] else first.weekday()
            return day.weekday() == weekday and _weeks_between(first, day) % rule["interval"] == 0
        case Frequency.MONTHLY:
            (nth,) = rule["by_n_weekday"]
            return bool(day.weekday() == nth["day"] and (day.day + 6) // 7 == nth["n"])
    return bool([day.month] == rule["by_month"] and [day.day] == rule["by_month_day"])


def _weeks_between(first: date, day: date) -> int:
    """From the Monday of one to the Monday of the other."""
    return ((day - timedelta(days=day.weekday())) - (first - timedelta(days=first.weekday()))).days // 7
