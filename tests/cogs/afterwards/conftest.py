"""A date, Mei and Ruth who are going, and the end of it."""

from tests.cogs.attending.conftest import database_url, dates, mei, ruth, server

__all__ = ["database_url", "dates", "mei", "ruth", "server"]
