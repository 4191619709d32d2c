"""Roles follow the sign-up, after the person has been answered."""

from __future__ import annotations

from cogs.kit.answers import answer, say_to
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card, Part
from cogs.upkeep.members import align_member


async def answer_then_align(click: Click, *parts: Part) -> None:
    """Show the card, bring the roles into line, and say so on the same card if that did not work."""
    await answer(click, Card(*parts))
    alignment = await align_member(click.client, community_of(click), click.user.id)
    if alignment.problem:
        await answer(click, Card(*parts, (await say_to(click))("roles-wait")))
