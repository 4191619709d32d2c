"""Shifts: to somebody else, once, with a reason that is one."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import (
    NoReason,
    NotAuthor,
    NotListening,
    NotTakingPart,
    OwnWorldview,
    ShiftStands,
    TooLong,
    TooShort,
)
from domain.shifts import (
    CHANGEABLE,
    LEAST_REASON,
    LEAST_WORDS,
    MOST_REASON,
    THE_AUTHOR,
    Kind,
    Shift,
    may_give,
    reason,
    receiver,
)
from tests.actions.listening.village import HERE, MEI, NOW, REASON, RUTH, STRANGER, TOMAS, person, worldview

VIEW = replace(worldview(MEI), worldview_id=3)
SHIFT = Shift(4, HERE, 3, RUTH, THE_AUTHOR, Kind.UNDERSTOOD, REASON, NOW, NOW)


@pytest.mark.parametrize("nothing", ["a" * 60, " " * 60, "good " * 15, "x\n" * 60])
def test_white_space_and_the_same_word_again_are_no_reason(nothing):
    with pytest.raises((NoReason, TooShort)):
        reason(nothing)


@pytest.mark.parametrize(
    "words",
    [
        REASON,
        "Pensaba que era pereza, y ahora veo lo cansados que debéis de estar al final de cada día.",
        "我以前以为那是懒惰，现在我明白了你们在一天结束时一定有多么疲惫，也明白了为什么工作不是你们的全部，而只是生活里的一部分。",
    ],
)
def test_a_reason_in_any_script_is_one(words):
    assert reason(f"  {words}\n") == words


def test_a_reason_has_its_white_space_folded_before_it_is_measured():
    with pytest.raises(TooShort):
        reason("one two three four five six seven eight" + " " * 40)
    with pytest.raises(TooLong):
        reason(" ".join(f"word{number}" for number in range(MOST_REASON)))


@given(st.text())
def test_whatever_is_written_is_a_reason_or_refused(text):
    try:
        plain = reason(text)
    except (TooShort, TooLong, NoReason):
        return
    assert LEAST_REASON <= len(plain) <= MOST_REASON
    assert len(set(plain.casefold())) >= LEAST_WORDS


def test_a_listeners_goes_to_the_author_and_the_authors_to_a_listener():
    assert receiver(VIEW, person(RUTH), RUTH, THE_AUTHOR, {RUTH}) == THE_AUTHOR
    assert receiver(VIEW, person(MEI), MEI, RUTH, {RUTH}) == RUTH


def test_nobody_gives_one_to_themselves_or_to_somebody_who_did_not_listen():
    for oneself in (THE_AUTHOR, MEI):
        with pytest.raises(OwnWorldview):
            receiver(VIEW, person(MEI), MEI, oneself, {RUTH, MEI})
    with pytest.raises(NotListening):
        receiver(VIEW, person(MEI), MEI, TOMAS, {RUTH})
    with pytest.raises(NotTakingPart):
        receiver(VIEW, None, STRANGER, THE_AUTHOR, set())


@pytest.mark.parametrize("guess", [MEI, TOMAS, RUTH])
def test_row_45_no_guess_tells_a_listener_who_hides_behind_a_pseudonym(guess):
    with pytest.raises(NotAuthor):
        receiver(replace(VIEW, pseudonym="Heron"), person(RUTH), RUTH, guess, {RUTH, TOMAS})


def test_it_may_be_changed_for_a_quarter_of_an_hour_and_then_stands():
    may_give(None, NOW)
    may_give(SHIFT, NOW + CHANGEABLE - timedelta(seconds=1))
    with pytest.raises(ShiftStands):
        may_give(SHIFT, NOW + CHANGEABLE)
