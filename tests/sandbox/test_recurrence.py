"""The dates on which a scheduled event recurs."""

from datetime import UTC, datetime, timedelta

import pytest
from discord import EventStatus

from sandbox.recurrence import following
from tests.sandbox.planning import raw, weekly
from tests.sandbox.refused import refused

START = "2026-12-02T18:00:00+00:00"
"""A Wednesday."""
BLANK = {
    "start": START,
    "interval": 1,
    "by_weekday": [],
    "by_n_weekday": [],
    "by_month": [],
    "by_month_day": [],
}


def dates(count: int, **rule) -> list[str]:
    """The first dates after the start."""
    at, found = datetime.fromisoformat(START), []
    for _ in range(count):
        at = following(BLANK | rule, at)
        found.append(at.strftime("%Y-%m-%d"))
    return found


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({"frequency": 3}, ["2026-12-03", "2026-12-04", "2026-12-05"]),
        ({"frequency": 3, "by_weekday": [0, 1, 2, 3, 4]}, ["2026-12-03", "2026-12-04", "2026-12-07"]),
        ({"frequency": 2, "by_weekday": [2]}, ["2026-12-09", "2026-12-16", "2026-12-23"]),
        ({"frequency": 2}, ["2026-12-09", "2026-12-16", "2026-12-23"]),
        ({"frequency": 2, "by_weekday": [2], "interval": 2}, ["2026-12-16", "2026-12-30", "2027-01-13"]),
        ({"frequency": 1, "by_n_weekday": [{"n": 1, "day": 2}]}, ["2027-01-06", "2027-02-03", "2027-03-03"]),
        ({"frequency": 1, "by_n_weekday": [{"n": 5, "day": 2}]}, ["2026-12-30", "2027-03-31", "2027-06-30"]),
        ({"frequency": 0, "by_month": [12], "by_month_day": [2]}, ["2027-12-02", "2028-12-02", "2029-12-02"]),
        ({"frequency": 0, "by_month": [2], "by_month_day": [29]}, ["2028-02-29", "2032-02-29", "2036-02-29"]),
    ],
    ids=str,
)
def test_dates_follow_the_rule(rule, expected):
    assert dates(3, **rule) == expected


def test_the_time_of_day_is_the_rules_own_in_utc():
    rule = BLANK | {"frequency": 3, "start": "2026-12-02T20:00:00+02:00"}
    moment = datetime(2026, 12, 5, 17, 59, tzinfo=UTC)
    assert following(rule, moment) == moment + timedelta(minutes=1)
    assert following(rule, moment + timedelta(minutes=1)) == moment + timedelta(days=1, minutes=1)


async def test_a_weekly_event_moves_on_to_its_next_date(client, bridge, lounge, world, mei):
    made = await raw(client, bridge, weekly(world, lounge))
    await mei.is_interested("Weekly")
    first = datetime.fromisoformat(made["scheduled_start_time"])
    world.clock.advance(24 * 3600)
    await raw(client, bridge, {"status": 2}, made["id"])
    ended = await raw(client, bridge, {"status": 3}, made["id"])
    assert (ended["status"], ended["scheduled_start_time"]) == (1, (first + timedelta(days=7)).isoformat())
    assert datetime.fromisoformat(ended["scheduled_end_time"]) - first >= timedelta(days=7, minutes=59)
    assert "1 interested" in mei.screen()
    world.clock.advance(8 * 24 * 3600)
    lapsed = await bridge.fetch_scheduled_event(int(made["id"]))
    assert (lapsed.status, lapsed.start_time) == (EventStatus.scheduled, first + timedelta(days=14))
    assert (await lapsed.cancel()).status is EventStatus.cancelled


@pytest.mark.parametrize(
    "rule",
    [
        {"interval": 3},
        {"by_weekday": [1, 3]},
        {"by_month": [7]},
        {"count": 4},
        {"end": "2030-01-01T00:00:00+00:00"},
        {"frequency": 3, "by_weekday": [0, 2]},
        {"frequency": 3, "interval": 2},
        {"frequency": 1},
        {"frequency": 1, "by_n_weekday": [{"n": 6, "day": 2}]},
        {"frequency": 0, "by_month": [7]},
        {"frequency": 0, "by_month": [2], "by_month_day": [30]},
        {"frequency": 4},
    ],
    ids=str,
)
async def test_rules_that_discord_cannot_show_are_refused(client, bridge, lounge, world, rule):
    with refused(400, 50035):
        await raw(client, bridge, weekly(world, lounge, **rule))


async def test_a_skipped_date_is_refused_by_name(client, bridge, lounge, world):
    made = await raw(client, bridge, weekly(world, lounge))
    with refused(501, 0):
        await raw(client, bridge, {"is_canceled": True}, f"{made['id']}/exceptions/5")
