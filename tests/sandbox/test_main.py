"""`python -m sandbox`: a guild to log in to, for as long as it is left running."""

import asyncio
import signal
import sys

import aiohttp
from yarl import URL

from sandbox.__main__ import is_loopback
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
