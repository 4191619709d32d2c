"""An address for one's own calendar program: made, made new, taken back. Or the same as a file."""

from __future__ import annotations

import discord
from discord.utils import format_dt

from actions import access, calendars
from cogs.calendars.files import hand_over
from cogs.kit.answers import answer, say_to
from cogs.kit.bot import CircleBot, Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Control
from domain.calendars import COMMUNITY
from domain.errors import NotAllowed
from text import Say

MINE, OURS = "mine", "ours"
"""Whose calendar: that of who presses, or the community's, which is for stewards to hand out."""


class MyCalendarButton(Button, control="calendars:v1:mine", words="calendar-mine"):
    async def clicked(self, click: Click) -> None:
        await _show(click, MINE)


class OurCalendarButton(Button, control="calendars:v1:ours", words="calendar-ours"):
    async def clicked(self, click: Click) -> None:
        await _show(click, OURS)


class NewAddressButton(Button, control="calendars:v1:new:{whose}", words="calendar-new"):
    async def clicked(self, click: Click) -> None:
        await _make(click, self.identity["whose"])


class TakeBackButton(Button, control="calendars:v1:take-back:{whose}", words="calendar-take-back"):
    style = discord.ButtonStyle.danger

    async def clicked(self, click: Click) -> None:
        whose = self.identity["whose"]
        await calendars.take_back(click.client.deps, community_of(click), _user(click, whose))
        say = await say_to(click)
        await answer(click, Card(say("calendar-taken-back"), [NewAddressButton(say, whose=whose)]))


class FileButton(Button, control="calendars:v1:file:{whose}", words="calendar-file"):
    async def clicked(self, click: Click) -> None:
        whose = self.identity["whose"]
        await _file(click, whose, await say_to(click), "calendar-file-card")


async def _show(click: Click, whose: str) -> None:
    """Whoever has none gets one; of an address that was shown before, only a digest is left."""
    say = await say_to(click)
    if click.client.calendar_url is None:
        await _file(click, whose, say, f"calendar-no-address-{whose}")
        return
    feed = await calendars.find(click.client.deps, community_of(click), _user(click, whose))
    if feed is None:
        await _make(click, whose)
        return
    text = say("calendar-kept", made=format_dt(feed.made_at, "D"), what=say("calendar-holds", whose))
    await answer(click, Card(text, _buttons(say, whose)))


async def _make(click: Click, whose: str) -> None:
    say = await say_to(click)
    if click.client.calendar_url is None:
        await _file(click, whose, say, f"calendar-no-address-{whose}")
        return
    secret = await calendars.make(click.client.deps, community_of(click), _user(click, whose))
    address = _address(click.client, secret)
    text = say("calendar-made", address=address, what=say("calendar-holds", whose))
    await answer(click, Card(text, say("calendar-how"), _buttons(say, whose)))


async def _file(click: Click, whose: str, say: Say, words: str) -> None:
    name = say("calendar-name", whose)
    file = await calendars.whole(click.client.deps, community_of(click), _user(click, whose), name)
    await hand_over(click, file, say(words))


def _buttons(say: Say, whose: str) -> list[Button]:
    return [make(say, whose=whose) for make in (NewAddressButton, FileButton, TakeBackButton)]


def _address(bot: CircleBot, secret: str) -> str:
    return f"{(bot.calendar_url or '').rstrip('/')}/calendar/{secret}.ics"


def _user(click: Click, whose: str) -> int:
    """Raises NotAllowed: a custom id may be anybody's, so it is asked again at every press."""
    if whose == MINE:
        return click.user.id
    if whose != OURS:
        raise NotAllowed
    access.steward(click.permissions.value)
    return COMMUNITY


CONTROLS: tuple[type[Control], ...] = (
    *(MyCalendarButton, OurCalendarButton),
    *(NewAddressButton, TakeBackButton, FileButton),
)
