"""Another time, in people's own words."""

from __future__ import annotations

from discord import ui

from actions import when
from actions.agenda import DateReader
from cogs.discussions.confirming import or_back, read_back
from cogs.discussions.more import run
from cogs.kit import custom_ids
from cogs.kit.answers import say_in
from cogs.kit.bot import Click
from cogs.kit.forms import Form, Values
from domain.changes import Change, Scope, What
from domain.discussion_errors import (
    DateGone,
)
from text import Say


class MoveForm(Form, control="discussions:v1:move-form:{scope}:{version}:{occurrence}"):
    def __init__(self, say: Say, reader: DateReader, /, **identity: str) -> None:
        super().__init__(say("date-move-form"), **identity)
        field = ui.TextInput[ui.View](custom_id="when", max_length=when.LONGEST)
        zone = reader.time_zone.replace("_", " ")
        self.ask(say("date-move-form", "when"), field, say("date-move-form", "hint", zone=zone))

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **identity: str) -> None:
        reader = await run(click, identity["occurrence"])
        language = click.client.words.language_of(reader.language or str(click.locale))
        async with or_back(click, reader):
            found = await when.understood(values.text("when"), reader.time_zone, reader.now, language)
            notes = [say_in(click, reader.language)("plan-moved")] if found.moved else []
            await read_back(click, reader, change_of(What.MOVE, identity, at=found.at), *notes)


def change_of(what: What, identity: dict[str, str], **facts: object) -> Change:
    """What a form was about. Raises DateGone for a custom id that is none of ours."""
    if identity["scope"] not in set(Scope):
        raise DateGone
    number, seen = custom_ids.number(identity["occurrence"]), custom_ids.number(identity["version"])
    return Change(number, seen, what, Scope(identity["scope"]), **facts)  # type: ignore[arg-type]


FORMS: tuple[type[Form], ...] = (MoveForm,)
