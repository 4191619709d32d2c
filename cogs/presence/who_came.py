"""*Who came*: what was seen, for whoever runs the date, who may put it right."""

from __future__ import annotations

import math

from discord import ui

from actions import attendance
from actions.agenda import DateReader
from cogs.discussions.more import run, when
from cogs.kit import custom_ids
from cogs.kit.answers import answer, say_in
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Control
from cogs.kit.forms import Form, Option, Values, one_of, open_form
from cogs.kit.quoting import escaped
from domain.attendance import MINUTES_LENGTH, Attended, Correction, minutes_of
from domain.discussions import State
from text import Say

LONGEST_LIST = 40
"""People on one card: Discord takes 4,000 characters."""
CAME, AWAY = "came", "away"
BEGUN = frozenset({State.OPEN, State.ON, State.ENDED, State.MISSED})


class WhoCameButton(Button, control="presence:v1:who:{occurrence}", words="who-came"):
    async def clicked(self, click: Click) -> None:
        await _show(click, await run(click, self.identity["occurrence"]))


class CorrectButton(Button, control="presence:v1:correct:{occurrence}", words="who-came-correct"):
    async def clicked(self, click: Click) -> None:
        reader = await run(click, self.identity["occurrence"])
        await open_form(click, CorrectForm(say_in(click, reader.language), **self.identity), self)


class CorrectForm(Form, control="presence:v1:correct-form:{occurrence}"):
    again = CorrectButton

    def __init__(self, say: Say, /, **identity: str) -> None:
        super().__init__(say("who-came-form"), **identity)
        self.ask(say("who-came-form", "person"), ui.UserSelect[ui.View](custom_id="person"))
        options = [Option(each, say("who-came-form", each)) for each in (CAME, AWAY)]
        self.ask(say("who-came-form", "what"), one_of("what", options))
        field = ui.TextInput[ui.View](custom_id="minutes", max_length=MINUTES_LENGTH, required=False)
        self.ask(say("who-came-form", "minutes"), field, say("who-came-form", "hint"))

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **identity: str) -> None:
        reader = await run(click, identity["occurrence"])
        came = values.text("what") == CAME
        minutes = minutes_of(values.text("minutes")) if came else None
        user_id = custom_ids.number(values.text("person"))
        correction = Correction(user_id, came=came, minutes=minutes)
        date = reader.date
        await attendance.correct(
            click.client.deps, community_of(click), date.occurrence_id, click.user.id, correction
        )
        await _show(click, reader, say_in(click, reader.language)("who-came-corrected", who=f"<@{user_id}>"))


def offered(say: Say, reader: DateReader) -> Button | None:
    """For *More* under a card: whoever runs it, as soon as somebody can be in its room."""
    if not reader.runs or reader.date.state not in BEGUN:
        return None
    return WhoCameButton(say, occurrence=str(reader.date.occurrence_id))


async def _show(click: Click, reader: DateReader, *before: str) -> None:
    date, say = reader.date, say_in(click, reader.language)
    found = await attendance.register(click.client.deps, community_of(click), date.occurrence_id)
    head = say("who-came-card", title=escaped(date.title), **when(date))
    lines = [_line(say, each) for each in found[:LONGEST_LIST]] or [say("who-came-card", "nobody")]
    if len(found) > LONGEST_LIST:
        lines.append(say("who-came-card", "more", count=len(found) - LONGEST_LIST))
    if any(each.within >= 60 or each.maybe for each in found):
        lines.append(say("who-came-card", "unsure"))
    button = CorrectButton(say, occurrence=str(date.occurrence_id))
    await answer(click, Card(*before, "\n".join([head, *lines]), button))


def _line(say: Say, each: Attended) -> str:
    """One person: how long, and what else there is to say of it."""
    facts = {"who": f"<@{each.user_id}>", "minutes": each.minutes, "most": math.ceil(each.within / 60)}
    if not each.came:
        how = "away" if each.corrected else "maybe" if each.maybe else "moment"
    else:
        how = "perhaps" if each.within >= 60 else "sure"
    marks = [name for name in ("came_late", "left_early", "corrected") if getattr(each, name)]
    said = [
        say("who-came-line", name.replace("_", "-")) for name in marks if each.came or name == "corrected"
    ]
    return " · ".join([say("who-came-line", how, **facts), *said])


CONTROLS: tuple[type[Control], ...] = (WhoCameButton, CorrectButton)
FORMS: tuple[type[Form], ...] = (CorrectForm,)
