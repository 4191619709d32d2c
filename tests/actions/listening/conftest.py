"""A village in each kind of database."""

import pytest

from tests.actions.listening.village import Village


@pytest.fixture
async def village(database):
    return await Village(database).settle()
