"""Who takes part: the rules, asked with plain values."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import people
from domain.communities import GENERATIONS
from domain.errors import (
    AlreadyTakingPart,
    BadDate,
    NotAdult,
    NotAgreed,
    NotTakingPart,
    TooLong,
    UnknownGeneration,
)
from domain.people import ABOUT_LENGTH, Application, Participant, Seat, Standing

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
LATER = NOW + timedelta(days=30)
KEYS = [band.key for band in GENERATIONS]
WILLING = Application(Seat.MENTOR, "gen-z", adult=True, agreed=True)

seats = st.sampled_from(Seat)
keys = st.sampled_from(KEYS)


def enrol(application: Application = WILLING, earlier: Participant | None = None, now: datetime = NOW):
    return people.enrol(5, 7, application, KEYS, earlier, now)


@given(seats, keys)
def test_whoever_is_of_age_and_agrees_is_in_at_once(seat, generation):
    person = enrol(Application(seat, generation, adult=True, agreed=True))
    assert (person.seat, person.generation, person.standing) == (seat, generation, Standing.TAKING_PART)
    assert person.agreement == people.AGREEMENT
    assert person.joined_at == person.adult_at == person.agreed_at == NOW


@given(seats, keys, st.booleans(), st.booleans())
def test_nobody_gets_in_who_is_not_of_age_or_does_not_agree(seat, generation, adult, agreed):
    application = Application(seat, generation, adult, agreed)
    if adult and agreed:
        assert enrol(application)
    else:
        with pytest.raises((NotAdult, NotAgreed)):
            enrol(application)


def test_a_generation_of_another_community_is_refused():
    with pytest.raises(UnknownGeneration):
        enrol(Application(Seat.MENTEE, "the-seventies", adult=True, agreed=True))


def test_a_second_sign_up_changes_nothing():
    with pytest.raises(AlreadyTakingPart):
        enrol(Application(Seat.MENTEE, "boomer", adult=True, agreed=True), earlier=enrol())


def test_coming_back_keeps_the_first_day_and_the_settings():
    gone = people.leave(people.describe(enrol(), "I fish.", NOW), NOW)
    back = enrol(Application(Seat.BOTH, "boomer", adult=True, agreed=True), earlier=gone, now=LATER)
    assert (back.joined_at, back.about, back.seat) == (NOW, "I fish.", Seat.BOTH)
    assert back.agreed_at == LATER, "the agreement is given again"


def test_a_pause_ends_by_itself_on_its_day():
    person = people.pause(enrol(), LATER, NOW)
    assert person.standing_at(LATER - timedelta(seconds=1)) is Standing.PAUSED
    assert person.standing_at(LATER) is Standing.TAKING_PART


def test_an_open_pause_lasts_until_the_person_comes_back():
    person = people.pause(enrol(), None, NOW)
    assert person.standing_at(NOW + timedelta(days=9999)) is Standing.PAUSED
    assert people.resume(person, LATER).standing_at(LATER) is Standing.TAKING_PART


def test_a_pause_cannot_end_in_the_past():
    with pytest.raises(BadDate):
        people.pause(enrol(), NOW, NOW)


@pytest.mark.parametrize(
    "verb",
    [
        lambda person: people.change(person, Seat.BOTH, "gen-z", KEYS, NOW),
        lambda person: people.pause(person, None, NOW),
        lambda person: people.resume(person, NOW),
        lambda person: people.leave(person, NOW),
        lambda person: people.describe(person, "me", NOW),
    ],
)
def test_whoever_has_left_can_only_join_again(verb):
    with pytest.raises(NotTakingPart):
        verb(people.leave(enrol(), NOW))


@given(seats, keys)
def test_roles_follow_seat_and_generation(seat, generation):
    person = enrol(Application(seat, generation, adult=True, agreed=True))
    roles = people.roles_of(person)
    assert f"generation-{generation}" in roles
    assert ("seat-mentor" in roles) == (seat is not Seat.MENTEE)
    assert ("seat-mentee" in roles) == (seat is not Seat.MENTOR)


def test_nobody_else_has_roles():
    assert people.roles_of(None) == people.roles_of(people.leave(enrol(), NOW)) == frozenset()


def test_a_pause_keeps_the_roles():
    assert people.roles_of(people.pause(enrol(), None, NOW)) == people.roles_of(enrol())


@given(st.text(alphabet=st.characters(codec=None), max_size=ABOUT_LENGTH))
def test_a_line_about_oneself_is_kept_without_what_is_no_text(line):
    kept = people.describe(enrol(), line, NOW).about or ""
    kept.encode("utf-8")
    assert not any(c < " " and c not in "\n\t" for c in kept)
    assert len(kept) <= len(line)


def test_right_to_left_words_stay_as_they_were_written():
    line = "אני דג \u200fשלום\u200f مرحبا"
    assert people.describe(enrol(), line, NOW).about == line


def test_a_line_that_is_too_long_is_refused_with_both_numbers():
    with pytest.raises(TooLong) as refused:
        people.describe(enrol(), "x" * (ABOUT_LENGTH + 1), NOW)
    assert refused.value.facts == {"most": ABOUT_LENGTH, "length": ABOUT_LENGTH + 1}


def test_an_empty_line_takes_the_old_one_away():
    assert people.describe(people.describe(enrol(), "old", NOW), " \x00 ", NOW).about is None
