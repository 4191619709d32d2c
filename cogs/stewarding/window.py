"""How long people only ask and say back after a worldview was posted."""

from __future__ import annotations

from actions import access, stewarding
from actions.stewarding import WINDOWS
from cogs.kit.answers import answer, say_to
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Choice, Control
from cogs.kit.forms import Form
from cogs.stewarding.deciding import by_steward
from domain.communities import Community
from text import Say


class WindowButton(Button, control="stewarding:v1:window", words="stewarding-window"):
    async def clicked(self, click: Click) -> None:
        community = await by_steward(click)
        say = await say_to(click)
        await answer(click, Card(page(say, community), WindowChoice.of(say)))


class WindowChoice(Choice, control="stewarding:v1:window-choice", words="window-choose"):
    @classmethod
    def of(cls, say: Say) -> WindowChoice:
        return cls(say, [(str(hours), say("window-hours", hours=hours)) for hours in WINDOWS])

    async def clicked(self, click: Click) -> None:
        access.steward(click.permissions.value)
        deps, community_id = click.client.deps, community_of(click)
        community = await stewarding.listen_for(deps, community_id, int(self.chosen))
        say = await say_to(click)
        await answer(click, Card(say("window-saved"), page(say, community), WindowChoice.of(say)))


def page(say: Say, community: Community) -> str:
    return say("window-card", now=say("window-hours", hours=community.settings.questions_only_hours))


CONTROLS: tuple[type[Control], ...] = (WindowButton, WindowChoice)
FORMS: tuple[type[Form], ...] = ()
