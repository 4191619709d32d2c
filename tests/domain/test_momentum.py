"""New times for what fell through, and when it has fallen through too often."""

from dataclasses import replace
from datetime import datetime, timedelta

from domain.discussions import Occurrence, Places, State
from domain.instants import instant_of
from domain.momentum import in_a_row, proposals

LOCAL = datetime.fromisoformat("2027-03-26T18:00")
ZONE = "Europe/Zurich"
AT = instant_of(LOCAL, ZONE).at
DATE = Occurrence(
    1, 5, 2, LOCAL, LOCAL, ZONE, AT, 60, "Age", "", None, None, Places(), 7, False, True, 0, State.MISSED
)


def test_three_times_at_the_same_hour_by_the_clocks_also_when_they_change():
    times = proposals(DATE, AT)
    assert [(each.local - LOCAL).days for each in times] == [2, 4, 7]
    assert {each.local.time() for each in times} == {LOCAL.time()}
    assert [each.at.hour for each in times] == [16, 16, 16], "the clocks went forward on the 28th"


def test_one_called_off_long_before_or_noticed_long_after_proposes_what_is_still_to_come():
    late = AT + timedelta(days=30)
    assert all(each.at > late for each in proposals(DATE, late))
    assert all(each.at > AT for each in proposals(DATE, AT - timedelta(days=30)))


def test_what_took_place_ends_the_row_and_what_was_skipped_does_not_count():
    states = [State.MISSED, State.ENDED, State.CANCELLED, State.SKIPPED, State.MISSED, State.PLANNED]
    dates = [
        replace(DATE, occurrence_id=number, state=state, starts_at=AT + timedelta(weeks=number))
        for number, state in enumerate(states)
    ]
    assert [in_a_row(dates, date) for date in dates] == [1, 0, 1, 1, 2, 0]
