"""Every screen about places fits, in every language, whatever was written (fault row 7)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from actions.date_cards import MOST_NAMED, Shown
from actions.offers import Offered
from actions.rsvps import Said
from cogs.attending import cards
from cogs.attending.answering import answer_buttons, said_card
from cogs.attending.offering import offer_card
from cogs.kit.cards import Card
from domain.communities import Community, Topic
from domain.discussions import LONGEST_ABOUT, LONGEST_TITLE, Occurrence, Places, State
from domain.people import Seat
from domain.places import Missing
from domain.repeats import LAST, Every, Repeat
from domain.rsvps import Answer, Rsvp
from sandbox.checks.messages import check_message
from text import shipped

ANYBODY = 2**63 - 1
NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
BRIDGE = Community(5, "en", set_up_at=NOW, topics=(Topic("t", "*" * 20),))
languages = pytest.mark.parametrize("language", shipped().languages)


def long(most: int) -> str:
    """What grows most when it is quoted."""
    return ("*\n\n" * most)[:most].strip()


def occurrence(state: State = State.PLANNED) -> Occurrence:
    wall = datetime.fromisoformat("2027-03-14T18:00")
    return Occurrence(
        *(ANYBODY, 5, ANYBODY, wall, wall + timedelta(hours=1), "Europe/Zurich", NOW, 480),
        title="*" * LONGEST_TITLE,
        about=long(LONGEST_ABOUT),
        topic="t",
        deck=None,
        places=Places(1000, 500, 500),
        host_id=ANYBODY,
        named=True,
        series=True,
        room=4,
        state=state,
        reason=long(LONGEST_ABOUT),
    )


def fits(card: Card) -> None:
    check_message({"components": card.to_components(), "flags": 1 << 15})


@languages
@pytest.mark.parametrize("state", State)
def test_a_card_fits_in_every_state(language, state):
    say = shipped().for_reader(language)
    date = occurrence(state)
    tally = dict.fromkeys(Answer, 99_999)
    going = (ANYBODY,) * MOST_NAMED
    repeat = Repeat(Every.MONTH, every=12, nth=LAST, until=NOW.date())
    for missing in Missing:
        shown = Shown(BRIDGE, date, tally, going, missing, repeat, date.local, ANYBODY)
        more = [*_buttons(say, 1), *_buttons(say, 2)[:2]]
        fits(cards.card(say, shown, _buttons(say, 3), more))
    fits(cards.card(say, Shown(BRIDGE, date, {}, ()), _buttons(say, 1), []))


def _buttons(say, number):
    return answer_buttons(say, replace(occurrence(), occurrence_id=number))


@languages
@pytest.mark.parametrize("answer", Answer)
def test_what_somebody_hears_fits(language, answer):
    say = shipped().for_reader(language)
    for seat in (Seat.MENTOR, Seat.MENTEE):
        rsvp = Rsvp(ANYBODY, answer, seat, 1, NOW, NOW)
        fits(said_card(say, Said(occurrence(), rsvp, language, 99_999, chosen=True)))
        fits(offer_card(say, Offered(BRIDGE, occurrence(), rsvp)))


@languages
def test_a_thread_has_a_name_that_discord_takes_and_says_the_day(language):
    say = shipped().for_reader(language)
    name = cards.thread_name(say, occurrence())
    assert len(name) <= cards.LONGEST_NAME
    assert "2027" in name
