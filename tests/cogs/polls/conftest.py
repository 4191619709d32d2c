"""A server in which everybody may plan, with Mei and Ruth."""

from tests.cogs.attending.conftest import database_url, mei, ruth
from tests.cogs.discussions.conftest import server

__all__ = ["database_url", "mei", "ruth", "server"]
