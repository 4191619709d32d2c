"""Writing a worldview: the form, and the way back to what was written."""

from __future__ import annotations

import discord
from discord import ui
from discord.utils import format_dt

from actions import drafts
from actions.drafts import Desk
from cogs.kit import custom_ids
from cogs.kit.answers import answer
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Control
from cogs.kit.forms import Form, Values, open_form
from cogs.worldviews.preview import say_at, show_preview
from domain.worldviews import A_NEW_ONE, LENGTHS, MOST_TOPICS, Draft, complete, written
from text import Say

LONGEST_FIELD = 4000
"""What Discord takes in one field of a form."""


class ExplainButton(Button, control="worldviews:v1:explain", words="explain"):
    """Where it all begins; whoever walked away finds their draft here."""

    style = discord.ButtonStyle.primary

    async def clicked(self, click: Click) -> None:
        here = await drafts.desk(click.client.deps, community_of(click), click.user.id)
        say = say_at(click, here)
        if here.draft is None:
            await open_form(click, ExplainForm(say, here), self)
            return
        waits = say("draft-waits", saved=format_dt(here.draft.saved_at, "R"))
        await answer(click, Card(waits, [GoOnButton(say), StartAnewButton(say)]))


class GoOnButton(Button, control="worldviews:v1:go-on", words="draft-go-on"):
    style = discord.ButtonStyle.primary

    async def clicked(self, click: Click) -> None:
        here = await drafts.desk(click.client.deps, community_of(click), click.user.id)
        await open_form(click, ExplainForm(say_at(click, here), here), self)


class StartAnewButton(Button, control="worldviews:v1:start-anew", words="draft-start-anew"):
    """An empty form; the draft goes when that one is sent."""

    async def clicked(self, click: Click) -> None:
        here = await drafts.desk(click.client.deps, community_of(click), click.user.id)
        await open_form(click, ExplainForm(say_at(click, here), here, empty=True), self)


class ChangeButton(Button, control="worldviews:v1:change:{worldview}", words="draft-change"):
    """The form once more, as it was sent; of worldview 0, which is none, the draft of a new one."""

    async def clicked(self, click: Click) -> None:
        number = custom_ids.number(self.identity["worldview"])
        here = await drafts.begin_change(click.client.deps, community_of(click), click.user.id, number)
        await open_form(click, ExplainForm(say_at(click, here), here), self)


class ExplainForm(Form, control="worldviews:v1:explain-form:{worldview}"):
    again = ExplainButton

    def __init__(self, say: Say, here: Desk, *, empty: bool = False) -> None:
        number = here.worldview.worldview_id if here.worldview else A_NEW_ONE
        super().__init__(say("edit-form" if here.worldview else "explain-form"), worldview=str(number))
        draft = None if empty else here.draft
        for part, most in LENGTHS.items():
            text = getattr(draft.explanation, part)[:LONGEST_FIELD] if draft else ""
            field = ui.TextInput[ui.View](
                custom_id=part,
                style=discord.TextStyle.paragraph,
                required=False,
                max_length=max(most, len(text)),  # what is too long is not cut off before it can be shortened
                default=text or None,
            )
            name = part.replace("_", "-")
            self.ask(say("explain-form", name), field, say("explain-form", f"{name}-hint"))
        self.ask(say("explain-form", "topics"), _topics(here, draft), say("explain-form", "topics-hint"))

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **identity: str) -> None:
        number = custom_ids.number(identity["worldview"])
        said = written(*(values.text(part) for part in LENGTHS))
        here = await drafts.keep(
            click.client.deps, community_of(click), click.user.id, number, said, values.several("topics")
        )
        complete(said)
        await show_preview(click, here)


def _topics(here: Desk, draft: Draft | None) -> ui.Select[ui.View]:
    """Those of the community; a topic that went meanwhile is chosen no longer."""
    topics = here.community.topics
    known = [topic.key for topic in topics if draft is not None and topic.key in draft.topics]
    options = [
        discord.SelectOption(label=topic.name, value=topic.key, default=topic.key in known[:MOST_TOPICS])
        for topic in topics
    ]
    return ui.Select(custom_id="topics", options=options, max_values=min(MOST_TOPICS, len(options)))


CONTROLS: tuple[type[Control], ...] = (ExplainButton, GoOnButton, StartAnewButton, ChangeButton)
FORMS: tuple[type[Form], ...] = (ExplainForm,)
