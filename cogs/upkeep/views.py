"""Setting up: the plan first, then the doing, and nothing kept in between that could go stale."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import discord

from actions import access, upkeep
from actions.upkeep import Known
from cogs.kit.answers import acknowledge, answer, say_to
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Control
from cogs.upkeep import cards
from cogs.upkeep.aligning import Plan, bring_into_line, look
from cogs.upkeep.outcomes import COME_BACK, Gone, Later, NotDone, Unknown
from cogs.upkeep.telling import tell
from domain.blueprint import Kind
from domain.permissions import BUILDING


class SetUpButton(Button, control="upkeep:v1:set-up", words="upkeep-set-up"):
    """Shows the plan. It also stands in the bot's first message in a server."""

    style = discord.ButtonStyle.primary

    async def clicked(self, click: Click) -> None:
        await show_plan(click)


class LookAgainButton(Button, control="upkeep:v1:look-again", words="upkeep-look-again"):
    style = discord.ButtonStyle.primary

    async def clicked(self, click: Click) -> None:
        await show_plan(click)


class DoItButton(Button, control="upkeep:v1:do-it", words="upkeep-do-it"):
    """Does what the plan is now, whatever it was when it was shown."""

    style = discord.ButtonStyle.success

    async def clicked(self, click: Click) -> None:
        async with _stewarding(click):
            known, plan = await _look(click)
            if _blocked(plan) or _settled(known, plan):
                await _show(click, known, plan)
            else:
                await _do_it(click)


class NotNowButton(Button, control="upkeep:v1:not-now", words="upkeep-not-now"):
    async def clicked(self, click: Click) -> None:
        say = await say_to(click)
        await answer(click, cards.not_now(say, SetUpButton(say)))


CONTROLS: tuple[type[Control], ...] = (SetUpButton, LookAgainButton, DoItButton, NotNowButton)


async def show_plan(click: Click) -> None:
    """What setting up would do here, or that all is in place."""
    async with _stewarding(click):
        await _show(click, *await _look(click))


async def _do_it(click: Click) -> None:
    await acknowledge(click)  # it takes seconds on a large server
    bot, community_id = click.client, community_of(click)
    steward, asked_at = click.user.id, click.created_at
    community = await upkeep.set_up(bot.deps, community_id, _language(click), steward, asked_at)
    bot.dispatch("upkeep_wanted", community_id, after=COME_BACK)  # whatever breaks off here is finished then
    report = await bring_into_line(bot, community)
    known = await upkeep.known(bot.deps, community_id)
    await answer(click, cards.done(await say_to(click), report, _channels(known)))
    await tell(bot, community, report)
    bot.dispatch("upkeep_wanted", community_id, after=report.wait)


async def _look(click: Click) -> tuple[Known, Plan]:
    known = await upkeep.known(click.client.deps, community_of(click))
    community = known.community
    if community is None or not known.is_set_up:
        community = upkeep.newcomer(community_of(click), _language(click))
    return known, await look(click.client, community)


async def _show(click: Click, known: Known, plan: Plan) -> None:
    say = await say_to(click)
    if _settled(known, plan):
        await answer(click, cards.in_place(say, _channels(known)))
    elif _blocked(plan) or not plan.steps:
        await answer(click, cards.plan(say, plan, [LookAgainButton(say), NotNowButton(say)]))
    else:
        await answer(click, cards.plan(say, plan, [DoItButton(say), NotNowButton(say)]))


def _settled(known: Known, plan: Plan) -> bool:
    return known.is_set_up and not plan.steps and not plan.findings


def _blocked(plan: Plan) -> bool:
    """Whether the bot lacks a permission without which it had better not begin."""
    return not plan.actual.me.may(BUILDING)


def _channels(known: Known) -> dict[str, int]:
    return {key: record.discord_id for (kind, key), record in known.records.items() if kind is Kind.CHANNEL}


def _language(click: Click) -> str:
    """The server's, where its stewards chose one; only community servers can. Else that of this steward."""
    chosen = click.guild is not None and "COMMUNITY" in click.guild.features
    return click.client.words.language_of(str(click.guild_locale if chosen else click.locale))


@asynccontextmanager
async def _stewarding(click: Click) -> AsyncIterator[None]:
    """For stewards only. Discord's own trouble becomes a sentence that says what to do."""
    access.steward(click.permissions.value)
    try:
        yield
    except (Gone, NotDone):
        await answer(click, (await say_to(click))("upkeep-not-here"))
    except (Unknown, Later):
        say = await say_to(click)
        await answer(click, Card(say("upkeep-unreachable"), LookAgainButton(say)))
