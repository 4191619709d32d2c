"""The host sees who came, with what is not known, and puts it right."""

import pytest

from domain.discussions import State
from sandbox import CannotDo
from tests.cogs.presence.evening import ROOM

TITLE = "How do we grow old?"
THERE, AWAY = "They were there", "They were not there"


@pytest.fixture
async def ended(evening, mei, ruth):
    """Mei was there throughout; Ruth left early, and nobody heard of it."""
    await evening.passes(600)
    await mei.joins_voice(ROOM)
    await ruth.joins_voice(ROOM)
    await evening.becomes(State.ON)
    await evening.passes(1200)
    await evening.goes_round()
    evening.stage.world.gateway_faults.lose("VOICE_STATE_UPDATE")
    await ruth.leaves_voice()
    await evening.passes(569)
    await evening.goes_round()
    await evening.passes(1769)
    await evening.becomes(State.ENDED)
    await evening.shows(("Mei", 600, 0, 4200, 0), ("Ruth", 600, 0, 1831, 570))
    return evening


async def opens(person):
    person.goes_to("#discussions")
    await person.clicks("More", on=TITLE)
    await person.clicks("Who came")


async def test_the_host_sees_who_came_and_what_is_not_known(ended):
    nora = ended.bridge.nora
    await opens(nora)
    await nora.sees("@Mei · 60 min")
    await nora.sees("@Ruth · 20 min, perhaps 10 more · left early")
    await nora.sees("Discord could not be heard for a while")


async def test_the_host_puts_it_right(ended, mei, ruth):
    nora = ended.bridge.nora
    await opens(nora)
    await nora.clicks("Put something right")
    await nora.fills({"Who is it about?": "Ruth", "What is right?": THERE, "For how many minutes?": "35"})
    await nora.sees("It is put right")
    await nora.sees("@Ruth · 35 min · left early · put right by a host")
    await nora.clicks("Put something right")
    await nora.fills({"Who is it about?": "Mei", "What is right?": AWAY})
    await nora.sees("@Mei · was not there · put right by a host")


@pytest.mark.parametrize("wrong", ["-5", "all", "481"])
async def test_what_is_no_number_of_minutes_changes_nothing(ended, wrong):
    nora = ended.bridge.nora
    await opens(nora)
    await nora.clicks("Put something right")
    await nora.fills({"Who is it about?": "Ruth", "What is right?": THERE, "For how many minutes?": wrong})
    await nora.sees("That is no number of minutes")
    assert not (await ended.attended())["Ruth"].corrected


async def test_row_39_nobody_else_is_offered_it(ended, mei):
    mei.goes_to("#discussions")
    await mei.clicks("More", on=TITLE)
    with pytest.raises(CannotDo):
        await mei.clicks("Who came")


async def test_row_39_whoever_runs_it_no_more_is_refused_at_the_press(ended, mei):
    nora = ended.bridge.nora
    await nora.creates_role("Stewards", permissions=str(1 << 5))
    await nora.gives_role(mei, "Stewards")
    await opens(mei)
    await nora.takes_role(mei, "Stewards")
    await mei.clicks("Put something right")
    await mei.sees("host")
    assert mei.form is None


async def test_before_anybody_can_be_there_nothing_is_offered(evening):
    async with evening.stage.database.begin() as store:
        date = await store.occurrences.find(evening.community_id, evening.number)
        await store.occurrences.change(date, evening.opened_at, state=State.PLANNED)
    nora = evening.bridge.nora
    nora.goes_to("#discussions")
    await nora.clicks("More", on=TITLE)
    with pytest.raises(CannotDo):
        await nora.clicks("Who came")
