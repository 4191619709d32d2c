"""Calling off: with a reason, which those who were going are told."""

from __future__ import annotations

import discord
from discord import ui

from cogs.discussions.confirming import or_back, read_back
from cogs.discussions.more import run
from cogs.discussions.moving import change_of
from cogs.kit.bot import Click
from cogs.kit.forms import Form, Values
from domain.changes import LONGEST_REASON, SHORTEST_REASON, What
from text import Say


class CancelForm(Form, control="discussions:v1:cancel-form:{scope}:{version}:{occurrence}"):
    def __init__(self, say: Say, /, **identity: str) -> None:
        super().__init__(say("date-cancel-form"), **identity)
        field = ui.TextInput[ui.View](
            custom_id="reason",
            style=discord.TextStyle.paragraph,
            min_length=SHORTEST_REASON,
            max_length=LONGEST_REASON,
        )
        self.ask(say("date-cancel-form", "reason"), field, say("date-cancel-form", "hint"))

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **identity: str) -> None:
        reader = await run(click, identity["occurrence"])
        async with or_back(click, reader):
            await read_back(click, reader, change_of(What.CANCEL, identity, reason=values.text("reason")))


FORMS: tuple[type[Form], ...] = (CancelForm,)
