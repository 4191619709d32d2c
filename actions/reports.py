"""Telling stewards that something is wrong, and their word on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from actions import listening
from actions.deps import Deps
from actions.listening import LARGEST, Scene
from data.store import Store
from domain import reports
from domain.communities import Community
from domain.errors import WorldviewGone
from domain.jobs import Job, Wish
from domain.reports import Reason, Report, State
from domain.worldviews import Worldview

REPORT = "report"
"""The kind of the job that brings a report to the stewards' desk."""
REPORT_CARD = "report-card"
"""The kind of the job that shows there how far stewards are with it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a report's card needs; the worldview may be gone."""

    community: Community
    worldview: Worldview | None
    report: Report


async def may_report(deps: Deps, community_id: int, user_id: int, worldview_id: int) -> Scene:
    """Before the form is opened. Also what was withdrawn may be reported. Raises WorldviewGone."""
    scene = await listening.look(deps, community_id, user_id, worldview_id)
    if scene.worldview is None:
        raise WorldviewGone
    return scene


async def report(
    deps: Deps, community_id: int, user_id: int, worldview_id: int, reason: Reason, text: str, token: str
) -> Report:
    """Anybody in the community may. Raises WorldviewGone, TooLong."""
    async with deps.database.begin() as store:
        scene, now = await listening.scene(store, community_id, user_id, worldview_id), deps.now()
        if scene.worldview is None:
            raise WorldviewGone
        if earlier := await store.reports.by_token(community_id, user_id, token):
            return earlier
        details = reports.details(text)
        new = Report(0, community_id, worldview_id, user_id, reason, details, token, State.NEW, now)
        kept = replace(new, report_id=await store.reports.add(new))
        await store.jobs.add(Wish(community_id, REPORT, str(kept.report_id), lane=REPORT), now)
    deps.bell.set()
    return kept


async def move(deps: Deps, community_id: int, report_id: int, state: State) -> Shown:
    """A steward looks at it, or is done with it. Raises ReportGone."""
    async with deps.database.begin() as store:
        found = await store.reports.find(community_id, report_id) if 0 < report_id <= LARGEST else None
        moved = reports.moved(found, state)
        if moved != found:
            await store.reports.move(moved)
            wish = Wish(community_id, REPORT_CARD, str(report_id), lane=REPORT)
            await store.jobs.add(wish, deps.now(), again=True)
        shown = await _shown(store, moved)
    deps.bell.set()
    return shown


async def open_ones(deps: Deps, community_id: int) -> list[Shown]:
    """What waits for stewards, the oldest first. Raises NotSetUp."""
    async with deps.database.read() as store:
        return [await _shown(store, each) for each in await store.reports.open(community_id)]


async def shown(deps: Deps, job: Job) -> Shown | None:
    """What the card needs; None when whoever reported was erased since. Raises NotSetUp."""
    async with deps.database.read() as store:
        found = await store.reports.find(job.community_id, int(job.key))
        return None if found is None else await _shown(store, found)


async def posted(store: Store, job: Job, _: datetime) -> None:
    """Stewards can read it in this message."""
    if job.result_id is not None:
        await store.reports.posted(job.community_id, int(job.key), job.result_id)


async def _shown(store: Store, report: Report) -> Shown:
    scene = await listening.scene(store, report.community_id, report.user_id, report.worldview_id)
    return Shown(scene.community, scene.worldview, report)
