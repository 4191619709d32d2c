"""Refused in the middle of planning: nothing is lost, and the ways back stand beside the reason."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from types import MappingProxyType

from cogs.kit.bot import Click
from cogs.kit.controls import Button
from cogs.kit.typed import FIRST, kept
from domain.discussion_errors import (
    GuestsNotHere,
    PlanGone,
)
from domain.errors import (
    Refusal,
)
from text import Say

NOTHING: Mapping[str, str] = MappingProxyType({})


@asynccontextmanager
async def leading_back(
    click: Click,
    say: Say,
    plan: str,
    typed: Mapping[str, str] = NOTHING,
    label: Callable[[str], str] = str,
    again: type[Button] | None = None,
    first: int = FIRST,
) -> AsyncIterator[None]:
    """`plan` is its number; `again` opens the form that was refused, as it was sent. Raises PlanGone."""
    from cogs.discussions.planning import ChangePlanButton, GoOnButton  # each leads to the other

    def back(say: Say) -> list[Button]:
        kinds: list[type[Button]] = [again] if again else []
        return [kind(say, plan=plan) for kind in (*kinds, GoOnButton, ChangePlanButton)]

    gone: PlanGone | None = None
    async with kept(click, say, typed, label, back, first):
        try:
            yield
        except PlanGone as refusal:
            gone = refusal
        except GuestsNotHere as refusal:
            raise _by_name(refusal) from refusal
    if gone is not None:
        raise gone


def _by_name(refusal: GuestsNotHere) -> Refusal:
    people = refusal.facts["people"]
    names = " ".join(f"<@{user_id}>" for user_id in people) if isinstance(people, list) else ""
    return GuestsNotHere(count=refusal.facts["count"], names=names)
