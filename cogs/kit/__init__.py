"""What every cog shares: the bot, its controls and forms, the cards, and the one door for what goes wrong."""
