"""When the prompt of the week comes: by the clocks of the community's own zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.communities import TopicSettings

DAYS = 7
MOMENT = timedelta(microseconds=1)


def next_week_prompt(settings: TopicSettings, after: datetime) -> datetime | None:
    """The first moment after this one, in UTC; None when there is no prompt of the week.

    The clock on the wall keeps its time when summer time comes and goes. A time that the clocks leave out
    comes as much later as they are put forward; of one that they show twice it is the first.
    """
    if settings.week_day is None:
        return None
    zone, at = ZoneInfo(settings.time_zone), time.fromisoformat(settings.week_time)
    day = after.astimezone(zone).date() - timedelta(days=1)  # a time left out may be on the day before
    while True:
        if day.weekday() == settings.week_day:
            moment = datetime.combine(day, at, zone).astimezone(UTC)  # fold 0 is what is promised above
            if moment > after:
                return moment
        day += timedelta(days=1)


def is_week_prompt(settings: TopicSettings, moment: datetime) -> bool:
    """Whether the prompt of some week comes at this very moment."""
    return next_week_prompt(settings, moment - MOMENT) == moment


def week_of(settings: TopicSettings, moment: datetime) -> date:
    """The Monday of the week that it is there. A week has one prompt, however often the hour is changed."""
    day = moment.astimezone(ZoneInfo(settings.time_zone)).date()
    return day - timedelta(days=day.weekday())


def next_open_week(settings: TopicSettings, after: datetime, last: datetime | None) -> datetime | None:
    """The next one of a week that has had none; `last` is when the last one came."""
    moment = next_week_prompt(settings, after)
    while moment is not None and last is not None and week_of(settings, moment) == week_of(settings, last):
        moment = next_week_prompt(settings, moment)
    return moment
