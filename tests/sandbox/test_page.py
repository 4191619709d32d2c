"""The page without a browser: what it is shown, what it may do, and whom it answers."""

import asyncio
from contextlib import AsyncExitStack

import aiohttp
import pytest

from sandbox import Permission, Sandbox
from sandbox.page import attach
from sandbox.page.view import SHOWN_MESSAGES
from tests.sandbox.page_bot import page_of, panel_up


async def test_before_anybody_is_chosen_only_names_are_shown():
    async with panel_up() as sandbox, page_of(sandbox) as page:
        assert page.state["view"] is None
        assert page.state["people"] == [
            {"name": "Nora", "in": [{"guild": "Bridge", "owner": True, "roles": []}]},
            {"name": "Mei", "in": [{"guild": "Bridge", "owner": False, "roles": []}]},
        ]
        assert "Choose" in (await page.does("say", channel="1", text="hi"))["refused"]


async def test_a_new_name_comes_into_the_guild():
    async with panel_up() as sandbox, page_of(sandbox) as page:
        await page.does("be", name="  Ruth  ", locale="es-ES")
        me = page.view["me"]
        assert (me["name"], me["locale"], me["roles"], me["owner"]) == ("Ruth", "es-ES", [], False)
        assert "Ruth" in [member["name"] for member in page.view["members"]]
        assert sandbox.world.person("Ruth").guild.name == "Bridge"


@pytest.mark.parametrize("name", ["", "   ", "x" * 33])
async def test_a_name_that_discord_would_not_take_is_refused(name: str):
    async with panel_up() as sandbox, page_of(sandbox) as page:
        assert "32 characters" in (await page.does("be", name=name))["refused"]
        assert page.state["view"] is None


async def test_a_button_is_answered_to_whoever_pressed_it_alone():
    async with panel_up() as sandbox, page_of(sandbox) as mei, page_of(sandbox) as nora:
        await mei.does("be", name="Mei")
        await nora.does("be", name="Nora")
        assert "refused" not in await mei.does("press", **mei.control("My place"))
        answer = mei.said()[-1]
        assert answer["only_you"]
        assert answer["content"] == f"You are <@{mei.view['me']['id']}>."
        assert len(nora.said()) == 1


async def test_what_only_you_see_can_be_dismissed():
    async with panel_up() as sandbox, page_of(sandbox) as mei:
        await mei.does("be", name="Mei")
        await mei.does("press", **mei.control("My place"))
        start = mei.view["start"]
        await mei.does("dismiss", channel=start, message=mei.said()[-1]["id"])
        assert len(mei.said()) == 1
        assert (
            "everybody" in (await mei.does("dismiss", channel=start, message=mei.said()[0]["id"]))["refused"]
        )


async def test_a_form_keeps_back_what_a_client_would_and_sends_the_rest():
    async with panel_up() as sandbox, page_of(sandbox) as mei:
        await mei.does("be", name="Mei")
        await mei.does("press", **mei.control("Join the circles"))
        form = mei.view["form"]
        seat, about = (part["component"]["custom_id"] for part in form["components"])
        short = await mei.does("submit", form=form["id"], values={seat: "mentor", about: "Hi"})
        assert "About you" in short["refused"]
        assert mei.view["form"] == form
        await mei.does("submit", form=form["id"], values={seat: "mentor", about: "Hello"})
        assert mei.view["form"] is None
        assert mei.said()[-1]["content"] == "You are in as mentor: Hello"


async def test_a_form_that_was_closed_is_not_sent():
    async with panel_up() as sandbox, page_of(sandbox) as mei:
        await mei.does("be", name="Mei")
        await mei.does("press", **mei.control("Join the circles"))
        form = mei.view["form"]["id"]
        await mei.does("close form")
        assert "no longer open" in (await mei.does("submit", form=form, values={}))["refused"]


async def test_a_select_sends_what_was_picked():
    async with panel_up() as sandbox, page_of(sandbox) as mei:
        await mei.does("be", name="Mei")
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
            await page.does("be", name="Mei")
            assert "stewards" not in str(page.state)
            assert "between us" not in str(page.state)
            hidden = guild.channel("stewards")["id"]
            assert "refused" in await page.does("say", channel=hidden, text="hello?")
            assert "refused" in await page.does("dismiss", channel=hidden, message="1")
            await page.does("be", name="Nora")
            assert page.said(page.channel("stewards"))[-1]["content"] == "between us"


async def test_what_a_person_may_not_do_is_refused():
    async with Sandbox(extras=[attach]) as sandbox:
        guild = sandbox.world.create_guild("Bridge", owner="Nora")
        await sandbox.world.join("Mei", guild)
        await sandbox.world.person("Nora").edits_overwrites(
            "general", "@everyone", deny=Permission.SEND_MESSAGES
        )
        async with page_of(sandbox) as page:
            await page.does("be", name="Mei")
            general = page.channel("general")
            assert not next(each for each in page.view["channels"] if each["id"] == general)["writable"]
            assert "Missing Permissions" in (await page.does("say", channel=general, text="hi"))["refused"]


async def test_the_page_follows_what_others_do():
    async with panel_up() as sandbox, page_of(sandbox) as page:
        await page.does("be", name="Mei")
        await sandbox.world.person("Nora").says("#general", "Good morning")
        await page.shows(
            lambda state: state["view"]["messages"][page.view["start"]][-1]["content"] == "Good morning"
        )


async def test_whoever_leaves_can_come_back():
    async with panel_up() as sandbox, page_of(sandbox) as page:
        await page.does("be", name="Mei")
        await page.does("leave")
        assert page.view == {"me": page.view["me"], "guild": None}
        await page.does("come back")
        assert page.view["guild"]["name"] == "Bridge"


async def test_of_a_long_channel_the_newest_messages_are_sent():
    async with Sandbox(extras=[attach]) as sandbox:
        sandbox.world.create_guild("Bridge", owner="Nora")
        nora = sandbox.world.person("Nora")
        for number in range(SHOWN_MESSAGES + 1):
            await nora.says("#general", f"message {number}")
        async with page_of(sandbox) as page:
            await page.does("be", name="Nora")
            said = page.said(page.channel("general"))
            assert (said[0]["content"], len(said)) == ("message 1", SHOWN_MESSAGES)


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
                await page.does("be", name="Nora")
            for ask in JUNK:
                await page.socket.send_str(ask)
                async with asyncio.timeout(1):
                    assert (await page.socket.receive_json())["refused"]
            assert "refused" not in await page.does("be", name="Nora")


async def test_a_page_that_is_closed_leaves_nothing_behind():
    async with panel_up() as sandbox:
        before = asyncio.all_tasks()
        async with page_of(sandbox) as page:
            await page.does("be", name="Mei")
        after = asyncio.all_tasks() - before
        if after:
            assert not (await asyncio.wait(after, timeout=2))[1]


async def test_the_sandbox_goes_down_with_a_page_open():
    async with AsyncExitStack() as later:
        async with panel_up() as sandbox:
            page = await later.enter_async_context(page_of(sandbox))
            await page.does("be", name="Mei")
        closed = await page.socket.receive(timeout=2)
        assert closed.type in (aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSED)


@pytest.mark.parametrize(
    "headers", [{"Host": "evil.example"}, {"Origin": "http://evil.example"}, {"Origin": "null"}]
)
@pytest.mark.parametrize("path", ["", "page/live", "page/static/main.js"])
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
            await page.does("be", name="Mei")
            assert page.view["deletable_roles"] == []
            assert "Missing Permissions" in (await page.does("delete role", role=role["id"]))["refused"]
            assert "Missing Permissions" in (await page.does("delete channel", channel=channel))["refused"]
            await page.does("be", name="Nora")
            assert page.view["deletable_roles"] == [role["id"]]
            await page.does("delete role", role=role["id"])
            await page.does("delete channel", channel=channel)
            assert "Mentor" not in page.view["roles"].values()
            assert channel not in [each["id"] for each in page.view["channels"]]


async def test_threads_stand_after_their_channel_and_can_be_read_and_written_in():
    async with panel_up() as sandbox, page_of(sandbox) as page:
        mei, nora = sandbox.world.person("Mei"), sandbox.world.person("Nora")
        forum = await nora.creates_channel("views", type=15)
        post = await nora.posts("views", "My view", "What I believe")
        await page.does("be", name="Mei")
        ids = [place["id"] for place in page.view["channels"]]
        assert ids.index(post["id"]) == ids.index(forum["id"]) + 1
        places = {place["id"]: place for place in page.view["channels"]}
        assert not places[forum["id"]]["writable"]
        assert places[post["id"]]["writable"]
        await page.does("say", channel=post["id"], text="I see")
        assert [each["content"] for each in page.view["messages"][post["id"]]] == ["What I believe", "I see"]
        refused = (await page.does("say", channel=forum["id"], text="no"))["refused"]
        assert "Cannot send a message in a forum channel" in refused
        await nora.adds_to_thread(mei, "My view")
        await nora.puts_out_of_thread(mei, "My view")
        await nora.archives("My view")
        await page.does("open", channel=post["id"])
        assert [each["content"] for each in page.view["messages"][post["id"]]][-1] == (
            f"removed <@{mei.id}> from the thread"
        )
        assert "My view (archived)" in [place["name"] for place in page.view["channels"]]
