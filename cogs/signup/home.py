"""The home panel, and the three buttons from which everything starts."""

from __future__ import annotations

from collections.abc import Container, Sequence

from cogs.kit.answers import answer, say_to
from cogs.kit.bot import Click
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Control
from cogs.kit.forms import Form
from cogs.signup.joining import JoinButton
from cogs.signup.place import PlaceButton
from domain.communities import Community
from text import Say


class HowButton(Button, control="signup:v1:how", words="how-this-works"):
    async def clicked(self, click: Click) -> None:
        say = await say_to(click)
        await answer(click, Card(say("how-card"), [JoinButton(say), PlaceButton(say)]))


def panel(say: Say, _: Community) -> Card:
    """The lasting message in the home channel."""
    return Card(say("home-panel"), [JoinButton(say), PlaceButton(say), HowButton(say)])


def greeting(say: Say, people: Sequence[int], back: Container[int]) -> Card:
    """The welcome of those who have just joined the server, or come back to it."""
    names = [f"<@{user_id}>" for user_id in people]
    if len(names) > 1:
        return Card(say("greeting-several", people=", ".join(names)), list(way_back(say)))
    if people[0] in back:
        return Card(say("greeting-back", person=names[0]), [PlaceButton(say), HowButton(say)])
    return Card(say("greeting-new", person=names[0]), [JoinButton(say), HowButton(say)])


def way_back(say: Say) -> Sequence[Button]:
    """What to offer somebody who pressed something that is no longer there."""
    return [JoinButton(say), PlaceButton(say), HowButton(say)]


CONTROLS: tuple[type[Control], ...] = (HowButton,)
FORMS: tuple[type[Form], ...] = ()
