"""Channels, forums and threads on the page: what is listed, what is offered, and nothing more."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from sandbox import Permission, Sandbox
from sandbox.guild import Guild
from sandbox.page import attach
from sandbox.page.deeds import (
    DEEDS,
    arriving,
    finding,
    gathering,
    meeting,
    seating,
    stewarding,
    talking,
    threads,
    using,
)
from sandbox.people.person import Person
from tests.sandbox.page_bot import page_of
from tests.sandbox.page_client import Json, PageClient, texts

TAGS = [{"name": "Music", "emoji_name": "🎵"}, {"name": "Work"}, {"name": "Staff", "moderated": True}]


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(extras=[attach]) as running:
        yield running


@pytest.fixture
async def guild(sandbox: Sandbox) -> Guild:
    """Bridge with a forum, in which Mei is a member and Nora owns everything."""
    made = sandbox.world.create_guild("Bridge", owner="Nora")
    await sandbox.world.person("Nora").creates_channel("views", type=15, available_tags=TAGS)
    await sandbox.world.join("Mei", made)
    return made


@pytest.fixture
def nora(sandbox: Sandbox, guild: Guild) -> Person:
    return sandbox.world.person("Nora")


@pytest.fixture
def mei(sandbox: Sandbox, guild: Guild) -> Person:
    return sandbox.world.person("Mei")


@pytest.fixture
async def page(sandbox: Sandbox, guild: Guild) -> AsyncIterator[PageClient]:
    """Mei's."""
    async with page_of(sandbox) as opened:
        await opened.is_somebody("Mei")
        yield opened


def place(page: PageClient, name: str) -> Json:
    return next(each for each in page.view["channels"] if each["name"] == name)


async def test_a_post_is_written_found_on_its_card_and_answered(page: PageClient, nora: Person):
    await page.opens("views")
    forum = page.view["forum"]
    assert forum["posts"] == []
    (new,) = forum["offers"]
    tags = next(each for each in new["fields"] if each["name"] == "tags")
    assert [each["label"] for each in tags["choices"]] == ["🎵 Music", "Work"]  # Staff is for moderators
    files = [{"name": "tune.txt", "data": "bGEgbGE="}]
    made = await page.presses(
        [new], "New post", title="A song", text="La **la**", tags=[tags["choices"][0]["value"]], files=files
    )
    (card,) = page.view["forum"]["posts"]
    assert (card["title"], card["by"], card["tags"]) == ("A song", "Mei", ["🎵 Music"])
    assert card["excerpt"].startswith("La la")
    assert card["messages"] == "No answers yet"
    await nora.says("A song", "Lovely")
    await page.shows(lambda view: view["forum"]["posts"][0]["messages"] == "1 answer")
    await page.does("open", channel=made["found"])
    assert [each["content"] for each in page.said()] == ["La **la**", "Lovely"]
    assert page.said()[0]["files"][0]["filename"] == "tune.txt"
    assert page.view["here"]["tags"] == ["Music"]


async def test_a_forum_that_wants_a_tag_says_so(page: PageClient, nora: Person):
    await nora.edits_channel("views", flags=1 << 4)
    await page.opens("views")
    (new,) = page.view["forum"]["offers"]
    assert next(each["required"] for each in new["fields"] if each["name"] == "tags")
    assert "A tag is required" in (await page.presses([new], "New post", title="A", text="b"))["refused"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""},
        {"title": "x" * 101},
        {"text": ""},
        {"tags": ["5"]},
        {"tags": "x"},
        {"files": [{"name": "x"}]},
    ],
)
async def test_a_post_that_cannot_be_is_refused(page: PageClient, wrong: Json):
    forum = await page.opens("views")
    whole = {"channel": forum, "title": "A", "text": "b"} | wrong
    assert "refused" in await page.does("post", **whole)
    assert page.view["forum"]["posts"] == []


async def test_where_one_may_not_post_nothing_is_offered(page: PageClient, nora: Person):
    await nora.edits_overwrites("views", "@everyone", deny=Permission.SEND_MESSAGES)
    forum = await page.opens("views")
    assert page.view["forum"]["offers"] == []
    assert "refused" in await page.does("post", channel=forum, title="A", text="b")


async def test_pinned_posts_come_marked_and_archived_ones_rest(page: PageClient, nora: Person):
    for title in ("One", "Two", "Three"):
        await nora.posts("views", title, "What I believe")
    await nora.edits_thread("One", flags=2)
    await nora.archives("Two")
    await page.opens("views")
    shown = {each["title"]: (each["pinned"], each["archived"]) for each in page.view["forum"]["posts"]}
    assert shown == {"One": (True, False), "Two": (False, True), "Three": (False, False)}


async def test_threads_are_opened_followed_renamed_and_put_to_rest(page: PageClient, nora: Person):
    await page.opens("general")
    await page.presses(page.view["here"]["threads"], "New thread", name="Books")
    thread = await page.opens("Books")
    assert place(page, "Books")["joined"]
    assert texts(page.view["here"]["offers"]) == ["Unfollow"]
    assert texts(page.view["here"]["more"]) == ["Add somebody", "Rename", "Let it rest"]
    await page.presses(page.view["here"]["offers"], "Unfollow")
    assert not place(page, "Books")["joined"]
    await page.presses(page.view["here"]["offers"], "Follow")
    await page.presses(page.view["here"]["more"], "Rename", name="Books we read")
    await page.presses(page.view["here"]["more"], "Let it rest")
    assert place(page, "Books we read")["archived"]
    assert page.view["here"]["note"] == "This thread rests. Writing wakes it."
    assert texts(page.view["here"]["more"]) == ["Wake it"]
    await page.does("say", channel=thread, text="I read another")
    assert not place(page, "Books we read")["archived"]
    await nora.edits_thread("Books we read", locked=True)
    await page.shows(lambda view: "locked" in (view["here"]["note"] or ""))
    assert texts(page.view["here"]["more"]) == []
    assert "refused" in await page.does("change thread", channel=thread, name="Mine")
    assert "refused" in await page.does("delete thread", channel=thread)


async def test_a_moderator_locks_and_deletes(page: PageClient, nora: Person):
    await nora.opens_thread("Books", within="#general")
    await page.is_somebody("Nora")
    await page.opens("Books")
    await page.presses(page.view["here"]["more"], "Lock")
    assert place(page, "Books")["locked"]
    await page.presses(page.view["here"]["more"], "Unlock")
    await page.presses(page.view["here"]["more"], "Delete")
    assert "Books" not in str(page.view["channels"])


async def test_a_private_thread_is_sent_to_nobody_else_until_they_are_added(
    sandbox: Sandbox, page: PageClient, nora: Person
):
    await nora.opens_thread("Between us", within="#general", private=True)
    async with page_of(sandbox) as hers:
        await hers.is_somebody("Nora")
        thread = await hers.opens("Between us")
        assert "Between us" not in str(page.view)
        assert "refused" in await page.does("follow", channel=thread)
        add = hers.view["here"]["more"]
        assert "no longer" in (await hers.presses(add, "Add somebody", who=["1"]))["refused"]
        await hers.presses(add, "Add somebody", who=[page.view["me"]["id"]])
    await page.shows(lambda view: "Between us" in str(view["channels"]))


async def test_mentions_are_counted_and_what_is_only_for_some_is_marked(
    page: PageClient, nora: Person, mei: Person
):
    await nora.creates_channel("stewards")
    await nora.edits_overwrites("stewards", "@everyone", deny=Permission.VIEW_CHANNEL)
    await nora.edits_overwrites("stewards", mei, allow=Permission.VIEW_CHANNEL)
    await nora.says("#stewards", "hello")
    said = await nora.says("#stewards", "@Mei, are you there?")
    await page.shows(lambda view: [said["id"]] in [each["pings"] for each in view["channels"]])
    assert place(page, "stewards")["private"]
    assert not place(page, "general").get("private")
    await nora.deletes_message("are you there?")
    await page.shows(lambda view: all(each["pings"] == [] for each in view["channels"]))


async def test_a_thread_deed_on_a_channel_does_nothing(page: PageClient):
    general = page.channel("general")
    for deed in ("follow", "unfollow", "delete thread", "change thread"):
        assert "refused" in await page.does(deed, channel=general)
    assert "refused" in await page.does("follow", channel="1")


def test_no_two_deeds_have_one_name():
    parts = (arriving, finding, gathering, meeting, seating, stewarding, talking, threads, using)
    assert sum(len(part.DEEDS) for part in parts) == len(DEEDS)


KEYS = [
    "channel", "message", "person", "who", "role", "event", "name", "title", "text", "description",
    "tags", "files", "what", "values", "answers", "answer", "category", "kind", "room", "place",
    "start", "end", "topic", "status", "on", "muted", "deafened", "camera", "minutes", "archived",
    "locked", "private", "locale", "direct", "guild", "from", "to", "line", "options", "component",
    "form", "command", "emoji",
]  # fmt: skip


@pytest.mark.parametrize("junk", [5, "x", "0", "²", "#", "", [], {}, [{}], None, True, 10**30])
async def test_no_deed_minds_what_comes(page: PageClient, junk: object):
    for name in DEEDS.keys() - {"be", "stand up"}:
        answer = await page.does(name, **dict.fromkeys(KEYS, junk))
        assert answer.keys() & {"found", "refused"}, name
        if page.view["guild"] is None:
            await page.does("come back")
    assert (await page.does("fly"))["refused"]
