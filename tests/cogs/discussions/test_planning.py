"""A discussion is planned: typed in one's own words, read back, and only then there."""

import pytest

from actions import discussions
from domain.communities import DiscussionSettings
from domain.discussions import Places
from tests.cogs.listening.thread import BOOMER, ZOOMER
from tests.cogs.ticking import quick
from tests.cogs.upkeep.watching import comes_to_rest
from tour.community import sign_up

FORM = {"What is it called?": "How do we grow old?", "When?": "next Friday 7 pm"}


@pytest.fixture
def database_url(sqlite_url):
    return sqlite_url


@pytest.fixture
async def server(stage, open_bridge):
    await comes_to_rest(stage)
    quick(stage)
    await everybody_plans(stage, open_bridge)
    return open_bridge


@pytest.fixture
async def mei(server):
    return await _in(server, "Mei", "I can mentor", ZOOMER)


@pytest.fixture
async def ruth(server):
    return await _in(server, "Ruth", "I want to understand", BOOMER)


async def _in(server, name, seat, generation):
    person = await server.join(name)
    await sign_up(person, seat, generation)
    await person.sees("You are in")
    person.goes_to("discussions")
    return person


async def everybody_plans(stage, server, who="everyone"):
    async with stage.database.begin() as store:
        community = await store.communities.find(int(server.guild.id))
        changed = community.__class__(
            **{name: getattr(community, name) for name in community.__slots__}
            | {"discussions": DiscussionSettings(who_plans=who)}
        )
        await store.communities.save(changed)


async def coming(stage, server):
    return await discussions.next_dates(stage.bot.deps, int(server.guild.id))


async def test_what_was_understood_is_read_back_and_nothing_is_there_before_it_is_confirmed(
    stage, server, mei
):
    await mei.clicks("Plan a discussion")
    await mei.fills(FORM)
    shown = mei.reads(await mei.sees("Nothing has been planned yet"))
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
    shown = mei.reads(await mei.sees("Nothing has been planned yet"))
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
    await mei.clicks("Plan a discussion")
    await mei.fills(FORM | wrong)
    shown = mei.reads(await mei.sees("What you typed is kept"))
    assert said in shown
    assert "How do we grow old?" in shown
    await mei.clicks("Start a new plan")
    assert mei.form is not None
    await mei.fills({"When?": "tomorrow 18:00", "How long?": "60"})
    shown = mei.reads(await mei.sees("Nothing has been planned yet"))
    assert "How do we grow old?" in shown, "it had not to be typed again"
    assert await coming(stage, server) == []


async def test_whoever_walks_away_finds_their_plan_after_a_restart(stage, server, mei):
    await mei.clicks("Plan a discussion")
    await mei.fills(FORM)
    await mei.sees("Nothing has been planned yet")
    await stage.restart()
    await mei.clicks("Plan a discussion")
    await mei.sees("You were planning something")
    await mei.clicks("Go on")
    await mei.clicks("Plan it")
    await mei.sees("It is planned")
    assert len(await coming(stage, server)) == 1


async def test_a_template_needs_only_a_time(stage, server, mei, ruth):
    await mei.clicks("Plan a discussion")
    await mei.fills(FORM)
    await mei.clicks("Save as a template")
    await mei.sees("Saved as a template")
    await mei.clicks("Throw away")
    await mei.sees("Thrown away")
    await ruth.clicks("Plan a discussion")
    await ruth.chooses("Or begin from a template", "How do we grow old?")
    await ruth.clicks("Use it")
    await ruth.fills({"When?": "tomorrow at 18:00"})
    shown = ruth.reads(await ruth.sees("Nothing has been planned yet"))
    assert "@Ruth" in shown
    await ruth.clicks("Plan it")
    await ruth.sees("It is planned")


async def test_whoever_may_not_plan_is_told_who_may_also_when_that_changes_in_between(stage, server, mei):
    await mei.clicks("Plan a discussion")
    await mei.fills(FORM)
    await everybody_plans(stage, server, "hosts")
    await mei.clicks("Plan it")
    await mei.sees("Planning is for others here")
    assert await coming(stage, server) == []


async def test_the_command_shows_the_same_preview_or_opens_the_form(stage, server, mei):
    await mei.runs("/discussion plan", title="How do we grow old?", when="tomorrow 18:00")
    await mei.sees("Nothing has been planned yet")
    await mei.clicks("Throw away")
    await mei.runs("/discussion plan")
    assert mei.form is not None
