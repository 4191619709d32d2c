"""What would be planned, and what can still be set about it."""

from __future__ import annotations

import discord
from discord.utils import format_dt

from actions import plans, upkeep
from cogs.discussions import details
from cogs.discussions import planning as forms
from cogs.discussions.words import length, places, repeats, wall, zone_name
from cogs.kit import custom_ids
from cogs.kit.answers import answer
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card, Part
from cogs.kit.controls import Button, Control
from cogs.kit.forms import Form
from cogs.kit.planning import Planning, planning
from cogs.kit.quoting import escaped, quoted
from domain.blueprint import DISCUSSIONS, Kind
from domain.communities import Community
from domain.discussions import Plan
from domain.instants import instant_of
from domain.plans import Kept
from text import Say


class PlanItButton(Button, control="discussions:v1:plan-it:{plan}", words="plan-it"):
    style = discord.ButtonStyle.success

    async def clicked(self, click: Click) -> None:
        here = await planning(click)
        deps, community_id = click.client.deps, community_of(click)
        number = custom_ids.number(self.identity["plan"])
        discussion = await plans.confirm(deps, community_id, click.user.id, number)
        channel = await upkeep.find(deps, community_id, Kind.CHANNEL, DISCUSSIONS)
        at = instant_of(discussion.plan.local, discussion.plan.time_zone).at
        where = f"<#{channel}>" if channel else here.say("plan-somewhere")
        moments = {"moment": format_dt(at, "F"), "soon": format_dt(at, "R")}
        title = escaped(discussion.plan.title)
        await answer(click, Card(here.say("plan-done", title=title, where=where, **moments)))


class ThrowPlanAwayButton(Button, control="discussions:v1:plan-away", words="plan-away"):
    async def clicked(self, click: Click) -> None:
        here = await planning(click)
        await plans.throw_away(click.client.deps, community_of(click), click.user.id)
        await answer(click, Card(here.say("plan-thrown-away")))


class SaveTemplateButton(Button, control="discussions:v1:plan-save:{plan}", words="plan-save"):
    async def clicked(self, click: Click) -> None:
        here = await planning(click)
        number = custom_ids.number(self.identity["plan"])
        kept = await plans.save_template(click.client.deps, community_of(click), click.user.id, number)
        await answer(click, card(here, kept, note=here.say("plan-saved")))


async def show(click: Click, here: Planning, plan_id: int, *, moved: bool = False) -> None:
    """The preview as it is now. Raises PlanGone."""
    kept = await plans.find(click.client.deps, community_of(click), click.user.id, plan_id)
    await answer(click, card(here, kept, note=here.say("plan-moved") if moved else ""))


def card(here: Planning, kept: Kept, note: str = "") -> Card:
    """Nothing has been planned yet, and everything is read back."""
    say, number = here.say, str(kept.plan_id)
    parts: list[Part] = [say("plan-preview", title=escaped(kept.plan.title))]
    parts += [note] if note else []
    parts.append("\n".join(facts(say, here.planner.community, kept.plan)))
    if kept.plan.about:
        parts.append(quoted(kept.plan.about))
    if not here.planner.own_zone:
        parts.append(say("plan-zone", zone=zone_name(kept.plan.time_zone)))
    return Card(
        *parts,
        [
            PlanItButton(say, plan=number),
            forms.ChangePlanButton(say, plan=number),
            ThrowPlanAwayButton(say),
        ],
        details.buttons(say, number),
        SaveTemplateButton(say, plan=number),
    )


def facts(say: Say, community: Community, plan: Plan) -> list[str]:
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
    lines.append(say("plan-fact", "prompts", deck=plan.deck) if plan.deck else say("plan-fact", "no-prompts"))
    lines.append(say("plan-fact", "people", people=people) if people else say("plan-fact", "everybody"))
    return lines


CONTROLS: tuple[type[Control], ...] = (PlanItButton, ThrowPlanAwayButton, SaveTemplateButton)
FORMS: tuple[type[Form], ...] = ()
