"""The prompt of the week keeps its time on the wall."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.communities import TopicSettings
from domain.weeks import is_week_prompt, next_open_week, next_week_prompt, week_of

ZONES = ["Europe/Zurich", "America/New_York", "Australia/Lord_Howe"]
SUNDAY, FRIDAY = 6, 4
settings = st.builds(
    TopicSettings,
    week_day=st.integers(0, 6),
    week_time=st.times().map(lambda at: at.strftime("%H:%M")),
    time_zone=st.sampled_from(ZONES),
)
moments = st.timedeltas(timedelta(0), timedelta(days=4000)).map(
    lambda since: datetime(2024, 1, 1, tzinfo=UTC) + since
)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_without_a_day_there_is_none():
    assert next_week_prompt(TopicSettings(), utc("2026-11-25T03:00")) is None


@pytest.mark.parametrize(
    ("zone", "day", "at", "after", "moment"),
    [
        ("Europe/Zurich", FRIDAY, "18:00", "2026-10-16T12:00", "2026-10-16T16:00"),  # summer
        ("Europe/Zurich", FRIDAY, "18:00", "2026-10-25T12:00", "2026-10-30T17:00"),  # winter, same time there
        ("Europe/Zurich", SUNDAY, "02:30", "2027-03-24T00:00", "2027-03-28T01:30"),  # left out: 03:30 there
        ("Europe/Zurich", SUNDAY, "02:30", "2026-10-21T00:00", "2026-10-25T00:30"),  # shown twice: the first
        (
            "America/New_York",
            SUNDAY,
            "02:30",
            "2027-03-10T00:00",
            "2027-03-14T07:30",
        ),  # left out: 03:30 there
        ("America/New_York", SUNDAY, "01:30", "2026-10-28T00:00", "2026-11-01T05:30"),  # twice: the first
        ("America/New_York", FRIDAY, "18:00", "2026-10-29T00:00", "2026-10-30T22:00"),
        ("America/New_York", FRIDAY, "18:00", "2026-11-01T12:00", "2026-11-06T23:00"),
        (
            "Australia/Lord_Howe",
            SUNDAY,
            "02:15",
            "2026-10-01T00:00",
            "2026-10-03T15:45",
        ),  # half an hour left out
        ("Australia/Lord_Howe", SUNDAY, "01:45", "2027-04-01T00:00", "2027-04-03T14:45"),  # twice: the first
        ("Australia/Lord_Howe", FRIDAY, "18:00", "2026-11-25T00:00", "2026-11-27T07:00"),
    ],
)
def test_over_the_changes_of_the_clocks(zone, day, at, after, moment):
    assert next_week_prompt(TopicSettings(week_day=day, week_time=at, time_zone=zone), utc(after)) == utc(
        moment
    )


@given(settings, moments)
def test_it_comes_later_on_that_day_at_that_time_and_none_is_left_out(settings, after):
    moment = next_week_prompt(settings, after)
    assert moment is not None
    assert timedelta(0) < moment - after <= timedelta(days=8)
    there = moment.astimezone(ZoneInfo(settings.time_zone))
    wished = time.fromisoformat(settings.week_time)
    assert there.weekday() == settings.week_day
    shifted = there - datetime.combine(there.date(), wished, there.tzinfo)
    assert shifted in (timedelta(0), timedelta(minutes=30), timedelta(hours=1))
    assert is_week_prompt(settings, moment)
    following = next_week_prompt(settings, moment)
    assert following is not None
    assert following - moment > timedelta(days=6)
    between = after + (moment - after) / 2
    assert next_week_prompt(settings, between) == moment


@given(settings, settings, moments)
def test_a_week_has_one_however_the_hour_is_moved(settings, moved, after):
    """The hour and the day may be changed; the zone is where the community is."""
    first = next_week_prompt(settings, after)
    assert first is not None
    moved = TopicSettings(week_day=moved.week_day, week_time=moved.week_time, time_zone=settings.time_zone)
    second = next_open_week(moved, first, first)
    assert second is not None
    assert week_of(moved, second) > week_of(moved, first)


def test_another_moment_is_none_of_it():
    friday = TopicSettings(week_day=FRIDAY, week_time="18:00")
    assert is_week_prompt(friday, utc("2026-11-27T18:00"))
    assert not is_week_prompt(friday, utc("2026-11-27T18:01"))
    assert not is_week_prompt(TopicSettings(), utc("2026-11-27T18:00"))
