"""Stewards decide what people talk about, and how: seen first, then changed, and nobody else may."""

from __future__ import annotations

import asyncio
from zoneinfo import ZoneInfo

import pytest

from cogs.upkeep.places import tags_of
from domain.communities import TopicSettings
from sandbox import Permission
from tests.cogs.upkeep.watching import becomes, comes_to_rest, messages_in, resumes

PANEL = "For stewards"


@pytest.fixture
def server(stage, open_bridge):
    """Set up, with a bot that looks at once and not a second after a change."""
    stage.bot.get_cog("Upkeep").settle = 0
    return open_bridge


@pytest.fixture
def nora(server):
    server.nora.goes_to("steward-desk")
    return server.nora


async def community(stage, server):
    async with stage.database.read() as store:
        return await store.communities.find(int(server.guild.id))


async def settings(stage, server):
    return (await community(stage, server)).settings


def tags(server):
    return [tag["name"] for tag in server.guild.channel("worldviews")["available_tags"]]


async def edits_topics(nora, text):
    await nora.clicks("Topics", on=PANEL)
    await nora.clicks("Edit the topics")
    await nora.fills({"One topic a line": text})


@pytest.mark.parametrize(
    ("button", "now"),
    [
        ("Topics", "- Work"),
        ("Listening window", "**24 hours**"),
        ("Names in hiding", "It is now **off**"),
        ("Reply coach", "It is now **on**"),
        ("Prompt of the week", "There is none now"),
    ],
)
async def test_a_press_on_the_panel_shows_how_it_is_now(nora, button, now):
    await nora.clicks(button, on=PANEL)
    assert await nora.sees(now)


@pytest.mark.parametrize("database_url", ["sqlite", "postgresql"], indirect=True)
async def test_edited_topics_become_the_tags_and_the_answer_says_what_changed(stage, server, nora):
    await edits_topics(nora, "Working life\nFood\nFaith")
    told = nora.reads(await nora.sees("Saved"))
    assert "Called otherwise: Work → Working life, Money → Food" in told
    assert "Gone: Family" in told
    assert "tags in the forum up to date" in told
    await becomes(server.world, lambda: tags(server) == ["Working life", "Food", "Faith"])
    chosen = (await community(stage, server)).topics
    assert [(topic.key, topic.name) for topic in chosen] == [
        ("work", "Working life"),
        ("money", "Food"),
        ("faith", "Faith"),
    ]


async def test_the_form_shows_the_topics_and_sent_unchanged_it_changes_nothing(stage, server, nora):
    before = await community(stage, server)
    await nora.clicks("Topics", on=PANEL)
    await nora.clicks("Edit the topics")
    await nora.fills({})
    told = nora.reads(await nora.sees("Saved"))
    assert not any(word in told for word in ("New:", "Gone:", "Called otherwise:"))
    assert await community(stage, server) == before


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("\u200b\n ", "There is no topic in the list"),
        ("\n".join(f"Topic {n}" for n in range(21)), "These are 21 topics"),
        ("Work\nEverything about *our* town", "is too long"),
        ("Work\nFaith\nwork", "stands there twice"),
    ],
)
async def test_a_list_that_cannot_be_is_a_sentence_and_what_was_typed_can_be_copied(
    stage, server, nora, text, sentence
):
    before = await community(stage, server)
    await edits_topics(nora, text)
    told = nora.reads(await nora.sees(sentence))
    assert "Nothing was changed" in told
    assert all(line.strip() in told for line in text.splitlines() if line.strip("\u200b "))
    assert await community(stage, server) == before
    await nora.clicks("Edit the topics")
    await nora.fills({"One topic a line": "Work"})
    await nora.sees("Saved")


async def test_topics_by_any_name_do_no_harm_on_the_page(server, nora):
    await edits_topics(nora, "@everyone\n```\n**bold**\n<@&1> || x\n# head")
    page = await nora.sees("Saved")
    assert page["mention_everyone"] is False
    assert page["mention_roles"] == []
    await becomes(server.world, lambda: "**bold**" in tags(server))


async def test_two_stewards_who_edit_at_once_leave_one_whole_list(stage, server, nora):
    olga = await second_steward(server)
    for steward in (nora, olga):
        await steward.clicks("Topics", on=PANEL)
        await steward.clicks("Edit the topics")
    await asyncio.gather(
        nora.fills({"One topic a line": "Work\nFood"}), olga.fills({"One topic a line": "Faith\nMoney"})
    )
    await nora.sees("Saved")
    await olga.sees("Saved")
    await comes_to_rest(stage)
    names = [topic.name for topic in (await community(stage, server)).topics]
    assert names in (["Work", "Food"], ["Faith", "Money"])
    assert tags(server) == names


async def test_the_listening_window_is_chosen_from_a_list(stage, server, nora):
    await nora.clicks("Listening window", on=PANEL)
    await nora.chooses("Choose how long", "48 hours")
    await nora.sees("It counts for worldviews posted from now on")
    assert (await settings(stage, server)).questions_only_hours == 48
    await nora.chooses("Choose how long", "No window: everybody may reply at once")
    await nora.sees("No window")
    assert (await settings(stage, server)).questions_only_hours == 0


async def test_made_up_names_are_allowed_only_after_it_was_said_what_they_cannot_do(stage, server, nora):
    await nora.clicks("Names in hiding", on=PANEL)
    page = nora.reads(await nora.sees("Before you turn it on"))
    for limit in ("small circle", "Whoever runs me", "Two stewards together"):
        assert limit in page
    await nora.clicks("Allow made-up names")
    await nora.sees("Tell them what it cannot do")
    assert (await settings(stage, server)).pseudonyms
    await nora.clicks("Allow them no more")
    await nora.sees("Those that stand there keep theirs")
    assert not (await settings(stage, server)).pseudonyms


async def test_the_coach_is_turned_off_and_on(stage, server, nora):
    await nora.clicks("Reply coach", on=PANEL)
    await nora.clicks("Turn it off")
    await nora.sees("replies are posted as they are")
    assert not (await settings(stage, server)).coach
    await nora.clicks("Turn it on")
    await nora.sees("From the next reply on")
    assert (await settings(stage, server)).coach


async def asks_weekly(nora, city, time="18:00"):
    await nora.clicks("Prompt of the week", on=PANEL)
    await nora.clicks("Choose day and time")
    await nora.fills({"On which day?": "Friday", "At what time?": time, "By the clocks of which city?": city})


async def test_the_prompt_of_the_week_is_read_back_with_its_next_date(stage, server, nora):
    await asks_weekly(nora, "Zurich", "6 pm")
    told = nora.reads(await nora.sees("Every Friday at"))
    assert "by the clocks of Europe/Zurich" in told
    assert await settings(stage, server) == TopicSettings(
        week_day=4, week_time="18:00", time_zone="Europe/Zurich"
    )
    async with stage.database.read() as store:
        (job,) = await store.jobs.open(int(server.guild.id), "week-prompt")
    there = job.due_at.astimezone(ZoneInfo("Europe/Zurich"))
    assert (there.weekday(), there.hour, there.minute) == (4, 18, 0)
    assert f"<t:{int(job.due_at.timestamp())}:F>" in str(nora.message("Every Friday at"))


async def test_of_several_cities_one_is_chosen_and_until_then_the_clocks_stay_as_they_are(
    stage, server, nora
):
    await asks_weekly(nora, "Birmingham")
    await nora.sees("I know several places called")
    assert await settings(stage, server) == TopicSettings(week_day=4)
    await nora.chooses("Choose the city", "Birmingham, United States · America/Chicago")
    await nora.sees("by the clocks of")
    assert (await settings(stage, server)).time_zone == "America/Chicago"


async def test_without_a_city_the_clocks_stay(stage, server, nora):
    await asks_weekly(nora, "Tokyo")
    await nora.sees("Every Friday at")
    await asks_weekly(nora, "", "07:30")
    await nora.sees("07:30")
    assert await settings(stage, server) == TopicSettings(
        week_day=4, week_time="07:30", time_zone="Asia/Tokyo"
    )


@pytest.mark.parametrize(
    ("city", "time", "sentence"),
    [("Zurich", "tea time", "I do not understand that time"), ("Xyzzyx", "18:00", "I do not know a city")],
)
async def test_what_is_not_understood_changes_nothing(stage, server, nora, city, time, sentence):
    await asks_weekly(nora, city, time)
    assert "[Choose day and time]" in nora.reads(await nora.sees(sentence))
    assert await settings(stage, server) == TopicSettings()


async def test_the_prompt_of_the_week_can_be_turned_off_and_keeps_its_clocks(stage, server, nora):
    await asks_weekly(nora, "Tokyo")
    await nora.clicks("No prompt of the week")
    await nora.sees("There is none now")
    assert await settings(stage, server) == TopicSettings(time_zone="Asia/Tokyo")


async def sees_the_desk(server, who):
    """Stewards may let anybody look at their desk."""
    await server.nora.creates_role("Friends")
    await server.nora.gives_role(who, "Friends")
    await server.nora.edits_overwrites("steward-desk", "Friends", allow=int(Permission.VIEW_CHANNEL))
    who.goes_to("steward-desk")


async def second_steward(server):
    """Somebody who may manage the server and is no administrator."""
    olga = await server.join("Olga")
    await server.nora.creates_role("Stewards", permissions=str(int(Permission.MANAGE_GUILD)))
    await server.nora.gives_role(olga, "Stewards")
    await sees_the_desk(server, olga)
    return olga


PRESSES = ["Topics", "Listening window", "Names in hiding", "Reply coach", "Prompt of the week"]


@pytest.mark.parametrize("button", PRESSES)
async def test_row_39_a_member_who_can_see_the_desk_cannot_use_its_buttons(stage, server, button):
    mei = await server.join("Mei")
    await sees_the_desk(server, mei)
    await mei.clicks(button, on=PANEL)
    await mei.sees("This is for stewards only")
    assert await settings(stage, server) == TopicSettings()


LATE = {
    "Topics": lambda who: who.fills({"One topic a line": "Mine alone"}),
    "Listening window": lambda who: who.chooses("Choose how long", "48 hours"),
    "Names in hiding": lambda who: who.clicks("Allow made-up names"),
    "Reply coach": lambda who: who.clicks("Turn it off"),
    "Prompt of the week": lambda who: who.fills({"On which day?": "Friday"}),
}


@pytest.mark.parametrize("button", PRESSES)
async def test_row_39_a_steward_who_is_one_no_more_cannot_finish_what_they_began(stage, server, button):
    olga = await second_steward(server)
    await olga.clicks(button, on=PANEL)
    if button in ("Topics", "Prompt of the week"):
        await olga.clicks({"Topics": "Edit the topics"}.get(button, "Choose day and time"))
    await server.nora.takes_role(olga, "Stewards")
    before = await community(stage, server)
    await LATE[button](olga)
    await olga.sees("This is for stewards only")
    assert await community(stage, server) == before


async def test_row_37_a_panel_deleted_by_hand_stands_there_again(stage, server, nora):
    await nora.deletes_message(PANEL)
    await resumes(stage)
    await nora.sees(PANEL)
    panels = [
        each for each in messages_in(server.world, server.guild, "steward-desk") if PANEL in nora.reads(each)
    ]
    assert len(panels) == 1


async def test_row_17_topics_decided_just_before_an_outage_become_tags_after_it(stage, server, nora):
    await edits_topics(nora, "Work\nFood")
    await server.world.outage(server.guild)
    await server.world.restore(server.guild)
    await becomes(server.world, lambda: tags(server) == ["Work", "Food"])


@pytest.mark.parametrize("outcome", ["502 after", "502 before", "drop after", "reset after"])
async def test_row_10_a_lost_answer_leaves_no_tag_twice(stage, server, nora, outcome):
    server.world.faults.next("PATCH", "/channels/[0-9]+$", outcome)
    await edits_topics(nora, "Work\nFood")
    await becomes(server.world, lambda: tags(server) == ["Work", "Food"])
    await comes_to_rest(stage)
    assert tags(server) == ["Work", "Food"]
    ids = [int(tag["id"]) for tag in server.guild.channel("worldviews")["available_tags"]]
    assert list((await tags_of(stage.bot, int(server.guild.id))).values()) == ids
