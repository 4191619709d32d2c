"""The page without a browser: what it is shown, what it may do, and whom it answers."""

import asyncio
from contextlib import AsyncExitStack

import aiohttp
import pytest

from sandbox import Permission, Sandbox
from sandbox.page import attach
from sandbox.page.seat import A_STEP, AT_FIRST, AT_MOST
from sandbox.verbs import messages
from tests.sandbox.page_bot import page_of, panel_up
from tests.sandbox.page_client import PageClient


async def test_before_anybody_is_chosen_only_names_are_shown():
    async with panel_up() as sandbox, page_of(sandbox) as page:
        assert page.view["me"] is None
        assert page.view["people"] == [
            {"name": "Mei", "in": [{"guild": "Bridge", "owner": False, "roles": []}]},
            {"name": "Nora", "in": [{"guild": "Bridge", "owner": True, "roles": []}]},
        ]
        assert "Choose" in (await page.does("say", channel="1", text="hi"))["refused"]


async def test_a_new_name_comes_into_the_guild():
    async with panel_up() as sandbox, page_of(sandbox) as page:
        await page.does("be", name="  Ruth  ", locale="es-ES")
        me = page.view["me"]
        assert (me["name"], me["locale"], me["roles"], me["owner"]) == ("Ruth", "es-ES", [], False)
        assert "Ruth" in [member["name"] for member in page.view["members"]["rows"]]
        assert sandbox.world.person("Ruth").guild.name == "Bridge"


@pytest.mark.parametrize("name", ["", "   ", "x" * 33])
async def test_a_name_that_discord_would_not_take_is_refused(name: str):
    async with panel_up() as sandbox, page_of(sandbox) as page:
        assert "32 characters" in (await page.does("be", name=name))["refused"]
        assert page.view["me"] is None


async def test_a_button_is_answered_to_whoever_pressed_it_alone():
    async with panel_up() as sandbox, page_of(sandbox) as mei, page_of(sandbox) as nora:
        await mei.is_somebody("Mei")
        await nora.is_somebody("Nora")
        assert "refused" not in await mei.does("press", **mei.control("My place"))
        answer = mei.said()[-1]
        assert answer["only_you"]
        assert answer["content"] == f"You are <@{mei.view['me']['id']}>."
        assert len(nora.said()) == 1


async def test_what_only_you_see_can_be_dismissed():
    async with panel_up() as sandbox, page_of(sandbox) as mei:
        await mei.is_somebody("Mei")
        await mei.does("press", **mei.control("My place"))
        start = mei.view["log"]["channel"]
        await mei.does("dismiss", channel=start, message=mei.said()[-1]["id"])
        assert len(mei.said()) == 1
        assert (
            "everybody" in (await mei.does("dismiss", channel=start, message=mei.said()[0]["id"]))["refused"]
        )


async def test_a_form_keeps_back_what_a_client_would_and_sends_the_rest():
    async with panel_up() as sandbox, page_of(sandbox) as mei:
        await mei.is_somebody("Mei")
        await mei.does("press", **mei.control("Join the circles"))
        form = mei.view["form"]
        seat, about = (part["name"] for part in form["parts"])
        short = await mei.does("submit", form=form["id"], values={seat: "mentor", about: "Hi"})
        assert short["at"] == {about: "Please write at least 5 characters."}
        assert mei.view["form"] == form
        await mei.does("submit", form=form["id"], values={seat: "mentor", about: "Hello"})
        assert mei.view["form"] is None
        assert mei.said()[-1]["content"] == "You are in as mentor: Hello"


async def test_a_form_that_was_closed_is_not_sent():
    async with panel_up() as sandbox, page_of(sandbox) as mei:
        await mei.is_somebody("Mei")
        await mei.does("press", **mei.control("Join the circles"))
        form = mei.view["form"]["id"]
        await mei.does("close form", form=form)
        assert "no longer open" in (await mei.does("submit", form=form, values={}))["refused"]


async def test_a_select_sends_what_was_picked():
    async with panel_up() as sandbox, page_of(sandbox) as mei:
        await mei.is_somebody("Mei")
        await mei.does("pick", **mei.control("Pick a topic"), values=["W"])
        assert mei.said()[-1]["content"] == "You picked ['W']."
        assert "refused" in await mei.does("pick", **mei.control("Pick a topic"), values=["X"])


async def test_what_a_person_may_not_see_is_never_sent():
    async with Sandbox(extras=[attach]) as sandbox:
        guild = sandbox.world.create_guild("Bridge", owner="Nora")
        nora = sandbox.world.person("Nora")
        await sandbox.world.join("Mei", guild)
        await nora.creates_channel("stewards")
        await nora.edits_overwrites("stewards", "@everyone", deny=Permission.VIEW_CHANNEL)
        await nora.says("#stewards", "between us")
        async with page_of(sandbox) as page:
            await page.is_somebody("Mei")
            assert "stewards" not in str(page.view)
            assert "between us" not in str(page.view)
            hidden = guild.channel("stewards")["id"]
            assert "refused" in await page.does("say", channel=hidden, text="hello?")
            assert "refused" in await page.does("dismiss", channel=hidden, message="1")
            await page.is_somebody("Nora")
            await page.opens("stewards")
            assert page.said()[-1]["content"] == "between us"


async def test_what_a_person_may_not_do_is_refused():
    async with Sandbox(extras=[attach]) as sandbox:
        guild = sandbox.world.create_guild("Bridge", owner="Nora")
        await sandbox.world.join("Mei", guild)
        await sandbox.world.person("Nora").edits_overwrites(
            "general", "@everyone", deny=Permission.SEND_MESSAGES
        )
        async with page_of(sandbox) as page:
            await page.is_somebody("Mei")
            general = page.channel("general")
            assert "write" not in next(each for each in page.view["channels"] if each["id"] == general)["may"]
            assert "Missing Permissions" in (await page.does("say", channel=general, text="hi"))["refused"]


async def test_the_page_follows_what_others_do():
    async with panel_up() as sandbox, page_of(sandbox) as page:
        await page.is_somebody("Mei")
        await sandbox.world.person("Nora").says("#general", "Good morning")
        await page.shows(lambda view: view["log"]["messages"][-1]["content"] == "Good morning")


async def test_whoever_leaves_can_come_back():
    async with panel_up() as sandbox, page_of(sandbox) as page:
        await page.is_somebody("Mei")
        await page.does("leave")
        await page.shows(lambda view: view["guild"] is None)
        await page.does("come back")
        assert page.view["guild"]["name"] == "Bridge"


async def test_a_long_channel_is_read_piece_by_piece():
    async with Sandbox(extras=[attach]) as sandbox:
        guild = sandbox.world.create_guild("Bridge", owner="Nora")
        nora, general = sandbox.world.person("Nora"), guild.channel("general")
        count = AT_MOST * 2
        for number in range(count):
            messages.send(sandbox.world, nora.id, general, {"content": f"message {number}"})

        def numbers(page: PageClient) -> tuple[int, int]:
            said = page.said()
            return int(said[0]["content"].split()[1]), int(said[-1]["content"].split()[1])

        async with page_of(sandbox) as page:
            await page.is_somebody("Nora")
            assert numbers(page) == (count - AT_FIRST, count - 1)
            await page.does("scroll", to="earlier")
            assert numbers(page) == (count - AT_FIRST - A_STEP, count - 1)
            while page.view["log"]["earlier"]:
                await page.does("scroll", to="earlier")
                assert len(page.said()) <= AT_MOST
            assert numbers(page) == (0, AT_MOST - 1)
            await nora.says("#general", "message 9999")
            assert page.view["log"]["later"]
            while page.view["log"]["later"]:
                await page.does("scroll", to="later")
            assert numbers(page)[1] == 9999
            first = sandbox.world.messages.history(general["id"])[0]
            await page.does("scroll", to=first["id"])
            assert numbers(page)[0] == 0
            await page.does("scroll", to="newest")
            assert numbers(page)[1] == 9999


@pytest.mark.parametrize("to", ["²", "-1", "", "9" * 30, "٣"])
async def test_a_place_in_the_log_that_is_none_leaves_the_page_alive(to: str):
    async with panel_up() as sandbox, page_of(sandbox) as page:
        await page.is_somebody("Mei")
        await page.does("scroll", to=to)
        assert "refused" not in await page.does("scroll", to="newest")
        assert page.said()


async def test_one_more_message_does_not_send_all_others_again():
    async with panel_up() as sandbox, page_of(sandbox) as page:
        await page.is_somebody("Mei")
        await sandbox.world.person("Nora").says("#general", "Good morning")
        heard = await page.socket.receive_json()
        assert [each["content"] for each in heard["log"]["messages"].values()] == ["Good morning"]
        assert "commands" not in heard


JUNK = [
    "not json", "[]", "{}", '{"do": "fly"}', '{"do": ["be"]}', '{"do": "be"}',
    '{"do": "be", "name": "x", "locale": "x"}', '{"do": "press", "channel": 5}',
    '{"do": "submit", "form": "1", "values": []}', '{"do": "open", "channel": null}',
    '{"do": "suggest", "channel": "1", "line": "/x", "options": {}}',
    '{"do": "run", "channel": "1", "line": "/x", "options": {"city": []}}',
]  # fmt: skip


@pytest.mark.parametrize("seated", [True, False])
async def test_junk_is_refused_and_the_page_lives_on(seated: bool):
    async with Sandbox(extras=[attach]) as sandbox:
        sandbox.world.create_guild("Bridge", owner="Nora")
        async with page_of(sandbox) as page:
            if seated:
                await page.is_somebody("Nora")
            for ask in JUNK:
                await page.socket.send_str(ask)
                async with asyncio.timeout(1):
                    assert (await page.socket.receive_json())["refused"]
            await page.is_somebody("Nora")


async def test_a_page_that_is_closed_leaves_nothing_behind():
    async with panel_up() as sandbox:
        before = asyncio.all_tasks()
        async with page_of(sandbox) as page:
            await page.is_somebody("Mei")
        after = asyncio.all_tasks() - before
        if after:
            assert not (await asyncio.wait(after, timeout=2))[1]


async def test_the_sandbox_goes_down_with_a_page_open():
    async with AsyncExitStack() as later:
        async with panel_up() as sandbox:
            page = await later.enter_async_context(page_of(sandbox))
            await page.is_somebody("Mei")
        closed = await page.socket.receive(timeout=2)
        assert closed.type in (aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSED)


@pytest.mark.parametrize(
    "headers", [{"Host": "evil.example"}, {"Origin": "http://evil.example"}, {"Origin": "null"}]
)
@pytest.mark.parametrize("path", ["", "page/live", "page/static/client/main.js"])
async def test_no_other_web_page_gets_in(path: str, headers: dict[str, str]):
    async with Sandbox(extras=[attach]) as sandbox, aiohttp.ClientSession() as session:
        async with session.get(sandbox.page_url + path, headers=headers) as answer:
            assert answer.status == 403
        async with session.get(sandbox.page_url) as answer:
            assert answer.status == 200
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
            assert "https://" not in await answer.text()


async def test_whoever_may_delete_a_role_or_a_channel_can():
    async with Sandbox(extras=[attach]) as sandbox:
        guild = sandbox.world.create_guild("Bridge", owner="Nora")
        await sandbox.world.join("Mei", guild)
        role = await sandbox.world.person("Nora").creates_role("Mentor")
        channel = guild.channel("general")["id"]
        async with page_of(sandbox) as page:
            await page.is_somebody("Mei")
            assert not any(each["deletable"] for each in page.view["roles"].values())
            assert "Missing Permissions" in (await page.does("delete role", role=role["id"]))["refused"]
            assert "Missing Permissions" in (await page.does("delete channel", channel=channel))["refused"]
            await page.is_somebody("Nora")
            assert [key for key, each in page.view["roles"].items() if each["deletable"]] == [role["id"]]
            await page.does("delete role", role=role["id"])
            await page.does("delete channel", channel=channel)
            assert role["id"] not in page.view["roles"]
            assert channel not in [each["id"] for each in page.view["channels"]]


async def test_threads_stand_after_their_channel_and_can_be_read_and_written_in():
    async with panel_up() as sandbox, page_of(sandbox) as page:
        mei, nora = sandbox.world.person("Mei"), sandbox.world.person("Nora")
        forum = await nora.creates_channel("views", type=15)
        post = await nora.posts("views", "My view", "What I believe")
        await page.is_somebody("Mei")
        ids = [place["id"] for place in page.view["channels"]]
        assert ids.index(post["id"]) == ids.index(forum["id"]) + 1
        places = {place["id"]: place for place in page.view["channels"]}
        assert "write" not in places[forum["id"]]["may"]
        assert "write" in places[post["id"]]["may"]
        await page.does("open", channel=post["id"])
        await page.does("say", channel=post["id"], text="I see")
        assert [each["content"] for each in page.said()] == ["What I believe", "I see"]
        refused = (await page.does("say", channel=forum["id"], text="no"))["refused"]
        assert "Cannot send a message in a forum channel" in refused
        await nora.adds_to_thread(mei, "My view")
        await nora.puts_out_of_thread(mei, "My view")
        await nora.archives("My view")
        await page.does("open", channel=post["id"])
        assert [each["content"] for each in page.said()][-1] == (f"removed <@{mei.id}> from the thread")
        assert [place["name"] for place in page.view["channels"] if place.get("archived")] == ["My view"]


async def test_the_page_is_told_how_far_the_time_was_moved():
    async with panel_up() as sandbox, page_of(sandbox) as page:
        await page.is_somebody("Mei")
        assert page.view["ahead"] == 0
        sandbox.world.clock.advance(86_400)
        await page.shows(lambda view: view["ahead"] == 86_400)
