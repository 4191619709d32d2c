"""Talking on the page without a browser: what is written, answered, changed, pinned and voted on."""

import base64

import pytest

from sandbox import Permission, Sandbox
from sandbox.page import attach
from sandbox.people.person import Person
from tests.sandbox.page_bot import page_of, panel_up
from tests.sandbox.page_client import Json, PageClient


def of(page: PageClient, text: str) -> Json:
    """The newest message on the page whose text holds this."""
    return next(each for each in reversed(page.said()) if text in each["content"])


def at(page: PageClient, text: str) -> Json:
    """How the page names that message."""
    found = of(page, text)
    return {"channel": found["channel"], "message": found["id"]}


def file(name: str, content: bytes, **words: str) -> Json:
    return {"name": name, "data": base64.b64encode(content).decode(), **words}


async def seated(page: PageClient, name: str) -> str:
    """Sit down as them in #general; its id."""
    await page.is_somebody(name)
    return await page.opens("general")


async def test_a_message_takes_files_along_with_their_descriptions():
    async with panel_up() as sandbox, page_of(sandbox) as page:
        general = await seated(page, "Mei")
        files = [file("garden.png", b"\x89PNG", description="Our garden"), file("notes.txt", b"hello")]
        await page.does("say", channel=general, text="", files=files)
        garden, notes = page.said()[-1]["files"]
        assert (garden["filename"], garden["description"]) == ("garden.png", "Our garden")
        assert (notes["filename"], notes["size"], notes.get("description")) == ("notes.txt", 5, None)
        assert sandbox.world.files[notes["id"]].data == b"hello"


async def test_an_answer_quotes_what_it_answers_as_it_is_now():
    async with panel_up() as sandbox, page_of(sandbox) as page:
        nora = sandbox.world.person("Nora")
        question = await nora.says("#general", "Tea?")
        general = await seated(page, "Mei")
        await page.does("say", channel=general, text="Yes, please", to=question["id"])
        await nora.edits_message(question, "Tea or coffee?")
        await page.shows(lambda view: view["log"]["messages"][-1]["quote"]["text"] == "Tea or coffee?")
        quote = of(page, "Yes")["quote"]
        assert (quote["author"], quote["message"]) == ("Nora", question["id"])
        await nora.deletes_message(question)
        await page.shows(lambda view: view["log"]["messages"][-1]["quote"] == {"gone": True})


async def test_one_changes_and_deletes_what_is_ones_own():
    async with panel_up() as sandbox, page_of(sandbox) as page:
        await sandbox.world.person("Nora").says("#general", "by Nora")
        general = await seated(page, "Mei")
        await page.does("say", channel=general, text="Twice twice")
        await page.does("say", channel=general, text="Twice twice")
        first = page.said()[-2]
        await page.does("edit", channel=general, message=first["id"], text="Once")
        assert [(each["content"], each["edited"]) for each in page.said()[-2:]] == [
            ("Once", True), ("Twice twice", False),
        ]  # fmt: skip
        await page.does("delete", channel=general, message=first["id"])
        assert [each["content"] for each in page.said()[-2:]] == ["by Nora", "Twice twice"]
        refused = (await page.does("edit", **at(page, "by Nora"), text="mine"))["refused"]
        assert refused.startswith("Mei cannot edit 'by Nora': Cannot edit a message authored by another user")
        assert "Missing Permissions" in (await page.does("delete", **at(page, "by Nora")))["refused"]


async def test_reactions_are_counted_and_say_which_are_ones_own():
    async with panel_up() as sandbox, page_of(sandbox) as page:
        await sandbox.world.person("Nora").says("#general", "Like it?")
        await sandbox.world.person("Nora").reacts("Like it?", "👍")
        await seated(page, "Mei")
        await page.does("react", **at(page, "Like it?"), emoji="👍", on=True)
        assert of(page, "Like it?")["reactions"] == [{"emoji": "👍", "count": 2, "mine": True}]
        await page.does("react", **at(page, "Like it?"), emoji="👍", on=False)
        assert of(page, "Like it?")["reactions"] == [{"emoji": "👍", "count": 1, "mine": False}]
        refused = await page.does("react", **at(page, "Like it?"), emoji="word", on=True)
        assert "Unknown Emoji" in refused["refused"]


async def test_pins_are_for_whoever_may_and_are_found_again():
    async with panel_up() as sandbox, page_of(sandbox) as page:
        nora = sandbox.world.person("Nora")
        await nora.says("#general", "House rules")
        await nora.says("#general", "Opening hours")
        general = await seated(page, "Mei")
        assert "Missing Permissions" in (await page.does("pin", **at(page, "House"), on=True))["refused"]
        await seated(page, "Nora")
        for text in ("House", "Opening"):
            await page.does("pin", **at(page, text), on=True)
        found = (await page.does("look at pins", channel=general))["found"]
        assert [each["content"] for each in found] == ["Opening hours", "House rules"]
        notice = page.said()[-1]
        assert (notice["by_discord"], notice["content"]) == (True, "pinned a message to this channel")
        assert notice["about"] == at(page, "Opening hours")
        await page.does("pin", **at(page, "Opening hours"), on=False)
        assert len((await page.does("look at pins", channel=general))["found"]) == 1


async def test_of_each_message_is_offered_what_one_may_do_with_it():
    async with panel_up() as sandbox, page_of(sandbox) as page:
        nora = sandbox.world.person("Nora")
        await nora.says("#general", "By Nora")
        general = await seated(page, "Mei")
        await page.does("say", channel=general, text="By Mei")

        def offered(text: str) -> list[str]:
            return [each["text"] for each in of(page, text)["offers"]]

        assert offered("By Nora") == ["Reply", "React", "Open a thread", "Copy text", "About Nora"]
        assert offered("By Mei") == [
            "Reply",
            "React",
            "Edit",
            "Open a thread",
            "Copy text",
            "About Mei",
            "Delete",
        ]
        await seated(page, "Nora")
        assert offered("By Mei") == [
            "Reply",
            "React",
            "Pin",
            "Open a thread",
            "Copy text",
            "About Mei",
            "Delete",
        ]
        await page.does("pin", **at(page, "By Mei"), on=True)
        assert "Unpin" in offered("By Mei")
        assert [each["text"] for each in page.said()[-1]["offers"]] == ["Copy text", "Delete"]
        assert not of(page, "By Mei").get("goes_on")


async def test_whoever_goes_on_talking_is_named_once():
    async with panel_up() as sandbox, page_of(sandbox) as page:
        nora = sandbox.world.person("Nora")
        for text in ("One", "Two"):
            await nora.says("#general", text)
        sandbox.world.clock.advance(7 * 60)
        await nora.says("#general", "Three")
        await seated(page, "Mei")
        assert [bool(each.get("goes_on")) for each in page.said()[-3:]] == [False, True, False]


async def test_a_thread_stands_below_the_message_it_was_opened_from():
    async with panel_up() as sandbox, page_of(sandbox) as page:
        await sandbox.world.person("Nora").says("#general", "About tea")
        await seated(page, "Mei")
        thread = (await page.does("open thread", **at(page, "About tea"), name="Tea talk"))["found"]
        await page.does("say", channel=thread, text="Green?")
        assert of(page, "About tea")["thread"] == {"id": thread, "name": "Tea talk", "count": 1}
        await page.does("open", channel=thread)
        beginning = page.said()[0]
        assert (beginning["by_discord"], beginning["quote"]["text"]) == (True, "About tea")
        assert "already" in (await page.does("open thread", **beginning_of(beginning), name="x"))["refused"]


def beginning_of(message: Json) -> Json:
    return {"channel": message["quote"]["channel"], "message": message["quote"]["message"]}


async def test_a_vote_is_cast_seen_and_taken_back():
    async with panel_up() as sandbox, page_of(sandbox) as page:
        nora = sandbox.world.person("Nora")
        await nora.asks("#general", "Tea?", "Yes", "No")
        await nora.votes("Tea?", "No")
        general = await seated(page, "Mei")
        poll = {"channel": general, "message": page.said()[-1]["id"]}

        def stands() -> list[tuple[str, int, bool]]:
            answers = page.said()[-1]["poll"]["answers"]
            return [(each["text"], each["count"], each["mine"]) for each in answers]

        await page.does("vote", **poll, answers=["1"])
        assert stands() == [("Yes", 1, True), ("No", 1, False)]
        refused = (await page.does("vote", **poll, answers=["1", "2"]))["refused"]
        assert "Mei cannot vote in 'Tea?'" in refused
        assert "only for" in (await page.does("vote", **poll, answers=["7"]))["refused"]
        await page.does("vote", **poll, answers=[])
        assert stands() == [("Yes", 0, False), ("No", 1, False)]
        assert "Missing Permissions" in (await page.does("end poll", **poll))["refused"]
        await nora.ends_poll("Tea?")
        await page.shows(lambda view: view["log"]["messages"][-1]["by_discord"])
        assert page.said()[-1]["content"] == "The poll “Tea?” has ended: No"
        assert page.said()[-2]["poll"]["over"]
        assert "no poll" in (await page.does("vote", **at(page, "has ended"), answers=["1"]))["refused"]


async def test_whoever_is_called_is_told():
    async with panel_up() as sandbox, page_of(sandbox) as page:
        nora = sandbox.world.person("Nora")
        await nora.creates_role("Mentor", mentionable=True)
        await nora.gives_role(sandbox.world.person("Mei"), "Mentor")
        general = await seated(page, "Mei")
        for text in ("Hello @Mei", "Hello @Mentor", "Hello @everyone", "Hello all, in #general"):
            await nora.says("#general", text)
        await page.shows(lambda view: "all" in view["log"]["messages"][-1]["content"])
        assert [each["calls_you"] for each in page.said()[-4:]] == [True, True, True, False]
        assert page.said()[-1]["content"] == f"Hello all, in <#{general}>"


EVERYTHING: list[tuple[str, Json]] = [
    ("say", {"text": "hello?"}), ("edit", {"text": "x"}), ("delete", {}), ("pin", {"on": True}),
    ("react", {"emoji": "👍", "on": True}), ("open thread", {"name": "x"}), ("vote", {"answers": []}),
    ("end poll", {}), ("use on message", {"command": "x"}), ("look at pins", {}),
]  # fmt: skip


@pytest.mark.parametrize(("deed", "what"), EVERYTHING)
async def test_nothing_can_be_done_where_one_may_not_look(deed: str, what: Json):
    async with Sandbox(extras=[attach]) as sandbox:
        guild = sandbox.world.create_guild("Bridge", owner="Nora")
        nora: Person = sandbox.world.person("Nora")
        await sandbox.world.join("Mei", guild)
        stewards = await nora.creates_channel("stewards")
        await nora.edits_overwrites("stewards", "@everyone", deny=Permission.VIEW_CHANNEL)
        secret = await nora.says("#stewards", "between us")
        async with page_of(sandbox) as page:
            await page.is_somebody("Mei")
            answer = await page.does(deed, channel=stewards["id"], message=secret["id"], **what)
            assert answer["refused"]
            assert "between us" not in str(answer)
        assert nora.find("between us") is secret
        assert not secret["pinned"]


@pytest.mark.parametrize(
    ("deed", "what"),
    [
        ("say", {"channel": "1", "text": "x", "files": [{"name": "x"}]}),
        ("say", {"channel": "1", "text": "x", "files": [{"name": "x", "data": "", "description": []}]}),
        ("say", {"channel": "1", "text": "x", "files": [file("x", b"")] * 11}),
        ("say", {"channel": "1", "text": "x" * 4_001}),
        ("react", {"channel": "1", "message": "1", "emoji": "x" * 65, "on": True}),
        ("react", {"channel": "1", "message": "1", "emoji": "x", "on": "yes"}),
        ("vote", {"channel": "1", "message": "1", "answers": ["x"]}),
        ("pin", {"channel": "1", "message": None, "on": True}),
    ],
)
async def test_what_makes_no_sense_is_refused(deed: str, what: Json):
    async with panel_up() as sandbox, page_of(sandbox) as page:
        await page.is_somebody("Mei")
        assert (await page.does(deed, **what))["refused"]
