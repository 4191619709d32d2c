"""Rate limits: told honestly, kept in the world's time, and Discord's own as far as they are known."""

import asyncio

import discord

from sandbox.openapi import check_all
from tests.sandbox.asking import asked
from tests.sandbox.clients import button


async def test_every_answer_tells_what_is_left_of_its_bucket(sandbox, guild):
    sandbox.limits.set("GET", "/guilds/{guild_id}", 5, 10.0)
    first = (await asked(sandbox, "GET", f"/guilds/{guild.id}"))[1]
    second = (await asked(sandbox, "GET", f"/guilds/{guild.id}"))[1]
    assert [headers["X-RateLimit-Remaining"] for headers in (first, second)] == ["4", "3"]
    assert first["X-RateLimit-Limit"] == "5"
    assert 9 < float(first["X-RateLimit-Reset-After"]) <= 10
    assert first["X-RateLimit-Bucket"] == second["X-RateLimit-Bucket"]


async def test_too_many_requests_are_told_how_long_to_wait(sandbox, guild):
    sandbox.limits.set("GET", "/guilds/{guild_id}", 1, 10.0)
    await asked(sandbox, "GET", f"/guilds/{guild.id}")
    status, headers, body = await asked(sandbox, "GET", f"/guilds/{guild.id}")
    assert (status, body["global"], body["message"]) == (429, False, "You are being rate limited.")
    assert 9 < body["retry_after"] <= 10
    assert (headers["Retry-After"], headers["X-RateLimit-Scope"]) == ("10", "user")
    assert "Via" in headers
    sandbox.world.clock.advance(10)
    assert (await asked(sandbox, "GET", f"/guilds/{guild.id}"))[0] == 200


async def test_the_global_limit_is_told_apart(sandbox):
    sandbox.limits.set_global(1)
    await asked(sandbox, "GET", "/users/@me")
    status, headers, body = await asked(sandbox, "GET", "/users/@me")
    assert (status, body["global"], headers["X-RateLimit-Global"]) == (429, True, "true")


async def test_discord_py_waits_for_its_turn_and_sends_everything(sandbox, client, lobby):
    sandbox.limits.set("POST", "/channels/{channel_id}/messages", 2, 0.2)
    await asyncio.gather(*(lobby.send(str(number)) for number in range(5)))
    assert len([message async for message in lobby.history()]) == 5


async def test_a_refusal_for_haste_is_as_discord_writes_it(sandbox):
    sandbox.limits.set("GET", "/users/@me", 1, 10.0)
    for _ in range(2):
        await asked(sandbox, "GET", "/users/@me")
    assert check_all(sandbox.requests) == []


async def test_a_bucket_that_is_full_again_is_full(sandbox, guild):
    """Who waits as long as the header says may make as many requests as it says."""
    sandbox.limits.set("GET", "/guilds/{guild_id}", 3, 10.0)
    statuses = []
    for seconds in (0, 4, 5, 1, 0, 0, 0):
        sandbox.world.clock.advance(seconds)
        statuses.append((await asked(sandbox, "GET", f"/guilds/{guild.id}"))[0])
    assert statuses == [200, 200, 200, 200, 200, 200, 429]


async def test_a_limit_that_others_fill_says_so(sandbox, guild):
    sandbox.limits.set("GET", "/guilds/{guild_id}", 1, 10.0, scope="shared")
    for _ in range(2):
        status, headers, _ = await asked(sandbox, "GET", f"/guilds/{guild.id}")
    assert (status, headers["X-RateLimit-Scope"]) == (429, "shared")
    assert sandbox.world.invalid_requests == 0


async def test_every_guild_has_a_bucket_of_its_own(sandbox, guild):
    sandbox.limits.set("GET", "/guilds/{guild_id}", 1, 10.0)
    hill = sandbox.world.create_guild("Hill", owner="Olu")
    for one in (guild, hill):
        assert (await asked(sandbox, "GET", f"/guilds/{one.id}"))[0] == 200


async def test_a_third_new_name_in_ten_minutes_has_to_wait_though_no_header_said_so(sandbox, guild):
    sandbox.limits.like_discord()
    path = f"/channels/{guild.channel('general')['id']}"
    answers = [await asked(sandbox, "PATCH", path, json={"name": f"name-{number}"}) for number in range(3)]
    assert [status for status, _, _ in answers] == [200, 200, 429]
    assert answers[1][1]["X-RateLimit-Remaining"] == "3"
    assert 590 < answers[2][2]["retry_after"] <= 600
    assert (await asked(sandbox, "PATCH", path, json={"nsfw": True}))[0] == 200
    sandbox.world.clock.advance(600)
    assert (await asked(sandbox, "PATCH", path, json={"topic": "new"}))[0] == 200


async def test_more_than_250_new_roles_have_to_wait_for_two_days(sandbox, guild):
    sandbox.limits.like_discord()
    sandbox.limits.set_untold("POST", "/guilds/{guild_id}/roles", 2, 48 * 3600)
    statuses = [(await asked(sandbox, "POST", f"/guilds/{guild.id}/roles", json={}))[0] for _ in range(3)]
    assert statuses == [200, 200, 429]
    sandbox.world.clock.advance(48 * 3600)
    assert (await asked(sandbox, "POST", f"/guilds/{guild.id}/roles", json={}))[0] == 200


async def test_answers_to_people_are_free_while_everything_else_waits(sandbox, client, lobby, guild):
    async def answer(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("Heard", ephemeral=True)
        for number in range(3):
            await interaction.followup.send(f"More {number}", ephemeral=True)

    client.answers(answer)
    await lobby.send("A button", view=button("Press"))
    mei = await sandbox.world.join("Mei", guild)
    sandbox.limits.like_discord()
    sandbox.limits.set_global(1, 3600)
    assert [(await asked(sandbox, "GET", "/users/@me"))[0] for _ in range(2)] == [200, 429]
    await mei.clicks("Press")
    await mei.sees("More 2")
    callbacks = [call for call in sandbox.requests if "{token}" in (call.template or "")]
    assert {call.status for call in callbacks} == {200}


async def test_what_is_known_of_discords_limits_holds(sandbox, guild):
    sandbox.limits.like_discord()
    mei = await sandbox.world.join("Mei", guild)
    role = await sandbox.world.person("Nora").creates_role("Mentor")
    path = f"/guilds/{guild.id}/members/{mei.id}/roles/{role['id']}"
    assert [(await asked(sandbox, "PUT", path))[0] for _ in range(11)] == [204] * 10 + [429]
    path = f"/channels/{guild.channel('general')['id']}/messages"
    sent = [(await asked(sandbox, "POST", path, json={"content": "hi"}))[0] for _ in range(6)]
    assert sent == [200] * 5 + [429]
