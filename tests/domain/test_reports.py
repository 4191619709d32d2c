"""Reports: their states only go on."""

import pytest

from domain.errors import ReportGone, TooLong
from domain.reports import MOST_DETAILS, Reason, Report, State, details, moved
from tests.actions.listening.village import HERE, NOW, RUTH

REPORT = Report(1, HERE, 3, RUTH, Reason.HURTFUL, None, "aa", State.NEW, NOW)


def test_a_report_is_seen_and_then_closed_and_never_goes_back():
    seen = moved(REPORT, State.SEEN)
    closed = moved(seen, State.CLOSED)
    assert [seen.state, closed.state] == [State.SEEN, State.CLOSED]
    assert moved(closed, State.SEEN) == closed
    assert moved(REPORT, State.CLOSED).state is State.CLOSED
    with pytest.raises(ReportGone):
        moved(None, State.SEEN)


def test_own_words_may_be_left_out():
    assert details("  \n ") is None
    assert details(" They were rude. ") == "They were rude."
    with pytest.raises(TooLong):
        details("x" * (MOST_DETAILS + 1))
