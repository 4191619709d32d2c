"""Times, lengths, repeats and places in words."""

from __future__ import annotations

from datetime import date, datetime

from domain.discussions import Places
from domain.repeats import LAST, Every, Repeat
from text import Say

HOUR = 60


def wall(say: Say, local: datetime) -> str:
    """What a clock on the wall shows, with its weekday."""
    return say(
        "wall-time",
        weekday=say(f"weekday-{local.weekday()}"),
        day=local.day,
        month=say(f"month-{local.month}"),
        year=str(local.year),
        time=local.strftime("%H:%M"),
    )


def day(say: Say, on: date) -> str:
    return say("wall-day", day=on.day, month=say(f"month-{on.month}"), year=str(on.year))


def zone_name(time_zone: str) -> str:
    return time_zone.replace("_", " ")


def length(say: Say, minutes: int) -> str:
    """An hour and a half."""
    hours, rest = divmod(minutes, HOUR)
    if not hours:
        return say("length-minutes", minutes=rest)
    return say("length-hours", hours=hours) if not rest else say("length-both", hours=hours, minutes=rest)


def repeats(say: Say, repeat: Repeat | None, first: date) -> str:
    """How often, and until when."""
    if repeat is None:
        return say("repeat-once")
    weekday = say(f"weekday-{first.weekday()}")
    if repeat.unit is Every.WEEK:
        often = say("repeat-weeks", weeks=repeat.every, weekday=weekday)
    else:
        nth = say(f"repeat-nth-{'last' if repeat.nth == LAST else repeat.nth}")
        often = say("repeat-months", months=repeat.every, nth=nth, weekday=weekday)
    if repeat.count:
        return say("repeat-times", often=often, times=repeat.count)
    return say("repeat-until", often=often, until=day(say, repeat.until)) if repeat.until else often


def places(say: Say, wanted: Places) -> str:
    """How many may come, in all and by seat."""
    lines = [
        say(f"places-{name}", places=count)
        for name, count in (("total", wanted.total), ("mentor", wanted.mentor), ("mentee", wanted.mentee))
        if count is not None
    ]
    return " · ".join(lines) if lines else say("places-free")
