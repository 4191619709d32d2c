"""Prompts: for one person, for everybody in the forum, of the week, and the stewards' decks of them."""

from __future__ import annotations

from functools import partial

from actions import turns, weeks
from cogs.kit.bot import CircleBot
from cogs.kit.handlers import Handler
from cogs.prompts import decks, giving, talking
from cogs.prompts.posting import post_answer, post_turn
from cogs.prompts.weekly import Weekly, open_week


async def setup(bot: CircleBot) -> None:
    for room in (giving, talking, decks):
        bot.add_controls(*room.CONTROLS)
        bot.add_forms(*room.FORMS)
    bot.guide_buttons.append(giving.GiveButton)
    bot.steward_buttons.append(decks.DecksButton)
    bot.handles(turns.PROMPT, Handler(partial(post_turn, bot), turns.posted))
    bot.handles(turns.ANSWER, Handler(partial(post_answer, bot), turns.said))
    bot.handles(weeks.WEEK, Handler(partial(open_week, bot)))
    await bot.add_cog(Weekly(bot))
