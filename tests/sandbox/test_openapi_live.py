"""What discord.py and the sandbox really say to each other, held against Discord's own document."""

import json
import os
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from pathlib import Path

import discord
import pytest

from sandbox import Sandbox
from sandbox.openapi import BESIDE, LENIENCIES, Checker, Leniency, check_all
from tests.sandbox.clients import Bare, logged_in

DOCUMENT = Path(os.environ.get("DISCORD_OPENAPI") or BESIDE)

pytest.importorskip("jsonschema_rs")
pytestmark = pytest.mark.skipif(not DOCUMENT.is_file(), reason="Discord's OpenAPI document is not here")


async def a_channel_in_a_category(bot: Bare, guild: discord.Guild) -> None:
    category = await guild.create_category("Circles")
    await guild.create_text_channel("home", category=category)


async def a_role_that_may_see(bot: Bare, guild: discord.Guild) -> None:
    await guild.create_role(name="Mentor", permissions=discord.Permissions(view_channel=True))


async def a_message_that_is_too_long(bot: Bare, guild: discord.Guild) -> None:
    with suppress(discord.HTTPException):
        await guild.text_channels[0].send("x" * 2_001)


async def a_hand_raised_on_a_stage(bot: Bare, guild: discord.Guild) -> None:
    stage = await guild.create_stage_channel("Forum")
    await guild.change_voice_state(channel=stage)
    await bot.hears("voice_state_update")
    await guild.me.request_to_speak()


NEEDED_BY: dict[str, Callable[[Bare, discord.Guild], Awaitable[None]]] = {
    "snowflakes as integers": a_channel_in_a_category,
    "permission bits as strings": a_role_that_may_see,
    "moments without a time zone": a_hand_raised_on_a_stage,
    "field errors with a code in words": a_message_that_is_too_long,
}


def problems(sandbox: Sandbox, leniencies: Sequence[Leniency]) -> list[str]:
    checker = Checker(json.loads(DOCUMENT.read_text(encoding="utf-8")), leniencies)
    return [str(problem) for call in sandbox.requests for problem in checker.check(call)]


@pytest.mark.parametrize("leniency", LENIENCIES, ids=lambda leniency: leniency.name)
async def test_each_leniency_is_needed_by_something_discord_py_does(leniency: Leniency):
    async with Sandbox() as sandbox:
        sandbox.world.create_guild("Bridge", owner="Nora")
        async with logged_in(sandbox) as bot:
            await NEEDED_BY[leniency.name](bot, bot.guilds[0])
    assert problems(sandbox, LENIENCIES) == []
    assert problems(sandbox, [each for each in LENIENCIES if each is not leniency])


async def test_an_answer_that_is_not_discords_is_found():
    async with Sandbox() as sandbox:
        guild = sandbox.world.create_guild("Bridge", owner="Nora")
        async with logged_in(sandbox) as bot:
            guild.everyone["name"] = None
            await bot.guilds[0].fetch_roles()
    (found,) = check_all(sandbox.requests)
    assert found.startswith("GET /guilds/{guild_id}/roles, answer, ")
    assert "name: null is not of type" in found
