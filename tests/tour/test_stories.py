"""The stories of `python bot.py tour`, on both databases, and a control that a broken one is seen."""

import io

import pytest
from rich.console import Console

import tour
from tour.tale import Broken, Tale


async def test_every_story_holds_on_every_database(stage, bridge):
    printed = io.StringIO()
    tale = Tale(Console(file=printed))
    for story in tour.STORIES:
        await story.play(bridge, tale)
    assert tale.held > 15
    assert "✗" not in printed.getvalue()


async def test_a_story_whose_check_fails_is_broken_off_and_says_where():
    printed = io.StringIO()
    tale = Tale(Console(file=printed))
    with pytest.raises(Broken):
        async with tale.line("Two and two are five"):
            assert 2 + 2 == 5, "they are four"
    assert "✗ Two and two are five" in printed.getvalue()
    assert "they are four" in printed.getvalue()
    assert tale.held == 0
