"""The lasting message on the stewards' desk."""

from __future__ import annotations

from cogs.kit.bot import CircleBot
from cogs.kit.cards import Card
from cogs.stewarding.coach import CoachButton
from cogs.stewarding.names import NamesButton
from cogs.stewarding.topics import TopicsButton
from cogs.stewarding.week import WeekButton
from cogs.stewarding.window import WindowButton
from domain.communities import Community
from text import Say

OWN = (TopicsButton, WindowButton, NamesButton, CoachButton, WeekButton)
IN_A_ROW = 5
"""So many buttons stand side by side on Discord."""


def panel(bot: CircleBot, say: Say, _: Community) -> Card:
    """A button for each thing that stewards decide; how it is now they see when they press it."""
    buttons = [make(say) for make in (*OWN, *bot.steward_buttons)]
    rows = [buttons[place : place + IN_A_ROW] for place in range(0, len(buttons), IN_A_ROW)]
    return Card(say("stewarding-panel"), *rows)
