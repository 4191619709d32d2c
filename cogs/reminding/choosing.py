"""How somebody wants to be reminded: in the thread, by direct message, or not at all."""

from __future__ import annotations

from actions import direct_reminders
from cogs.kit.answers import answer, say_to
from cogs.kit.bot import Click, community_of
from cogs.kit.controls import Button, Control
from cogs.reminding import cards
from domain.reminders import Choice, Way
from text import Say


class RemindersButton(Button, control="reminding:v1:choose", words="reminding-choose"):
    """It stands on the discussions' panel, and under every reminder."""

    async def clicked(self, click: Click) -> None:
        choice = await direct_reminders.choice(click.client.deps, community_of(click), click.user.id)
        await _show(click, choice)


class ThreadButton(Button, control="reminding:v1:thread", words="reminding-thread"):
    async def clicked(self, click: Click) -> None:
        await _choose(click, Way.THREAD)


class DirectButton(Button, control="reminding:v1:direct", words="reminding-direct"):
    async def clicked(self, click: Click) -> None:
        await _choose(click, Way.DIRECT)


class NoneButton(Button, control="reminding:v1:none", words="reminding-none"):
    async def clicked(self, click: Click) -> None:
        await _choose(click, Way.NONE)


async def _choose(click: Click, way: Way) -> None:
    choice = await direct_reminders.choose(click.client.deps, community_of(click), click.user.id, way)
    await _show(click, choice, (await say_to(click))(f"reminding-chosen-{way}"))


async def _show(click: Click, choice: Choice, note: str = "") -> None:
    say = await say_to(click)
    await answer(click, cards.choosing(say, choice, _others(say, choice), note))


def _others(say: Say, choice: Choice) -> list[Button]:
    """All but what they have; whose messages are closed may try again."""
    ways: dict[Way, type[Button]] = {
        Way.THREAD: ThreadButton,
        Way.DIRECT: DirectButton,
        Way.NONE: NoneButton,
    }
    return [button(say) for way, button in ways.items() if way is not choice.wish or choice.closed]


CONTROLS: tuple[type[Control], ...] = (RemindersButton, ThreadButton, DirectButton, NoneButton)
