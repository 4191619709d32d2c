"""What a worldview looks like: inside Discord's limits, and under a pseudonym naming nobody."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.worldviews import Shown
from cogs.kit.cards import Card
from cogs.worldviews import cards
from domain.communities import Community, Generation
from domain.errors import NothingSaid
from domain.people import Seat
from domain.worldviews import LENGTHS, Explanation, Made, State, Worldview, explanation
from sandbox.checks.messages import check_message
from text import shipped

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
LONG_AGO = "x" * 100
BRIDGE = Community(5, "en", (Generation("gen-z", 1997, 2012, LONG_AGO),), NOW)
MEI = 2**62
VIEW = Worldview(
    *(1, 5, MEI, Made.FORM, State.OPEN, ("work",)),
    shows_seat=True,
    posted_at=NOW,
    opens_at=NOW + timedelta(hours=24),
    changed_at=NOW,
    explanation=Explanation("Work is not who I am."),
    seat=Seat.BOTH,
    generation="gen-z",
)
FULL = Explanation(**{part: "word " * (most // 5) for part, most in LENGTHS.items()})

languages = pytest.mark.parametrize("language", shipped().languages)
parts = st.tuples(*(st.text(max_size=most) for most in LENGTHS.values()))


def say_in(language="en"):
    return shipped().for_reader(language)


def sent(card: Card) -> str:
    check_message({"components": card.to_components(), "flags": 1 << 15})
    return str(card.to_components())


def notes(say):
    """The most that can stand around a preview."""
    return [
        say("preview-newer") + "\n\n" + say("preview-new"),
        say("preview-pseudonym"),
        say("worldview-consent"),
    ]


@languages
def test_a_full_form_of_plain_words_fits_with_all_that_its_preview_says(language):
    say = say_in(language)
    shown = Shown(BRIDGE, replace(VIEW, explanation=FULL))
    assert cards.overflow(say, shown, NOW, notes(say)) == 0
    sent(cards.preview(say, shown, NOW, notes(say), ()))
    sent(cards.worldview(say, replace(shown, understood=(MEI,) * 200), NOW, ()))


@given(parts)
def test_row_07_what_does_not_fit_is_known_before_discord_refuses_it(written):
    try:
        said = explanation(*written)
    except NothingSaid:
        return
    say, shown = say_in(), Shown(BRIDGE, replace(VIEW, explanation=said))
    if not cards.overflow(say, shown, NOW, notes(say)):
        sent(cards.preview(say, shown, NOW, notes(say), ()))
        sent(cards.worldview(say, replace(shown, understood=(MEI,) * 200), NOW, ()))
    assert 0 < len(cards.title(say, shown.worldview)) <= 100


def test_row_07_a_form_full_of_signs_is_too_long_by_as_much_as_is_said():
    say = say_in()
    signs = Explanation(**{part: "*" * most for part, most in LENGTHS.items()})
    shown = Shown(BRIDGE, replace(VIEW, explanation=signs))
    over = cards.overflow(say, shown, NOW, notes(say))
    assert over > 0
    left = -(-over // 2)  # each counts twice
    for part, most in LENGTHS.items():
        cut = min(left, most - 1)
        signs, left = replace(signs, **{part: "*" * (most - cut)}), left - cut
    assert cards.overflow(say, Shown(BRIDGE, replace(VIEW, explanation=signs)), NOW, notes(say)) == 0


def test_it_names_its_author_with_seat_and_generation_and_says_until_when_only_questions():
    text = sent(cards.worldview(say_in(), Shown(BRIDGE, VIEW), NOW, ()))
    assert f"<@{MEI}> explains" in text
    assert "Mentor and mentee" in text
    assert f"<t:{int(VIEW.opens_at.timestamp())}:R>" in text
    assert "questions only" not in sent(cards.worldview(say_in(), Shown(BRIDGE, VIEW), VIEW.opens_at, ()))


def test_whoever_hides_their_seat_hides_their_generation_too():
    text = sent(cards.worldview(say_in(), Shown(BRIDGE, replace(VIEW, shows_seat=False)), NOW, ()))
    assert "mentee" not in text
    assert LONG_AGO not in text


@pytest.mark.parametrize("made", Made)
def test_row_45_under_a_pseudonym_no_card_holds_the_authors_id(made):
    hidden = replace(VIEW, pseudonym="Heron 47", made=made)
    text = sent(cards.worldview(say_in(), Shown(BRIDGE, hidden), NOW, ()))
    assert "Heron 47" in text
    assert str(MEI) not in text


def test_those_who_understood_are_named_and_beyond_five_counted():
    few = sent(cards.worldview(say_in(), Shown(BRIDGE, VIEW, (11, 12)), NOW, ()))
    assert "Understood by <@11>, <@12>" in few
    many = sent(cards.worldview(say_in(), Shown(BRIDGE, VIEW, tuple(range(11, 18))), NOW, ()))
    assert "<@15> and 2 more" in many


def test_what_nobody_can_see_gives_no_title_and_is_nothing():
    with pytest.raises(NothingSaid):
        explanation("\u200b\u200b", " \u2060 ", "", "")
    hand = replace(VIEW, made=Made.HAND, explanation=Explanation())
    assert cards.title(say_in(), hand) == "A worldview"
