"""Row 46: whoever asks for more than is sensible keeps nobody else waiting."""

import asyncio
from datetime import timedelta

from actions.deps import utc_now
from cogs.kit.budgets import MANY, Budget
from cogs.kit.identifies import Pace
from tests.model.hands import CONSENT
from tour.community import sign_up

MENTOR, GEN_Z = "I can mentor", "Gen Z · born 1997 to 2012"
FEW = Pace(at_once=5, every=1.0)
FLOOD = 20


async def test_row_46_whoever_presses_without_end_is_slowed_down_and_nobody_else_is(stage, server, mei):
    hands = [utc_now()]
    stage.bot.presses = Budget(FEW, lambda: hands[0])
    ruth = await server.join("Ruth")
    await ruth.sees("Welcome, @Ruth")
    flood = [asyncio.create_task(presses_join(mei)) for _ in range(FLOOD)]
    await ruth.runs("/my-place")
    await ruth.sees("You are not in the circles yet")
    answers = await asyncio.gather(*flood)
    assert answers.count("a form") == FEW.at_once
    assert answers.count("That was a lot") == FLOOD - FEW.at_once

    hands[0] += timedelta(seconds=FEW.at_once * FEW.every)
    await sign_up(mei, MENTOR, GEN_Z)
    await mei.sees("You are in")


async def presses_join(person):
    """What the answer was."""
    interaction = await person.clicks("Join the circles", on="Reverse-mentoring circles")
    return "a form" if interaction.modal else "That was a lot"


async def test_row_46_sign_ups_without_end_cost_discord_no_more_than_the_pace_allows(stage, server, mei):
    """In and out again, as fast as it goes: the role calls behind it are what others would wait for."""
    now = utc_now()
    stage.bot.presses = Budget(Pace(at_once=20, every=1.0), lambda: now)
    await sign_up(mei, MENTOR, GEN_Z)
    while not mei.find("That was a lot"):
        await mei.clicks("My place", on="Reverse-mentoring circles")
        for button in ("Leave the circles", "Yes, leave"):
            if mei.find("That was a lot"):
                break
            await mei.clicks(button)
        else:
            await rejoins(mei)
    changes = [call for call in stage.sandbox.requests if "/roles/" in call.path and call.method != "GET"]
    assert len(changes) <= 20


async def rejoins(person):
    await person.clicks("Join the circles", on="Reverse-mentoring circles")
    if person.form is not None:
        await person.fills(CONSENT)


def test_a_clock_that_is_put_back_locks_nobody_out():
    hands = [utc_now()]
    budget = Budget(Pace(at_once=2, every=1.0), lambda: hands[0])
    assert [budget.spend(1) for _ in range(3)] == [True, True, False]
    hands[0] -= timedelta(hours=1)
    assert not budget.spend(1)
    hands[0] += timedelta(seconds=2)
    assert not budget.spend(1)


def test_people_who_are_quiet_again_are_forgotten():
    hands = [utc_now()]
    budget = Budget(Pace(at_once=2, every=1.0), lambda: hands[0])
    for user_id in range(MANY):
        budget.spend(user_id)
    hands[0] += timedelta(seconds=5)
    budget.spend(MANY)
    assert len(budget._used_until) == 1
