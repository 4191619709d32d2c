"""Mei, who explains, and Ruth, who listens."""

import pytest

from tests.cogs.mine.rows import Rows
from tour.community import sign_up


@pytest.fixture
async def mei(open_bridge):
    person = await open_bridge.join("Mei")
    await sign_up(person, "I can mentor", "Gen Z · born 1997 to 2012")
    await person.sees("You are in")
    return person


@pytest.fixture
async def ruth(open_bridge):
    person = await open_bridge.join("Ruth")
    await sign_up(person, "I want to understand", "Boomer · born 1946 to 1964")
    await person.sees("You are in")
    return person


@pytest.fixture
def rows(stage, open_bridge):
    return Rows(stage, int(open_bridge.guild.id))
