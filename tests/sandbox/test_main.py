"""`python -m sandbox`: a guild to log in to, for as long as it is left running."""

import asyncio
import signal
import sys

import aiohttp
from yarl import URL

from sandbox.page.guard import is_loopback
from tests.sandbox.serving import WITHIN, served, started


async def test_it_says_where_it_is_and_ends_when_it_is_told_to():
    async with served("--people", "Mei, Ruth") as sandbox:
        assert "Nora (owner), Mei, Ruth" in sandbox.said
        async with (
            aiohttp.ClientSession(headers={"Authorization": f"Bot {sandbox.token}"}) as session,
            session.get(f"{sandbox.api}/users/@me/guilds") as answer,
        ):
            assert [guild["name"] for guild in await answer.json()] == ["Bridge"]
        taken = str(URL(sandbox.page).port)
        async with started(sys.executable, "-m", "sandbox", "--port", taken) as second:
            _, complaint = await asyncio.wait_for(second.communicate(), WITHIN)
            assert b"Try --port 0" in complaint
            assert second.returncode == 1
        sandbox.process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(sandbox.process.wait(), WITHIN) == 0


def test_only_this_machine_is_meant_unless_another_address_is_given():
    assert all(is_loopback(host) for host in ("127.0.0.1", "127.0.0.2", "::1", "localhost"))
    assert not any(is_loopback(host) for host in ("192.0.2.1", "example.org"))


async def test_others_are_let_in_where_that_is_asked_for_with_the_token_that_it_prints():
    async with served("--host", "0.0.0.0") as sandbox:  # noqa: S104 - that is what is tried
        page = URL(sandbox.page)
        assert "WARNING" in sandbox.said
        assert len(page.query["token"]) > 20
        here = page.with_host("127.0.0.1")
        async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as stranger:
            for address in (
                here.with_query(None),
                here.with_query(token="guessed"),
                here.with_path("/page/live"),
            ):
                async with stranger.get(address, headers={"Host": "192.0.2.1:8710"}) as answer:
                    assert answer.status == 403
            async with stranger.get(here) as answer:
                assert answer.status == 200
            async with stranger.get(here.with_query(None)) as answer:
                assert answer.status == 200
            async with stranger.get(here, headers={"Origin": "http://evil.example"}) as answer:
                assert answer.status == 403
            async with stranger.ws_connect(here.with_path("/page/live").with_query(None)) as socket:
                assert "people" in await socket.receive_json()
