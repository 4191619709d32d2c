"""Telling stewards once, and withdrawing it when it is mended."""

from __future__ import annotations

from actions.deps import Deps
from domain.notices import Notice


async def report(deps: Deps, community_id: int, kind: str, subject: str) -> Notice:
    """Count that something happened; an open notice about it goes on, a mended one begins anew."""
    async with deps.database.begin() as store:
        return await store.notices.report(community_id, kind, subject, deps.now())


async def posted(deps: Deps, community_id: int, notice: Notice, message_id: int) -> None:
    """Stewards can read it in this message."""
    async with deps.database.begin() as store:
        await store.notices.posted(community_id, notice.kind, notice.subject, message_id)


async def resolve(deps: Deps, community_id: int, notice: Notice) -> None:
    """It is mended."""
    async with deps.database.begin() as store:
        await store.notices.resolve(community_id, notice.kind, notice.subject, deps.now())


async def open_notices(deps: Deps, community_id: int) -> list[Notice]:
    """What waits for a steward."""
    async with deps.database.read() as store:
        return await store.notices.open(community_id)
