"""Wall time and moments: what is skipped and what is shown twice."""

from datetime import UTC, datetime

import pytest

from domain.instants import instant_of, local_of


@pytest.mark.parametrize(
    ("zone", "asked", "shown", "at"),
    [
        ("Europe/Zurich", "2027-03-28T02:30", "2027-03-28T03:30", "2027-03-28T01:30"),
        ("Europe/Zurich", "2027-10-31T02:30", "2027-10-31T02:30", "2027-10-31T00:30"),
        ("America/New_York", "2027-03-14T02:30", "2027-03-14T03:30", "2027-03-14T07:30"),
        ("Australia/Lord_Howe", "2027-10-03T02:15", "2027-10-03T02:45", "2027-10-02T15:45"),
        ("Europe/Zurich", "2027-03-27T18:00", "2027-03-27T18:00", "2027-03-27T17:00"),
    ],
)
def test_a_time_that_no_clock_shows_moves_on_and_one_shown_twice_is_the_first(zone, asked, shown, at):
    found = instant_of(datetime.fromisoformat(asked), zone)
    assert found.local == datetime.fromisoformat(shown)
    assert found.at == datetime.fromisoformat(at).replace(tzinfo=UTC)
    assert found.moved == (asked != shown)
    assert local_of(found.at, zone) == found.local
