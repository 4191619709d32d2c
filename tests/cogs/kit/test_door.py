"""Whatever a press leads to, the person gets an answer, and only one."""

import asyncio

import pytest
import structlog

from cogs.kit import door
from sandbox import CannotDo
from tests.cogs.kit import probes


@pytest.fixture
async def mei(stage, bridge):
    await probes.post(stage, "probes")
    return await bridge.join("Mei")


@pytest.fixture
def impatient(monkeypatch):
    """Discord is told after a twentieth of a second instead of one and a half."""
    monkeypatch.setattr(door, "PATIENCE", 0.05)


async def test_an_answer_is_for_the_presser_alone(stage, bridge, mei):
    await mei.clicks("Answer")
    await mei.sees("answer")
    ruth = await bridge.join("Ruth")
    await ruth.sees_not("answer")


async def test_work_that_takes_long_is_announced_and_then_answered(mei, impatient):
    await mei.clicks("Slow")
    await mei.sees("slow, but here")


async def test_a_form_that_would_come_too_late_is_offered_again(mei, impatient):
    await mei.clicks("My place")
    await mei.sees("Press the button once more")
    await mei.clicks("My place", on="Press the button once more")


async def test_what_breaks_is_told_with_a_reference_and_logged_with_the_same(mei):
    with structlog.testing.capture_logs() as logs:
        await mei.clicks("Broken")
        seen = mei.reads(await mei.sees("Something went wrong"))
    (record,) = [log for log in logs if log["event"] == "click-failed"]
    assert record["reference"] in seen
    assert "secret" not in mei.screen()


async def test_a_control_that_forgets_to_answer_is_a_fault_and_the_person_is_told(mei):
    await mei.clicks("Silent")
    await mei.sees("Something went wrong")


async def test_a_refusal_is_a_sentence_in_the_persons_language(stage, bridge, mei):
    await mei.clicks("Refusing")
    await mei.sees("This is for stewards only")
    ruth = await bridge.join("Ruth", locale="es-ES")
    await ruth.clicks("Refusing")
    await ruth.sees("Esto es solo para el equipo")


async def test_a_refused_form_is_one_press_away(mei):
    await mei.clicks("Join the circles")
    await mei.fills({"Words": "no"})
    await mei.clicks("Join the circles", on="This is for stewards only")
    await mei.fills({"Words": "yes"})
    await mei.sees("you said yes")


async def test_on_ones_own_page_the_answer_takes_its_place(stage, bridge):
    await probes.post(stage, "book", [probes.Next(probes.say, page="1")])
    mei = await bridge.join("Mei")
    await mei.clicks("Next")
    await mei.sees("page 1")
    await mei.clicks("Next", on="page 1")
    await mei.sees("page 2")
    await mei.sees_not("page 1")
    await mei.sees("book")


async def test_row_05_a_control_that_no_code_knows_is_answered_with_a_way_on(stage, bridge):
    await probes.post(stage, "from long ago", [probes.Answers(probes.say)])
    stage.bot.controls.remove(probes.Answers)
    stage.bot.remove_dynamic_items(probes.Answers)
    mei = await bridge.join("Mei")
    await mei.clicks("Answer")
    await mei.sees("from an older time")


async def test_row_05_a_form_that_no_code_knows_is_answered_too(stage, bridge, mei):
    await mei.clicks("Join the circles")
    stage.bot.forms.remove(probes.AskForm)
    await mei.fills({"Words": "hello"})
    await mei.sees("from an older time")


async def test_row_03_an_answer_that_discord_has_already_is_no_failure(stage, bridge, mei):
    """502 after the answer arrived: the library repeats it and hears that it was there."""
    stage.world.faults.next("POST", r"/callback", "502 after")
    with structlog.testing.capture_logs() as logs:
        await mei.clicks("Answer")
        await mei.sees("answer")
    assert [log["event"] for log in logs if log["log_level"] == "error"] == []


async def test_row_02_an_answer_that_comes_after_the_deadline_is_logged_and_nothing_else_breaks(
    stage, bridge, mei
):
    """Discord no longer knows the interaction."""
    stage.world.faults.next("POST", r"/callback", 0.2)
    with structlog.testing.capture_logs() as logs:
        press = asyncio.create_task(mei.clicks("Answer"))
        await asyncio.sleep(0.05)
        stage.world.clock.advance(3.1)
        with pytest.raises(CannotDo):
            await press
        await until_logged(logs, "answer-too-late")
        await mei.clicks("Answer")
        await mei.sees("answer")
    assert [log["event"] for log in logs if log["log_level"] == "error"] == []


async def until_logged(logs, event):
    async with asyncio.timeout(3):
        while event not in [log["event"] for log in logs]:  # noqa: ASYNC110 - a log tells nobody
            await asyncio.sleep(0.005)
