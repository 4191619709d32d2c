"""When a discussion is over, who may enter a room, and what was changed by hand among Discord's events."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.discussions import LONGEST, SHORTEST, Occurrence, Places, State
from domain.events import (
    Changes,
    Event,
    EventStatus,
    about_of,
    by_hand,
    description,
    differs,
    digests,
    face,
    number_of,
    ours,
)
from domain.gathering import EMPTY_FOR, HARD_END, MISSED_AFTER, Room, over
from domain.rooms import Opening, opening, openings

START = datetime(2027, 3, 14, 17, tzinfo=UTC)
WALL = START.replace(tzinfo=None)
MINUTE = timedelta(minutes=1)
DATE = Occurrence(
    occurrence_id=12,
    community_id=1,
    discussion_id=3,
    original=WALL,
    local=WALL,
    time_zone="UTC",
    starts_at=START,
    minutes=60,
    title="How do we grow old?",
    about="Bring a photograph.",
    topic=None,
    deck=None,
    places=Places(),
    host_id=7,
    named=False,
    series=False,
    room=0,
    state=State.PLANNED,
)
ON = replace(DATE, state=State.ON, started_at=START)
EVENT = Event(99, 5, EventStatus.SCHEDULED, face(DATE), 12)
SEEN = replace(DATE, event_id=99, event_known=digests(EVENT.face))


def shows(**changes):
    return replace(EVENT, face=replace(EVENT.face, **changes))


@given(
    st.integers(0, 400),
    st.integers(0, 40),
    st.integers(0, 40),
    st.none() | st.integers(0, 60),
)
def test_nobody_is_ever_cut_off_before_the_hard_end_and_nothing_goes_on_after_it(
    minutes, inside, came, empty
):
    now = START + minutes * MINUTE
    since = now - empty * MINUTE if empty is not None and not inside else None
    verdict = over(ON, now, Room(inside, max(inside, came), since))
    hard = now >= ON.ends_at + HARD_END
    if hard:
        assert verdict is not None
    elif inside:
        assert verdict is None
    if verdict is State.MISSED:
        assert max(inside, came) < 2
        assert now >= START + MISSED_AFTER
    if verdict is State.ENDED:
        assert max(inside, came) >= 2
        assert hard or now >= ON.ends_at or (empty or 0) * MINUTE >= EMPTY_FOR


@pytest.mark.parametrize("minutes", [0, 14])
def test_one_who_came_and_went_waits_for_the_second_until_a_quarter_past(minutes):
    room = Room(0, 1, START - timedelta(hours=1))
    assert over(ON, START + minutes * MINUTE, room) is None
    assert over(ON, START + 15 * MINUTE, room) is State.MISSED


def test_a_room_is_open_as_its_date_says_and_to_all_unless_places_are_counted():
    assert opening(DATE) is Opening.SHUT
    assert opening(ON) is Opening.EVERYONE
    assert opening(replace(ON, named=True)) is Opening.ATTENDEES
    assert opening(replace(ON, places=Places(total=8))) is Opening.ATTENDEES
    full = replace(ON, places=Places(mentor=1))
    assert openings(2, [replace(full, room=1), replace(DATE, room=1)]) == (Opening.SHUT, Opening.ATTENDEES)
    assert openings(1, [replace(ON, room=4)]) == (Opening.SHUT,)


@given(st.text(max_size=200) | st.just("See circles:date:7\nand come"), st.integers(1, 10**9))
def test_what_people_wrote_of_a_date_is_read_back_from_its_event(about, number):
    text = description(about, "Say whether you come in <#5>", number)
    assert number_of(text) == number
    assert about_of(text) == face(replace(DATE, about=about)).about


@pytest.mark.parametrize("text", ["", "circles:date:", "circles:date:x", "See circles:data:7"])
def test_the_text_of_somebody_elses_event_names_no_date(text):
    assert number_of(text) is None


def test_of_twins_the_older_stands_for_the_date():
    assert (
        ours([replace(EVENT, event_id=7), EVENT, replace(EVENT, event_id=3, number=None)])[12].event_id == 7
    )


def test_what_nobody_changed_is_no_change_and_what_we_never_saw_is_not_by_hand():
    assert not by_hand(EVENT, SEEN)
    assert not differs(EVENT, SEEN)
    moved_here = replace(SEEN, starts_at=START + 60 * MINUTE, title="Ours")
    assert not by_hand(EVENT, moved_here), "it is ours to carry there"
    assert not differs(EVENT, moved_here), "the job of that change carries it"
    assert differs(shows(name="Theirs"), SEEN)
    assert differs(replace(EVENT, status=EventStatus.ACTIVE), SEEN)
    assert not by_hand(shows(name="Theirs"), DATE)


@given(
    st.text(min_size=1, max_size=100),
    st.integers(-600, 600),
    st.integers(1, 1000),
)
def test_what_was_changed_by_hand_is_taken_over_and_then_both_say_the_same(name, later, minutes):
    start = START + later * MINUTE
    event = shows(name=name, starts_at=start, ends_at=start + minutes * MINUTE)
    found = by_hand(event, SEEN)
    taken = replace(
        SEEN,
        title=found.title if found.title is not None else SEEN.title,
        starts_at=found.starts_at or SEEN.starts_at,
        minutes=found.minutes or SEEN.minutes,
        event_known=digests(event.face),
    )
    assert (taken.title, taken.starts_at) == (name, start)
    assert taken.minutes == min(max(minutes, SHORTEST), LONGEST)
    assert not by_hand(event, taken)
    assert not differs(event, taken)


def test_only_what_was_changed_by_hand_is_taken_over():
    renamed_here = replace(SEEN, title="Ours")
    later = START + 60 * MINUTE
    moved_there = shows(starts_at=later, ends_at=later + 60 * MINUTE)
    assert by_hand(moved_there, renamed_here) == Changes(starts_at=later)


def test_what_has_begun_begins_at_no_other_time():
    on = replace(shows(starts_at=START + 5 * MINUTE), status=EventStatus.ACTIVE)
    assert by_hand(on, replace(SEEN, state=State.ON)).starts_at is None
