"""Faults on demand: each does what its words say, to the requests it was meant for, and to no other."""

import asyncio
import time

import aiohttp
import discord
import pytest

from sandbox import Sandbox
from sandbox.clock import Clock
from sandbox.faults import Faults, strike
from sandbox.openapi import check_all
from tests.sandbox.asking import asked
from tests.sandbox.clients import button
from tests.sandbox.refused import refused


async def test_an_answer_can_be_lost_after_the_deed(sandbox, client, lobby):
    sandbox.world.faults.next("POST", r"/messages$", "503 after")
    with pytest.raises(discord.DiscordServerError):
        await lobby.send("sent all the same")
    assert [message.content async for message in lobby.history()] == ["sent all the same"]


async def test_the_line_can_be_cut_before_or_after_the_deed(sandbox, client, lobby):
    for moment, sent in (("before", 0), ("after", 1)):
        sandbox.world.faults.next("POST", r"/messages$", f"drop {moment}")
        with pytest.raises((aiohttp.ClientError, OSError)):
            await lobby.send("hello?")
        assert len([message async for message in lobby.history()]) == sent
        assert [call.status for call in sandbox.requests if call.path.endswith("/messages")].count(
            0
        ) == sent + 1


@pytest.mark.parametrize(("outcome", "status", "code"), [("403", 403, 50013), ("404", 404, 10003)])
async def test_a_refusal_can_be_planned(sandbox, client, lobby, outcome, status, code):
    sandbox.world.faults.next("GET", r"^/channels/\d+$", outcome)
    with refused(status, code):
        await client.fetch_channel(lobby.id)
    await client.fetch_channel(lobby.id)


async def test_a_delay_can_be_planned_and_makes_an_answer_late(sandbox, client, lobby, guild):
    refusals: asyncio.Queue[int] = asyncio.Queue()

    async def answer(interaction):
        try:
            await interaction.response.send_message("Slow")
        except discord.NotFound as refusal:
            refusals.put_nowait(refusal.code)

    client.answers(answer)
    await lobby.send("A button", view=button("Press"))
    mei = await sandbox.world.join("Mei", guild)
    sandbox.world.faults.next("POST", r"/callback", 0.2)
    pressing = asyncio.create_task(mei.clicks("Press"))
    await client.hears("interaction")
    await asyncio.sleep(0.05)
    sandbox.world.clock.advance(3)
    with pytest.raises(Exception, match="This interaction failed"):
        await pressing
    assert await asyncio.wait_for(refusals.get(), 2) == 10062


async def test_a_planned_refusal_for_haste_is_waited_out(sandbox, client, lobby):
    sandbox.world.faults.next("POST", r"/messages$", "429", times=2)
    await lobby.send("in the end")
    assert [call.status for call in sandbox.requests[-3:]] == [429, 429, 200]


class Line:
    """A bare socket to the sandbox: what comes back and how the line ends."""

    @staticmethod
    async def ends(sandbox, path: str) -> str:
        host, port = sandbox.page_url.removeprefix("http://").strip("/").split(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        try:
            head = f"PUT {path} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bot {sandbox.world.token}\r\n"
            writer.write(f"{head}Content-Length: 0\r\n\r\n".encode())
            received = await asyncio.wait_for(reader.read(), 3)
            return received.decode() or "closed"
        except ConnectionResetError:
            return "reset"
        finally:
            writer.close()


@pytest.mark.parametrize(("what", "ends"), [("drop", "closed"), ("reset", "reset"), ("hang 0.02", "closed")])
@pytest.mark.parametrize("moment", ["before", "after"])
async def test_the_line_ends_as_planned(sandbox, guild, what, ends, moment):
    mei = await sandbox.world.join("Mei", guild)
    role = await sandbox.world.person("Nora").creates_role("Mentor")
    path = f"/api/v10/guilds/{guild.id}/members/{mei.id}/roles/{role['id']}"
    sandbox.world.faults.next("PUT", "/roles/", f"{what} {moment}")
    assert await Line.ends(sandbox, path) == ends
    assert mei.roles == ([] if moment == "before" else ["Mentor"])


async def test_who_hangs_is_released_when_the_worlds_time_has_passed(sandbox, client, lobby):
    fault = sandbox.world.faults.next("POST", "/messages$", "hang 30 after")
    sending = asyncio.create_task(lobby.send("hello?"))
    await client.hears("message")
    assert fault.spent
    assert not sending.done()
    sandbox.world.clock.advance(30)
    with pytest.raises(aiohttp.ClientError):
        await asyncio.wait_for(sending, 3)


async def test_the_nth_call_is_struck_whatever_it_is(sandbox, guild):
    fault = sandbox.world.faults.at(3, "502 before")
    statuses: list[int] = []
    for path in ("/users/@me", "/gateway", f"/guilds/{guild.id}", "/users/@me"):
        assert fault.spent == (len(statuses) > 2)
        statuses.append((await asked(sandbox, "GET", path))[0])
    assert statuses == [200, 200, 502, 200]


async def test_two_faults_for_one_call_strike_one_after_the_other(sandbox):
    sandbox.world.faults.next("GET", "/users/@me", "403")
    sandbox.world.faults.at(1, "502")
    assert [(await asked(sandbox, "GET", "/users/@me"))[0] for _ in range(3)] == [403, 502, 200]


async def test_even_the_answer_of_a_refusal_can_be_lost(sandbox):
    sandbox.world.faults.next("GET", "/channels/", "502 after")
    assert (await asked(sandbox, "GET", "/channels/1"))[0] == 502


@pytest.mark.parametrize("scope", ["user", "shared", "global"])
async def test_a_planned_wait_looks_like_discords_own(sandbox, scope):
    sandbox.world.faults.next("GET", "/users/@me", f"429 90 {scope}")
    status, headers, body = await asked(sandbox, "GET", "/users/@me")
    assert (status, body["retry_after"], body["global"]) == (429, 90, scope == "global")
    assert (headers["Retry-After"], headers["X-RateLimit-Scope"]) == ("90", scope)
    assert "Via" in headers
    assert headers.get("X-RateLimit-Global") == ("true" if scope == "global" else None)
    left = {"user": "0", "shared": "999", "global": None}
    assert headers.get("X-RateLimit-Remaining") == left[scope]
    if scope == "user":
        assert headers["X-RateLimit-Reset-After"] == "90.000"


@pytest.mark.parametrize(("words", "wait"), [("html 429 600", "600"), ("html 403", None)])
async def test_the_edge_answers_with_a_page_and_nothing_of_discord(sandbox, words, wait):
    sandbox.world.faults.next("GET", "/users/@me", words)
    headers = {"Authorization": f"Bot {sandbox.world.token}"}
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{sandbox.api_url}/users/@me", headers=headers) as answer,
    ):
        assert answer.status == int(words.split()[1])
        assert answer.content_type == "text/html"
        assert "1015" in await answer.text()
        assert answer.headers.get("Retry-After") == wait
        assert not {"Via", "X-RateLimit-Limit"} & set(answer.headers)
    assert check_all(sandbox.requests) == []


async def test_discord_py_takes_a_page_of_the_edge_for_a_ban(sandbox, client, lobby):
    sandbox.world.faults.next("POST", "/messages$", "html 429 600")
    with pytest.raises(discord.HTTPException) as ban:
        await lobby.send("hello?")
    assert ban.value.status == 429
    assert [call.status for call in sandbox.requests[-2:]].count(429) == 1


def test_what_is_not_a_fault_is_refused():
    for words in (
        "",
        "before",
        "502 sometime",
        "never",
        "hang before",
        "html",
        "429 1 mine",
        "-502",
        "2",
        "html 5",
    ):
        with pytest.raises(ValueError, match="no such fault"):
            strike(words)
    with pytest.raises(ValueError, match="from 1"):
        Faults(Clock()).at(0, "502")


async def test_a_sandbox_that_closes_waits_for_nobody_who_hangs():
    async with Sandbox() as sandbox:
        world = sandbox.world
        channel = world.create_guild("Bridge", owner="Nora").channel("general")["id"]
        world.faults.next("POST", "/messages$", "hang 3600 after")
        path = f"/channels/{channel}/messages"
        hanging = asyncio.create_task(asked(sandbox, "POST", path, json={"content": "hello?"}))
        assert await world.changed.until(lambda: world.ledger.effects("MESSAGE_CREATE") or None, 3)
        started = time.monotonic()
    assert time.monotonic() - started < 0.4
    with pytest.raises(aiohttp.ClientError):
        await hanging
