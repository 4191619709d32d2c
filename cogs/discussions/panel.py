"""The lasting message that tops the channel of discussions."""

from __future__ import annotations

from cogs.kit.bot import CircleBot
from cogs.kit.cards import Card
from domain.communities import Community
from text import Say


def panel(bot: CircleBot, say: Say, _: Community) -> Card:
    """What this place is, and where to begin."""
    buttons = [make(say) for make in bot.discussion_buttons]
    return Card(say("discussions-panel"), *([buttons] if buttons else []))
