"""Whose turn it is, and who comes next."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import conductor
from domain.conductor import Run, Speaker, Turn
from domain.decks import Prompt
from domain.discussion_errors import (
    AlreadyLonger,
    NoMorePrompts,
    NotYourTurn,
    TurnOver,
)
from domain.people import Seat

NOW = datetime(2027, 3, 14, 18, tzinfo=UTC)
MENTOR, MENTEE = Seat.MENTOR, Seat.MENTEE
TURN = Turn(1, 5, 9, 7, MENTOR, 0, NOW, NOW + timedelta(minutes=3))


def in_order(*seats):
    return [Speaker(number, seat, number) for number, seat in enumerate(seats, 1)]


people = st.lists(st.sampled_from([MENTOR, MENTEE]), min_size=2, max_size=9).map(lambda all_: in_order(*all_))


def talk(order, turns, hand=lambda turn, order: ()):
    """Who spoke in so many turns, and the order after them. `hand`: who raises theirs before each."""
    last, spoke = None, list[Speaker]()
    for turn in range(turns):
        up = set(hand(turn, order))
        order = [replace(each, hand_at=NOW) if each.user_id in up else each for each in order]
        found = conductor.next_speaker(order, last, spoke[-1].user_id if spoke else None)
        if found is None:
            break
        order, last = conductor.after_turn(order, found.user_id), found.seat
        spoke.append(found)
    return spoke, order


@given(people)
def test_the_seats_alternate_for_as_long_as_both_are_there(order):
    spoke, _ = talk(order, 20)
    if {each.seat for each in order} == {MENTOR, MENTEE}:
        assert all(one.seat is not other.seat for one, other in pairwise(spoke))


@given(people, st.integers(0, 40))
def test_nobody_of_a_seat_speaks_twice_before_everybody_of_it_spoke_once(order, turns):
    _, after = talk(order, turns)
    for seat in (MENTOR, MENTEE):
        had = [each.turns for each in after if each.seat is seat]
        assert not had or max(had) - min(had) <= 1


@given(people, st.data())
def test_however_often_hands_go_up_nobody_is_left_waiting(order, data):
    ids = [each.user_id for each in order]
    _, after = talk(order, 30, lambda *_: data.draw(st.lists(st.sampled_from(ids))))
    for seat in (MENTOR, MENTEE):
        had = [each.turns for each in after if each.seat is seat]
        assert not had or max(had) - min(had) <= conductor.AHEAD_OF + 1


@given(people, st.data())
def test_whoever_only_listens_or_has_left_is_never_called(order, data):
    quiet = set(data.draw(st.lists(st.sampled_from([each.user_id for each in order]))))
    left = set(data.draw(st.lists(st.sampled_from([each.user_id for each in order]))))
    order = [replace(each, listens=each.user_id in quiet, here=each.user_id not in left) for each in order]
    spoke, _ = talk(order, 20)
    assert not {each.user_id for each in spoke} & (quiet | left)


@given(people)
def test_what_is_said_to_come_next_comes_next(order):
    spoke, _ = talk(order, 4)
    assert [each.user_id for each in conductor.upcoming(order, None, None, 4)] == [
        each.user_id for each in spoke
    ]


def test_a_raised_hand_comes_next_within_its_seat_the_earliest_first():
    order = in_order(MENTOR, MENTEE, MENTEE, MENTEE)
    order[2] = replace(order[2], hand_at=NOW + timedelta(seconds=9))
    order[3] = replace(order[3], hand_at=NOW)
    assert [each.user_id for each in conductor.upcoming(order, MENTOR, 1, 4)] == [4, 1, 3, 1]


def test_whoever_comes_late_waits_for_those_who_wait_and_catches_up_on_nothing():
    _, order = talk(in_order(MENTOR, MENTEE, MENTEE), 8)
    late = conductor.arrived(order, 9, MENTEE)
    assert late.turns == min(each.turns for each in order if each.seat is MENTEE)
    coming = [each.user_id for each in conductor.upcoming([*order, late], MENTOR, 1, 6)]
    assert coming.index(9) == 4, "after both mentees who wait, and the mentor between them"


def test_whoever_comes_back_still_only_listens_and_has_had_their_turns():
    order = [replace(each, turns=3, listens=True, here=False) for each in in_order(MENTOR)]
    back = conductor.arrived([*order, *in_order(MENTEE)], 1, MENTOR)
    assert (back.turns, back.listens, back.here) == (3, True, True)


def test_whoever_sits_in_both_seats_sits_where_fewer_are():
    assert conductor.seat_at(in_order(MENTEE, MENTEE, MENTOR), Seat.BOTH, None) is MENTOR
    assert conductor.seat_at(in_order(MENTOR), Seat.BOTH, None) is MENTEE
    assert conductor.seat_at(in_order(MENTEE), Seat.BOTH, MENTEE) is MENTEE


def test_alone_nobody_is_called_after_oneself():
    [one] = order = in_order(MENTOR)
    assert conductor.next_speaker(order, None) == one
    assert conductor.next_speaker(order, MENTOR, one.user_id) is None


def deck():
    return {
        f"deck/{depth}-{number}": Prompt(f"{depth}-{number}", depth, ("money",) if number == 0 else (), "?")
        for depth in (1, 2, 3)
        for number in range(4)
    } | {"other/1": Prompt("1", 1, (), "?")}


@given(st.integers(10, 480), st.floats(0, 0.999))
def test_the_prompts_go_from_warm_to_deep_and_never_twice(minutes, chance):
    chosen = conductor.run_of_show(deck(), "deck", minutes, {"money"}, (), chance)
    depths = [deck()[name].depth for name in chosen]
    assert depths == sorted(depths)
    assert len(set(chosen)) == len(chosen) >= 1
    assert all(name.startswith("deck/") and "money" not in deck()[name].topics for name in chosen)
    if minutes == 60:
        assert depths == [1, 2, 3]


def test_what_earlier_dates_had_comes_again_only_when_nothing_else_is_left():
    first = conductor.run_of_show(deck(), "deck", 60, (), (), 0.0)
    second = conductor.run_of_show(deck(), "deck", 60, (), first, 0.0)
    assert not set(first) & set(second)
    assert conductor.run_of_show(deck(), "deck", 60, (), deck(), 0.0) == first
    assert conductor.run_of_show(deck(), None, 60, (), (), 0.0) == ()


def test_a_turn_is_its_speakers_and_has_one_minute_more():
    with pytest.raises(NotYourTurn):
        conductor.may_end(TURN, 8, runs_it=False)
    with pytest.raises(TurnOver):
        conductor.may_end(replace(TURN, ended_at=NOW), 7, runs_it=False)
    more = conductor.longer(TURN, 7, runs_it=False)
    assert more.due_at - TURN.due_at == timedelta(minutes=1)
    with pytest.raises(AlreadyLonger):
        conductor.longer(more, 7, runs_it=True)


@given(st.integers(0, 179), st.integers(0, 10_000))
def test_a_pause_takes_nothing_from_a_turn(into, seconds):
    paused_at = NOW + timedelta(seconds=into)
    now = paused_at + timedelta(seconds=seconds)
    assert conductor.resumed(TURN, paused_at, now).due_at - now == TURN.due_at - paused_at


def test_turns_are_given_only_between_the_beginning_and_the_end():
    run = Run(9, 5, ())
    assert not run.goes_on
    assert replace(run, began_at=NOW).goes_on
    assert not replace(run, began_at=NOW, paused_at=NOW).goes_on
    assert not replace(run, began_at=NOW, ended_at=NOW).goes_on


def test_a_prompt_that_somebody_present_does_not_want_is_left_out():
    run = Run(9, 5, ("a", "b", "c"))
    assert conductor.turn_page(run, {"b"}).position == 2
    with pytest.raises(NoMorePrompts):
        conductor.turn_page(run, {"b", "c"})
    assert conductor.fair(run, {"a"}).prompt == "b"
