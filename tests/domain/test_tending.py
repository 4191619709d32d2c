"""Threads that live: in each, people are asked once, and it never rests while somebody waits."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.people import Participant, Seat, Standing
from domain.tending import (
    COME_BACK,
    PATIENCE,
    QUIET,
    UNHEARD,
    Deed,
    Seen,
    Thread,
    deeds,
    is_asked_by_name,
    moment_of,
    next_look,
)
from domain.worldviews import Made, State, Worldview

POSTED = datetime(2026, 11, 1, 12, tzinfo=UTC)
QUIET_THREAD = Thread(State.OPEN, POSTED, POSTED, heard=True)
UNHEARD_THREAD = replace(QUIET_THREAD, heard=False)
AWAKE = Seen(archived=False, last_at=POSTED)
HOUR = timedelta(hours=1)


def awake(at=POSTED):
    return Seen(archived=False, last_at=at)


def archived(at=POSTED):
    return Seen(archived=True, last_at=at)


def test_an_author_is_asked_when_somebody_has_waited_for_two_days_and_not_before():
    waiting = replace(QUIET_THREAD, waiting_since=POSTED)
    assert deeds(waiting, awake(), POSTED + PATIENCE - HOUR) == ()
    assert next_look(waiting, POSTED + PATIENCE - HOUR) == POSTED + PATIENCE
    assert deeds(waiting, awake(), POSTED + PATIENCE) == (Deed.ASK_AUTHOR,)
    assert deeds(replace(waiting, author_asked_at=POSTED + PATIENCE), awake(), POSTED + QUIET) == ()


def test_somebody_is_asked_to_listen_when_a_worldview_was_not_heard_for_three_days():
    unheard = replace(QUIET_THREAD, heard=False)
    assert deeds(unheard, awake(), POSTED + UNHEARD - HOUR) == ()
    assert deeds(unheard, awake(), POSTED + UNHEARD) == (Deed.ASK_LISTENER,)
    assert deeds(replace(unheard, listener_asked_at=POSTED + UNHEARD), awake(), POSTED + UNHEARD) == ()


def test_where_there_is_nobody_to_ask_one_comes_back_later():
    unheard = replace(QUIET_THREAD, heard=False)
    assert next_look(unheard, POSTED + UNHEARD) == POSTED + UNHEARD + COME_BACK


def test_a_thread_is_put_to_rest_after_two_quiet_weeks_counted_from_what_discord_says():
    quiet = POSTED + QUIET
    assert deeds(QUIET_THREAD, awake(), quiet) == (Deed.ARCHIVE,)
    assert deeds(QUIET_THREAD, awake(at=POSTED + HOUR), quiet) == ()
    assert deeds(replace(QUIET_THREAD, waiting_since=POSTED, author_asked_at=POSTED), awake(), quiet) == ()


def test_what_stewards_pinned_is_not_put_to_rest():
    pinned = Seen(archived=False, last_at=POSTED, pinned=True)
    assert deeds(QUIET_THREAD, pinned, POSTED + QUIET) == ()
    assert next_look(QUIET_THREAD, POSTED + QUIET) == POSTED + QUIET + COME_BACK


def test_what_discord_archived_is_woken_for_whoever_waits_and_else_noted():
    waiting = replace(QUIET_THREAD, waiting_since=POSTED)
    assert deeds(waiting, archived(), POSTED + HOUR) == (Deed.WAKE,)
    assert deeds(QUIET_THREAD, archived(), POSTED + HOUR) == (Deed.REST,)


def test_one_that_was_put_to_rest_stays_there_until_people_talk_in_it():
    resting = replace(QUIET_THREAD, state=State.ARCHIVED, waiting_since=POSTED)
    assert deeds(resting, archived(), POSTED + QUIET) == ()
    assert next_look(resting, POSTED + QUIET) is None
    assert deeds(replace(resting, author_asked_at=POSTED), awake(), POSTED + QUIET) == (Deed.REOPEN,)


def test_one_that_a_steward_has_just_put_to_rest_is_not_opened_before_discord_knows():
    resting = replace(QUIET_THREAD, state=State.ARCHIVED, waiting_since=POSTED, put_to_rest=True)
    assert deeds(resting, awake(), POSTED + QUIET) == ()


def test_what_was_taken_back_or_deleted_is_left_alone():
    for state in (State.WITHDRAWN, State.GONE, State.POSTING):
        thread = replace(QUIET_THREAD, state=state, waiting_since=POSTED, heard=False)
        assert deeds(thread, archived(), POSTED + QUIET) == deeds(thread, awake(), POSTED + QUIET) == ()
        assert next_look(thread, POSTED) is None


def test_a_moment_of_an_id_is_what_discord_documents():
    assert moment_of(175928847299117063) == datetime(2016, 4, 30, 11, 18, 25, 796000, tzinfo=UTC)


def worldview(pseudonym=None):
    return Worldview(
        *(1, 5, 7, Made.FORM, State.OPEN, ("work",)),
        shows_seat=True,
        posted_at=POSTED,
        opens_at=POSTED,
        changed_at=POSTED,
        pseudonym=pseudonym,
    )


def person(standing):
    return Participant(
        *(5, 7, Seat.MENTOR, "gen-z", standing),
        joined_at=POSTED,
        changed_at=POSTED,
        adult_at=POSTED,
        agreement=1,
        agreed_at=POSTED,
    )


def test_nobody_is_named_behind_a_pseudonym_or_on_a_break():
    here = person(Standing.TAKING_PART)
    assert is_asked_by_name(worldview(), here, POSTED)
    assert not is_asked_by_name(worldview(pseudonym="Quiet Heron"), here, POSTED)
    assert not is_asked_by_name(worldview(), person(Standing.PAUSED), POSTED)
    assert not is_asked_by_name(worldview(), person(Standing.LEFT), POSTED)
    assert not is_asked_by_name(worldview(), None, POSTED)


@dataclass
class Life:
    """A thread, the people in it, Discord, and whoever looks after it when it is time."""

    listeners: int
    thread: Thread = UNHEARD_THREAD
    seen: Seen = AWAKE
    now: datetime = POSTED
    look_at: datetime | None = POSTED + PATIENCE
    done: Counter[Deed] = field(default_factory=Counter)

    def said(self):
        self.thread = replace(self.thread, last_at=self.now)
        self.seen = Seen(archived=False, last_at=self.now)
        self.look()

    def happen(self, what):
        match what:
            case "question":
                since = self.thread.waiting_since or self.now
                self.thread = replace(self.thread, waiting_since=since, state=State.OPEN)
                self.said()
            case "answer":
                self.thread = replace(self.thread, waiting_since=None)
                self.said()
            case "heard":
                self.thread = replace(self.thread, heard=True)
                self.said()
            case "chat":
                self.said()
            case "archived by hand":
                self.seen = Seen(archived=True, last_at=self.now)
                self.look()
            case "time":
                pass

    def passes(self, hours):
        until = self.now + timedelta(hours=hours)
        while self.look_at is not None and self.look_at <= until:
            assert self.look_at > self.now - HOUR
            self.now = max(self.now, self.look_at)
            self.look()
        self.now = until

    def look(self):
        for deed in deeds(self.thread, self.seen, self.now):
            if deed is not Deed.ASK_LISTENER or self.listeners:
                self.done[deed] += 1
                self.do(deed)
        self.look_at = next_look(self.thread, self.now)

    def do(self, deed):
        match deed:
            case Deed.ASK_AUTHOR:
                self.thread = replace(self.thread, author_asked_at=self.now, last_at=self.now)
            case Deed.ASK_LISTENER:
                self.thread = replace(self.thread, listener_asked_at=self.now, last_at=self.now)
            case Deed.WAKE:
                self.seen = Seen(archived=False, last_at=self.now)
            case Deed.REOPEN:
                self.thread = replace(self.thread, state=State.OPEN)
            case Deed.ARCHIVE | Deed.REST:
                assert not self.thread.waits
                self.thread = replace(self.thread, state=State.ARCHIVED)
                self.seen = Seen(archived=True, last_at=self.now)


EVENTS = st.sampled_from(["question", "answer", "heard", "chat", "archived by hand", "time"])


@given(st.lists(st.tuples(EVENTS, st.integers(1, 24 * 20))), st.integers(0, 1))
def test_whatever_happens_everybody_is_asked_once_and_nobody_waits_in_an_archived_thread(events, listeners):
    life = Life(listeners)
    for what, hours in events:
        life.happen(what)
        life.passes(hours)
        assert life.done[Deed.ASK_AUTHOR] <= 1
        assert life.done[Deed.ASK_LISTENER] <= 1
        assert not (life.thread.waits and life.seen.archived)
        assert (life.look_at is None) == (life.thread.state is State.ARCHIVED)
        assert life.look_at is None or life.look_at > life.now


@given(st.lists(st.tuples(EVENTS, st.integers(1, 24 * 20))))
def test_whoever_waits_for_three_days_has_been_asked_for_and_silence_ends_in_rest(events):
    life = Life(listeners=1)
    for what, hours in events:
        life.happen(what)
        life.passes(hours)
    waits = life.thread.waits
    life.passes(24 * 40)
    assert life.done[Deed.ASK_AUTHOR] or not waits
    assert life.thread.state is (State.OPEN if waits else State.ARCHIVED)
