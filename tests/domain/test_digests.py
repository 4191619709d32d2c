"""When a digest comes, and what fits into it."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.digests import MOST_LETTERS, MOST_LINES, Line, due_at, first_that_fit, month_at


def test_it_comes_at_nine_by_the_communitys_clocks_also_over_summer_time():
    assert due_at("2026-11", "UTC") == datetime(2026, 12, 1, 9, tzinfo=UTC)
    assert due_at("2026-12", "Europe/Zurich") == datetime(2027, 1, 1, 8, tzinfo=UTC)
    assert due_at("2027-03", "Europe/Zurich") == datetime(2027, 4, 1, 7, tzinfo=UTC)
    assert due_at("2027-03", "America/New_York") == datetime(2027, 4, 1, 13, tzinfo=UTC)


def test_the_month_is_that_of_the_communitys_clocks():
    midnight = datetime(2026, 12, 1, 0, 30, tzinfo=UTC)
    assert month_at(midnight, "America/New_York") == "2026-11"
    assert month_at(midnight, "Europe/Zurich") == "2026-12"


LINES = st.lists(st.integers(1, 700).map(lambda length: Line(0, "x" * length, 7, 8, ("work",))), max_size=30)


@given(LINES)
def test_the_first_lines_that_fit_are_taken_in_their_order(lines):
    taken = first_that_fit(lines)
    assert list(taken) == lines[: len(taken)]
    assert len(taken) <= MOST_LINES
    assert sum(len(line.heard) for line in taken) <= MOST_LETTERS
    assert bool(taken) == bool(lines)
