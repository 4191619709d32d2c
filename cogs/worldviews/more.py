"""*More*: what fits whoever pressed, for them alone."""

from __future__ import annotations

from collections.abc import Sequence

from discord.utils import format_dt

from actions import reveals, worldviews
from actions.worldviews import Reader
from cogs.kit import custom_ids
from cogs.kit.answers import answer, say_in
from cogs.kit.bot import CircleBot, Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Control
from cogs.worldviews.names import authors_name
from domain.permissions import Permission, held
from text import Say


class MoreButton(Button, control="worldviews:v1:more:{worldview}", words="worldview-more"):
    async def clicked(self, click: Click) -> None:
        number = custom_ids.number(self.identity["worldview"])
        reader = await read(click, number)
        say = say_in(click, reader.person.language if reader.person else None)
        buttons = [button for make in click.client.more if (button := make(say, reader)) is not None]
        told = await _told(click, say, reader)
        await answer(click, Card(text(say, reader), *told, *rows(buttons)))


async def read(click: Click, worldview_id: int) -> Reader:
    """Who pressed, and on what. Raises WorldviewGone."""
    steward = Permission.MANAGE_GUILD in held(click.permissions.value)
    return await worldviews.read_by(
        click.client.deps, community_of(click), worldview_id, click.user.id, is_steward=steward
    )


async def _told(click: Click, say: Say, reader: Reader) -> list[str]:
    """The author learns who knows that it is theirs."""
    if not reader.is_author or reader.worldview.pseudonym is None:
        return []
    told = await reveals.told(click.client.deps, reader.worldview)
    return [
        say("more-revealed", when=format_dt(each.confirmed_at, "D")) for each in told if each.confirmed_at
    ]


def text(say: Say, reader: Reader) -> str:
    if not reader.is_author:
        return say("more-listener", author=authors_name(reader.worldview))
    if reader.worldview.pseudonym is not None:
        return say("more-author-hidden", name=authors_name(reader.worldview))
    return say("more-author")


def rows(buttons: Sequence[Button]) -> list[Sequence[Button]]:
    """Discord takes five in a row."""
    return [buttons[start : start + 5] for start in range(0, len(buttons), 5)]


def buttons_under(bot: CircleBot, say: Say, worldview_id: int) -> list[Button]:
    """What stands under every worldview."""
    others = [make(say, worldview_id) for make in bot.under_worldview]
    return [*others, MoreButton(say, worldview=str(worldview_id))]


CONTROLS: tuple[type[Control], ...] = (MoreButton,)
