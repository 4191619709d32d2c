"""Saying back: one attempt at a time, and the author's word on it."""

from dataclasses import replace

import pytest

from domain.errors import (
    AlreadyJudged,
    LoopGone,
    NotAuthor,
    NotTheirs,
    OwnWorldview,
    StillWaiting,
    TooShort,
    Understood,
    WorldviewGone,
)
from domain.loops import Loop, Verdict, heard, may_judge, may_share, missed, there
from domain.worldviews import State
from tests.actions.listening.village import HEARD, HERE, MEI, NOW, RUTH, TOMAS, person, worldview

VIEW = replace(worldview(MEI), worldview_id=3)
IN = person(RUTH)
LOOP = Loop(4, HERE, 3, RUTH, 1, HEARD, "aa", NOW)
YES, PARTLY, NOT_QUITE = (replace(LOOP, verdict=verdict) for verdict in Verdict)


def test_after_partly_and_not_quite_one_may_try_again_and_after_yes_it_is_over():
    for earlier in (None, PARTLY, NOT_QUITE):
        assert heard(VIEW, IN, RUTH, f" {HEARD} ", earlier) == HEARD
    with pytest.raises(StillWaiting):
        heard(VIEW, IN, RUTH, HEARD, LOOP)
    with pytest.raises(Understood):
        heard(VIEW, IN, RUTH, HEARD, YES)


def test_a_few_words_are_no_saying_back_and_nobody_says_back_their_own():
    with pytest.raises(TooShort):
        heard(VIEW, IN, RUTH, "I see." + " " * 20, None)
    with pytest.raises(OwnWorldview):
        heard(VIEW, person(MEI), MEI, HEARD, None)


def test_only_the_author_judges_and_only_once():
    may_judge(LOOP, VIEW, MEI)
    for user_id in (RUTH, TOMAS):
        with pytest.raises(NotAuthor):
            may_judge(LOOP, VIEW, user_id)
    for judged in (YES, PARTLY, NOT_QUITE):
        with pytest.raises(AlreadyJudged):
            may_judge(judged, VIEW, MEI)
    with pytest.raises(WorldviewGone):
        may_judge(LOOP, None, MEI)


def test_a_no_says_what_was_missed_and_a_yes_needs_nothing():
    assert missed(Verdict.YES, "whatever") is None
    assert missed(Verdict.PARTLY, " The money. ") == "The money."
    with pytest.raises(TooShort):
        missed(Verdict.NOT_QUITE, "   no   ")


def test_a_line_is_shared_by_the_two_whose_it_is_once_it_is_confirmed():
    may_share(YES, VIEW, MEI)
    may_share(YES, VIEW, RUTH)
    with pytest.raises(NotTheirs):
        may_share(YES, VIEW, TOMAS)
    with pytest.raises(LoopGone):
        may_share(PARTLY, VIEW, RUTH)
    with pytest.raises(WorldviewGone):
        may_share(YES, replace(VIEW, state=State.WITHDRAWN), RUTH)
    with pytest.raises(LoopGone):
        there(None)
