"""REST, version 10: each module translates the routes of one kind of thing into what the bot does."""
