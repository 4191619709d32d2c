"""Roles follow the sign-up, after the person has been answered."""

from __future__ import annotations

from actions.signup import Place
from cogs.clock import clock_of
from cogs.kit.answers import answer, say_in
from cogs.kit.bot import Click
from cogs.kit.cards import Card, Part
from domain.jobs import State, Wish
from text import Say


async def answer_then_follow(click: Click, place: Place, *parts: Part) -> None:
    """Show the card, then bring the roles into line; the card says so when they come later, or not at all.

    With many at it in this community the clock does it in turn: no click waits for Discord's limits.
    """
    wish = place.roles
    if wish is None:
        raise LookupError("nothing is to follow here")
    say = say_in(click, place.person.language if place.person else None)
    with clock_of(click.client).room(wish.community_id) as room:
        if not room:
            await answer(click, Card(*parts, await _in_line(click, say, wish)))
            return
        await answer(click, Card(*parts))
        state = await clock_of(click.client).do_now(wish)
    if state is State.DEAD:
        await answer(click, Card(*parts, say("roles-wait")))
    elif state is not State.DONE:
        await answer(click, Card(*parts, await _in_line(click, say, wish)))


async def _in_line(click: Click, say: Say, wish: Wish) -> str:
    return say("roles-in-line", ahead=await clock_of(click.client).ahead(wish))
