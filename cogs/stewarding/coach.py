"""Whether somebody who writes a reply is helped to begin it."""

from __future__ import annotations

import discord

from actions import access, stewarding
from cogs.kit.answers import answer, say_to
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card, Part
from cogs.kit.controls import Button, Control
from cogs.kit.forms import Form
from cogs.stewarding.deciding import by_steward
from domain.communities import Community
from text import Say


class CoachButton(Button, control="stewarding:v1:coach", words="stewarding-coach"):
    async def clicked(self, click: Click) -> None:
        community = await by_steward(click)
        await answer(click, Card(*_page(await say_to(click), community)))


class CoachOnButton(Button, control="stewarding:v1:coach-on", words="stewarding-coach-on"):
    style = discord.ButtonStyle.primary

    async def clicked(self, click: Click) -> None:
        await _decide(click, on=True)


class CoachOffButton(Button, control="stewarding:v1:coach-off", words="stewarding-coach-off"):
    async def clicked(self, click: Click) -> None:
        await _decide(click, on=False)


async def _decide(click: Click, *, on: bool) -> None:
    access.steward(click.permissions.value)
    community = await stewarding.have_coach(click.client.deps, community_of(click), wanted=on)
    say = await say_to(click)
    note = say("stewarding-coach-saved-on") if on else say("stewarding-coach-saved-off")
    await answer(click, Card(note, *_page(say, community)))


def _page(say: Say, community: Community) -> list[Part]:
    if community.settings.coach:
        return [say("stewarding-coach-card", now=say("stewarding-on")), CoachOffButton(say)]
    return [say("stewarding-coach-card", now=say("stewarding-off")), CoachOnButton(say)]


CONTROLS: tuple[type[Control], ...] = (CoachButton, CoachOnButton, CoachOffButton)
FORMS: tuple[type[Form], ...] = ()
