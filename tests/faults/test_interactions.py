"""Rows 1 to 8: what can happen between a press and its answer."""

import asyncio
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actions import cities
from actions.deps import utc_now
from cogs.kit.budgets import Budget
from cogs.kit.identifies import Pace
from domain.people import ABOUT_LENGTH, readable
from sandbox import CannotDo
from tests.cogs.upkeep.watching import calls, comes_to_rest
from tests.model.hands import CONSENT, presses
from tests.model.play import Play
from tour.community import sign_up

GEN_Z = "Gen Z · born 1997 to 2012"
ANSWERS = {"Where do you want to sit?": "I can mentor", "Your generation": GEN_Z, **CONSENT}


async def about(stage, bridge, person):
    async with stage.database.read() as store:
        return await store.people.find(int(bridge.guild.id), int(person.id))


async def test_row_02_an_answer_that_came_too_late_leaves_the_sign_up_and_a_harmless_second_try(
    stage, server, mei
):
    await mei.clicks("Join the circles")
    form = mei.form
    server.world.faults.next("POST", "/callback", "delay 0.2")
    sending = asyncio.create_task(mei.fills(ANSWERS))
    while await about(stage, server, mei) is None:  # noqa: ASYNC110 - the database tells nobody
        await asyncio.sleep(0)
    server.world.clock.advance(3.1)
    with pytest.raises(CannotDo):
        await sending
    await mei.has_roles("Gen Z", "Mentor")
    mei.form = form
    await mei.fills(ANSWERS)
    await mei.sees("You are in already")
    gifts = [call for call in calls(stage) if call.startswith("PUT") and "/roles/" in call]
    assert len(gifts) == 2


async def test_row_08_a_flood_of_typing_is_answered_writes_nothing_and_is_bounded(
    stage, server, mei, database_url, monkeypatch
):
    now = utc_now()
    stage.bot.suggestions = Budget(Pace(at_once=5, every=1.0), lambda: now)
    asked, find = [], cities.find

    def noted(text, limit):
        asked.append(text)
        return find(text, limit)

    monkeypatch.setattr(cities, "find", noted)
    await comes_to_rest(stage)
    before = written(database_url)
    answers = await asyncio.gather(*(mei.suggestions("/time-zone", city="zur") for _ in range(20)))
    assert sum(map(bool, answers)) == len(asked) == 5
    assert written(database_url) == before


def written(url):
    """All that was written since the last checkpoint."""
    return Path(f"{sa.make_url(url).database}-wal").read_bytes()


WILD = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cs", "Cf", "Cc", "Mn"]),
        st.sampled_from("*_~`|>#[]()<@&:/\\\u202e\u200b\u2066\u0000"),
    ),
    min_size=1,
    max_size=ABOUT_LENGTH,
)


def test_row_07_whatever_is_written_is_kept_as_it_was_and_shown_without_harm(sqlite_url, set_up_once):
    """The sandbox refuses what would be too long or no JSON, and the test with it."""
    play = Play(sqlite_url, set_up_once)
    mei = play.do(play.bridge.join("Mei"))
    play.do(sign_up(mei, "I can mentor", GEN_Z))
    play.do(presses(mei))

    @settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(WILD)
    def written(line):
        play.bridge.world.clock.advance(60)
        play.do(mei.clicks("About me"))
        play.do(mei.fills({"One line about yourself": line}))
        page = play.do(mei.sees("Saved"))
        kept = play.do(about(play.stage, play.bridge, mei)).about
        assert kept == (readable(line).strip() or None)
        assert (page["mention_everyone"], page["mentions"], page["mention_roles"]) == (False, [], [])

    try:
        written()
    finally:
        play.close()
