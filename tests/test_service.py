"""Whatever keeps the bot from running ends it with one sentence, the fix, and the code a supervisor knows."""

import asyncio
import io
import os
import signal
import socket
import time

import pytest
from rich.console import Console
from typer.testing import CliRunner

import service
from bot import app
from cogs.kit.wire import point_at
from data.database import Database
from data.keys import MasterKey
from life.ending import GRACE, Exit
from sandbox import Sandbox, World
from service import Unable
from settings import Settings
from tests.processes import SECONDS, connected, the_bot
from tour import demo


@pytest.fixture
async def sandbox():
    async with Sandbox(World()) as sandbox:
        sandbox.world.create_guild("Bridge", owner="Nora")
        yield sandbox


@pytest.fixture
def settings(sandbox, tmp_path):
    key = tmp_path / "circles.key"
    MasterKey.from_file(key)
    own = f"sqlite:///{tmp_path / 'own.db'}"
    return Settings(
        sandbox_url=sandbox.page_url,
        database_url=own,
        master_key_file=key,
        health_port=0,
        calendar_port=0,
    )


async def refusal(settings: Settings, token: str) -> Unable:
    with pytest.raises(Unable) as refused:
        async with asyncio.timeout(SECONDS):
            await service.on_discord(settings, token)
    assert "\n" not in str(refused.value)
    return refused.value


async def test_a_wrong_token_is_tried_once_and_named(sandbox, settings):
    why = await refusal(settings, "nobodys.own.token")
    assert why.code == Exit.MISCONFIGURED
    assert "DISCORD_TOKEN" in str(why)
    assert "Developer Portal" in str(why)
    assert "nobodys" not in str(why)
    assert [request.status for request in sandbox.requests] == [401]


async def test_a_token_that_is_revoked_ends_the_bot(sandbox, settings):
    async with asyncio.TaskGroup() as both:
        ended = both.create_task(refusal(settings, sandbox.world.token))
        await connected(sandbox)
        sandbox.world.revoke_token()
    assert ended.result().code == Exit.MISCONFIGURED
    assert "DISCORD_TOKEN" in str(ended.result())


async def test_a_missing_intent_is_named_with_where_to_switch_it_on_and_how_to_do_without(sandbox, settings):
    sandbox.world.approved_intents = 0
    why = await refusal(settings, sandbox.world.token)
    assert why.code == Exit.MISCONFIGURED
    assert "Server Members" in str(why)
    assert "Developer Portal" in str(why)
    assert "SERVER_MEMBERS=off" in str(why)


async def test_without_the_intent_the_bot_runs_when_it_is_told_to(sandbox, settings):
    sandbox.world.approved_intents = 0
    modest = settings.model_copy(update={"server_members": False})
    running = asyncio.create_task(service.on_discord(modest, sandbox.world.token))
    await connected(sandbox)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


async def test_a_discord_that_does_not_answer_is_worth_another_try(settings):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        away = settings.model_copy(update={"sandbox_url": f"http://127.0.0.1:{taken.getsockname()[1]}/"})
        why = await refusal(away, "any.token.will-do")
    assert why.code == Exit.TRY_AGAIN
    assert "cannot be reached" in str(why)


async def test_a_gateway_that_does_not_answer_is_worth_another_try(sandbox, settings):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        point_at(sandbox.api_url, f"ws://127.0.0.1:{taken.getsockname()[1]}/gateway", sandbox.cdn_url)
        with pytest.raises(Unable, match="cannot be reached") as refused:
            async with (
                asyncio.timeout(SECONDS),
                service.running(settings, sandbox.world.token) as (_, gateway),
            ):
                await service.over(gateway)
    assert refused.value.code == Exit.TRY_AGAIN


async def test_a_database_held_by_another_process_is_worth_another_try(settings):
    master = MasterKey.from_file(settings.master_key_file)
    database = await Database.open(settings.database_url, master)
    try:
        why = await refusal(settings, "any.token.will-do")
    finally:
        await database.close()
    assert why.code == Exit.TRY_AGAIN
    assert "another process" in str(why)


async def test_a_data_folder_that_cannot_be_written_is_named(settings, tmp_path):
    (tmp_path / "file").write_text("")
    wrong = settings.model_copy(update={"database_url": f"sqlite:///{tmp_path}/file/circles.db"})
    why = await refusal(wrong, "any.token.will-do")
    assert why.code == Exit.MISCONFIGURED
    assert f"{tmp_path}/file" in str(why)


async def test_after_any_end_the_database_is_free_again(sandbox, settings):
    await refusal(settings, "nobodys.own.token")
    master = MasterKey.from_file(settings.master_key_file)
    await (await Database.open(settings.database_url, master)).close()


async def test_a_taken_port_ends_the_demo_with_the_fix(sandbox):
    port = int(sandbox.page_url.rstrip("/").rpartition(":")[2])
    with pytest.raises(Unable, match="set SANDBOX_PORT to a free port") as refused:
        await demo.play(Settings(sandbox_port=port), Console(file=io.StringIO()))
    assert refused.value.code == Exit.MISCONFIGURED


def test_a_wrong_setting_ends_the_command_with_78_and_one_sentence(monkeypatch):
    monkeypatch.setenv("LOG_LEVEL", "loud")
    shown = CliRunner().invoke(app, [])
    assert shown.exit_code == Exit.MISCONFIGURED
    assert shown.output == "LOG_LEVEL cannot be used: set it to debug, info, warning or error\n"


@pytest.mark.skipif(os.name != "posix", reason="Windows has no SIGTERM")
async def test_a_running_bot_ends_when_asked_and_says_so_with_0(sandbox, settings):
    async with the_bot(settings, sandbox.world.token) as bot:
        await connected(sandbox)
        asked = time.monotonic()
        bot.asked(signal.SIGTERM)
        code, screen = await bot.end()
    assert code == Exit.ENDED, screen
    assert time.monotonic() - asked < GRACE
    assert "Traceback" not in screen
    await (await Database.open(settings.database_url, MasterKey.from_file(settings.master_key_file))).close()


async def test_a_wrong_token_ends_the_process_with_78_and_one_sentence(settings):
    async with the_bot(settings, "nobodys.own.token", LOG_LEVEL="error") as bot:
        code, screen = await bot.end()
    assert code == Exit.MISCONFIGURED
    assert len(screen.splitlines()) == 1
    assert screen.startswith("Discord does not accept the token in DISCORD_TOKEN")


async def test_row_27_a_second_process_on_one_database_ends_with_75(settings):
    database = await Database.open(settings.database_url, MasterKey.from_file(settings.master_key_file))
    try:
        async with the_bot(settings, "any.token.will-do") as bot:
            code, _ = await bot.end()
    finally:
        await database.close()
    assert code == Exit.TRY_AGAIN
