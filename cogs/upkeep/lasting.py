"""What the lasting posts of the forum show."""

from __future__ import annotations

from cogs.kit.bot import CircleBot
from cogs.kit.cards import Card
from domain.communities import Community
from text import Say


def guide(bot: CircleBot, say: Say, _: Community) -> Card:
    """What this place is, and where to begin."""
    buttons = [make(say) for make in bot.guide_buttons]
    return Card(say("guide-panel"), *([buttons] if buttons else []))


def index(say: Say, _: Community) -> Card:
    """What the post is for; its pages are the messages below."""
    return Card(say("index-panel"))
