"""Which side answers: said of sides, never of people, and never of a few."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.exchange import LEAST_ANSWERS, LEAST_PEOPLE, Leaning, leaning, months_until, span
from domain.people import Seat


def test_more_than_seven_in_ten_is_much():
    assert leaning({Seat.MENTOR: 15, Seat.MENTEE: 5}, 5) == Leaning(Seat.MENTOR, 75)
    assert leaning({Seat.MENTOR: 14, Seat.MENTEE: 6}, 5) is None
    assert leaning({Seat.MENTEE: 20}, 9) == Leaning(Seat.MENTEE, 100)


def test_of_few_answers_or_few_people_nothing_is_said():
    assert leaning({Seat.MENTOR: 19}, 9) is None
    assert leaning({Seat.MENTOR: 90}, 4) is None
    assert leaning({}, 0) is None


def test_whoever_sits_on_both_sides_counts_for_neither():
    assert leaning({Seat.MENTOR: 10, Seat.MENTEE: 10, Seat.BOTH: 80}, 9) is None


COUNTS = st.dictionaries(st.sampled_from(list(Seat)), st.integers(0, 200))


@given(COUNTS, st.integers(0, 20))
def test_what_is_said_is_true_and_of_enough(answered, people):
    found = leaning(answered, people)
    if found is not None:
        total = answered.get(Seat.MENTOR, 0) + answered.get(Seat.MENTEE, 0)
        assert answered[found.side] > 0.7 * total
        assert total >= LEAST_ANSWERS
        assert people >= LEAST_PEOPLE


def test_months_are_counted_back_over_the_turn_of_the_year():
    assert months_until("2027-01") == ["2027-01", "2026-12", "2026-11"]
    assert span("2026-12") == (datetime(2026, 12, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))
    assert span("2026-11") == (datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC))
