"""The card of a date. Pure: values in, cards out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from discord.utils import format_dt

from actions.date_cards import Shown
from cogs.discussions.reasons import why
from cogs.discussions.words import day, length, repeats
from cogs.kit.cards import Card, Part
from cogs.kit.controls import Button
from cogs.kit.quoting import escaped, quoted
from domain.discussions import Occurrence, State
from domain.instants import instant_of
from domain.rsvps import Answer
from text import Say

LONGEST_NAME = 100
"""Characters of a thread's name (Discord: resources/channel)."""


def card(say: Say, shown: Shown, buttons: Sequence[Button], more: Sequence[Button]) -> Card:
    """The date as it is now. `more` are the buttons below *Going*, *Maybe* and *Can't*."""
    date = shown.date
    parts: list[Part] = [_head(say, date)]
    if date.state in (State.CANCELLED, State.SKIPPED, State.ENDED, State.MISSED):
        parts += _over(say, date)
    else:
        parts += [quoted(date.about)] if date.about else []
        parts.append("\n".join([*_facts(say, shown), *_people(say, shown)]))
        parts += [say(f"date-missing-{shown.missing}")] if shown.missing else []
        parts += [say("date-card", "room", room=f"<#{shown.room_id}>")] if shown.room_id else []
        parts.append(buttons)
    return Card(*(part for part in [*parts, more] if part))


def thread_name(say: Say, date: Occurrence) -> str:
    """What its thread is called: the title, and the day by the clocks of its zone."""
    on = day(say, date.local)
    room = LONGEST_NAME - len(say("date-thread", title="", day=on))
    title = date.title if len(date.title) <= room else date.title[: room - 1].rstrip() + "…"
    return say("date-thread", title=title, day=on)


def _head(say: Say, date: Occurrence) -> str:
    head = say(
        "date-card",
        title=escaped(date.title),
        when=format_dt(date.starts_at, "F"),
        countdown=format_dt(date.starts_at, "R"),
        length=length(say, date.minutes),
    )
    if date.local == date.original or not date.is_coming:
        return head
    planned = instant_of(date.original, date.time_zone).at
    return f"{head}\n{say('date-card', 'moved', when=format_dt(planned, 'F'))}"


def _over(say: Say, date: Occurrence) -> Iterator[str]:
    yield say(f"date-over-{date.state}")
    if reason := why(say, date):
        yield reason


def _facts(say: Say, shown: Shown) -> Iterator[str]:
    date = shown.date
    if date.host_id is not None:
        yield say("date-card", "host", who=mention(date.host_id))
    topic = shown.community.topic(date.topic) if date.topic else None
    if topic is not None:
        yield say("date-card", "topic", topic=escaped(topic.name))
    if shown.repeat is not None and shown.since is not None:
        yield say("date-card", "repeats", how=repeats(say, shown.repeat, shown.since.date()))
    if date.named:
        yield say("date-card", "named")
    if date.places.limited:
        yield say("date-card", "places", places=" · ".join(_places(say, date)))


def _places(say: Say, date: Occurrence) -> Iterator[str]:
    """As many as there are, and how many are free."""
    given = {
        "all": (date.places.total, date.going),
        "mentor": (date.places.mentor, date.going_mentor),
        "mentee": (date.places.mentee, date.going_mentee),
    }
    for key, (most, taken) in given.items():
        if most is not None:
            yield say(f"date-places-{key}", most=most, free=max(most - taken, 0))


def _people(say: Say, shown: Shown) -> Iterator[str]:
    tally = shown.tally
    going = tally.get(Answer.GOING, 0)
    names = ", ".join(mention(user_id) for user_id in shown.going)
    left = going - len(shown.going)
    if left > 0:
        yield say("date-card", "going-and-more", count=going, names=names, more=left)
    else:
        yield say("date-card", "going", count=going, names=names)
    others = {name: tally.get(name, 0) for name in (Answer.MAYBE, Answer.WAITING, Answer.OFFERED)}
    told = [say(f"date-count-{name}", count=count) for name, count in others.items() if count]
    if told:
        yield " · ".join(told)


def mention(user_id: int) -> str:
    return f"<@{user_id}>"
