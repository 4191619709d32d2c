"""How discussions repeat: by the clocks on the wall, and as another library reads the same rules."""

import random
from datetime import UTC, date
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr

from domain.discussions import Plan, dates
from domain.repeats import LAST, Every, Repeat
from tests.domain.rules import plan, some_rule

WEEKLY = Repeat(Every.WEEK)


def shown(found: Plan, most: int) -> list[str]:
    """Each date by the rule, what the clocks show then, and the moment."""
    return [
        f"{original:%d %b %H:%M} · {instant.local:%d %b %H:%M} · {instant.at:%d %b %H:%M}"
        for original, instant in islice(dates(found), most)
    ]


@pytest.mark.parametrize(
    ("first", "zone", "repeat", "expected"),
    [
        (
            *("2027-03-21T18:00", "Europe/Zurich", WEEKLY),
            ["21 Mar 18:00 · 21 Mar 18:00 · 21 Mar 17:00", "28 Mar 18:00 · 28 Mar 18:00 · 28 Mar 16:00"],
        ),
        (
            *("2027-03-21T02:30", "Europe/Zurich", Repeat(Every.WEEK, count=3)),
            [
                "21 Mar 02:30 · 21 Mar 02:30 · 21 Mar 01:30",
                "28 Mar 02:30 · 28 Mar 03:30 · 28 Mar 01:30",
                "04 Apr 02:30 · 04 Apr 02:30 · 04 Apr 00:30",
            ],
        ),
        (
            *("2027-10-24T02:30", "Europe/Zurich", Repeat(Every.WEEK, until=date(2027, 11, 7))),
            [
                "24 Oct 02:30 · 24 Oct 02:30 · 24 Oct 00:30",
                "31 Oct 02:30 · 31 Oct 02:30 · 31 Oct 00:30",
                "07 Nov 02:30 · 07 Nov 02:30 · 07 Nov 01:30",
            ],
        ),
        (
            *("2027-02-28T02:30", "America/New_York", Repeat(Every.WEEK, every=2, count=3)),
            [
                "28 Feb 02:30 · 28 Feb 02:30 · 28 Feb 07:30",
                "14 Mar 02:30 · 14 Mar 03:30 · 14 Mar 07:30",
                "28 Mar 02:30 · 28 Mar 02:30 · 28 Mar 06:30",
            ],
        ),
        (
            *("2027-09-26T02:15", "Australia/Lord_Howe", Repeat(Every.WEEK, count=3)),
            [
                "26 Sep 02:15 · 26 Sep 02:15 · 25 Sep 15:45",
                "03 Oct 02:15 · 03 Oct 02:45 · 02 Oct 15:45",
                "10 Oct 02:15 · 10 Oct 02:15 · 09 Oct 15:15",
            ],
        ),
        (
            *("2027-03-28T01:45", "Australia/Lord_Howe", Repeat(Every.WEEK, count=3)),
            [
                "28 Mar 01:45 · 28 Mar 01:45 · 27 Mar 14:45",
                "04 Apr 01:45 · 04 Apr 01:45 · 03 Apr 14:45",
                "11 Apr 01:45 · 11 Apr 01:45 · 10 Apr 15:15",
            ],
        ),
        (
            *("2027-01-31T19:00", "Africa/Casablanca", Repeat(Every.WEEK, count=7)),
            [
                "31 Jan 19:00 · 31 Jan 19:00 · 31 Jan 18:00",
                "07 Feb 19:00 · 07 Feb 19:00 · 07 Feb 19:00",
                "14 Feb 19:00 · 14 Feb 19:00 · 14 Feb 19:00",
                "21 Feb 19:00 · 21 Feb 19:00 · 21 Feb 19:00",
                "28 Feb 19:00 · 28 Feb 19:00 · 28 Feb 19:00",
                "07 Mar 19:00 · 07 Mar 19:00 · 07 Mar 19:00",
                "14 Mar 19:00 · 14 Mar 19:00 · 14 Mar 18:00",
            ],
        ),
        (
            *("2027-01-31T18:00", "Europe/Zurich", Repeat(Every.MONTH, nth=LAST, count=4)),
            [
                "31 Jan 18:00 · 31 Jan 18:00 · 31 Jan 17:00",
                "28 Feb 18:00 · 28 Feb 18:00 · 28 Feb 17:00",
                "28 Mar 18:00 · 28 Mar 18:00 · 28 Mar 16:00",
                "25 Apr 18:00 · 25 Apr 18:00 · 25 Apr 16:00",
            ],
        ),
        (
            *("2027-01-10T02:30", "America/New_York", Repeat(Every.MONTH, nth=2, until=date(2027, 4, 10))),
            [
                "10 Jan 02:30 · 10 Jan 02:30 · 10 Jan 07:30",
                "14 Feb 02:30 · 14 Feb 02:30 · 14 Feb 07:30",
                "14 Mar 02:30 · 14 Mar 03:30 · 14 Mar 07:30",
            ],
        ),
        (
            *("2027-10-01T18:00", "Europe/Zurich", Repeat(Every.MONTH, every=2, nth=1, count=3)),
            [
                "01 Oct 18:00 · 01 Oct 18:00 · 01 Oct 16:00",
                "03 Dec 18:00 · 03 Dec 18:00 · 03 Dec 17:00",
                "04 Feb 18:00 · 04 Feb 18:00 · 04 Feb 17:00",
            ],
        ),
    ],
)
def test_row_23_the_time_on_the_wall_stays_whatever_the_clocks_do(first, zone, repeat, expected):
    found = shown(plan(first, zone, repeat), len(expected) + 1)
    assert found[: len(expected)] == expected
    assert len(found) == len(expected) or not (repeat.count or repeat.until), "it ends where it should"


MANY = 40
"""Dates of each rule that are compared."""


@pytest.mark.parametrize("seed", range(10))
def test_another_library_finds_the_same_moments_for_1000_rules(seed):
    chance = random.Random(seed)  # noqa: S311
    for _ in range(100):
        found = some_rule(chance)
        assert found.repeat
        rule = found.repeat.rule(found.local.date())
        if found.repeat.until:
            rule = rule.replace(f"{found.repeat.until:%Y%m%d}", f"{found.repeat.until:%Y%m%d}T235959")
        walls = islice(rrulestr(rule, dtstart=found.local), MANY)
        zone = ZoneInfo(found.time_zone)
        theirs = [wall.replace(tzinfo=zone).astimezone(UTC) for wall in walls]
        assert [instant.at for _, instant in islice(dates(found), MANY)] == theirs, found


@pytest.mark.parametrize(
    "repeat", [WEEKLY, Repeat(Every.MONTH, 2, LAST, count=3), Repeat(Every.MONTH, nth=2)]
)
def test_a_rule_is_kept_as_it_was_written(repeat):
    assert Repeat.parse(repeat.rule(date(2027, 1, 10))) == repeat


def test_until_is_kept_too():
    repeat = Repeat(Every.WEEK, until=date(2027, 3, 28))
    assert Repeat.parse(repeat.rule(date(2027, 1, 10))) == repeat
