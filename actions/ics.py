"""Calendar files (RFC 5545) of the entries of a calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vRecur

from domain.calendars import Entry
from domain.instants import instant_of
from domain.people import readable
from domain.repeats import DAYS, Repeat

MADE_BY = "-//Reverse-mentoring circles//Discussions//EN"
REFRESH = timedelta(hours=1)
YEARS_AHEAD = 5
"""So far the rules of a zone are written out; whoever reads the file later takes a newer one."""
THREAD = "https://discord.com/channels/{}/{}"


def written(entries: Iterable[Entry], name: str = "") -> bytes:
    """One file. `name`: what the calendar is called where somebody follows it."""
    calendar = Calendar()
    calendar.add("prodid", MADE_BY)
    calendar.add("version", "2.0")
    if name:
        calendar.add("name", name)
        calendar.add("x-wr-calname", name)
        calendar.add("refresh-interval", REFRESH, {"VALUE": "DURATION"})
        calendar.add("x-published-ttl", REFRESH, {"VALUE": "DURATION"})
    found = sorted(entries, key=lambda entry: (entry.starts_at, entry.uid))
    for zone in _zones(found):
        calendar.add_component(zone)
    for entry in found:
        calendar.add_component(_event(entry))
    return bytes(calendar.to_ical())


def _event(entry: Entry) -> Event:
    """A series goes by the clocks of its zone, a single date by the moment: that is never in doubt."""
    event = Event()
    zone = ZoneInfo(entry.time_zone)
    event.add("uid", entry.uid)
    event.add("dtstamp", entry.changed_at.astimezone(UTC))
    event.add("last-modified", entry.changed_at.astimezone(UTC))
    event.add("sequence", entry.version - 1)
    event.add("summary", readable(entry.title))
    if entry.about:
        event.add("description", readable(entry.about))
    if entry.thread_id:
        event.add("url", THREAD.format(entry.community_id, entry.thread_id))
    event.add("status", _status(entry))
    if entry.repeat:
        event.add("dtstart", entry.local.replace(tzinfo=zone))
        event.add("rrule", _rule(entry, entry.repeat))
    else:
        event.add("dtstart", entry.starts_at.astimezone(UTC))
    event.add("duration", timedelta(minutes=entry.minutes))
    if entry.without:
        event.add("exdate", [local.replace(tzinfo=zone) for local in entry.without])
    if entry.instead_of:
        event.add("recurrence-id", entry.instead_of.replace(tzinfo=zone))
    return event


def _status(entry: Entry) -> str:
    if entry.cancelled:
        return "CANCELLED"
    return "TENTATIVE" if entry.tentative else "CONFIRMED"


def _rule(entry: Entry, repeat: Repeat) -> vRecur:
    """UNTIL is the moment of the last possible date, in UTC (RFC 5545, 3.3.10)."""
    rule = vRecur(FREQ=repeat.unit.value, INTERVAL=repeat.every)
    rule["BYDAY"] = f"{repeat.nth or ''}{DAYS[entry.local.weekday()]}"
    if repeat.until:
        rule["UNTIL"] = instant_of(datetime.combine(repeat.until, entry.local.time()), entry.time_zone).at
    if repeat.count:
        rule["COUNT"] = repeat.count
    return rule


def _zones(entries: list[Entry]) -> Iterator[Timezone]:
    """The rules of every zone that a series goes by."""
    walls = [entry for entry in entries if entry.repeat]
    for name in sorted({entry.time_zone for entry in walls}):
        years = [entry.local.year for entry in walls if entry.time_zone == name]
        yield _zone(name, min(years), max(entry.starts_at.year for entry in entries) + YEARS_AHEAD)


@lru_cache(maxsize=200)
def _zone(name: str, first_year: int, last_year: int) -> Timezone:
    """Every change of the clocks in these years, each by what they showed before it (RFC 5545, 3.6.5)."""
    zone, start = ZoneInfo(name), datetime(first_year, 1, 1, tzinfo=UTC)
    component = Timezone()
    component.add("tzid", name)
    changes = [start, *_changes(zone, start.date(), date(last_year, 12, 31))]
    for at in changes:
        before = (at - timedelta(seconds=1)).astimezone(zone).utcoffset() or timedelta()
        after = at.astimezone(zone)
        part = TimezoneDaylight() if after.dst() else TimezoneStandard()
        part.add("dtstart", (at + before).replace(tzinfo=None))
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after.utcoffset() or timedelta())
        part.add("tzname", after.tzname() or name)
        component.add_component(part)
    return component


def _changes(zone: ZoneInfo, first: date, last: date) -> Iterator[datetime]:
    """The moments at which the clocks are put forward or back, in UTC."""
    day = datetime(first.year, first.month, first.day, tzinfo=UTC)
    while day.date() < last:
        following = day + timedelta(days=1)
        if day.astimezone(zone).utcoffset() != following.astimezone(zone).utcoffset():
            yield _change_between(zone, day, following)
        day = following


def _change_between(zone: ZoneInfo, early: datetime, late: datetime) -> datetime:
    """To the second: halving a day that has one change in it."""
    offset = early.astimezone(zone).utcoffset()
    while late - early > timedelta(seconds=1):
        middle = (early + (late - early) / 2).replace(microsecond=0)
        same = middle.astimezone(zone).utcoffset() == offset
        early, late = (middle, late) if same else (early, middle)
    return late
