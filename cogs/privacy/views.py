"""My data, page by page."""

from __future__ import annotations

import io
import json

import discord
from discord import ui

from actions import privacy
from cogs.clock import clock_of
from cogs.kit.answers import answer, say_to
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Control
from cogs.signup.joining import JoinButton
from cogs.signup.place import BackButton
from domain.jobs import State

FILE_NAME = "my-data.json"
ERASED = {State.DONE: "erased-card", State.DEAD: "erased-but-roles"}


class DataButton(Button, control="privacy:v1:data", words="my-data"):
    async def clicked(self, click: Click) -> None:
        await _show(click)


class KeepButton(Button, control="privacy:v1:keep", words="erase-no"):
    async def clicked(self, click: Click) -> None:
        await _show(click)


async def _show(click: Click) -> None:
    held = await privacy.see(click.client.deps, community_of(click), click.user.id)
    say = await say_to(click)
    if not held:
        await answer(click, Card(say("data-none"), [BackButton(say)]))
        return
    lines = "\n".join(say(f"data-{table}") for table in held)
    buttons = [DownloadButton(say), EraseButton(say), BackButton(say)]
    await answer(click, Card(say("data-card", held=lines), buttons))


class DownloadButton(Button, control="privacy:v1:download", words="data-download"):
    async def clicked(self, click: Click) -> None:
        held = await privacy.see(click.client.deps, community_of(click), click.user.id)
        text = json.dumps(held, indent=2, ensure_ascii=False).encode("utf-8", "replace")
        file = discord.File(io.BytesIO(text), FILE_NAME)
        say = await say_to(click)
        await answer(click, Card(say("data-copy"), ui.File(file), [BackButton(say)]), files=[file])


class EraseButton(Button, control="privacy:v1:erase", words="data-erase"):
    async def clicked(self, click: Click) -> None:
        say = await say_to(click)
        await answer(click, Card(say("erase-card"), [KeepButton(say), EraseYesButton(say)]))


class EraseYesButton(Button, control="privacy:v1:erase-yes", words="erase-yes"):
    style = discord.ButtonStyle.danger

    async def clicked(self, click: Click) -> None:
        say, clock = await say_to(click), clock_of(click.client)
        wish = await privacy.erase(click.client.deps, community_of(click), click.user.id)
        with clock.room(wish.community_id) as room:
            state = await clock.do_now(wish) if room else State.READY
        await answer(click, Card(say(ERASED.get(state, "erased-roles-follow")), [JoinButton(say)]))


CONTROLS: tuple[type[Control], ...] = (DataButton, KeepButton, DownloadButton, EraseButton, EraseYesButton)
