"""My data: every person sees, takes away and erases what is kept about them."""

from __future__ import annotations

from cogs.kit.bot import CircleBot
from cogs.privacy import views
from cogs.privacy.cog import PrivacyCog


async def setup(bot: CircleBot) -> None:
    bot.add_controls(*views.CONTROLS)
    await bot.add_cog(PrivacyCog(bot))
