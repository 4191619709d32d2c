"""`python -m sandbox`: a guild to log in to, for as long as it is left running."""

import asyncio
import re
import signal
import sys
from contextlib import asynccontextmanager

import aiohttp

from sandbox.__main__ import is_loopback

WITHIN = 15


@asynccontextmanager
async def started(*words):
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "sandbox",
        *words,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def test_it_says_where_it_is_and_ends_when_it_is_told_to():
    async with started("--port", "0", "--people", "Mei, Ruth") as process:
        said = (await asyncio.wait_for(process.stdout.readuntil(b"Ctrl-C"), WITHIN)).decode()
        assert "Nora (owner), Mei, Ruth" in said
        api, token = (re.findall(rf"{word} +(\S+)", said)[0] for word in ("REST", "token"))
        async with (
            aiohttp.ClientSession(headers={"Authorization": f"Bot {token}"}) as session,
            session.get(f"{api}/users/@me/guilds") as answer,
        ):
            assert [guild["name"] for guild in await answer.json()] == ["Bridge"]
        taken = re.findall(r":(\d+)/", said)[0]
        async with started("--port", taken) as second:
            _, complaint = await asyncio.wait_for(second.communicate(), WITHIN)
            assert b"Try --port 0" in complaint
            assert second.returncode == 1
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), WITHIN) == 0


def test_only_this_machine_is_meant_unless_another_address_is_given():
    assert all(is_loopback(host) for host in ("127.0.0.1", "127.0.0.2", "::1", "localhost"))
    assert not any(is_loopback(host) for host in ("192.0.2.1", "example.org"))
