"""Planning a discussion: what is kept until it is confirmed, and the plans to begin from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from actions import discussions
from actions.decks import is_there
from actions.deps import Deps
from data.store import Store
from domain.discussions import Discussion, Plan, needs_sense
from domain.errors import DeckGone, HostNotHere, PlanGone, TemplateGone, TooManyTemplates
from domain.plans import Kept, Template

MOST_TEMPLATES = 25
"""They are all offered in one list, and Discord takes 25."""


@dataclass(frozen=True, slots=True)
class Start:
    """What somebody can begin from: what they left, and the community's templates."""

    kept: Kept | None
    templates: tuple[Template, ...]


async def start(deps: Deps, community_id: int, user_id: int) -> Start:
    async with deps.database.read() as store:
        kept = await store.plans.find(community_id, user_id)
        return Start(kept, tuple(await store.templates.all(community_id)))


async def begin(deps: Deps, community_id: int, user_id: int, plan: Plan) -> Kept:
    """Keep a new plan. Raises NotSetUp and what `needs_sense` does."""
    now = deps.now()
    async with deps.database.begin() as store:
        await discussions.present(store, community_id)
        return await store.plans.add(community_id, user_id, needs_sense(plan, now), now)


async def find(deps: Deps, community_id: int, user_id: int, plan_id: int) -> Kept:
    """Raises PlanGone for one that was confirmed, thrown away or replaced."""
    async with deps.database.read() as store:
        return await _there(store, community_id, user_id, plan_id)


async def change(
    deps: Deps, community_id: int, user_id: int, plan_id: int, changed: Callable[[Plan], Plan]
) -> Kept:
    """Keep it as it is wanted now. Raises PlanGone, HostNotHere, DeckGone and what `needs_sense` does."""
    now = deps.now()
    async with deps.database.begin() as store:
        kept = await _there(store, community_id, user_id, plan_id)
        plan = needs_sense(changed(kept.plan), now)
        await _needs_host_and_deck(store, community_id, plan)
        return await store.plans.change(community_id, user_id, kept, plan, now)


async def throw_away(deps: Deps, community_id: int, user_id: int) -> None:
    """Harmless when there is none."""
    async with deps.database.begin() as store:
        await store.plans.remove(community_id, user_id)


async def confirm(deps: Deps, community_id: int, user_id: int, plan_id: int) -> Discussion:
    """It exists from here on. Twice, it is the same one.

    Raises PlanGone, HostNotHere, DeckGone, RoomsTaken and what `needs_sense` does.
    """
    now, token = deps.now(), f"plan:{plan_id}"
    async with deps.database.begin() as store:
        earlier = await store.discussions.of_token(community_id, token)
        if earlier is not None and earlier.planned_by == user_id:
            return earlier
        kept = await _there(store, community_id, user_id, plan_id)
        await _needs_host_and_deck(store, community_id, kept.plan)
        discussion = await discussions.keep(store, community_id, user_id, kept.plan, token, now)
        await store.plans.remove(community_id, user_id)
    deps.bell.set()
    return discussion


async def save_template(deps: Deps, community_id: int, user_id: int, plan_id: int) -> Kept:
    """For everybody who plans here, without whom it is for. Raises PlanGone or TooManyTemplates."""
    async with deps.database.begin() as store:
        kept = await _there(store, community_id, user_id, plan_id)
        if len(await store.templates.all(community_id)) >= MOST_TEMPLATES:
            raise TooManyTemplates(most=MOST_TEMPLATES)
        plan = replace(kept.plan, people=frozenset(), host_id=None)
        await store.templates.add(community_id, user_id, plan, deps.now())
        return kept


async def template(deps: Deps, community_id: int, template_id: int) -> Template:
    """Raises TemplateGone."""
    async with deps.database.read() as store:
        return await _template(store, community_id, template_id)


async def remove_template(deps: Deps, community_id: int, template_id: int) -> Template:
    """What was planned from it stays. Raises TemplateGone."""
    async with deps.database.begin() as store:
        found = await _template(store, community_id, template_id)
        await store.templates.remove(community_id, template_id)
        return found


async def _there(store: Store, community_id: int, user_id: int, plan_id: int) -> Kept:
    kept = await store.plans.find(community_id, user_id)
    if kept is None or kept.plan_id != plan_id:
        raise PlanGone
    return kept


async def _template(store: Store, community_id: int, template_id: int) -> Template:
    for each in await store.templates.all(community_id):
        if each.template_id == template_id:
            return each
    raise TemplateGone


async def _needs_host_and_deck(store: Store, community_id: int, plan: Plan) -> None:
    if plan.host_id is None or await store.people.find(community_id, plan.host_id) is None:
        raise HostNotHere
    community = await discussions.present(store, community_id)
    if plan.deck is not None and not await is_there(store, community, plan.deck):
        raise DeckGone
