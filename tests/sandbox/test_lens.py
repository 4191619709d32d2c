"""The lens: what a click caused, in order and how certainly; faults and time by hand; what it never shows."""

import asyncio
import copy
import json
from contextvars import ContextVar

import aiohttp
import discord
import pytest
from aiohttp import web

from sandbox import Sandbox, World
from sandbox.page import attach
from sandbox.page.lens import lens_of, recorder
from tests.sandbox.clients import button, logged_in
from tests.sandbox.lens_client import lens_on
from tests.sandbox.page_bot import panel_up

CLICK, FORM = "Mei pressed “Join the circles”", "Mei sent the form “Join the circles”"
FILLED = {"Your seat": "I can mentor", "About you": "I teach chemistry."}


def answered(words: str):
    """Whether the bot has answered that deed."""
    return lambda lens: lens.deed(words) and lens.deeds[lens.deed(words)]["answered"] is not None


async def notes(sandbox: Sandbox, body: object, **headers: str) -> int:
    async with aiohttp.ClientSession() as session:
        data = body if isinstance(body, str) else json.dumps(body)
        async with session.post(f"{sandbox.page_url}page/lens/notes", data=data, headers=headers) as response:
            return response.status


# The story


async def test_a_click_is_told_in_order_and_its_cause_is_certain():
    async with panel_up() as sandbox, lens_on(sandbox) as lens:
        await sandbox.world.person("Mei").clicks("Join the circles")
        await lens.shows(answered(CLICK))
        story = [(each["kind"], each["way"], each["name"]) for each in lens.story(CLICK)]
        assert story == [
            ("person", "", "join"),
            ("gateway", "to", "INTERACTION_CREATE"),
            ("rest", "from", "POST /interactions/…/callback"),
            ("world", "", "INTERACTION_ANSWER"),
        ]
        assert all(each["sure"] for each in lens.story(CLICK))
        call = lens.story(CLICK)[2]
        assert (call["status"], call["words"]) == (200, "opens the form “Join the circles”")
        assert 0 < call["took"] < 3000
        assert call["details"]["request"]["type"] == 9
        assert 0 < lens.deeds[lens.deed(CLICK)]["answered"] < 3000


async def test_what_happens_beside_a_click_is_not_said_to_be_its_doing():
    async with panel_up() as sandbox, lens_on(sandbox) as lens:
        mei = sandbox.world.person("Mei")
        await sandbox.world.join("Ruth", mei.guild)
        await lens.shows(lambda lens: "POST /channels/…/messages" in lens.names("Ruth came in"))
        sure = {each["name"]: each["sure"] for each in lens.story("Ruth came in")}
        assert sure["GUILD_MEMBER_ADD"]
        assert not sure["POST /channels/…/messages"]
        assert not sure["MESSAGE_CREATE"]


async def test_what_comes_late_belongs_to_the_click_that_caused_it():
    async with Sandbox(extras=[attach]) as sandbox:
        guild = sandbox.world.create_guild("Bridge", owner="Nora")
        mei, go = await sandbox.world.join("Mei", guild), asyncio.Event()

        async def slowly(interaction: discord.Interaction) -> None:
            await interaction.response.defer(ephemeral=True)
            await go.wait()
            await interaction.followup.send("At last")

        async with logged_in(sandbox) as bot, lens_on(sandbox) as lens:
            bot.answers(slowly)
            await bot.guilds[0].text_channels[0].send("Well?", view=button())
            await mei.clicks("Press")
            await mei.says("#general", "Meanwhile")
            go.set()
            await lens.shows(lambda lens: "POST /webhooks/…" in lens.names("Mei pressed “Press”"))
            assert "POST /webhooks/…" not in lens.names("Mei wrote “Meanwhile”")


async def test_everything_a_person_does_begins_a_group():
    async with panel_up() as sandbox, lens_on(sandbox) as lens:
        mei = sandbox.world.person("Mei")
        await mei.clicks("Join the circles")
        await mei.fills(FILLED)
        await mei.chooses("Pick a topic", "Music")
        await mei.says("#general", "Good\nmorning")
        await mei.reacts("Good", "👋")
        await mei.leaves()
        await lens.shows(lambda lens: lens.deed("Mei left"))
        words = [lens.deeds[number]["words"] for number in sorted(lens.deeds)]
        assert words[-6:] == [
            CLICK,
            FORM,
            "Mei picked “Music” from “Pick a topic”",
            "Mei wrote “Good morning” in #general",
            "Mei reacted to a message",
            "Mei left",
        ]


async def test_whoever_opens_the_lens_late_sees_what_was():
    async with panel_up() as sandbox:
        await sandbox.world.person("Mei").clicks("My place")
        async with lens_on(sandbox) as lens:
            await lens.shows(answered("Mei pressed “My place”"))
            assert len(lens.story("Mei pressed “My place”")) == 4


# What it never shows


async def test_no_token_is_ever_shown():
    async with panel_up() as sandbox, lens_on(sandbox) as lens:
        mei = sandbox.world.person("Mei")
        pressed = await mei.clicks("My place")
        await mei.says("#general", f"Is {sandbox.world.token} or {pressed.token} a secret?")
        await sandbox.world.person("Nora").says("#general", "x" * 290 + pressed.token)
        await lens.does("arm", fault="502 after", times=1, path="^/interactions/")
        later = (await asyncio.gather(mei.clicks("My place"), return_exceptions=True))[0]
        await lens.does("drop socket")
        await lens.shows(lambda lens: lens.happened.endswith(" s"))
        text = json.dumps([lens.deeds, lens.records, lens.state], ensure_ascii=False)
        assert "INTERACTION_CREATE" in text
        assert "IDENTIFY" in text
        assert "RESUME" in text
        for secret in (sandbox.world.token, pressed.token, getattr(later, "token", pressed.token)):
            assert secret not in text
            assert secret[:20] not in text


async def test_memory_is_bounded(monkeypatch):
    monkeypatch.setattr(recorder, "MOST_RECORDS", 50)
    monkeypatch.setattr(recorder, "MOST_DEEDS", 10)
    async with panel_up() as sandbox, lens_on(sandbox) as lens:
        nora = sandbox.world.person("Nora")
        for number in range(40):
            await nora.says("#general", f"{number} " + "long " * 350)
        kept = lens_of(sandbox.world)
        assert len(kept.records) == 50
        assert len(kept.deeds) == 10
        assert max(len(json.dumps(each.details)) for each in kept.records) < 8_000
        await lens.shows(lambda lens: lens.deed("Nora wrote “39 "))


async def test_a_copy_of_the_world_is_not_watched():
    world = World()
    attach(web.Application(), world)
    world.create_guild("Bridge", owner="Nora")
    twin = copy.deepcopy(world)
    before = len(lens_of(world).records)
    await twin.person("Nora").says("#general", "In another world")
    assert before > 0
    assert len(lens_of(world).records) == before
    with pytest.raises(LookupError):
        lens_of(twin)


async def test_nobody_from_elsewhere_reads_it_or_writes_in_it():
    async with panel_up() as sandbox:
        with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
            async with lens_on(sandbox, Origin="https://elsewhere.example"):
                pass
        note = {"kind": "job", "text": "x"}
        assert await notes(sandbox, note, Origin="https://elsewhere.example") == 403
        assert await notes(sandbox, note, Host="elsewhere.example") == 403
        assert await notes(sandbox, note) == 204
        async with aiohttp.ClientSession() as session, session.get(f"{sandbox.page_url}page/lens") as page:
            assert page.status == 200
            assert "frame-ancestors 'self'" in page.headers["Content-Security-Policy"]


# What a bot offers


async def test_a_bot_in_another_process_may_add_what_only_it_knows():
    async with panel_up() as sandbox, lens_on(sandbox) as lens:
        pressed = await sandbox.world.person("Mei").clicks("My place")
        told = {"kind": "database", "text": "INSERT people", "took_ms": 2.5, "details": {"rows": 1}}
        assert await notes(sandbox, told | {"interaction": pressed.id}) == 204
        assert await notes(sandbox, {"kind": "cache", "text": "3 hits"}) == 204
        await lens.shows(lambda lens: "3 hits" in lens.names("Mei pressed “My place”"))
        offered = {each["kind"]: each for each in lens.story("Mei pressed “My place”")}
        assert offered["database"]["sure"]
        assert offered["database"]["took"] == 2.5
        assert not offered["cache"]["sure"]


async def test_a_bot_may_say_for_which_interaction_it_calls():
    current: ContextVar[int | None] = ContextVar("current", default=None)

    async def mark(_session, _context, params: aiohttp.TraceRequestStartParams) -> None:
        if current.get():
            params.headers["X-Interaction-Id"] = str(current.get())

    async def announce(interaction: discord.Interaction) -> None:
        current.set(interaction.id)
        await interaction.response.defer()
        assert isinstance(interaction.channel, discord.TextChannel)
        await interaction.channel.send("Mei has pressed it")

    trace = aiohttp.TraceConfig()
    trace.on_request_start.append(mark)
    async with Sandbox(extras=[attach]) as sandbox:
        guild = sandbox.world.create_guild("Bridge", owner="Nora")
        mei = await sandbox.world.join("Mei", guild)
        async with logged_in(sandbox, http_trace=trace) as bot, lens_on(sandbox) as lens:
            bot.answers(announce)
            await bot.guilds[0].text_channels[0].send("Well?", view=button())
            await mei.clicks("Press")
            await lens.shows(lambda lens: lens.names("Mei pressed").count("MESSAGE_CREATE") == 2)
            sure = {each["name"]: each["sure"] for each in lens.story("Mei pressed")}
            assert sure["POST /channels/…/messages"]
            assert sure["MESSAGE_CREATE"]


@pytest.mark.parametrize(
    "body",
    ["", "[", "[]", {}, {"kind": "job"}, {"kind": "", "text": "x"}, {"kind": "job", "text": "x" * 301},
     {"kind": "job", "text": "x", "took_ms": "long"}, {"kind": "job", "text": "x", "took_ms": float("nan")},
     {"kind": "job", "text": "x", "took_ms": -1}, {"kind": "job", "text": "x", "details": [1]}],
)  # fmt: skip
async def test_a_note_that_is_none_is_refused(body: object):
    async with panel_up() as sandbox:
        before = len(lens_of(sandbox.world).records)
        assert await notes(sandbox, body) == 400
        assert len(lens_of(sandbox.world).records) == before


# Faults and time by hand


async def test_a_fault_armed_by_hand_strikes_and_is_seen():
    async with panel_up() as sandbox, lens_on(sandbox) as lens:
        answer = await lens.does("arm", fault="429 0.1", path="^/interactions/", times=1)
        assert "refused" not in answer
        await lens.shows(lambda lens: lens.state["armed"])
        assert "429" in lens.state["armed"][0]["words"]
        await sandbox.world.person("Mei").clicks("My place")
        await lens.shows(answered("Mei pressed “My place”"))
        statuses = [each["status"] for each in lens.story("Mei pressed") if each["kind"] == "rest"]
        assert statuses == [429, 200]
        [struck] = [each for each in lens.story("Mei pressed") if each["kind"] == "fault"]
        assert struck["sure"]
        assert struck["words"] == "nothing is done, the answer is 429, try again in 0.1 s (user)"
        await lens.shows(lambda lens: not lens.state["armed"])


async def test_what_is_armed_can_be_cleared_one_by_one_or_at_once():
    async with panel_up() as sandbox, lens_on(sandbox) as lens:
        await lens.does("arm", fault="502 after", path="/roles")
        await lens.does("arm", fault="hang 30 before", seconds=60)
        await lens.does("gateway", what="lag", seconds=0.01)
        await lens.shows(lambda lens: len(lens.state["armed"]) == 3)
        roles = next(each["id"] for each in lens.state["armed"] if each["words"].startswith("Roles"))
        await lens.does("clear", id=roles)
        await lens.shows(lambda lens: len(lens.state["armed"]) == 2)
        await lens.does("clear")
        await lens.shows(lambda lens: not lens.state["armed"])
        assert sandbox.world.faults.open == []
        assert sandbox.world.gateway_faults.lag == 0
        assert "no longer" in (await lens.does("clear", id=roles))["refused"]


async def test_the_sockets_end_and_the_bots_return_are_told():
    async with panel_up() as sandbox, lens_on(sandbox) as lens:
        await lens.does("drop socket")
        await lens.shows(lambda lens: "back after" in lens.happened)
        assert lens.happened.startswith("The bot's socket was dropped; back after")
        await lens.shows(lambda lens: "RESUMED" in lens.names("The bot's socket was dropped"))
        names = lens.names("The bot's socket was dropped")
        assert names.index("RESUME") < names.index("RESUMED")


async def test_discord_goes_down_and_comes_back():
    async with panel_up() as sandbox, lens_on(sandbox) as lens:
        await lens.does("outage")
        await lens.shows(lambda lens: not lens.state["online"])
        assert [each["words"] for each in lens.state["armed"]] == ["Discord is down"]
        assert "already" in (await lens.does("outage"))["refused"]
        await lens.does("come back")
        await lens.shows(lambda lens: lens.state["online"], within=20)
        assert "not down" in (await lens.does("come back"))["refused"]


async def test_a_day_passes_at_once_with_what_falls_due_in_it():
    async with panel_up() as sandbox, lens_on(sandbox) as lens:
        world, nora = sandbox.world, sandbox.world.person("Nora")
        await nora.asks("#general", "Shall we?", "Yes", hours=1)
        before = world.clock.now()
        await lens.does("jump", seconds=86_400)
        await lens.shows(lambda lens: "MESSAGE_UPDATE" in lens.names("Time went on by 1 day"))
        assert (world.clock.now() - before).total_seconds() >= 86_400
        assert lens.state["ahead"] == "1 day"
        assert all(each["sure"] for each in lens.story("Time went on") if each["kind"] == "world")


NONSENSE = [
    ("fly", {}),
    ("jump", {}),
    ("jump", {"seconds": -1}),
    ("jump", {"seconds": 0}),
    ("jump", {"seconds": "day"}),
    ("jump", {"seconds": 10**12}),
    ("jump", {"seconds": 400, "unit": 86_400}),
    ("jump", {"seconds": float("nan")}),
    ("arm", {}),
    ("arm", {"fault": "a storm of frogs"}),
    ("arm", {"fault": "hang 99999 before"}),
    ("arm", {"fault": "hang x before"}),
    ("arm", {"fault": "hang nan before"}),
    ("arm", {"fault": "hang -1 before"}),
    ("arm", {"fault": "503", "path": "("}),
    ("arm", {"fault": "503", "wait": 3}),
    ("arm", {"fault": "hang", "wait": float("nan")}),
    ("arm", {"fault": "503", "times": 0}),
    ("arm", {"fault": "503", "times": 10**6}),
    ("arm", {"fault": "503", "method": "BREW"}),
    ("gateway", {"what": "?"}),
    ("gateway", {"what": "lag", "seconds": 10**9}),
    ("clear", {"id": "77"}),
]


@pytest.mark.parametrize(("deed", "what"), NONSENSE, ids=str)
async def test_what_makes_no_sense_is_refused_in_a_sentence(deed: str, what: dict[str, object]):
    async with panel_up() as sandbox, lens_on(sandbox) as lens:
        before = sandbox.world.clock.ahead
        assert (await lens.does(deed, **what))["refused"].endswith(".")
        assert sandbox.world.faults.open == []
        assert sandbox.world.clock.ahead == before


async def test_a_message_that_is_no_json_does_not_end_the_lens():
    async with panel_up() as sandbox, lens_on(sandbox) as lens:
        for text in ("", "[]", "{", '{"do": []}', '{"do": {"a": 1}, "ask": [1]}'):
            await lens.socket.send_str(text)
        assert "refused" not in await lens.does("jump", seconds=1)


async def test_a_bot_that_sends_nonsense_does_not_end_the_sandbox():
    async with panel_up() as sandbox, lens_on(sandbox) as lens, aiohttp.ClientSession() as session:
        async with session.ws_connect(sandbox.gateway_url) as socket:
            await socket.send_str('{"op": 2, "d": [[["x"]], 7]}')
            while not (await socket.receive()).type.name.startswith("CLOS"):
                pass
        for body in ("[]", "7", '{"content": 7}', '{"content": NaN}', '{"name": {"a": []}}', "{"):
            for path in ("/channels/1/messages", "/guilds/1/roles", "/interactions/1/x/callback", "/nowhere"):
                async with session.post(f"{sandbox.api_url}{path}", data=body) as response:
                    assert 400 <= response.status < 502
        await sandbox.world.person("Mei").clicks("My place")
        await lens.shows(answered("Mei pressed “My place”"))
