"""Telling stewards once, and withdrawing it when it is mended: both are jobs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from actions.deps import Deps
from data.store import Store
from domain.jobs import Job, Wish
from domain.notices import JOB, ONCE, Notice

WITHDRAWN = "notice-withdrawn"
"""The kind of the job that marks a posted notice as mended."""


async def report(
    deps: Deps, community_id: int, kind: str, subject: str, facts: Mapping[str, object] | None = None
) -> None:
    """Count that something happened. It is posted unless it stands there; a mended one begins anew."""
    async with deps.database.begin() as store:
        await tell(store, community_id, kind, subject, deps.now(), facts)
    deps.bell.set()


async def tell(
    store: Store,
    community_id: int,
    kind: str,
    subject: str,
    now: datetime,
    facts: Mapping[str, object] | None = None,
) -> None:
    """The same, inside the transaction of what happened."""
    notice = await store.notices.report(community_id, kind, subject, now)
    if notice.message_id is None:
        payload = {"kind": kind, "subject": subject, "facts": dict(facts or {})}
        await store.jobs.add(Wish(community_id, JOB, key(notice), lane=JOB, payload=payload), now)


async def resolve(deps: Deps, community_id: int, notice: Notice) -> None:
    """It is mended."""
    async with deps.database.begin() as store:
        await withdraw(store, community_id, notice.kind, notice.subject, deps.now())
    deps.bell.set()


async def withdraw(store: Store, community_id: int, kind: str, subject: str, now: datetime) -> None:
    """The same, inside the transaction of what mended it."""
    notice = await store.notices.find(community_id, kind, subject)
    if notice is None:
        return
    await store.notices.resolve(community_id, kind, subject, now)
    if notice.message_id is not None:
        payload = {"kind": kind, "message_id": notice.message_id}
        await store.jobs.add(Wish(community_id, WITHDRAWN, key(notice), lane=JOB, payload=payload), now)


async def find(deps: Deps, community_id: int, kind: str, subject: str) -> Notice | None:
    """The open notice about this, if there is one."""
    async with deps.database.read() as store:
        return await store.notices.find(community_id, kind, subject)


async def open_notices(deps: Deps, community_id: int) -> list[Notice]:
    """What waits for a steward."""
    async with deps.database.read() as store:
        return await store.notices.open(community_id)


async def posted(store: Store, job: Job, now: datetime) -> None:
    """Stewards can read it in this message."""
    kind, subject = str(job.payload["kind"]), str(job.payload["subject"])
    if job.result_id is None:
        return
    await store.notices.posted(job.community_id, kind, subject, job.result_id)
    if kind in ONCE:
        await store.notices.resolve(job.community_id, kind, subject, now)
    elif (
        await store.notices.find(job.community_id, kind, subject) is None
    ):  # mended while it was being posted
        payload = {"kind": kind, "message_id": job.result_id}
        await store.jobs.add(Wish(job.community_id, WITHDRAWN, job.key, lane=JOB, payload=payload), now)


def key(notice: Notice) -> str:
    """Tells one occurrence of a notice from the next."""
    return f"{notice.kind}:{notice.subject}:{notice.first_at.isoformat()}"
