"""Bad weather: storms, a share of requests lost, an outage, bans, and what a bot collects meanwhile."""

import asyncio

import aiohttp
import discord
import pytest

from sandbox.invalid import BAN_SECONDS
from tests.sandbox.asking import asked, edge_asked
from tests.sandbox.sockets import connected


async def statuses(sandbox, count: int) -> list[int]:
    return [(await edge_asked(sandbox, "GET", "/users/@me"))[0] for _ in range(count)]


async def test_a_storm_strikes_everything_for_as_long_as_it_lasts(sandbox, guild):
    storm = sandbox.world.faults.storm("429 5", seconds=60)
    for path in ("/users/@me", f"/guilds/{guild.id}", "/gateway"):
        status, headers, _ = await asked(sandbox, "GET", path)
        assert (status, headers["Retry-After"]) == (429, "5")
    sandbox.world.clock.advance(60)
    assert await statuses(sandbox, 1) == [200]
    assert storm.struck == 3
    assert storm.spent


async def test_a_storm_ends_when_it_is_called_off(sandbox):
    storm = sandbox.world.faults.storm("503", path="/users")
    assert (await asked(sandbox, "GET", "/gateway"))[0] == 200
    assert await statuses(sandbox, 2) == [503, 503]
    storm.cancel()
    assert await statuses(sandbox, 1) == [200]


async def test_a_share_of_requests_is_struck_and_the_same_ones_again(sandbox):
    runs = []
    for _ in range(2):
        storm = sandbox.world.faults.storm("502 after", share=0.2, seed=7)
        runs.append(await statuses(sandbox, 60))
        storm.cancel()
    assert runs[0] == runs[1]
    assert 4 <= runs[0].count(502) <= 20
    storm = sandbox.world.faults.storm("502 after", share=0.2, seed=8)
    assert await statuses(sandbox, 60) != runs[0]


async def test_what_is_planned_for_one_request_goes_before_the_storm(sandbox):
    sandbox.world.faults.storm("503")
    sandbox.world.faults.next("GET", "/users/@me", "403")
    assert await statuses(sandbox, 2) == [403, 503]
    sandbox.world.faults.clear()
    assert await statuses(sandbox, 1) == [200]


@pytest.mark.parametrize("how", ["503", "drop"])
async def test_when_discord_is_down_nobody_gets_in_and_afterwards_nothing_is_missed(
    sandbox, client, lobby, guild, how
):
    world = sandbox.world
    await world.goes_down(how)
    with pytest.raises((discord.DiscordServerError, aiohttp.ClientError)):
        await lobby.send("hello?")
    with pytest.raises(Exception, match="503"):
        async with connected(sandbox):
            pass
    await world.join("Mei", guild)
    world.comes_back()
    await client.hears("resumed", within=8)
    await client.hears("member_join")
    assert await statuses(sandbox, 1) == [200]


async def test_invalid_requests_of_the_last_ten_minutes_are_counted(sandbox):
    world = sandbox.world
    for words in ("401", "403", "429 1", "429 1 shared", "404", "502", "html 429"):
        world.faults.next("GET", "/users/@me", words)
    await statuses(sandbox, 8)
    assert world.invalid_requests == 4
    world.clock.advance(300)
    await asked(sandbox, "GET", "/users/@me", token="wrong")
    assert world.invalid_requests == 5
    world.clock.advance(301)
    assert world.invalid_requests == 1


async def test_who_makes_too_many_of_them_is_shut_out_if_that_is_wanted(sandbox):
    sandbox.world.invalid.ban_at = 3
    sandbox.world.faults.storm("403", path="/users/@me", seconds=1)
    assert await statuses(sandbox, 4) == [403, 403, 403, 429]
    status, headers, page = await edge_asked(sandbox, "GET", "/gateway")
    assert (status, headers["Retry-After"], "Via" in headers) == (429, str(int(BAN_SECONDS)), False)
    assert "1015" in page
    sandbox.world.clock.advance(BAN_SECONDS)
    assert await statuses(sandbox, 1) == [200]


async def test_a_token_that_is_revoked_is_refused_from_then_on(sandbox, client):
    old = sandbox.world.token
    sandbox.world.revoke_token()
    assert [(await asked(sandbox, "GET", "/users/@me", token=each))[0] for each in (old, None)] == [401, 200]
    with pytest.raises(discord.ConnectionClosed):
        await asyncio.wait_for(client.running, 3)
    assert sandbox.world.invalid_requests == 1
