"""The one door: every click, form and command passes it, and whatever goes wrong turns into words here."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from typing import TYPE_CHECKING, ParamSpec, TypeAlias

import structlog

from cogs.kit.answers import acknowledge, answer, say_to, too_late
from cogs.kit.bot import Click
from cogs.kit.cards import Card
from domain.errors import Refusal

if TYPE_CHECKING:
    from cogs.kit.controls import Button
    from text import Say

log = structlog.get_logger(__name__)

PATIENCE = 1.5
"""Seconds until Discord is told that the answer takes longer; it gives up at 3."""
LONGEST = 120.0
"""Seconds after which work is given up; its outcome is then unknown, and the person is told so."""

interaction_at_work: ContextVar[int | None] = ContextVar("interaction_at_work", default=None)
"""The id of the interaction for which this runs, and whatever is begun from here; for whoever looks on."""

P = ParamSpec("P")
Work = Callable[[], Awaitable[None]]
Again: TypeAlias = "Callable[[Say], Button] | None"
"""Makes the button with which somebody tries once more."""


async def handle(click: Click, work: Work, again: Again = None) -> None:
    """Do the work of a click and see to it that the person gets exactly one kind of answer.

    Beside a refusal stands the button that leads on: the one registered for that refusal, else `again`.
    """
    interaction_at_work.set(click.id)
    task = asyncio.current_task()
    if task is not None:
        click.client.counts(task)
    watchdog = asyncio.get_running_loop().call_later(PATIENCE, _lose_patience, click)
    try:
        async with asyncio.timeout(LONGEST):
            if click.client.presses.spend(click.user.id):
                await _in_a_community(click, work)
            else:
                await _slow_down(click)
        if not (click.response.is_done() or too_late(click)):
            raise RuntimeError("nothing was answered")
    except Refusal as refusal:
        await _guarded(_refuse, click, refusal, again)
    except Exception as error:  # noqa: BLE001 - this is the door
        await _guarded(_apologise, click, error)
    finally:
        watchdog.cancel()


async def _in_a_community(click: Click, work: Work) -> None:
    if click.guild_id is None:
        await answer(click, (await say_to(click))("kit-only-in-a-community"))
        return
    await work()


async def _slow_down(click: Click) -> None:
    """Without a question to the database: this must cost little."""
    say = click.client.words.for_reader(str(click.locale))
    back = click.client.way_back(say)
    await answer(click, Card(say("kit-slow-down"), *([back] if back else [])))


def _lose_patience(click: Click) -> None:
    click.client.counts(asyncio.create_task(_guarded(acknowledge, click)))


async def _refuse(click: Click, refusal: Refusal, again: Again) -> None:
    say = await say_to(click)
    way_on: Again = click.client.ways_on.get(type(refusal), again)
    await answer(click, Card(say(refusal.key, **refusal.facts), *([way_on(say)] if way_on else [])))


async def _apologise(click: Click, error: Exception) -> None:
    reference = secrets.token_hex(4)
    log.error("click-failed", reference=reference, interaction=click.id, exc_info=error)
    say = click.client.words.for_reader(str(click.locale))  # no database: it may be what is broken
    await answer(click, say("kit-broken", reference=reference))


async def _guarded(tell: Callable[P, Awaitable[None]], /, *args: P.args, **kwargs: P.kwargs) -> None:
    """Telling may fail as well; then the log is all there is."""
    try:
        await tell(*args, **kwargs)
    except Exception as error:
        log.error("answer-failed", exc_info=error)
