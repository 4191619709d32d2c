"""Names under which somebody may write."""

from hypothesis import given
from hypothesis import strategies as st

from domain import pseudonyms

WORDS = ("Heron", "Oak", "Wren")


@given(st.lists(st.floats(0, 1), min_size=2, max_size=2), st.integers(0, 500))
def test_a_name_is_a_word_and_a_number_whatever_chance_says(chances, attempt):
    word, number = pseudonyms.draw(WORDS, iter(chances).__next__, attempt).split()
    assert word in WORDS
    assert 2 <= int(number) <= 9_999


def test_every_word_and_both_ends_of_the_numbers_can_come_up():
    assert pseudonyms.draw(WORDS, lambda: 0.0) == "Heron 2"
    assert pseudonyms.draw(WORDS, lambda: 1.0) == "Wren 99"


def test_when_the_short_numbers_are_used_up_longer_ones_come():
    assert pseudonyms.draw(WORDS, lambda: 1.0, attempt=200) == "Wren 9999"


@given(st.floats(0, 1))
def test_a_post_under_a_pseudonym_waits_from_half_a_minute_to_two(chance):
    assert 30 <= pseudonyms.delay(lambda: chance).total_seconds() <= 120
