"""What a community talks about: one list, edited as a whole."""

from __future__ import annotations

from collections.abc import Sequence

import discord
from discord import ui
from discord.utils import escape_markdown

from actions import access, stewarding
from actions.stewarding import Changed
from cogs.kit.answers import answer, say_to
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Control
from cogs.kit.forms import Form, Values, open_form
from cogs.stewarding.deciding import by_steward
from domain.communities import Community
from domain.errors import BadTopics
from domain.topics import LONGEST, MOST
from text import Say

ROOM = 1000
"""Characters that the form takes: more than fit, so that whoever writes too much is told what is too much."""


class TopicsButton(Button, control="stewarding:v1:topics", words="stewarding-topics"):
    async def clicked(self, click: Click) -> None:
        community = await by_steward(click)
        say = await say_to(click)
        await answer(click, Card(listed(say, community), EditTopicsButton(say)))


class EditTopicsButton(Button, control="stewarding:v1:topics-edit", words="topics-edit"):
    style = discord.ButtonStyle.primary

    async def clicked(self, click: Click) -> None:
        community = await by_steward(click)
        await open_form(click, TopicsForm(await say_to(click), community), self)


class TopicsForm(Form, control="stewarding:v1:topics-form"):
    again = EditTopicsButton

    def __init__(self, say: Say, community: Community) -> None:
        super().__init__(say("topics-form"))
        field = ui.TextInput[ui.View](
            custom_id="topics",
            style=discord.TextStyle.paragraph,
            max_length=ROOM,
            default="\n".join(topic.name for topic in community.topics),
        )
        self.ask(say("topics-form", "names"), field, say("topics-form", "hint"))

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **_: str) -> None:
        access.steward(click.permissions.value)
        say, typed = await say_to(click), values.text("topics")
        try:
            changed = await stewarding.talk_about(click.client.deps, community_of(click), typed)
        except BadTopics as refusal:
            await answer(click, refused(say, refusal, typed))
            return
        parts = (told(say, changed), listed(say, changed.community), EditTopicsButton(say))
        await answer(click, Card(*parts))
        click.client.dispatch("upkeep_wanted", community_of(click), members=False)


def listed(say: Say, community: Community) -> str:
    lines = "\n".join(f"- {escape_markdown(topic.name)}" for topic in community.topics)
    return say("topics-card", topics=lines)


def refused(say: Say, refusal: BadTopics, typed: str) -> Card:
    """What is wrong, and all that was typed, to be copied: the form opens with what is so now."""
    facts = {name: escape_markdown(str(fact)) for name, fact in refusal.facts.items()}
    kept = f"```\n{typed.replace('`', chr(0x2019))}\n```" if typed.strip() else ""
    told = say(refusal.key, **{"most": MOST, "longest": LONGEST, **facts})
    return Card(told, *([say("topics-typed", typed=kept)] if kept else []), EditTopicsButton(say))


def told(say: Say, changed: Changed) -> str:
    """What came of it; an unchanged order or spelling is not worth a line."""
    lines = [say("topics-saved")]
    if changed.new:
        lines.append(say("topics-new", names=_names(changed.new)))
    if changed.renamed:
        lines.append(say("topics-renamed", names=_names([f"{old} → {new}" for old, new in changed.renamed])))
    if changed.gone:
        lines.append(say("topics-gone", names=_names(changed.gone)))
    return "\n".join(lines)


def _names(names: Sequence[str]) -> str:
    return ", ".join(map(escape_markdown, names))


CONTROLS: tuple[type[Control], ...] = (TopicsButton, EditTopicsButton)
FORMS: tuple[type[Form], ...] = (TopicsForm,)
