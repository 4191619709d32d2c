"""All dates of a discussion, and what is coming in the community."""

from __future__ import annotations

from collections.abc import Sequence

from discord.utils import format_dt

from actions import agenda, upkeep
from actions.agenda import DateReader
from cogs.discussions.more import MoreButton, read, show, when
from cogs.discussions.words import wall, zone_name
from cogs.kit import custom_ids
from cogs.kit.answers import answer, say_in, say_to
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card, Part
from cogs.kit.controls import Button, Choice, Control
from cogs.kit.quoting import escaped
from domain.blueprint import DISCUSSIONS, Kind
from domain.discussions import Occurrence, State
from domain.rsvps import Rsvp
from text import Say

LONGEST_LABEL = 100


class DatesButton(Button, control="discussions:v1:dates:{occurrence}", words="date-all"):
    async def clicked(self, click: Click) -> None:
        reader = await read(click, self.identity["occurrence"])
        dates = await agenda.dates_of(click.client.deps, community_of(click), reader.date.discussion_id)
        say = say_in(click, reader.language)
        if not dates:
            await answer(click, Card(say("dates-none"), MoreButton(say, **self.identity)))
            return
        lines = [_line(say, each) for each in dates]
        text = "\n".join([say("dates-card", title=escaped(reader.date.title)), *lines])
        choice = DateChoice(say, [_option(say, each) for each in dates], **self.identity)
        await answer(click, Card(text, choice, MoreButton(say, **self.identity)))


class DateChoice(Choice, control="discussions:v1:date:{occurrence}", words="dates-choose"):
    async def clicked(self, click: Click) -> None:
        await show(click, await read(click, self.chosen))


class ComingButton(Button, control="discussions:v1:coming", words="coming-button"):
    async def clicked(self, click: Click) -> None:
        await _show_coming(click)


class ComingAfterButton(Button, control="discussions:v1:coming-after:{occurrence}", words="coming-after"):
    async def clicked(self, click: Click) -> None:
        await _show_coming(click, custom_ids.number(self.identity["occurrence"]))


def dates_button(say: Say, reader: DateReader) -> Button | None:
    """For everybody, where there are several."""
    return DatesButton(say, occurrence=str(reader.date.occurrence_id)) if reader.date.series else None


async def _show_coming(click: Click, after: int = 0) -> None:
    deps, community_id = click.client.deps, community_of(click)
    coming = await agenda.coming_for(deps, community_id, click.user.id, after)
    channel_id = await upkeep.find(deps, community_id, Kind.CHANNEL, DISCUSSIONS)
    say = await say_to(click)
    if not coming.dates:
        await answer(click, say("coming-none"))
        return
    lines = [_coming(say, date, rsvp, channel_id) for date, rsvp in coming.dates]
    last = coming.dates[-1][0]
    further: Sequence[Part] = (
        [ComingAfterButton(say, occurrence=str(last.occurrence_id))] if coming.more else []
    )
    await answer(click, Card("\n".join([say("coming-card"), *lines]), *further))


def _coming(say: Say, date: Occurrence, rsvp: Rsvp | None, channel_id: int | None) -> str:
    title = escaped(date.title)
    if date.card_id is not None and channel_id is not None:
        title = f"[{title}](https://discord.com/channels/{date.community_id}/{channel_id}/{date.card_id})"
    answered = say(f"coming-answer-{rsvp.answer if rsvp else 'open'}")
    return say("coming-line", title=title, **when(date), answer=answered)


def _line(say: Say, date: Occurrence) -> str:
    return say(
        "dates-line",
        when=format_dt(date.starts_at, "F"),
        soon=format_dt(date.starts_at, "R"),
        state=_state(say, date),
    )


def _option(say: Say, date: Occurrence) -> tuple[str, str]:
    """By the clocks of the discussion: a list shows no time by its reader's."""
    time = f"{wall(say, date.local)} ({zone_name(date.time_zone)})"
    state = "" if date.state is State.PLANNED else f" · {_state(say, date)}"
    return str(date.occurrence_id), f"{time}{state}"[:LONGEST_LABEL]


def _state(say: Say, date: Occurrence) -> str:
    return say(f"date-is-{date.state}")


CONTROLS: tuple[type[Control], ...] = (DatesButton, DateChoice, ComingButton, ComingAfterButton)
