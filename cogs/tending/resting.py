"""*Put to rest*: what a steward is offered under a worldview."""

from __future__ import annotations

from actions import access, tending
from actions.worldviews import Reader
from cogs.kit import custom_ids
from cogs.kit.answers import answer, say_to
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Control
from domain.worldviews import State
from text import Say


class RestButton(Button, control="tending:v1:rest:{worldview}", words="rest-button"):
    async def clicked(self, click: Click) -> None:
        access.steward(click.permissions.value)
        number = custom_ids.number(self.identity["worldview"])
        await tending.order_rest(click.client.deps, community_of(click), number)
        await answer(click, Card((await say_to(click))("rest-done")))


def offer(say: Say, reader: Reader) -> Button | None:
    """For *More*."""
    if reader.is_steward and reader.worldview.state is not State.POSTING:
        return RestButton(say, worldview=str(reader.worldview.worldview_id))
    return None


CONTROLS: tuple[type[Control], ...] = (RestButton,)
