"""Whether people may explain themselves under a made-up name, and what that cannot do."""

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


class NamesButton(Button, control="stewarding:v1:names", words="stewarding-names"):
    async def clicked(self, click: Click) -> None:
        community = await by_steward(click)
        await answer(click, Card(*_page(await say_to(click), community)))


class NamesOnButton(Button, control="stewarding:v1:names-on", words="stewarding-names-on"):
    style = discord.ButtonStyle.primary

    async def clicked(self, click: Click) -> None:
        await _decide(click, on=True)


class NamesOffButton(Button, control="stewarding:v1:names-off", words="stewarding-names-off"):
    async def clicked(self, click: Click) -> None:
        await _decide(click, on=False)


async def _decide(click: Click, *, on: bool) -> None:
    access.steward(click.permissions.value)
    community = await stewarding.allow_pseudonyms(click.client.deps, community_of(click), allowed=on)
    say = await say_to(click)
    note = say("stewarding-names-saved-on") if on else say("stewarding-names-saved-off")
    await answer(click, Card(note, *_page(say, community)))


def _page(say: Say, community: Community) -> list[Part]:
    if community.settings.pseudonyms:
        return [say("stewarding-names-card", now=say("stewarding-on")), NamesOffButton(say)]
    return [say("stewarding-names-card", now=say("stewarding-off")), NamesOnButton(say)]


CONTROLS: tuple[type[Control], ...] = (NamesButton, NamesOnButton, NamesOffButton)
FORMS: tuple[type[Form], ...] = ()
