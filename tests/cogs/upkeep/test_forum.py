"""The forum of worldviews: its tags follow the topics, and its two lasting posts stay."""

from __future__ import annotations

from typing import Any

import pytest

from cogs.kit.cards import Card
from cogs.signup.joining import JoinButton
from cogs.upkeep.places import post_for, tags_of
from data.tables import discord_objects
from domain.communities import Topic
from sandbox import World
from sandbox.guild import Guild
from tests.cogs.upkeep.watching import CHANNELS, becomes, calls, channels, comes_to_rest, notices, resumes
from tests.until import until
from tour.community import Bridge
from tour.stage import Stage

PINNED = 1 << 1
GUIDE, INDEX = "Start here: explain how you see the world", "Index: worldviews at rest"
TOPICS = [
    *("Work", "Money", "Family", "Friendship", "Love", "Home", "Faith", "Politics"),
    *("News", "Technology", "Climate", "Health", "Learning", "Ageing", "Belonging", "Time"),
]


@pytest.fixture
def server(stage, open_bridge):
    """Set up, with a bot that looks at once and not a second after a change."""
    stage.bot.get_cog("Upkeep").settle = 0
    return open_bridge


def tags(guild: Guild) -> list[str]:
    return [tag["name"] for tag in guild.channel("worldviews")["available_tags"]]


def posts(guild: Guild) -> dict[str, Any]:
    """Every post by its title, of which there must be one."""
    found = guild.threads.below(guild.channel("worldviews")["id"])
    titles = [post["name"] for post in found]
    assert sorted(titles) == sorted(set(titles)), "a post stands twice"
    return {post["name"]: post for post in found}


def in_order(guild: Guild) -> bool:
    found = posts(guild)
    if not {GUIDE, INDEX} <= found.keys():
        return False
    guide, index = found[GUIDE], found[INDEX]
    rest = any(post["thread_metadata"]["archived"] for post in (guide, index))
    return bool(guide["flags"] & PINNED and index["thread_metadata"]["locked"] and not rest)


def first_message(world: World, guild: Guild, title: str) -> Any:
    post = posts(guild)[title]
    return next(
        each for each in world.messages.seen_by(guild.owner_id, post["id"]) if each["id"] == post["id"]
    )


async def topics_become(stage: Stage, server: Bridge, *topics: Topic) -> None:
    """As the stewards' form does it."""
    community_id = int(server.guild.id)
    async with stage.database.begin() as store:
        await store.communities.save_topics(community_id, topics)
    stage.bot.dispatch("upkeep_wanted", community_id, members=False)
    await comes_to_rest(stage)


async def test_the_forum_has_the_topics_as_tags_and_two_posts_that_last(stage, server):
    assert tags(server.guild) == TOPICS
    assert in_order(server.guild)
    assert len(posts(server.guild)) == 2
    forum = await stage.bot.fetch_channel(int(server.guild.channel("worldviews")["id"]))
    assert 1_000 > len(forum.topic) > 200
    assert await tags_of(stage.bot, int(server.guild.id)) == {
        tag.name.lower(): tag.id for tag in forum.available_tags
    }
    index = await post_for(stage.bot, int(server.guild.id), "index")
    assert index is not None
    assert str(index.id) == posts(server.guild)[INDEX]["id"]


async def test_members_may_post_there_by_hand_and_write_under_a_post_but_not_in_the_index(server):
    mei = await server.join("Mei")
    await mei.posts("worldviews", "How I see work", "It is not who I am.", tags=["Work"])
    await mei.says("How I see work", "And you?")
    with pytest.raises(Exception, match="locked"):
        await mei.says(INDEX, "Hello?")


async def test_the_plan_names_the_forum_and_its_topics(stage, bridge):
    await bridge.nora.runs("/setup")
    plan = bridge.nora.reads(await bridge.nora.sees("Nothing has been changed yet"))
    assert "the forum **#worldviews**" in plan
    assert "Work, Money, Family" in plan
    assert GUIDE in plan
    assert INDEX in plan


async def test_in_spanish_the_topics_are_spanish(stage, bridge):
    bridge.world.person("Nora", locale="es-ES")
    await bridge.nora.runs("/setup")
    await bridge.nora.clicks("Hazlo")
    await bridge.nora.sees("Todo está en su sitio", within=10)
    forum = bridge.guild.channel("visiones-del-mundo")
    assert [tag["name"] for tag in forum["available_tags"]][:2] == ["Trabajo", "Dinero"]


async def test_the_guide_shows_the_buttons_that_are_registered_and_is_edited_when_there_is_another(
    stage, server
):
    before = posts(server.guild)[GUIDE]["id"]
    stage.bot.guide_buttons.append(JoinButton)
    await resumes(stage)
    await resumes(stage)
    assert posts(server.guild)[GUIDE]["id"] == before
    assert "Join the circles" in server.nora.reads(first_message(server.world, server.guild, GUIDE))


async def test_row_37_a_forum_deleted_by_hand_comes_back_with_all_that_was_in_it(stage, server):
    await server.nora.deletes_channel("worldviews")
    await becomes(server.world, lambda: channels(server.guild) == CHANNELS and in_order(server.guild))
    await comes_to_rest(stage)
    assert tags(server.guild) == TOPICS
    (told,) = [each for each in notices(server.world, server.guild) if "Made again" in each]
    assert "#worldviews" in told


@pytest.mark.parametrize("title", [GUIDE, INDEX])
async def test_row_37_a_lasting_post_deleted_by_hand_comes_back(stage, server, title):
    await server.nora.deletes_thread(title)
    await becomes(server.world, lambda: in_order(server.guild))
    await comes_to_rest(stage)
    assert len(posts(server.guild)) == 2
    (told,) = [each for each in notices(server.world, server.guild) if "Made again" in each]
    assert title in told


async def test_row_37_a_post_whose_first_message_was_deleted_is_made_anew(stage, server):
    first = first_message(server.world, server.guild, GUIDE)
    await server.nora.deletes_message(first)
    await resumes(stage)
    assert in_order(server.guild)
    assert first_message(server.world, server.guild, GUIDE)["id"] != first["id"]
    assert len(posts(server.guild)) == 2


@pytest.mark.parametrize("change", [{"archived": True}, {"flags": 0}])
async def test_row_37_a_guide_put_to_rest_or_unpinned_by_hand_stands_at_the_top_again(stage, server, change):
    await server.nora.edits_thread(GUIDE, **change)
    assert not in_order(server.guild)
    await becomes(server.world, lambda: in_order(server.guild))


async def test_row_37_an_index_unlocked_or_put_to_rest_by_hand_is_locked_and_awake_again(stage, server):
    await server.nora.edits_thread(INDEX, archived=True, locked=False)
    await becomes(server.world, lambda: in_order(server.guild))


async def test_a_guide_at_rest_is_woken_before_it_is_renewed(stage, server):
    await stage.stop()
    await server.nora.archives(GUIDE)
    await stage.start()
    stage.bot.panels["guide"] = lambda say, _: Card("A newer guide")
    await resumes(stage)
    assert in_order(server.guild)
    assert "A newer guide" in server.nora.reads(first_message(server.world, server.guild, GUIDE))


async def test_a_post_that_stewards_pinned_stays_pinned_and_nothing_is_said(stage, server):
    await stage.stop()
    theirs = await server.nora.posts("worldviews", "Our rules", "Be kind.")
    await server.nora.edits_thread(GUIDE, flags=0)
    await server.nora.edits_thread("Our rules", flags=PINNED)
    await stage.start()
    await comes_to_rest(stage)
    since = len(stage.sandbox.requests)
    await resumes(stage)
    assert theirs["flags"] & PINNED
    assert not posts(server.guild)[GUIDE]["flags"] & PINNED
    assert {call.split()[0] for call in calls(stage, since)} == {"GET"}
    assert notices(server.world, server.guild) == []
    await server.nora.edits_thread("Our rules", flags=0)
    await resumes(stage)
    assert in_order(server.guild)


async def test_stewards_who_pin_a_post_at_the_same_moment_are_not_told_of_a_fault(stage, server):
    await server.nora.posts("worldviews", "Our rules", "Be kind.")
    slow = server.world.faults.next("PATCH", "/channels/", "delay 0.2 before")
    await server.nora.edits_thread(GUIDE, flags=0)
    await until(lambda: slow.struck)
    await server.nora.edits_thread("Our rules", flags=PINNED)
    await comes_to_rest(stage)
    assert [call.status for call in stage.sandbox.requests if call.method == "PATCH"] == [400]
    assert posts(server.guild)["Our rules"]["flags"] & PINNED
    assert notices(server.world, server.guild) == []


async def test_a_lost_database_finds_its_posts_again_even_at_rest(stage, server):
    before = {title: post["id"] for title, post in posts(server.guild).items()}
    async with stage.database.begin() as store:
        await store.link.execute(discord_objects.delete().where(discord_objects.c.kind == "panel"))
    await server.nora.archives(GUIDE)
    await resumes(stage)
    await becomes(server.world, lambda: in_order(server.guild))
    assert {title: post["id"] for title, post in posts(server.guild).items()} == before


LOST = [
    ("POST", "/channels/.*/threads", "502 after"),
    ("POST", "/channels/.*/threads", "502 before"),
    ("POST", "/channels/.*/threads", "drop after"),
    ("POST", "/guilds/.*/channels", "drop after"),
    ("PATCH", "/channels/.*", "502 after"),
    ("PATCH", "/channels/.*", "drop after"),
]


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize(("method", "path", "outcome"), LOST)
async def test_row_10_a_lost_answer_leaves_no_post_twice(stage, bridge, method, path, outcome, number):
    await bridge.nora.runs("/setup")
    await bridge.nora.sees("Nothing has been changed yet")
    bridge.world.faults.next(method, path, outcome, times=number)
    await bridge.nora.clicks("Do it")
    await bridge.nora.sees("Everything is in place", within=10)
    await comes_to_rest(stage)
    assert channels(bridge.guild) == CHANNELS
    assert in_order(bridge.guild)
    assert len(posts(bridge.guild)) == 2
    assert tags(bridge.guild) == TOPICS


@pytest.mark.parametrize("path", ["/guilds/.*/threads/active", "/channels/.*/messages"])
async def test_posts_that_could_not_be_looked_for_are_not_made_twice(stage, server, path):
    server.world.faults.next("GET", path, "drop before", times=3)
    await resumes(stage)
    await resumes(stage)
    assert in_order(server.guild)
    assert len(posts(server.guild)) == 2


async def test_a_server_that_may_have_no_forum_is_told_how_and_has_all_the_rest(stage, server):
    await stage.stop()
    await server.nora.deletes_channel("worldviews")
    await server.nora.deletes_role("Mentor")
    refusal = server.world.faults.next("POST", "/guilds/.*/channels", "400", times=99)
    await stage.start()
    await server.nora.sees("Enable Community", within=5)
    await comes_to_rest(stage)
    assert refusal.struck == 1
    assert server.guild.role("Mentor")
    refusal.cancel()
    await resumes(stage)
    await server.nora.sees("Now it can", within=5)
    assert in_order(server.guild)


async def test_a_renamed_topic_keeps_its_tag_and_so_do_the_posts(stage, server):
    mei = await server.join("Mei")
    post = await mei.posts("worldviews", "How I see work", "It is not who I am.", tags=["Work"])
    work = server.guild.channel("worldviews")["available_tags"][0]["id"]
    await topics_become(stage, server, Topic("faith", "Faith"), Topic("work", "Working life"))
    assert tags(server.guild) == ["Faith", "Working life"]
    assert server.guild.channel("worldviews")["available_tags"][1]["id"] == work
    assert post["applied_tags"] == [work]


async def test_tags_deleted_renamed_or_moved_by_hand_are_put_right_in_one_call(stage, server):
    forum = server.guild.channel("worldviews")
    first, second, *others = forum["available_tags"]
    since = len(stage.sandbox.requests)
    await server.nora.edits_channel("worldviews", available_tags=[*others, {**first, "name": "Toil"}])
    assert second["name"] not in tags(server.guild)
    await becomes(server.world, lambda: tags(server.guild) == TOPICS)
    await comes_to_rest(stage)
    changes = [call for call in calls(stage, since) if not call.startswith("GET")]
    assert changes == ["PATCH /channels/{channel_id}"]
    assert forum["available_tags"][0]["id"] == first["id"]
    known = await tags_of(stage.bot, int(server.guild.id))
    assert known == {tag["name"].lower(): int(tag["id"]) for tag in forum["available_tags"]}


async def test_a_tag_that_stewards_add_stays_behind_ours_and_is_no_topic(stage, server):
    forum = server.guild.channel("worldviews")
    theirs = {"name": "Meetings", "moderated": True, "emoji_name": "📅"}
    await server.nora.edits_channel("worldviews", available_tags=[theirs, *forum["available_tags"]])
    await comes_to_rest(stage)
    assert tags(server.guild) == [*TOPICS, "Meetings"]
    kept = forum["available_tags"][-1]
    assert (kept["moderated"], kept["emoji_name"]) == (True, "📅")
    await topics_become(stage, server, *(Topic(f"t{n}", f"Topic {n}") for n in range(20)))
    assert tags(server.guild) == [f"Topic {n}" for n in range(20)], "there is room for twenty"


async def test_a_tag_of_the_same_name_is_used_for_a_new_topic(stage, server):
    forum = server.guild.channel("worldviews")
    await server.nora.edits_channel("worldviews", available_tags=[*forum["available_tags"], {"name": "food"}])
    await comes_to_rest(stage)
    theirs = forum["available_tags"][-1]["id"]
    await topics_become(stage, server, Topic("food", "Food"))
    assert [(tag["name"], tag["id"]) for tag in forum["available_tags"]] == [("Food", theirs)]


async def test_row_17_a_forum_lost_in_an_outage_comes_back_whole(stage, server):
    await server.world.outage(server.guild)
    await server.nora.deletes_thread(INDEX)
    await server.nora.archives(GUIDE)
    await server.nora.edits_channel("worldviews", available_tags=[])
    await server.world.restore(server.guild)
    await becomes(server.world, lambda: in_order(server.guild) and tags(server.guild) == TOPICS)
