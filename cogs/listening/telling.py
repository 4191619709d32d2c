"""Answering whoever said something: it is written down first, and stands in the thread a moment later."""

from __future__ import annotations

from actions import worldviews
from cogs.clock import clock_of
from cogs.kit.answers import answer
from cogs.kit.bot import Click
from cogs.kit.cards import Card
from domain.jobs import State, Wish
from domain.worldviews import State as Standing
from domain.worldviews import Worldview
from text import Say


async def answer_and_post(
    click: Click, say: Say, worldview: Worldview, wish: Wish | None, card: Card
) -> None:
    """Do what was wished for, with room, and say what became of it; else the clock does it."""
    if wish is None:
        hidden = worldview.pseudonym is not None and worldview.user_id == click.user.id
        await answer(click, Card(say("listening-hidden")) if hidden else card)
        return
    clock = clock_of(click.client)
    with clock.room(wish.community_id) as room:
        state = await clock.do_now(wish) if room else State.READY
    if state is State.DEAD:
        await answer(click, Card(say("listening-waits")))
    elif await _is_lost(click, worldview):
        await answer(click, Card(say("listening-lost")))
    else:
        await answer(click, card)


async def _is_lost(click: Click, worldview: Worldview) -> bool:
    """Whether the thread was found deleted."""
    number = worldview.worldview_id
    found = await worldviews.find(click.client.deps, worldview.community_id, number)
    return found is not None and found.state is Standing.GONE
