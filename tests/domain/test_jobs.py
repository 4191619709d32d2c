"""What becomes of a job, for every answer that Discord can give."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import jobs
from domain.jobs import LONGEST, LONGEST_WAIT, MENDABLE, MOST_FAILURES, Job, State, Trouble, after, is_told

NOW = datetime(2027, 3, 1, 18, tzinfo=UTC)
OPEN = {State.READY, State.UNKNOWN, State.DEAD}

chances = st.floats(0, 1)
troubles = st.sampled_from(sorted(Trouble))


def job(**fields):
    plain = {
        "job_id": 7, "community_id": 5, "kind": "greeting", "key": "monday", "user_id": 0,
        "lane": "channel:welcome", "state": State.LEASED, "due_at": NOW, "next_at": NOW + jobs.LEASE,
        "expires_at": None, "attempts": 1, "fence": 1, "asks": 1, "first_attempt_at": NOW, "result_id": None,
        "error": None, "payload": {}, "version": 1,
    }  # fmt: skip
    return Job(**{**plain, **fields})


attempts = st.integers(1, 500).map(lambda count: job(attempts=count))


@pytest.mark.parametrize(
    ("status", "code", "expected"),
    [
        (200, 0, None),
        (204, 0, None),
        (404, 10003, Trouble.GONE),
        (404, 10008, Trouble.GONE),
        (403, 50013, Trouble.FORBIDDEN),
        (403, 50001, Trouble.FORBIDDEN),
        (403, 0, Trouble.FORBIDDEN),
        (403, 50007, Trouble.CLOSED),
        (403, 50278, Trouble.CLOSED),
        (400, 40003, Trouble.TOO_MANY_MESSAGES),
        (400, 40060, None),
        (429, 0, Trouble.LATER),
        (400, 50035, Trouble.MISUNDERSTOOD),
        (500, 0, Trouble.UNREACHED),
        (502, 0, Trouble.UNREACHED),
        (503, 0, Trouble.UNREACHED),
    ],
)
def test_every_answer_of_discord_has_one_meaning(status, code, expected):
    assert jobs.trouble(status, code) is expected


@given(attempts, troubles, chances, st.floats(0, 86400))
def test_a_job_that_is_not_done_is_tried_again_or_waits_for_somebody_and_never_vanishes(
    tried, why, chance, wait
):
    then = after(tried, why, NOW, chance=chance, wait=wait)
    assert then.state in OPEN | {State.EXPIRED}
    assert (then.next_at is not None) == (then.state in {State.READY, State.UNKNOWN})
    assert then.next_at is None or then.next_at >= NOW
    assert then.error is not None


@given(attempts, chances)
def test_after_a_lost_answer_one_looks_before_doing_it_again(tried, chance):
    then = after(tried, Trouble.UNREACHED, NOW, chance=chance)
    assert then.state is State.UNKNOWN
    assert job(attempts=then.attempts + 1).tried_before


@given(chances, st.floats(0, 86400))
def test_a_rate_limit_is_no_attempt_and_is_waited_for(chance, wait):
    then = after(job(attempts=1), Trouble.LATER, NOW, chance=chance, wait=wait)
    assert (then.state, then.attempts) == (State.READY, 0)
    assert then.next_at == NOW + timedelta(seconds=wait)
    assert not job(attempts=then.attempts + 1).tried_before


@given(st.integers(2, 50), chances)
def test_a_rate_limit_does_not_make_one_forget_that_an_earlier_answer_was_lost(count, chance):
    then = after(job(attempts=count), Trouble.LATER, NOW, chance=chance)
    assert then.state is State.UNKNOWN
    assert job(attempts=then.attempts + 1).tried_before


@given(st.integers(1, 10**6), chances)
def test_waits_grow_from_half_a_second_and_are_bounded(count, chance):
    wait = jobs.back_off(count, chance).total_seconds()
    assert 0.5 <= wait <= LONGEST_WAIT
    assert jobs.back_off(count + 1, chance) >= jobs.back_off(count, chance)


@given(chances)
def test_a_fault_of_our_own_is_tried_a_few_times_and_then_told(chance):
    states, told, error = [], [], None
    for count in range(1, MOST_FAILURES + 2):
        tried = job(attempts=count, error=error)
        then = after(tried, Trouble.BROKEN, NOW, chance=chance)
        states.append(then.state)
        told.append(is_told(tried, then, upkeep_told=False))
        error = then.error
    assert states == [State.UNKNOWN] * (MOST_FAILURES - 1) + [State.DEAD] * 2
    assert told == [False] * (MOST_FAILURES - 1) + [True, False]


@pytest.mark.parametrize("why", sorted(MENDABLE))
@pytest.mark.parametrize("upkeep_told", [True, False])
def test_what_a_steward_can_mend_is_told_once_by_upkeep_or_else_by_the_job(why, upkeep_told):
    """It dies, upkeep looks, it is tried again, and dies again; and again."""
    told, error = [], None
    for _ in range(4):
        tried = job(error=error)
        then = after(tried, why, NOW, chance=0)
        told.append(is_told(tried, then, upkeep_told=upkeep_told))
        error = then.error
    assert told[0] is False
    assert any(told) is not upkeep_told


@pytest.mark.parametrize("why", [Trouble.UNKNOWN_KIND, Trouble.UNREADABLE, Trouble.MISUNDERSTOOD])
def test_what_another_version_may_do_is_told_at_once_and_only_once(why):
    then = after(job(), why, NOW, chance=0)
    assert is_told(job(), then, upkeep_told=False)
    assert not is_told(job(error=then.error), then, upkeep_told=False)


def test_what_expires_is_told_unless_its_death_was():
    then = after(job(), Trouble.TOO_LATE, NOW, chance=0)
    assert then.state is State.EXPIRED
    assert is_told(job(), then, upkeep_told=False)
    assert is_told(job(error=Trouble.UNREACHED), then, upkeep_told=False)
    assert not is_told(job(error=Trouble.FORBIDDEN), then, upkeep_told=False)


identities = st.fixed_dictionaries(
    {"job_id": st.integers(1, 2**62), "kind": st.text(max_size=20), "key": st.text(max_size=200)}
)


@given(identities)
def test_nonce_and_marker_are_always_the_same_and_within_discords_bounds(identity):
    one, same = job(**identity), job(**identity, attempts=3, fence=9, state=State.UNKNOWN, payload={"a": 1})
    assert (one.nonce, one.marker) == (same.nonce, same.marker)
    assert 1 <= len(one.nonce) <= 25
    assert 2**30 <= one.marker < 2**31


@given(identities, identities)
def test_two_jobs_have_two_nonces(one, other):
    assert (one == other) == (job(**one).nonce == job(**other).nonce)


def test_nobody_loses_a_lease_while_a_call_may_still_go_on():
    assert jobs.LEASE.total_seconds() > LONGEST


def test_lateness_is_counted_from_the_day_it_was_due():
    assert job(due_at=NOW - timedelta(minutes=3)).lateness(NOW) == timedelta(minutes=3)
    assert job(due_at=NOW + timedelta(minutes=3)).lateness(NOW) == timedelta(0)
    assert job(expires_at=NOW).is_over(NOW)
    assert not job(expires_at=NOW + timedelta(seconds=1)).is_over(NOW)
