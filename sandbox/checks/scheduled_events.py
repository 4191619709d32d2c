"""Scheduled events: their fields, what each kind of place needs, and the recurrence rules Discord takes."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import datetime

from sandbox.checks.form import (
    REQUIRED,
    Problems,
    Rule,
    both,
    check,
    join,
    listed,
    model,
    one_of,
    refuse,
    snowflake,
    text,
    timestamp,
    whole,
)
from sandbox.enums import EventPlace, EventStatus, Frequency
from sandbox.payloads import Json

GUILD_ONLY = 2
IMAGE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+")
NOT_TO_BE_SET = ("end", "count", "by_year_day")
DAY_SETS = ([0, 1, 2, 3, 4], [1, 2, 3, 4, 5], [6, 0, 1, 2, 3], [4, 5], [5, 6], [6, 0])
"""The sets of weekdays that a daily event may recur on."""
ONE_OF_ITS_OWN = {
    Frequency.YEARLY: ("by_month", "by_month_day"),
    Frequency.MONTHLY: ("by_n_weekday",),
    Frequency.WEEKLY: ("by_weekday",),
    Frequency.DAILY: ("by_weekday",),
}
"""The lists that go with each frequency; all others stay empty."""
LISTS = ("by_weekday", "by_n_weekday", "by_month", "by_month_day")


def image(value: object, at: str, problems: Problems) -> None:
    """A picture as a data URI."""
    if not (isinstance(value, str) and IMAGE.fullmatch(value)):
        problems[at] = "IMAGE_INVALID", "Invalid image data."


def _no_end(rule: Json, at: str, problems: Problems) -> None:
    for field in NOT_TO_BE_SET:
        if rule.get(field):
            problems[join(at, field)] = "BASE_TYPE_CHOICES", "This field cannot be set."


def _lists_fit(rule: Json, at: str, problems: Problems) -> None:
    frequency = Frequency(rule["frequency"])
    for field in LISTS:
        values = rule.get(field) or []
        if values and field not in ONE_OF_ITS_OWN[frequency]:
            problems[join(at, field)] = "BASE_TYPE_CHOICES", f"Not with the frequency {frequency.name}."
        elif len(values) != 1 and field in _needed_once(frequency, rule):
            problems[join(at, field)] = "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 1 in length."
    if frequency is Frequency.YEARLY and not problems and not _is_a_date(rule):
        problems[join(at, "by_month_day")] = "BASE_TYPE_CHOICES", "There is no such date."
    days = rule.get("by_weekday")
    if frequency is Frequency.DAILY and days and days not in DAY_SETS:
        problems[join(at, "by_weekday")] = "BASE_TYPE_CHOICES", f"Value must be one of {DAY_SETS}."


def _is_a_date(rule: Json) -> bool:
    """The 29th of February is one, in a leap year."""
    return int(rule["by_month_day"][0]) <= monthrange(2000, int(rule["by_month"][0]))[1]


def _needed_once(frequency: Frequency, rule: Json) -> tuple[str, ...]:
    if frequency is Frequency.DAILY or (frequency is Frequency.WEEKLY and not rule.get("by_weekday")):
        return ()
    return ONE_OF_ITS_OWN[frequency]


def _interval_fits(rule: Json, at: str, problems: Problems) -> None:
    highest = 2 if rule["frequency"] == Frequency.WEEKLY else 1
    if (rule.get("interval") or 1) > highest:
        problems[join(at, "interval")] = "BASE_TYPE_CHOICES", f"Value must be between 1 and {highest}."


recurrence = both(
    model(
        {"start": timestamp, "frequency": one_of(*Frequency)},
        {
            "interval": whole(1),
            "by_weekday": listed(whole(0, 6), 0, 7),
            "by_n_weekday": listed(model({"n": whole(1, 5), "day": whole(0, 6)}), 0, 7),
            "by_month": listed(whole(1, 12), 0, 12),
            "by_month_day": listed(whole(1, 31), 0, 33),
        },
    ),
    _no_end,
    _interval_fits,
    _lists_fit,
)
BASICS: dict[str, Rule] = {
    "name": text(1, 100),
    "privacy_level": one_of(GUILD_ONLY),
    "scheduled_start_time": timestamp,
    "entity_type": one_of(*EventPlace),
}
DETAILS: dict[str, Rule] = {
    "description": text(0, 1_000),
    "scheduled_end_time": timestamp,
    "channel_id": snowflake,
    "entity_metadata": model(optional={"location": text(1, 100)}),
    "image": image,
    "recurrence_rule": recurrence,
}
new_event = model(BASICS, DETAILS)
edited_event = model(optional={**BASICS, **DETAILS, "status": one_of(*EventStatus)})


def check_new_event(body: Json) -> None:
    check(new_event, body)


def check_edited_event(body: Json) -> None:
    check(edited_event, body)


def check_whole_event(event: Mapping[str, object], moved: set[str], now: datetime) -> None:
    """What its place needs, and that the times in `moved` are still to come and in order."""
    problems: Problems = {}
    external = event["entity_type"] == EventPlace.EXTERNAL
    metadata = event["entity_metadata"]
    if external and not (isinstance(metadata, Mapping) and metadata.get("location")):
        problems["entity_metadata.location"] = REQUIRED
    if external and event["scheduled_end_time"] is None:
        problems["scheduled_end_time"] = REQUIRED
    if external and event["channel_id"] is not None:
        problems["channel_id"] = "BASE_TYPE_CHOICES", "External events have no channel."
    if not external and event["channel_id"] is None:
        problems["channel_id"] = REQUIRED
    _times_in_order(event, moved, now, problems)
    refuse(problems)


def _times_in_order(event: Mapping[str, object], moved: set[str], now: datetime, problems: Problems) -> None:
    times = {
        field: datetime.fromisoformat(str(event[field]))
        for field in ("scheduled_start_time", "scheduled_end_time")
        if event[field]
    }
    for field in moved & times.keys():
        if times[field] <= now:
            problems[field] = "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST", "Cannot schedule event in the past."
    end = times.get("scheduled_end_time")
    if end and end <= times["scheduled_start_time"]:
        said = "Cannot schedule event to end before it starts."
        problems["scheduled_end_time"] = "GUILD_SCHEDULED_EVENT_SCHEDULE_END_BEFORE_START", said
