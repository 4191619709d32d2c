"""A machine whose clock is wrong is noticed by what Discord says the time is."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
import structlog

from actions.deps import utc_now
from cogs.kit.skew import EVERY, SAMPLES, Skew
from tour.stage import on_stage

NOON = datetime(2027, 3, 28, 12, tzinfo=UTC)


def skew_of(off, *, took=0.1, fraction=0.3):
    """After some answers, on a machine whose clock is off by so many seconds."""
    skew = Skew(lambda: NOON + timedelta(seconds=off + fraction + took / 2))
    for number in range(SAMPLES):
        skew.heard(format_datetime(NOON, usegmt=True), number, number + took)
    return skew


@pytest.mark.parametrize("off", [-3600, -300, -61, 61, 300])
def test_a_clock_that_is_far_off_is_not_to_be_believed(off):
    assert skew_of(off).too_far
    assert skew_of(off).seconds == pytest.approx(off, abs=0.51)


@pytest.mark.parametrize("off", [-59, -3, 3, 59])
def test_a_clock_that_is_off_is_noticed(off):
    assert skew_of(off).noticeable
    assert not skew_of(off).too_far


@pytest.mark.parametrize("fraction", [0.0, 0.5, 0.999])
@pytest.mark.parametrize("took", [0.001, 0.9])
def test_a_right_clock_is_never_suspected(fraction, took):
    assert not skew_of(0, took=took, fraction=fraction).noticeable


def test_one_odd_answer_sets_off_nothing():
    skew = skew_of(0)
    skew.heard(format_datetime(NOON - timedelta(hours=1), usegmt=True), 100, 100.1)
    assert not skew.noticeable


@pytest.mark.parametrize("date", [None, "", "yesterday", "Sun, 99 Mar 2027 12:00:00 GMT"])
def test_an_answer_without_a_date_says_nothing(date):
    skew = Skew(lambda: NOON)
    skew.heard(date, 0, 0.1)
    assert skew.seconds == 0


def test_it_is_told_once_and_once_when_it_is_right_again():
    now = NOON + timedelta(minutes=5)
    skew = Skew(lambda: now)
    with structlog.testing.capture_logs() as logs:
        for number in range(3 * SAMPLES):
            if number == 2 * SAMPLES:
                now = NOON
            at = number * (EVERY + 1)
            skew.heard(format_datetime(NOON, usegmt=True), at, at)
    assert [log["event"] for log in logs] == ["clock-off", "clock-right-again"]


@pytest.mark.parametrize("minutes", [5, -5])
async def test_row_24_a_host_clock_that_is_five_minutes_off_is_seen_at_the_start(database, bridge, minutes):
    def wrong():
        return utc_now() + timedelta(minutes=minutes)

    with structlog.testing.capture_logs() as logs:
        async with on_stage(database, bridge.world, now=wrong) as stage:
            assert stage.bot.vitals.skew.too_far
    assert [log["event"] for log in logs if log["event"] == "clock-off"] == ["clock-off"]


async def test_row_24_a_right_host_clock_is_right(stage):
    assert abs(stage.bot.vitals.skew.seconds) < 1


async def test_row_24_a_host_clock_that_runs_with_the_sandbox_is_right_whenever_that_is(database, bridge):
    clock = bridge.world.clock
    clock.advance(3 * 86_400)
    async with on_stage(database, bridge.world, now=clock.now) as stage:
        assert abs(stage.bot.vitals.skew.seconds) < 1
