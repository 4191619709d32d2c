"""Who may say what under a worldview, and how much."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import (
    AlreadyAnswered,
    NotAuthor,
    NotTakingPart,
    OwnWorldview,
    QuestionGone,
    QuestionsOnly,
    TooLong,
    TooManyQuestions,
    TooShort,
    WorldviewGone,
)
from domain.remarks import (
    MOST_OPEN,
    QUESTION_LENGTH,
    Kind,
    Remark,
    Stem,
    answer,
    asked,
    may_reply,
    passed,
    question,
    said,
)
from domain.worldviews import State
from tests.actions.listening.village import HERE, LEFT, MEI, NOW, RUTH, STRANGER, person, worldview

VIEW = replace(worldview(MEI), worldview_id=3)
IN = person(RUTH)
QUESTION = Remark(9, HERE, 3, RUTH, Kind.QUESTION, "Who told you?", "aa", NOW)
DAY = timedelta(days=1)


@given(st.text(), st.integers(0, 20), st.integers(20, 60))
def test_what_is_said_is_readable_and_within_its_length_or_refused(text, least, most):
    try:
        plain = said(text, least, most)
    except (TooShort, TooLong):
        return
    assert least <= len(plain) <= most
    assert plain == plain.strip()
    assert "\n\n\n" not in plain
    assert "\0" not in plain
    assert said(plain, least, most) == plain


@pytest.mark.parametrize(
    ("view", "listener", "user_id", "refusal"),
    [
        (VIEW, person(MEI), MEI, OwnWorldview),
        (VIEW, person(LEFT), LEFT, NotTakingPart),
        (VIEW, None, STRANGER, NotTakingPart),
        (replace(VIEW, state=State.WITHDRAWN), IN, RUTH, WorldviewGone),
    ],
)
def test_only_whoever_listens_asks(view, listener, user_id, refusal):
    with pytest.raises(refusal):
        question(view, listener, user_id, None, "Who told you?", waiting=0)


def test_three_questions_may_wait_and_a_fourth_is_asked_later():
    assert question(VIEW, IN, RUTH, Stem.WISH, " Why? ", waiting=MOST_OPEN - 1) == "Why?"
    with pytest.raises(TooManyQuestions):
        question(VIEW, IN, RUTH, Stem.WISH, "Why?", waiting=MOST_OPEN)


def test_a_question_has_an_end():
    assert len(question(VIEW, IN, RUTH, None, "?" * QUESTION_LENGTH, waiting=0)) == QUESTION_LENGTH
    with pytest.raises(TooLong):
        question(VIEW, IN, RUTH, None, "?" * (QUESTION_LENGTH + 1), waiting=0)


def test_the_author_answers_once_and_nobody_else_does():
    assert answer(VIEW, MEI, "My father.", answered=False) == "My father."
    with pytest.raises(AlreadyAnswered):
        answer(VIEW, MEI, "My father.", answered=True)
    with pytest.raises(NotAuthor):
        answer(VIEW, RUTH, "My father.", answered=False)


def test_a_question_that_was_passed_may_still_be_answered_and_not_the_other_way_round():
    rather_not = passed(QUESTION, VIEW, MEI, NOW, answered=False)
    assert rather_not.passed_at == NOW
    assert passed(rather_not, VIEW, MEI, NOW + DAY, answered=False) == rather_not
    assert answer(VIEW, MEI, "After all: my father.", answered=False)
    with pytest.raises(AlreadyAnswered):
        passed(QUESTION, VIEW, MEI, NOW, answered=True)
    with pytest.raises(NotAuthor):
        passed(QUESTION, VIEW, RUTH, NOW, answered=False)


def test_what_is_no_question_is_not_answered():
    assert asked(QUESTION) == QUESTION
    for other in (None, replace(QUESTION, kind=Kind.REPLY)):
        with pytest.raises(QuestionGone):
            asked(other)


def test_in_the_listening_window_only_whoever_has_understood_replies_and_then_everybody():
    with pytest.raises(QuestionsOnly) as told:
        may_reply(VIEW, IN, RUTH, NOW, understood=False)
    assert told.value.facts == {"opens": int((NOW + DAY).timestamp())}
    assert may_reply(VIEW, IN, RUTH, NOW, understood=True) == VIEW
    assert may_reply(VIEW, IN, RUTH, NOW + DAY, understood=False) == VIEW
    with pytest.raises(NotTakingPart):
        may_reply(VIEW, None, STRANGER, NOW + DAY, understood=False)


def test_an_author_may_always_reply_also_one_who_hides_behind_a_pseudonym():
    hidden = replace(VIEW, pseudonym="Heron")
    assert may_reply(hidden, person(MEI), MEI, NOW, understood=False) == hidden
