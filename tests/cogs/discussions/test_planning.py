"""A discussion is planned: typed in one's own words, read back, and only then there."""

import asyncio
from dataclasses import replace

import pytest

from domain.discussions import Places
from domain.repeats import LAST
from tests.cogs.discussions.planning import FORM, NOTHING_YET, a_day, coming, plans, they_plan
from tests.cogs.ticking import passes

SUNDAY = 6
DAY = 24 * 3600


async def test_what_was_understood_is_read_back_and_nothing_is_there_before_it_is_confirmed(
    stage, server, mei
):
    await plans(mei)
    shown = mei.reads(await mei.sees(NOTHING_YET))
    assert "How do we grow old?" in shown
    assert "Friday" in shown
    assert "19:00" in shown
    assert await coming(stage, server) == []
    await mei.clicks("Plan it")
    await mei.sees("It is planned")
    [date] = await coming(stage, server)
    assert (date.title, date.host_id, date.local.strftime("%A %H:%M")) == (
        "How do we grow old?",
        int(mei.id),
        "Friday 19:00",
    )


async def test_everything_else_is_set_in_the_preview(stage, server, mei, ruth):
    await mei.clicks("Plan a discussion")
    await mei.fills(FORM | {"How long?": "1h30", "What is it about? (if you like)": "Our grandparents."})
    await mei.clicks("Repeat")
    await mei.fills({"It takes place": "every Friday", "How many times? (if you know)": "6"})
    await mei.clicks("Places")
    await mei.fills({"In all": "6", "Mentors": "3", "Mentees": "3"})
    await mei.clicks("Host and guests")
    await mei.fills({"Who hosts it?": "Ruth"})
    await mei.clicks("Prompts")
    await mei.chooses("Choose a deck of prompts", "Circles")
    shown = mei.reads(await mei.sees(NOTHING_YET))
    assert "1 h 30 min" in shown
    assert "every Friday, 6 times in all" in shown
    assert "6 in all · 3 for mentors · 3 for mentees" in shown
    assert "@Ruth" in shown
    await mei.clicks("Plan it")
    await mei.sees("It is planned")
    dates = await coming(stage, server)
    assert len(dates) == 6
    assert {date.places for date in dates} == {Places(6, 3, 3)}
    assert {date.host_id for date in dates} == {int(ruth.id)}
    assert {date.deck for date in dates} == {"circles"}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"When?": "yesterday"}, "passed"),
        ({"When?": "next Blursday"}, "Blursday"),
        ({"When?": "Friday"}, "time"),
        ({"When?": "Friday 7 pm Europe/Atlantis"}, "Atlantis"),
        ({"How long?": "0"}, "very short"),
        ({"How long?": "a week"}, "How long does it take?"),
    ],
)
async def test_bad_input_gets_a_sentence_and_what_was_typed_is_kept(stage, server, mei, wrong, said):
    await plans(mei, Topic="Work", **wrong)
    shown = mei.reads(await mei.sees("What you typed is kept"))
    assert said in shown
    assert "How do we grow old?" in shown
    await mei.clicks("Start a new plan")
    await mei.fills({"When?": "tomorrow 18:00", "How long?": "60"})
    shown = mei.reads(await mei.sees(NOTHING_YET))
    assert "How do we grow old?" in shown, "it had not to be typed again"
    assert "**Topic:** Work" in shown, "nor chosen"
    assert await coming(stage, server) == []


async def test_whoever_walks_away_finds_their_plan_after_a_restart(stage, server, mei):
    await plans(mei)
    await mei.sees(NOTHING_YET)
    await stage.restart()
    await mei.clicks("Plan a discussion")
    await mei.sees("You were planning something")
    await mei.clicks("Go on")
    await mei.clicks("Plan it")
    await mei.sees("It is planned")
    assert len(await coming(stage, server)) == 1


async def test_a_template_needs_only_a_time(stage, server, mei, ruth):
    await plans(mei)
    await mei.clicks("Save as a template")
    await mei.sees("Saved as a template")
    await mei.clicks("Throw away")
    await mei.sees("Thrown away")
    await ruth.clicks("Plan a discussion")
    await ruth.chooses("Or begin from a template", "How do we grow old?")
    await ruth.clicks("Use it")
    await ruth.fills({"When?": "tomorrow at 18:00"})
    shown = ruth.reads(await ruth.sees(NOTHING_YET))
    assert "@Ruth" in shown
    await ruth.clicks("Plan it")
    await ruth.sees("It is planned")


async def test_whoever_may_not_plan_is_told_who_may_also_when_that_changes_in_between(stage, server, mei):
    await plans(mei)
    await they_plan(stage, server, "hosts")
    await mei.clicks("Plan it")
    await mei.sees("Planning is for others here")
    assert await coming(stage, server) == []


async def test_who_may_not_plan_any_more_when_the_form_is_sent_keeps_what_they_wrote(stage, server, mei):
    await mei.clicks("Plan a discussion")
    await they_plan(stage, server, "stewards")
    await mei.fills(FORM)
    shown = mei.reads(await mei.sees("Planning is for others here"))
    assert "How do we grow old?" in shown


async def test_the_command_shows_the_same_preview_or_opens_the_form(stage, server, mei):
    await mei.runs("/discussion plan", title="How do we grow old?", when="tomorrow 18:00")
    await mei.sees(NOTHING_YET)
    await mei.clicks("Throw away")
    await mei.runs("/discussion plan")
    assert mei.form is not None


async def test_two_taps_in_a_row_plan_it_once(stage, server, mei):
    await plans(mei)
    await asyncio.gather(mei.clicks("Plan it"), mei.clicks("Plan it"))
    await mei.sees("It is planned")
    assert len(await coming(stage, server)) == 1


async def test_an_old_preview_plans_nothing_that_was_not_seen(stage, server, mei):
    await plans(mei)
    old = await mei.sees(NOTHING_YET)
    await mei.clicks("Plan a discussion")
    await mei.clicks("Go on")
    await mei.clicks("Change")
    await mei.fills({"When?": "tomorrow 18:00"})
    [stale] = [button for shown, button in mei.controls() if shown is old and button["label"] == "Plan it"]
    await mei.presses(old, stale)
    await mei.sees("You have changed this since then")
    assert await coming(stage, server) == []
    await mei.clicks("Go on", on="You have changed this")
    await mei.clicks("Plan it")
    [date] = await coming(stage, server)
    assert date.local.strftime("%H:%M") == "18:00"


async def test_whose_clocks_are_not_known_is_told_which_were_taken_and_sets_their_own(stage, server, ruth):
    await plans(ruth)
    shown = ruth.reads(await ruth.sees(NOTHING_YET))
    assert "I do not know the time where you are" in shown
    await ruth.clicks("My time zone", on=NOTHING_YET)
    await ruth.fills({"A city near you": "Zurich"})
    await ruth.clicks("Yes, this is my time")
    await ruth.clicks("Plan a discussion")
    await ruth.clicks("Go on")
    await ruth.clicks("Change")
    await ruth.fills({"When?": "next Friday 7 pm"})
    shown = ruth.reads(await ruth.sees("by the clocks of Europe/Zurich"))
    assert "I do not know" not in shown


async def test_a_time_that_no_clock_shows_is_told_and_planned_as_it_was_read_back(stage, server, mei):
    gap = a_day(stage, 3, SUNDAY, LAST)
    await plans(mei, **{"When?": f"{gap} 02:30 Europe/Zurich"})
    shown = mei.reads(await mei.sees("no clock shows it"))
    assert f"Sunday, {gap.day} March {gap.year}, 03:30" in shown
    await mei.clicks("Plan it")
    [date] = await coming(stage, server)
    assert date.starts_at.strftime("%H:%M") == "01:30"


async def test_a_2_000_character_title_of_a_command_comes_back_to_be_shortened(stage, server, mei):
    await mei.runs("/discussion plan", title="*x" * 1000, when="tomorrow 18:00")
    shown = mei.reads(await mei.sees("That name is too long"))
    assert "2,000" in shown
    await mei.clicks("Start a new plan")
    title = mei.form.fields[0][1]
    assert title["value"].startswith("*x*x")
    await mei.fills({"What is it called?": "Shorter"})
    await mei.sees(NOTHING_YET)


async def test_a_decks_end_is_noticed_and_the_plan_waits_for_another(stage, server, mei):
    await plans(mei)
    async with stage.database.begin() as store:
        kept = await store.plans.find(int(server.guild.id), int(mei.id))
        now = stage.bot.deps.now()
        plan = replace(kept.plan, deck="ours")
        await store.plans.change(int(server.guild.id), int(mei.id), kept, plan, now)
    await mei.clicks("Plan a discussion")
    await mei.clicks("Go on")
    await mei.sees("that deck is gone")
    await mei.clicks("Plan it", on="that deck is gone")
    await mei.sees("Those prompts are gone")
    await mei.clicks("Go on", on="Those prompts are gone")
    await mei.clicks("Prompts", on="that deck is gone")
    await mei.chooses("Choose a deck of prompts", "Circles")
    await mei.clicks("Plan it", on="from the deck *Circles*")
    assert len(await coming(stage, server)) == 1


async def test_a_plan_whose_time_has_passed_waits_for_another(stage, server, mei):
    await plans(mei)
    passes(stage, 15 * DAY)
    await mei.clicks("Plan it")
    await mei.sees("That time has passed")
    await mei.clicks("Go on")
    await mei.clicks("Places")
    await mei.fills({"In all": "4"})
    await mei.clicks("Change", on="That time has passed")
    await mei.fills({"When?": "tomorrow 18:00"})
    await mei.clicks("Plan it", on=NOTHING_YET)
    assert len(await coming(stage, server)) == 1
