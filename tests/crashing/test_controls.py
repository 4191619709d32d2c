"""The loop is not blind: it finds out every bot that lacks one precaution."""

import pytest

from tests.crashing.discussing import PLAN
from tests.crashing.loop import Loop, Misfortune
from tests.crashing.operations import ARRIVE, SET_UP, SIGN_UP
from tests.crashing.talking import ASK, POST


def found(words, loop):
    """The numbers of the steps whose name holds one of these."""
    return [n for n in range(1, loop.steps + 1) if any(word in loop.step(n) for word in words)]


@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("operation", "weakness", "steps", "what"),
    [
        (SET_UP, "forgets to look", ["after POST /guilds/…/roles"], "phantom"),
        (SET_UP, "forgets to look", ["after POST /channels/…/messages"], "doubled"),
        (ARRIVE, "forgets to look", ["after POST /channels/…/messages"], "doubled"),
        (POST, "forgets to look", ["after POST /channels/…/threads"], "doubled"),
        (ASK, "forgets to look", ["after POST /channels/…/messages"], "doubled"),
        (PLAN, "forgets to look", ["after POST /channels/…/messages"], "doubled"),
        (SIGN_UP, "tells before saving", ["after POST /interactions", "after GET /guilds"], "lost"),
    ],
)
async def test_a_bot_that_lacks_a_precaution_is_found_out(databases, operation, weakness, steps, what):
    loop = await Loop.ready(operation, databases, weakness)
    verdicts = [await loop.suffer(Misfortune(kill=each)) for each in found(steps, loop)[:3]]
    assert any(getattr(verdict, what) for verdict in verdicts), verdicts
