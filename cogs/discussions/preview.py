"""What would be planned, and what can still be set about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import discord
from discord.utils import format_dt

from actions import decks, plans, upkeep
from cogs.discussions import details
from cogs.discussions import planning as forms
from cogs.discussions.way_back import leading_back
from cogs.discussions.words import length, places, repeats, wall, zone_name
from cogs.kit import custom_ids
from cogs.kit.answers import answer
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card, Part
from cogs.kit.controls import Button, Control
from cogs.kit.forms import Form
from cogs.kit.planning import Planning, planning
from cogs.kit.quoting import escaped, quoted
from cogs.signup.time_zone import TimeZoneButton
from domain.blueprint import DISCUSSIONS, Kind
from domain.communities import Community, TopicSettings
from domain.discussions import Discussion, Plan
from domain.instants import instant_of
from domain.plans import Kept, guests
from text import Say


class PlanItButton(Button, control="discussions:v1:plan-it:{plan}:{stamp}", words="plan-it"):
    style = discord.ButtonStyle.success

    async def clicked(self, click: Click) -> None:
        here = await planning(click)
        deps, community_id = click.client.deps, community_of(click)
        number, stamp = (custom_ids.number(self.identity[name]) for name in ("plan", "stamp"))
        async with leading_back(click, here.say, self.identity["plan"]):
            discussion = await plans.confirm(deps, community_id, click.user.id, number, stamp)
            await _planned(click, here, discussion)


class ThrowPlanAwayButton(Button, control="discussions:v1:plan-away:{plan}", words="plan-away"):
    async def clicked(self, click: Click) -> None:
        here = await planning(click)
        await plans.throw_away(
            click.client.deps, community_of(click), click.user.id, custom_ids.number(self.identity["plan"])
        )
        await answer(click, Card(here.say("plan-thrown-away")))


class SaveTemplateButton(Button, control="discussions:v1:plan-save:{plan}", words="plan-save"):
    async def clicked(self, click: Click) -> None:
        here = await planning(click)
        number = custom_ids.number(self.identity["plan"])
        async with leading_back(click, here.say, self.identity["plan"]):
            await plans.save_template(click.client.deps, community_of(click), click.user.id, number)
            await show(click, here, number, note="plan-saved")


async def show(click: Click, here: Planning, plan_id: int, *, moved: bool = False, note: str = "") -> None:
    """The preview as it is now, with a note about what has just happened. Raises PlanGone."""
    deps, community_id = click.client.deps, community_of(click)
    kept = await plans.find(deps, community_id, click.user.id, plan_id)
    names = await decks.names(deps, community_id, here.language)
    plan = replace(kept.plan, people=guests(kept.plan, click.user.id))
    words = "plan-moved" if moved else note
    await answer(click, card(here, replace(kept, plan=plan), names, here.say(words) if words else ""))


def card(here: Planning, kept: Kept, names: Mapping[str, str], note: str = "") -> Card:
    """Nothing has been planned yet, and everything is read back."""
    say, number, plan = here.say, str(kept.plan_id), kept.plan
    parts: list[Part] = [say("plan-preview", title=escaped(plan.title))]
    parts += [note] if note else []
    parts.append("\n".join(facts(say, here.planner.community, plan, names)))
    if plan.about:
        parts.append(quoted(plan.about))
    more: list[Button] = [SaveTemplateButton(say, plan=number)]
    if not here.planner.own_zone and plan.time_zone == here.time_zone:
        unknown = here.time_zone == TopicSettings().time_zone
        parts.append(say("plan-zone-unknown" if unknown else "plan-zone", zone=zone_name(plan.time_zone)))
        more.append(TimeZoneButton(say))
    first: list[Button] = [
        PlanItButton(say, plan=number, stamp=str(kept.stamp)),
        forms.ChangePlanButton(say, plan=number),
    ]
    return Card(*parts, [*first, ThrowPlanAwayButton(say, plan=number)], details.buttons(say, number), more)


async def _planned(click: Click, here: Planning, discussion: Discussion) -> None:
    """It is there; where its card will stand, and what comes next."""
    plan = discussion.plan
    channel = await upkeep.find(click.client.deps, discussion.community_id, Kind.CHANNEL, DISCUSSIONS)
    at = instant_of(plan.local, plan.time_zone).at
    where = f"<#{channel}>" if channel else here.say("plan-somewhere")
    moments = {"moment": format_dt(at, "F"), "soon": format_dt(at, "R")}
    await answer(click, here.say("plan-done", title=escaped(plan.title), where=where, **moments))


def facts(say: Say, community: Community, plan: Plan, names: Mapping[str, str]) -> list[str]:
    """A line for each thing that was set."""
    at = instant_of(plan.local, plan.time_zone)
    topic = community.topic(plan.topic) if plan.topic else None
    people = ", ".join(f"<@{user_id}>" for user_id in sorted(plan.people))
    lines = [
        say("plan-fact", "when", moment=format_dt(at.at, "F"), soon=format_dt(at.at, "R")),
        say("plan-fact", "clocks", wall=wall(say, at.local), zone=zone_name(plan.time_zone)),
        say("plan-fact", "length", length=length(say, plan.minutes)),
        say("plan-fact", "repeat", repeat=repeats(say, plan.repeat, plan.local.date())),
        say("plan-fact", "places", places=places(say, plan.places)),
        say("plan-fact", "host", host=f"<@{plan.host_id}>"),
    ]
    if topic:
        lines.append(say("plan-fact", "topic", topic=escaped(topic.name)))
    lines.append(_prompts(say, plan, names))
    lines.append(say("plan-fact", "people", people=people) if people else say("plan-fact", "everybody"))
    return lines


def _prompts(say: Say, plan: Plan, names: Mapping[str, str]) -> str:
    if plan.deck is None:
        return say("plan-fact", "no-prompts")
    name = names.get(plan.deck)
    return say("plan-fact", "prompts", deck=escaped(name)) if name else say("plan-fact", "prompts-gone")


CONTROLS: tuple[type[Control], ...] = (PlanItButton, ThrowPlanAwayButton, SaveTemplateButton)
FORMS: tuple[type[Form], ...] = ()
