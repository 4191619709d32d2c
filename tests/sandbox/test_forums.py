"""Forums: posts with their tags, and what a forum refuses."""

import io

import discord
import pytest

from sandbox import CannotDo, Permission
from tests.sandbox.refused import refused

WORK, RULES = discord.ForumTag(name="Work", emoji="🔧"), discord.ForumTag(name="Rules", moderated=True)
PINNED, REQUIRE_TAG = 1 << 1, 1 << 4


@pytest.fixture
async def forum(client, bridge):
    made = await bridge.create_forum("World Views", available_tags=[WORK, RULES], topic="Be kind")
    await client.hears("guild_channel_create")
    return made


async def as_plain_member(world) -> None:
    """From here on the bot may write, and nothing more."""
    plain = Permission.VIEW_CHANNEL | Permission.SEND_MESSAGES | Permission.READ_MESSAGE_HISTORY
    nora = world.person("Nora")
    await nora.edits_role("Circles", permissions=str(int(plain | Permission.SEND_MESSAGES_IN_THREADS)))
    await nora.edits_role("@everyone", permissions=str(int(plain)))


async def test_a_forum_has_all_its_settings(client, bridge):
    made = await bridge.create_forum(
        "World Views",
        topic="x" * 4_096,
        available_tags=[WORK],
        default_reaction_emoji="👍",
        default_sort_order=discord.ForumOrderType.creation_date,
        default_layout=discord.ForumLayoutType.gallery_view,
        default_auto_archive_duration=10_080,
        default_thread_slowmode_delay=30,
    )
    fetched = await client.fetch_channel(made.id)
    assert (fetched.name, len(fetched.topic)) == ("world-views", 4_096)
    assert [(tag.name, str(tag.emoji), tag.moderated) for tag in fetched.available_tags] == [
        ("Work", "🔧", False)
    ]
    assert str(fetched.default_reaction_emoji) == "👍"
    assert fetched.default_sort_order is discord.ForumOrderType.creation_date
    assert fetched.default_layout is discord.ForumLayoutType.gallery_view
    post = (await made.create_thread(name="Mine", content="hello")).thread
    assert (post.auto_archive_duration, post.slowmode_delay) == (10_080, 30)


async def test_tags_are_added_renamed_and_taken_away(client, forum):
    work, rules = forum.available_tags
    new = await forum.create_tag(name="Family")
    assert new.id not in (work.id, rules.id)
    work.name = "Working life"
    edited = await forum.edit(available_tags=[work, new])
    assert [(tag.id, tag.name) for tag in edited.available_tags] == [
        (work.id, "Working life"),
        (new.id, "Family"),
    ]
    with refused(400, 40061):
        await forum.edit(available_tags=[work, discord.ForumTag(name="working life")])
    with refused(400, 50035):
        await forum.edit(available_tags=[discord.ForumTag(name=str(n)) for n in range(21)])


async def test_a_post_and_its_first_message_share_one_id(client, forum):
    post = await forum.create_thread(name="My view", content="hello", applied_tags=[forum.available_tags[0]])
    assert post.thread.id == post.message.id == post.message.channel.id
    assert [tag.name for tag in post.thread.applied_tags] == ["Work"]
    await client.hears("message")
    heard = [name for name, _ in client.heard if name in ("thread_create", "message")]
    assert heard == ["thread_create", "message"]
    assert (post.thread.message_count, post.thread.total_message_sent) == (0, 0)
    assert client.get_channel(forum.id).last_message_id == post.thread.id


async def test_a_post_carries_a_layout_and_files(forum):
    view = discord.ui.LayoutView().add_item(discord.ui.TextDisplay("What I believe"))
    post = await forum.create_thread(name="Laid out", view=view)
    assert post.message.components[0].content == "What I believe"
    file = discord.File(io.BytesIO(b"x"), "view.txt", description="my view")
    post = await forum.create_thread(name="With a file", content="see", file=file)
    assert [(one.filename, one.description) for one in post.message.attachments] == [("view.txt", "my view")]


async def test_what_a_post_may_not_be(client, forum):
    with refused(400, 40058):
        await client.http.send_message(forum.id, params=discord.http.handle_message_parameters("hello"))
    with refused(404, 10087):
        await forum.create_thread(name="x", content="x", applied_tags=[discord.Object(5)])
    with refused(400, 50006):
        await forum.create_thread(name="x", content="")
    with refused(400, 50035):
        await forum.create_thread(name="x", content="x" * 2_001)
    with refused(400, 50035):
        await forum.create_thread(name="x" * 101, content="x")
    with refused(413, 40005):
        large = discord.File(io.BytesIO(b"0" * (10 * 1024 * 1024 + 1)), "large.bin")
        await forum.create_thread(name="x", file=large)
    assert [post async for post in forum.archived_threads()] == []
    assert forum.threads == []


async def test_a_tag_can_be_required(world, client, forum):
    await forum.edit(require_tag=True)
    with refused(400, 40067):
        await forum.create_thread(name="Untagged", content="hello")
    await forum.create_thread(name="Tagged", content="hello", applied_tags=[forum.available_tags[0]])
    await forum.edit(available_tags=[forum.available_tags[1]])
    await as_plain_member(world)
    with refused(400, 40066):
        await forum.create_thread(name="Untagged", content="hello")


async def test_moderated_tags_are_for_moderators(world, guild, forum):
    _, rules = forum.available_tags
    mei = await world.join("Mei", guild)
    with pytest.raises(CannotDo, match="Missing Permissions"):
        await mei.posts("world-views", "My view", "hello", tags=["Rules"])
    await mei.posts("world-views", "My view", "hello", tags=["Work"])
    with pytest.raises(CannotDo, match="Missing Permissions"):
        await mei.edits_thread("My view", tags=["Work", "Rules"])
    (post,) = forum.threads
    await post.edit(applied_tags=[rules])
    with pytest.raises(CannotDo, match="Missing Permissions"):
        await mei.edits_thread("My view", tags=[])
    assert "#world-views > My view [Rules]" in mei.screen()


async def test_a_tag_that_is_gone_stays_on_its_posts_without_a_name(client, forum):
    work, rules = forum.available_tags
    post = (await forum.create_thread(name="My view", content="hello", applied_tags=[work])).thread
    edited = await forum.edit(available_tags=[rules])
    assert (await client.fetch_channel(post.id)).applied_tags == []
    await post.edit(applied_tags=[*edited.available_tags])
    assert [tag.name for tag in (await client.fetch_channel(post.id)).applied_tags] == ["Rules"]


async def test_one_post_is_pinned_and_archiving_unpins_it(client, forum):
    first = (await forum.create_thread(name="First", content="1")).thread
    second = (await forum.create_thread(name="Second", content="2")).thread
    await first.edit(pinned=True)
    with refused(400, 30047):
        await second.edit(pinned=True)
    await first.edit(archived=True)
    assert not (await client.fetch_channel(first.id)).flags.pinned
    assert (await second.edit(pinned=True)).flags.pinned


async def test_posting_needs_nothing_but_to_write(world, forum):
    await as_plain_member(world)
    post = await forum.create_thread(name="Mine", content="hello")
    with refused(403, 50013):
        await post.thread.delete()
    await world.person("Nora").edits_role("@everyone", permissions=str(int(Permission.VIEW_CHANNEL)))
    await world.person("Nora").edits_role("Circles", permissions="0")
    with refused(403, 50013):
        await forum.create_thread(name="Mine", content="hello")


async def test_people_post_slowly_where_a_forum_is_slow(world, guild, forum):
    await forum.edit(slowmode_delay=60)
    mei = await world.join("Mei", guild)
    await mei.posts("world-views", "One", "1")
    with pytest.raises(CannotDo, match="20016"):
        await mei.posts("world-views", "Two", "2")
    world.clock.advance(60)
    await mei.posts("world-views", "Two", "2")


async def test_posts_go_with_their_forum(client, forum):
    post = (await forum.create_thread(name="My view", content="hello")).thread
    await client.hears("message")
    await forum.delete()
    await client.hears("raw_thread_delete")
    with refused(404, 10003):
        await client.fetch_channel(post.id)


async def test_forums_have_no_private_threads_and_no_others_from_messages(client, forum):
    post = await forum.create_thread(name="My view", content="hello")
    with refused(400, 50024):
        await post.message.create_thread(name="Below")
    with refused(400, 50035):
        await client.http.start_thread_without_message(
            forum.id, name="Hidden", auto_archive_duration=60, type=12
        )
