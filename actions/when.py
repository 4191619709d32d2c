"""When somebody means, from their own words, in English or Spanish."""

from __future__ import annotations

import asyncio
import re
import threading
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from dateparser.date import DateDataParser

from domain.discussion_errors import (
    NoTimeOfDay,
    TooFar,
    TooSoon,
    UnclearTime,
)
from domain.discussions import FARTHEST
from domain.instants import instant_of, local_of, zone_called
from domain.people import readable
from domain.spoken_time import (
    day_words,
    near_day,
    needs_weekday,
    plain,
    span_from_now,
    take_time,
    take_weekday,
    take_zone,
    with_day_first,
)

LONGEST = 100
"""Characters: nobody needs more to say when."""
LANGUAGES = ("en", "es")
DAY = re.compile(r"[a-z0-9 ./-]{3,60}")
LONG_NUMBER = re.compile(r"\d{5}")
READING = threading.Lock()
"""dateparser keeps what it learns about a language in places that all threads share."""


@dataclass(frozen=True, slots=True)
class When:
    """`local` is what the clocks of `time_zone` show, without a zone; `at` the same moment in UTC.

    `moved`: no clock shows what was asked for, as they are put forward over it.
    """

    local: datetime
    time_zone: str
    at: datetime
    moved: bool = False


async def understood(text: str, time_zone: str, now: datetime, language: str = "en") -> When:
    """The moment that words like "next Friday 7pm", "mañana 18h" or "in 2 hours" mean in a zone.

    "Friday" is the first to come, today included; "next Friday" the first after today; "Friday next week" the
    one in the week after this. A zone that is named counts instead; with an offset, as in +01:00, the moment.
    Raises UnclearTime (NoTimeOfDay, MorningOrEvening, MonthOrDay, WrongWeekday), UnknownTimeZone, TooSoon or
    TooFar.
    """
    return await asyncio.to_thread(_understood, text, time_zone, now, language)


def _understood(text: str, time_zone: str, now: datetime, language: str) -> When:
    if len(text) > LONGEST:
        raise UnclearTime
    said = take_zone(plain(readable(text)))
    zone = said.time_zone or zone_called(time_zone)
    span = span_from_now(said.text)
    if span is not None:
        return _at(now.astimezone(UTC).replace(second=0, microsecond=0), span, zone, now)
    words, clock = take_time(said.text)
    here = now.astimezone(UTC) + said.offset if said.offset is not None else local_of(now, zone)
    today = here.replace(tzinfo=None)
    day = _day(words, today.date(), language) if day_words(words) else None
    if clock is None:
        raise NoTimeOfDay if day and day >= today.date() else TooSoon if day else UnclearTime
    if day is None:
        day = today.date() + timedelta(days=clock <= today.time())
    if not today.date() <= day <= today.date() + 2 * FARTHEST:
        raise TooSoon if day < today.date() else TooFar
    wanted = datetime.combine(day, clock)
    if said.offset is not None:
        return _at(wanted.replace(tzinfo=UTC), -said.offset, zone, now)
    return _on(wanted, zone, now)


def _at(start: datetime, span: timedelta, zone: str, now: datetime) -> When:
    """The second of two equal hours in autumn cannot be kept and becomes the first, as is read back."""
    if abs(span) > 2 * FARTHEST:
        raise TooFar
    return _on(local_of(start + span, zone), zone, now)


def _on(local: datetime, zone: str, now: datetime) -> When:
    instant = instant_of(local, zone)
    if instant.at <= now:
        raise TooSoon
    return When(instant.local, zone, instant.at, instant.moved)


def _day(words: str, today: date, language: str) -> date:
    """Raises UnclearTime."""
    near = near_day(words, today)
    if near is not None:
        return near
    rest, weekday = take_weekday(words)
    rest = with_day_first(rest) if language != "es" else rest
    day = _read(day_words(rest), today, language)
    needs_weekday(day, weekday)
    return day


def _read(words: str, today: date, language: str) -> date:
    if not DAY.fullmatch(words) or LONG_NUMBER.search(words):
        raise UnclearTime
    settings = {
        "PREFER_DATES_FROM": "future",
        "RELATIVE_BASE": datetime.combine(today, datetime.min.time()),
        "RETURN_AS_TIMEZONE_AWARE": False,
        "DATE_ORDER": "DMY",
        "REQUIRE_PARTS": ["day", "month"],
        "PARSERS": ["relative-time", "absolute-time"],
    }
    languages = sorted(LANGUAGES, key=lambda each: each != language)
    with READING:
        reader = DateDataParser(languages=languages, use_given_order=True, settings=settings)
        found = reader.get_date_data(words).date_obj
    if found is None:
        raise UnclearTime
    return today if _is_today(found.date(), today, words) else found.date()


def _is_today(found: date, today: date, words: str) -> bool:
    """dateparser takes today's date without a year for that of another year."""
    same_day = (found.month, found.day) == (today.month, today.day)
    return same_day and not {str(found.year), str(found.year)[2:]} & set(re.split(r"[ ./-]", words))
