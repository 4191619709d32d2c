"""Reading a change back before it counts, and making it once it is confirmed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import discord
from discord.utils import format_dt

from actions import decks, proposals
from actions.agenda import DateReader
from actions.changes import Changed
from actions.proposals import Proposal
from cogs.discussions.more import MoreButton, read, run, show, when
from cogs.discussions.words import length, wall, zone_name
from cogs.kit import custom_ids
from cogs.kit.answers import answer, say_in, say_to
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Control
from cogs.kit.quoting import escaped, quoted
from domain.changes import Change, What
from domain.discussion_errors import (
    ChangedMeanwhile,
)
from domain.discussions import Occurrence
from domain.errors import (
    Refusal,
)
from text import Say

NAMED = frozenset({What.MOVE, What.CANCEL, What.SKIP, What.RESTORE})
"""After these, everybody who is going is told."""


class YesButton(Button, control="discussions:v1:change-yes:{change}", words="change-yes"):
    style = discord.ButtonStyle.primary

    async def clicked(self, click: Click) -> None:
        deps, community_id = click.client.deps, community_of(click)
        number = custom_ids.number(self.identity["change"])
        date = await proposals.about(deps, community_id, click.user.id, number)
        reader = await run(click, str(date.occurrence_id))
        say = say_in(click, reader.language)
        try:
            changed = await proposals.confirm(deps, community_id, click.user.id, number)
        except ChangedMeanwhile as refusal:
            await show(click, reader, say(refusal.key))
            return
        told = "told" if changed is not None and changed.told else "done"
        count = changed.told if changed is not None else 0
        now = await read(click, str(date.occurrence_id))
        await show(click, now, say("change-made", told, count=count))


class NoButton(Button, control="discussions:v1:change-no:{change}", words="change-no"):
    async def clicked(self, click: Click) -> None:
        number = custom_ids.number(self.identity["change"])
        await proposals.forget(click.client.deps, community_of(click), click.user.id, number)
        await answer(click, (await say_to(click))("change-forgotten"))


@asynccontextmanager
async def or_back(click: Click, reader: DateReader) -> AsyncIterator[None]:
    """Beside a refusal of what was filled in stands the way back."""
    try:
        yield
    except Refusal as refusal:
        say = say_in(click, reader.language)
        more = MoreButton(say, occurrence=str(reader.date.occurrence_id))
        await answer(click, Card(say(refusal.key, **refusal.facts), more))


async def read_back(click: Click, reader: DateReader, change: Change, *notes: str) -> None:
    """Show what would come of it. Nothing has been changed.

    Raises what `actions.changes.apply` does, except for ChangedMeanwhile: then it is shown as it is now.
    """
    deps, community_id = click.client.deps, community_of(click)
    say = say_in(click, reader.language)
    try:
        proposal = await proposals.propose(deps, community_id, click.user.id, change)
    except ChangedMeanwhile as refusal:
        await show(click, reader, say(refusal.key))
        return
    language = click.client.words.language_of(reader.language or str(click.locale))
    decks_called = await decks.names(deps, community_id, language)
    number = str(proposal.number)
    buttons = [YesButton(say, change=number), NoButton(say, change=number)]
    more = MoreButton(say, occurrence=str(change.occurrence_id))
    await answer(click, Card(preview(say, proposal, decks_called), *notes, [*buttons, more]))


def preview(say: Say, proposal: Proposal, decks_called: Mapping[str, str]) -> str:
    """Before and after, how many dates it is about, and who will hear of it."""
    change, changed = proposal.change, proposal.would_be
    title = escaped(changed.before.title)
    lines = [
        say("change-preview"),
        say(f"change-{change.what}", title=title, **when(changed.before)),
        *_differences(say, changed, decks_called),
    ]
    if change.what is What.CANCEL:
        lines.append(quoted(changed.after.reason))
    if changed.dates > 1:
        lines.append(say("change-dates", count=changed.dates))
    if change.what in NAMED:
        lines.append(say("change-told", count=changed.told))
    return "\n".join(lines)


def _differences(say: Say, changed: Changed, decks_called: Mapping[str, str]) -> list[str]:
    was, becomes = _shown(say, changed.before, decks_called), _shown(say, changed.after, decks_called)
    lines = [
        say(f"change-line-{name}", before=was[name], after=becomes[name])
        for name in was
        if was[name] != becomes[name]
    ]
    if changed.before.starts_at != changed.after.starts_at:
        lines.append(_by_the_clocks(say, changed.after))
    about = changed.after.about
    if about != changed.before.about:
        lines += [say("change-line-about"), quoted(about)] if about else [say("change-line-no-about")]
    return lines


def _by_the_clocks(say: Say, date: Occurrence) -> str:
    """With its weekday, and how soon: a wrong week shows."""
    wall_time, zone = wall(say, date.local), zone_name(date.time_zone)
    return say("change-clocks", wall=wall_time, zone=zone, soon=format_dt(date.starts_at, "R"))


def _shown(say: Say, date: Occurrence, decks_called: Mapping[str, str]) -> dict[str, str]:
    return {
        "title": escaped(date.title),
        "when": format_dt(date.starts_at, "F"),
        "minutes": length(say, date.minutes),
        "deck": escaped(decks_called.get(date.deck, date.deck)) if date.deck else say("change-none"),
        "host": f"<@{date.host_id}>" if date.host_id else say("date-nobody"),
    }


CONTROLS: tuple[type[Control], ...] = (YesButton, NoButton)
