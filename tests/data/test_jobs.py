"""Jobs at rest, on both engines: each claimed once, ended by who holds it, and never lost."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from actions import privacy
from actions.deps import Deps
from data.claiming import CLAIM, CLAIM_BULK, FIRST, FIRST_BULK
from data.tables import communities, jobs
from domain.jobs import BULK, LEASE, MOST_AHEAD, Next, State, Trouble, Wish, after, done

NOW = datetime(2027, 3, 1, 18, tzinfo=UTC)
SECOND = timedelta(seconds=1)
SOON, LATER = NOW + SECOND, NOW + LEASE + SECOND
HERE, THERE = 5, 6


@pytest.fixture
async def database(database):
    async with database.begin() as store:
        await store.link.execute(
            communities.insert(), [{"community_id": each, "language": "en"} for each in (HERE, THERE)]
        )
    return database


async def add(database, *wishes, now=NOW, again=False):
    async with database.begin() as store:
        return [await store.jobs.added(wish, now, again=again) for wish in wishes]


async def claim(database, now=NOW, limit=100, owner="one"):
    async with database.begin() as store:
        return await store.jobs.claim(now, limit, owner)


async def settle(database, job, then, now=NOW):
    async with database.begin() as store:
        return await store.jobs.settle(job, then, now)


async def row(database, job):
    async with database.read() as store:
        return (await store.link.execute(sa.select(jobs).where(jobs.c.job_id == job.job_id))).one_or_none()


def wishes(count, **fields):
    return [Wish(HERE, "test", str(number), **fields) for number in range(count)]


async def test_what_is_due_is_claimed_in_order_and_what_is_not_is_left(database):
    await add(
        database,
        Wish(HERE, "test", "third", due_at=NOW),
        Wish(HERE, "test", "first", due_at=NOW - 2 * SECOND),
        Wish(HERE, "test", "second", due_at=NOW - SECOND),
        Wish(HERE, "test", "tomorrow", due_at=NOW + timedelta(days=1)),
    )
    claimed = await claim(database)
    assert [job.key for job in claimed] == ["first", "second", "third"]
    assert {(job.state, job.attempts, job.fence) for job in claimed} == {(State.LEASED, 1, 1)}
    for job in claimed:
        await settle(database, job, done())
    assert [job.key for job in await claim(database, NOW + timedelta(days=1))] == ["tomorrow"]


async def test_two_workers_never_have_the_same_job(database):
    await add(database, *wishes(50))
    seen = []
    for number in range(10):
        seen += await claim(database, limit=7, owner=f"worker {number % 2}")
    assert len(seen) == len({job.job_id for job in seen}) == 50


async def test_a_lease_that_ran_out_passes_on_and_the_last_holders_word_no_longer_counts(database):
    await add(database, Wish(HERE, "test", "a"))
    (first,) = await claim(database, owner="one")
    assert await claim(database, NOW + LEASE - SECOND, owner="two") == []
    (second,) = await claim(database, LATER, owner="two")
    assert second.tried_before
    assert second.first_attempt_at == NOW
    assert not await settle(database, first, done(1))
    assert await settle(database, second, done(2))
    assert (await row(database, second)).result_id == 2


async def test_only_one_of_a_lane_is_in_flight_whatever_waits_in_it(database):
    await add(database, *wishes(20, lane="channel:a"), Wish(HERE, "test", "other", lane="channel:b"))
    await add(database, Wish(THERE, "test", "elsewhere", lane="channel:a"))
    claimed = await claim(database)
    assert sorted(job.key for job in claimed) == ["0", "elsewhere", "other"]
    assert await claim(database) == []
    await settle(database, claimed[0], done())
    assert [job.key for job in await claim(database)] == ["1"]


async def test_one_that_hangs_frees_its_lane_when_its_lease_runs_out(database):
    await add(database, *wishes(2, lane="channel:a"))
    assert len(await claim(database)) == 1
    assert len(await claim(database, LATER)) == 1


async def test_a_job_asked_for_twice_is_one_job(database):
    first, second = await add(database, Wish(HERE, "test", "a"), Wish(HERE, "test", "a"))
    other, elsewhere = await add(database, Wish(HERE, "test", "a", user_id=9), Wish(THERE, "test", "a"))
    assert first.job_id == second.job_id
    assert len({first.job_id, other.job_id, elsewhere.job_id}) == 3


async def test_what_is_asked_for_while_it_is_in_flight_is_done_once_more_only_if_it_should_be(database):
    await add(database, Wish(HERE, "roles", user_id=9), Wish(HERE, "test", "a"))
    message, roles = sorted(await claim(database), key=lambda job: job.kind, reverse=True)
    await add(database, Wish(HERE, "roles", user_id=9), again=True)
    await add(database, Wish(HERE, "test", "a"))
    for job in (roles, message):
        assert await settle(database, job, done())
    (once_more,) = await claim(database)
    assert (once_more.job_id, once_more.attempts) == (roles.job_id, 1)
    assert await settle(database, once_more, done())
    assert await claim(database, LATER) == []


async def test_what_is_done_may_be_asked_for_anew(database):
    (first,) = await add(database, Wish(HERE, "test", "a"))
    await settle(database, (await claim(database))[0], done())
    (second,) = await add(database, Wish(HERE, "test", "a"))
    assert second.job_id != first.job_id


async def test_the_dead_wait_until_they_are_revived_or_asked_for_again(database):
    await add(database, Wish(HERE, "test", "a"), Wish(THERE, "test", "a"))
    for job in await claim(database):
        await settle(database, job, after(job, Trouble.FORBIDDEN, NOW, chance=0))
    assert await claim(database, LATER) == []
    async with database.begin() as store:
        assert await store.jobs.revive(NOW, [Trouble.GONE], HERE) == 0
        assert await store.jobs.revive(NOW, [Trouble.FORBIDDEN], HERE) == 1
    (revived,) = await claim(database)
    assert (revived.community_id, revived.error, revived.tried_before) == (HERE, Trouble.FORBIDDEN, False)
    await add(database, Wish(THERE, "test", "a"))
    assert [job.community_id for job in await claim(database)] == [THERE]


async def test_what_a_holder_lets_go_of_is_free_at_once_and_looked_for_first(database):
    await add(database, *wishes(3))
    await claim(database, limit=1, owner="one")
    await claim(database, limit=2, owner="two")
    async with database.begin() as store:
        assert await store.jobs.release(NOW, "two") == 2
    freed = await claim(database)
    assert [(job.key, job.tried_before) for job in freed] == [("1", True), ("2", True)]
    async with database.begin() as store:
        assert await store.jobs.release(NOW) == 3


async def test_one_job_can_be_taken_before_it_is_due_but_not_by_two(database):
    later = timedelta(hours=1)
    wished, *others = (Wish(where, "test", key, head_start=later) for where in (HERE, THERE) for key in "ab")
    await add(database, *others, wished)
    assert await claim(database) == []
    async with database.begin() as store:
        taken = await store.jobs.take(wished, NOW, "one")
        assert (taken.community_id, taken.key) == (HERE, "a")
        assert await store.jobs.take(wished, NOW, "two") is None
    assert await settle(database, taken, done())
    async with database.begin() as store:
        assert await store.jobs.take(wished, NOW, "two") is None  # it is done


async def test_what_is_done_about_a_person_is_not_kept_and_the_rest_is_for_a_day(database):
    await add(database, Wish(HERE, "roles", user_id=9), Wish(HERE, "test", "a"))
    for job in await claim(database):
        await settle(database, job, done(7))
    async with database.begin() as store:
        (kept,) = await store.link.execute(sa.select(jobs))
        assert (kept.kind, kept.state, kept.result_id) == ("test", State.DONE, 7)
        assert await store.jobs.prune(NOW) == 0
        assert await store.jobs.prune(SOON) == 1


async def test_erasing_somebody_cancels_what_was_to_be_done_for_them(database):
    await add(
        database, Wish(HERE, "roles", user_id=9), Wish(HERE, "roles", user_id=10), Wish(HERE, "test", "a")
    )
    await privacy.erase(Deps(database, lambda: NOW), HERE, 9)
    assert sorted((job.kind, job.user_id) for job in await claim(database)) == [
        ("roles", 10),
        ("test", 0),
    ]


async def test_a_job_wished_for_in_a_block_that_fails_was_never_there(database):
    async def fails():
        async with database.begin() as store:
            await store.jobs.add(Wish(HERE, "test", "a"), NOW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fails()
    assert await claim(database) == []


async def test_whoever_watches_sees_how_much_waits_and_since_when(database):
    await add(database, *wishes(3, due_at=NOW - SECOND), Wish(HERE, "roles", user_id=9))
    (gone,) = await claim(database, limit=1)
    await settle(database, gone, after(gone, Trouble.GONE, NOW, chance=0))
    async with database.read() as store:
        depths = {(each.kind, each.state): (each.count, each.oldest) for each in await store.jobs.depths()}
        assert await store.jobs.next_at() == NOW - SECOND
    assert depths == {
        ("roles", State.READY): (1, NOW),
        ("test", State.DEAD): (1, NOW - SECOND),
        ("test", State.READY): (2, NOW - SECOND),
    }


async def test_the_place_in_line_counts_only_those_before_and_only_here(database):
    await add(
        database, *(Wish(where, "roles", user_id=user) for user in range(1, 5) for where in (HERE, THERE))
    )
    last = Wish(HERE, "roles", user_id=99)
    await add(database, last)
    async with database.read() as store:
        assert await store.jobs.ahead(last) == 4
        assert await store.jobs.ahead(Wish(HERE, "roles", user_id=100)) == 0  # done meanwhile


async def test_of_a_long_line_only_so_many_are_counted(database):
    many = range(1, MOST_AHEAD + 5)
    await add(database, *(Wish(HERE, "roles", user_id=user) for user in many))
    last = Wish(HERE, "roles", user_id=999)
    await add(database, last)
    async with database.read() as store:
        assert await store.jobs.ahead(last) == MOST_AHEAD


async def test_what_expires_is_over(database):
    await add(database, Wish(HERE, "test", "a", expires_at=SOON))
    (job,) = await claim(database, LATER)
    assert job.is_over(LATER)
    assert await settle(database, job, Next(State.EXPIRED, error=Trouble.TOO_LATE), LATER)
    assert await claim(database, LATER + LEASE) == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("statement", "index"),
    [(CLAIM, "pressing"), (CLAIM_BULK, "bulk"), (FIRST, "pressing"), (FIRST_BULK, "bulk")],
    ids=["claim", "claim bulk", "first", "first bulk"],
)
async def test_a_search_for_what_is_due_reads_its_line_and_not_the_table(database, statement, index):
    """Otherwise every tick would walk over all that was ever done, or over what may wait."""
    async with database.read() as store:
        words = str(statement.compile(dialect=store.link.dialect)).replace("?", "1")
        steps = await store.link.exec_driver_sql(f"EXPLAIN QUERY PLAN {words}")
        plan = [row[3] for row in steps]
    assert any(f"ix_jobs_{index}" in step for step in plan), plan
    assert not [step for step in plan if step.startswith("SCAN jobs") and "INDEX" not in step]


async def test_what_is_due_to_the_second_comes_before_bulk_however_long_that_waits(database):
    bulk = [Wish(HERE, BULK, str(n), 100 + n, lane=str(n), due_at=NOW - SECOND * 60) for n in range(20)]
    await add(database, *bulk, Wish(HERE, "date-open", "now"))
    async with database.begin() as store:
        assert await store.jobs.next_at() == NOW - SECOND * 60
        claimed = await store.jobs.claim(NOW, 8, "one", bulk=4)
    assert sorted(Counter(job.kind for job in claimed).items()) == [("date-open", 1), (BULK, 4)]
    async with database.begin() as store:
        assert await store.jobs.claim(NOW, 8, "one", bulk=0) == []


async def test_what_waits_for_one_person_is_claimed_as_one_and_no_other_persons_with_it(database):
    later = NOW + timedelta(hours=1)
    await add(database, *(Wish(HERE, "letter", str(n), 9, lane="9", due_at=later) for n in range(5)))
    await add(database, Wish(HERE, "letter", "now", 9, lane="9"), Wish(HERE, "letter", "now", 8, lane="8"))
    await add(
        database, Wish(THERE, "letter", "there", 9, due_at=later), Wish(HERE, "other", "a", 9, due_at=later)
    )
    async with database.begin() as store:
        claimed = await store.jobs.claim(NOW, 100, "one", {"letter": 4})
    found = {job.user_id: job for job in claimed}
    assert sorted(found) == [8, 9]
    assert (found[8].payload, sorted(found[9].payload["with"])) == ({}, ["0", "1", "2"])
    assert (await row(database, found[9])).payload == found[9].payload
    async with database.read() as store:
        waiting = sa.select(jobs.c.key).where(jobs.c.state == State.READY).order_by(jobs.c.key)
        assert list((await store.link.execute(waiting)).scalars()) == ["3", "4", "a", "there"]


async def test_what_may_have_had_its_effect_becomes_part_of_nothing_and_nothing_of_it(database):
    await add(database, Wish(HERE, "letter", "first", 9, lane="9"))
    await claim(database)
    await add(database, Wish(HERE, "letter", "second", 9, lane="9", due_at=NOW + SECOND))
    async with database.begin() as store:
        [again] = await store.jobs.claim(LATER, 100, "two", {"letter": 4})
    assert (again.key, again.payload) == ("second", {})
