"""How a community comes together: who plans, and when people are reminded."""

from __future__ import annotations

from actions import access, stewarding
from cogs.discussions.words import zone_name
from cogs.kit import custom_ids
from cogs.kit.answers import answer, say_to
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card, Part
from cogs.kit.controls import Button, Choice, Choices, Control
from cogs.stewarding.deciding import by_steward
from domain.communities import Community
from text import Say


class SettingsButton(Button, control="stewarding:v1:discussions", words="discussion-settings"):
    async def clicked(self, click: Click) -> None:
        community = await by_steward(click)
        await answer(click, Card(*page(await say_to(click), community)))


class WhoPlansChoice(Choice, control="stewarding:v1:who-plans", words="who-plans-choose"):
    async def clicked(self, click: Click) -> None:
        access.steward(click.permissions.value)
        community = await stewarding.let_plan(click.client.deps, community_of(click), self.chosen)
        say = await say_to(click)
        await answer(click, Card(say("discussion-settings-saved"), *page(say, community)))


class RemindersChoice(Choices, control="stewarding:v1:reminders", words="reminders-choose"):
    async def clicked(self, click: Click) -> None:
        access.steward(click.permissions.value)
        minutes = [custom_ids.number(value) for value in self.chosen]
        community = await stewarding.remind_before(click.client.deps, community_of(click), minutes)
        say = await say_to(click)
        await answer(click, Card(say("discussion-settings-saved"), *page(say, community)))


def page(say: Say, community: Community) -> list[Part]:
    settings = community.discussions
    before = [say(f"reminder-{minutes}") for minutes in settings.minutes_before]
    return [
        say(
            "discussion-settings-card",
            who=say(f"who-plans-{settings.who_plans}"),
            reminders=", ".join(before) or say("reminders-none"),
            zone=zone_name(community.settings.time_zone),
        ),
        WhoPlansChoice(say, [(who, say(f"who-plans-{who}")) for who in stewarding.WHO_PLANS]),
        RemindersChoice(
            say, [(str(minutes), say(f"reminder-{minutes}")) for minutes in stewarding.REMINDERS]
        ),
    ]


CONTROLS: tuple[type[Control], ...] = (SettingsButton, WhoPlansChoice, RemindersChoice)
