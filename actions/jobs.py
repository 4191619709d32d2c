"""Doing what was written down: claim a job, say what became of it, tell stewards of what cannot be done."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from actions import notices
from actions.deps import Deps
from data.store import Store
from domain.jobs import MENDABLE, OUTGROWN, PASSING, Depth, Job, Next, State, Trouble, Wish, is_told
from domain.notices import JOB, JOB_DEAD, JOB_EXPIRED
from domain.safety import FINDINGS

KEEP = timedelta(days=1)
"""So long what is over can still be looked at."""

Recorder = Callable[[Store, Job, datetime], Awaitable[None]]
"""Writes down what a job's result means, in the transaction that ends the job. The id is `job.result_id`."""


@dataclass(frozen=True, slots=True)
class Settled:
    """Whether the word of this holder still counted, and whether upkeep should look into what is wrong."""

    counted: bool
    ask_upkeep: bool = False


async def claim(deps: Deps, limit: int, owner: str, folded: Mapping[str, int], bulk: int) -> list[Job]:
    """What is due, for as long as a lease lasts. `folded` and `bulk`: see `Jobs.claim`."""
    async with deps.database.begin() as store:
        return await store.jobs.claim(deps.now(), limit, owner, folded, bulk)


async def take(deps: Deps, wish: Wish, owner: str) -> Job | None:
    """Claim the job wished for, due or not; None when somebody has it already, or it is done."""
    async with deps.database.begin() as store:
        return await store.jobs.take(wish, deps.now(), owner)


async def settle(deps: Deps, job: Job, then: Next, record: Recorder | None = None) -> Settled:
    """Say what became of a job. Only its present holder's word counts; the others' is let fall."""
    now = deps.now()
    async with deps.database.begin() as store:
        if not await store.jobs.settle(job, then, now):
            return Settled(counted=False)
        if then.state is State.DONE:
            if record is not None and then.result_id is not None:
                await record(store, _with_result(job, then), now)
            await _mended(store, job, now)
            return Settled(counted=True)
        upkeep_told = await _upkeep_told(store, job, then)
        if job.kind != JOB and is_told(job, then, upkeep_told=upkeep_told):
            await _tell(store, job, then, now)
            deps.bell.set()
    anew = then.state is State.DEAD and then.error in MENDABLE and job.error != then.error
    return Settled(counted=True, ask_upkeep=anew and not upkeep_told)


async def release(deps: Deps, owner: str | None = None) -> int:
    """Let go of all that this owner holds; at a start, with None, of what a dead process held."""
    async with deps.database.begin() as store:
        return await store.jobs.release(deps.now(), owner)


async def retry_mended(deps: Deps, community_id: int) -> None:
    """Something may have been mended there: what died of it is tried again."""
    await _retry(deps, PASSING, community_id)


async def retry_outgrown(deps: Deps) -> None:
    """This may be another version of the bot: what the last could not do is tried again."""
    await _retry(deps, OUTGROWN, None)


async def next_at(deps: Deps) -> datetime | None:
    """When the next job may be claimed."""
    async with deps.database.read() as store:
        return await store.jobs.next_at()


async def ahead(deps: Deps, wish: Wish) -> int:
    """How many of its kind come before the job wished for, in its community."""
    async with deps.database.read() as store:
        return await store.jobs.ahead(wish)


async def depths(deps: Deps) -> list[Depth]:
    """How much waits, by kind and state; for whoever watches the bot."""
    async with deps.database.read() as store:
        return await store.jobs.depths()


async def prune(deps: Deps) -> None:
    """Forget what has been over for long enough, with room for others in between."""
    gone = 1
    while gone:
        async with deps.database.begin() as store:
            gone = await store.jobs.prune(deps.now() - KEEP)


async def _retry(deps: Deps, errors: Collection[Trouble], community_id: int | None) -> None:
    async with deps.database.read() as store:
        if not await store.jobs.stuck(errors, community_id):
            return
    async with deps.database.begin() as store:
        revived = await store.jobs.revive(deps.now(), errors, community_id)
    if revived:
        deps.bell.set()


async def _upkeep_told(store: Store, job: Job, then: Next) -> bool:
    """Whether stewards have been told by upkeep of something in their server that they can mend."""
    if then.error not in MENDABLE:
        return False
    return any(notice.kind in FINDINGS for notice in await store.notices.open(job.community_id))


async def _tell(store: Store, job: Job, then: Next, now: datetime) -> None:
    expired = then.state is State.EXPIRED
    kind = JOB_EXPIRED if expired else JOB_DEAD
    subject = f"{job.kind}:{now.date() if expired else then.error}"
    await notices.tell(store, job.community_id, kind, subject, now)


async def _mended(store: Store, job: Job, now: datetime) -> None:
    """What stewards were told when this one died is over once no other waits for the same."""
    if job.error is None:
        return
    if not await store.jobs.open(job.community_id, job.kind, job.error):
        await notices.withdraw(store, job.community_id, JOB_DEAD, f"{job.kind}:{job.error}", now)


def _with_result(job: Job, then: Next) -> Job:
    return replace(job, result_id=then.result_id)
