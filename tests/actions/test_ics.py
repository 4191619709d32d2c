"""What a calendar shows of a discussion, read by programs that know nothing of us."""

import io
import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
from dateutil.tz import tzical
from icalendar import Calendar

from actions import ics
from domain.calendars import of_date, of_discussion, repeats_exactly
from domain.discussions import HORIZON, Discussion, Occurrence, Places, Plan, State, Status, dates
from domain.repeats import LAST, Every, Repeat
from tests.domain.rules import plan, some_rule

NOW = datetime(2027, 1, 1, tzinfo=UTC)
MANY = 40
HOUR = timedelta(hours=1)


def discussion(found: Plan, state: Status = Status.GOING_ON) -> Discussion:
    return Discussion(3, 5, found, 7, state, NOW)


def rows(found: Plan, most: int = HORIZON) -> list[Occurrence]:
    """The dates that are known of it."""
    return [
        Occurrence(
            occurrence_id=number,
            community_id=5,
            discussion_id=3,
            original=original,
            local=instant.local,
            time_zone=found.time_zone,
            starts_at=instant.at,
            minutes=found.minutes,
            title=found.title,
            about=found.about,
            topic=None,
            deck=None,
            places=Places(),
            host_id=7,
            named=False,
            series=found.repeat is not None,
            room=0,
            state=State.PLANNED,
            changed_at=NOW,
        )
        for number, (original, instant) in enumerate(islice(dates(found), most), 1)
    ]


def moments(content: bytes, until: datetime) -> list[datetime]:
    """When another library finds that something begins, in UTC."""
    calendar = Calendar.from_ical(content)
    events = recurring_ical_events.of(calendar).between(date(2026, 12, 1), until)
    return sorted(event["DTSTART"].dt.astimezone(UTC) for event in events)


def ours(found: Plan, most: int = MANY) -> list[datetime]:
    return [instant.at for _, instant in islice(dates(found), most)]


def read(found: Plan, known: list[Occurrence], state: Status = Status.GOING_ON) -> list[datetime]:
    expected = ours(found)
    content = ics.written(of_discussion(discussion(found, state), known))
    return moments(content, max([*expected, *(each.starts_at for each in known)]) + timedelta(minutes=1))


@pytest.mark.parametrize("seed", range(10))
def test_another_library_reads_the_same_moments_for_1000_rules(seed):
    chance = random.Random(seed)  # noqa: S311
    for _ in range(100):
        found = some_rule(chance)
        expected = ours(found, HORIZON if not repeats_exactly(found) else 12)
        content = ics.written(of_discussion(discussion(found), rows(found)))
        assert moments(content, expected[-1] + timedelta(minutes=1)) == expected, found


WEEKLY = plan("2027-03-14T18:00", "Europe/Zurich", Repeat(Every.WEEK, count=6))


def test_dates_that_are_left_out_moved_or_longer_are_read_as_they_are():
    skipped, moved, longer, cancelled, *rest = rows(WEEKLY)
    later = moved.local + 2 * HOUR
    known = [
        replace(skipped, state=State.SKIPPED),
        replace(moved, local=later, starts_at=moved.starts_at + 2 * HOUR, version=2),
        replace(longer, minutes=90, title="Longer", version=2),
        replace(cancelled, state=State.CANCELLED),
        *rest,
    ]
    assert read(WEEKLY, known) == [
        moved.starts_at + 2 * HOUR,
        longer.starts_at,
        *(each.starts_at for each in rest),
    ]
    calendar = Calendar.from_ical(ics.written(of_discussion(discussion(WEEKLY), known)))
    series, *others = sorted(calendar.walk("VEVENT"), key=lambda event: "RRULE" not in event)
    assert {str(event["UID"]) for event in others} == {str(series["UID"])}
    assert {event["SEQUENCE"] for event in others} == {1}
    assert series["SEQUENCE"] == 2, "whatever changed in it"


def test_a_date_moved_past_the_next_one_stays_one_of_its_series():
    first, *rest = rows(WEEKLY)
    far = first.starts_at + timedelta(days=10)
    known = [replace(first, local=first.local + timedelta(days=10), starts_at=far), *rest]
    assert read(WEEKLY, known) == sorted([far, *(each.starts_at for each in rest)])


def test_a_series_in_the_hour_that_is_skipped_is_shown_date_by_date():
    early = plan("2027-03-21T02:30", "Europe/Zurich", Repeat(Every.WEEK))
    content = ics.written(of_discussion(discussion(early), rows(early)))
    assert b"RRULE" not in content
    assert moments(content, datetime(2027, 7, 1, tzinfo=UTC)) == ours(early, HORIZON)


@pytest.mark.parametrize(
    "odd",
    [
        plan("2027-03-14T18:00", "Europe/Zurich", Repeat(Every.MONTH, nth=1)),
        plan("2027-03-28T02:30", "Europe/Zurich", Repeat(Every.WEEK, count=1)),
        Plan("How do we grow old?", datetime.fromisoformat("2027-03-14T18:00"), "Europe/Zurich"),
    ],
)
def test_what_others_would_read_otherwise_is_no_rule(odd):
    assert not repeats_exactly(odd)


def test_dates_that_a_new_rule_does_not_give_stand_beside_it():
    """As when the whole series was put at another hour after its first date."""
    first, *_ = rows(WEEKLY)
    later = replace(
        WEEKLY, local=WEEKLY.local + timedelta(days=7, hours=1), repeat=Repeat(Every.WEEK, count=5)
    )
    assert read(later, [replace(first, state=State.ENDED), *rows(later)]) == [first.starts_at, *ours(later)]


def test_a_cancelled_series_says_so_of_each_date_and_goes_on_with_none():
    ended, *rest = rows(replace(WEEKLY, repeat=Repeat(Every.WEEK)))
    known = [replace(ended, state=State.ENDED), *(replace(each, state=State.CANCELLED) for each in rest)]
    calendar = Calendar.from_ical(ics.written(of_discussion(discussion(WEEKLY, Status.CANCELLED), known)))
    assert [str(event["STATUS"]) for event in calendar.walk("VEVENT")] == ["CONFIRMED"] + ["CANCELLED"] * 7


def test_the_last_date_is_until_in_utc_and_still_in_the_series():
    ends = plan("2027-10-24T18:00", "America/New_York", Repeat(Every.WEEK, until=date(2027, 11, 14)))
    content = ics.written(of_discussion(discussion(ends), rows(ends)))
    assert b"UNTIL=20271114T230000Z" in content
    assert b"DTSTART;TZID=America/New_York:20271024T180000" in content
    assert len(read(ends, rows(ends))) == 4


@pytest.mark.parametrize(
    "zone", ["Europe/Zurich", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kolkata"]
)
def test_the_rules_of_a_zone_that_stand_in_the_file_are_those_of_the_zone(zone):
    found = plan("2027-01-31T18:00", zone, Repeat(Every.MONTH, nth=LAST))
    content = ics.written(of_discussion(discussion(found), rows(found)))
    theirs = tzical(io.StringIO(content.decode())).get()
    for hour in range(0, 3 * 366 * 24, 5):
        wall = datetime(2027, 1, 2) + hour * HOUR  # noqa: DTZ001
        at = wall.replace(tzinfo=ZoneInfo(zone))
        if at.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None) == wall:  # no gap
            assert wall.replace(tzinfo=theirs).utcoffset() == at.utcoffset(), wall


def test_words_come_back_as_they_were_typed():
    odd = 'Old; new, "both"\nline 2 \\ ñ 👵 ' + "long " * 40
    [date_] = rows(replace(WEEKLY, repeat=None), 1)
    [event] = Calendar.from_ical(ics.written([of_date(replace(date_, title=odd, about=odd))])).walk("VEVENT")
    assert str(event["SUMMARY"]) == str(event["DESCRIPTION"]) == odd


def test_what_may_be_is_tentative_and_where_people_talk_is_linked():
    [one] = rows(replace(WEEKLY, repeat=None), 1)
    [event] = Calendar.from_ical(ics.written([of_date(replace(one, card_id=99), tentative=True)])).walk(
        "VEVENT"
    )
    assert (str(event["STATUS"]), str(event["URL"])) == ("TENTATIVE", "https://discord.com/channels/5/99")


def test_the_same_dates_give_the_same_file():
    assert ics.written(of_discussion(discussion(WEEKLY), rows(WEEKLY))) == ics.written(
        of_discussion(discussion(WEEKLY), list(reversed(rows(WEEKLY))))
    )
