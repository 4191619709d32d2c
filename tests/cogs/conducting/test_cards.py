"""However many are in the room, the panel fits into a message, in every language."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from actions.talks import Shown
from cogs.conducting import buttons, cards
from domain.communities import Community
from domain.conductor import Note, Run, Speaker, Turn
from domain.decks import PROMPT_LENGTH
from domain.discussions import LONGEST_TITLE, Occurrence, Places, State
from domain.people import Seat
from sandbox.checks.messages import check_message
from text import shipped

NOW = datetime(2027, 3, 14, 18, tzinfo=UTC)
DATE = Occurrence(
    *(9, 5, 3, NOW, NOW, "Europe/Zurich", NOW, 60, "*" * LONGEST_TITLE, "", None, "deck", Places()),
    *(7, False, False, 0, State.ON),
)
ORDER = tuple(Speaker(2**62 + each, Seat.MENTEE, each, hand_at=NOW) for each in range(300))
TURN = Turn(1, 5, 9, 2**62, Seat.MENTEE, 0, NOW, NOW + timedelta(minutes=3))
RUN = Run(9, 5, ("deck/a", "deck/b"), note=Note.AWAY)
SHOWN = Shown(
    *(Community(5, "en"), DATE, RUN, None, ORDER, ORDER[:2], "*" * PROMPT_LENGTH, True),
    {Seat.MENTOR: 1000, Seat.MENTEE: 1000},
)
BEGUN = replace(SHOWN, run=replace(RUN, began_at=NOW), turn=TURN)

MOMENTS = {
    "waiting": (SHOWN, NOW - timedelta(minutes=5)),
    "ready": (SHOWN, NOW),
    "turn": (BEGUN, NOW),
    "time-up": (BEGUN, NOW + timedelta(minutes=4)),
    "nobody": (replace(BEGUN, turn=None), NOW),
    "paused": (replace(BEGUN, run=replace(BEGUN.run, paused_at=NOW)), NOW),
    "over": (replace(BEGUN, run=replace(BEGUN.run, ended_at=NOW)), NOW),
}


@pytest.mark.parametrize("language", shipped().languages)
@pytest.mark.parametrize("moment", MOMENTS)
def test_the_panel_fits_at_any_moment(language, moment):
    say, (shown, now) = shipped().for_reader(language), MOMENTS[moment]
    card = cards.panel(say, shown, now, buttons.rows(say, shown))
    check_message({"components": card.to_components(), "flags": 1 << 15})


@pytest.mark.parametrize("language", shipped().languages)
def test_the_page_for_the_host_and_the_notice_fit(language):
    say = shipped().for_reader(language)
    for card in (buttons.host_page(say, BEGUN), cards.pause_notice(say, "9", {"room": 1})):
        check_message({"components": card.to_components(), "flags": 1 << 15})


def test_when_it_is_over_nobody_is_named():
    say = shipped().for_reader("en")
    shown, now = MOMENTS["over"]
    assert "<@" not in str(cards.panel(say, shown, now, ()).to_components())
