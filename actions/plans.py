"""Planning a discussion: what is kept until it is confirmed, and the plans to begin from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from actions import discussions
from actions.decks import is_there
from actions.deps import Deps
from data.store import Store
from domain.discussion_errors import (
    DeckGone,
    GuestsNotHere,
    HostNotIn,
    PlanChanged,
    PlanGone,
    TemplateGone,
    TemplateNotTheirs,
    TooManyTemplates,
)
from domain.discussions import Discussion, Plan, needs_sense
from domain.people import Standing
from domain.plans import Kept, Template, guests

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
    """Keep it as it is wanted now.

    Raises PlanGone, what `needs_sense` does, and about what is new HostNotIn, GuestsNotHere or DeckGone.
    """
    now = deps.now()
    async with deps.database.begin() as store:
        kept = await _there(store, community_id, user_id, plan_id)
        plan = needs_sense(changed(kept.plan), now)
        await _needs_people_and_deck(store, community_id, plan, kept.plan)
        return await store.plans.change(community_id, user_id, kept, plan, now)


async def change_or_begin(
    deps: Deps,
    community_id: int,
    user_id: int,
    plan_id: int,
    plan: Plan,
    with_the_rest: Callable[[Plan, Plan], Plan],
) -> Kept:
    """Keep a plan in place of the one with this number, with what else was set about that one.

    What would have changed one that is not there any more waits as a new one. Raises as `change` and `begin`.
    """
    if plan_id:
        try:
            return await change(
                deps, community_id, user_id, plan_id, lambda before: with_the_rest(plan, before)
            )
        except PlanGone:
            pass
    return await begin(deps, community_id, user_id, plan)


async def throw_away(deps: Deps, community_id: int, user_id: int, plan_id: int) -> None:
    """Harmless when it is gone, or another one waits."""
    async with deps.database.begin() as store:
        kept = await store.plans.find(community_id, user_id)
        if kept is not None and kept.plan_id == plan_id:
            await store.plans.remove(community_id, user_id)


async def confirm(deps: Deps, community_id: int, user_id: int, plan_id: int, stamp: int) -> Discussion:
    """It exists from here on. Twice, it is the same one. `stamp` is that of the version which was seen.

    One for named people is also for its host and for whoever planned it. Raises PlanGone, PlanChanged,
    HostNotIn, GuestsNotHere, DeckGone, RoomsTaken and what `needs_sense` does.
    """
    now, token = deps.now(), f"plan:{plan_id}"
    async with deps.database.begin() as store:
        earlier = await store.discussions.of_token(community_id, token)
        if earlier is not None and earlier.planned_by == user_id:
            return earlier
        kept = await _there(store, community_id, user_id, plan_id)
        if kept.stamp != stamp:
            raise PlanChanged
        await _needs_people_and_deck(store, community_id, kept.plan)
        plan = replace(kept.plan, people=guests(kept.plan, user_id))
        discussion = await discussions.keep(store, community_id, user_id, plan, token, now)
        await store.plans.remove(community_id, user_id)
    deps.bell.set()
    return discussion


async def save_template(deps: Deps, community_id: int, user_id: int, plan_id: int) -> None:
    """For everybody who plans here, without host and guests; in place of their own of the same name.

    Raises PlanGone or TooManyTemplates.
    """
    async with deps.database.begin() as store:
        kept = await _there(store, community_id, user_id, plan_id)
        templates = await store.templates.all(community_id)
        same = [each for each in templates if (each.name, each.saved_by) == (kept.plan.title, user_id)]
        if len(templates) - len(same) >= MOST_TEMPLATES:
            raise TooManyTemplates(most=MOST_TEMPLATES)
        for each in same:
            await store.templates.remove(community_id, each.template_id)
        plan = replace(kept.plan, people=frozenset(), host_id=None)
        await store.templates.add(community_id, user_id, plan, deps.now())


async def template(deps: Deps, community_id: int, template_id: int) -> Template:
    """Raises TemplateGone."""
    async with deps.database.read() as store:
        return await _template(store, community_id, template_id)


async def remove_template(
    deps: Deps, community_id: int, user_id: int, template_id: int, *, steward: bool
) -> None:
    """What was planned from it stays. Raises TemplateGone or TemplateNotTheirs."""
    async with deps.database.begin() as store:
        found = await _template(store, community_id, template_id)
        if found.saved_by != user_id and not steward:
            raise TemplateNotTheirs
        await store.templates.remove(community_id, template_id)


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


async def _needs_people_and_deck(
    store: Store, community_id: int, plan: Plan, before: Plan | None = None
) -> None:
    """Host and guests take part, and the prompts are there. What was so `before` is not asked again."""
    known = {before.host_id, *before.people} if before else set()
    asked = sorted({plan.host_id or 0, *plan.people} - known)
    missing = [each for each in asked if not await _takes_part(store, community_id, each)]
    if (plan.host_id or 0) in missing:
        raise HostNotIn
    if missing:
        raise GuestsNotHere(count=len(missing), people=missing)
    if plan.deck is None or (before is not None and before.deck == plan.deck):
        return
    if not await is_there(store, await discussions.present(store, community_id), plan.deck):
        raise DeckGone


async def _takes_part(store: Store, community_id: int, user_id: int) -> bool:
    person = await store.people.find(community_id, user_id)
    return person is not None and person.standing is not Standing.LEFT
