"""What the bot tells the lens of the demo: transactions and jobs, whose they are, no word that was typed."""

import json

from sandbox.page.lens.recorder import Recorder
from tests.cogs.upkeep.watching import comes_to_rest
from tour import lens
from tour.community import sign_up

ABOUT = "I taught chemistry for forty years"


def watched(stage) -> Recorder:
    recorder = Recorder(stage.world)
    stage.world.watchers.append(recorder)
    lens.connect(stage.bot, recorder)
    return recorder


def told(recorder: Recorder, kind: str):
    return [each for each in recorder.records if each.kind == kind]


async def test_a_sign_up_shows_its_transactions_and_jobs_as_certainly_its_own(stage, open_bridge):
    recorder = watched(stage)
    mei = await open_bridge.join("Mei")
    await comes_to_rest(stage)
    await sign_up(mei, "I can mentor", "Gen Z · born 1997 to 2012")
    await comes_to_rest(stage)
    form = next(deed for deed in recorder.deeds if deed.words == "Mei sent the form “Join the circles”")
    first = next(each for each in told(recorder, "database") if each.sure)
    assert (first.deed, first.name) == (form.number, "INSERT participants, INSERT jobs")
    assert first.took > 0
    gives = [each for each in recorder.records if each.words == "gives the role “Mentor” to Mei"]
    assert [(each.deed, each.sure) for each in gives] == [(form.number, True)]
    jobs = [(each.name, each.deed, each.sure) for each in told(recorder, "job")][-2:]
    assert jobs == [("roles begins", form.number, True), ("roles is done", form.number, True)]


async def test_nothing_that_is_kept_about_anybody_reaches_the_lens_from_the_database(stage, open_bridge):
    recorder = watched(stage)
    mei = await open_bridge.join("Mei")
    await comes_to_rest(stage)
    await sign_up(mei, "I can mentor", "Gen Z · born 1997 to 2012")
    await comes_to_rest(stage)
    offered = [*told(recorder, "database"), *told(recorder, "job")]
    text = json.dumps([each.as_json() for each in offered], ensure_ascii=False)
    assert "INSERT participants" in text
    for private in (mei.id, "Mei", "Gen Z", "gen", "mentor"):
        assert private not in text
