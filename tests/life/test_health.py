"""Whoever looks after the process can ask it: does it live, can it work, and what are the figures."""

import asyncio
import os
import re
import socket

import aiohttp
import pytest
import structlog
from prometheus_client.parser import text_string_to_metric_families

import service
from actions.deps import Deps
from cogs.kit.bot import CircleBot
from cogs.kit.identifies import SCARCE
from cogs.kit.wire import point_at
from data.errors import DiskFull
from life import health
from life.checks import PROVEN_FOR, Checks, State
from life.pulse import Pulse
from life.serving import HERE
from tests.cogs.kit import probes
from tests.cogs.noting import note
from tests.cogs.ticking import passes, wish
from tests.until import until
from text import shipped


@pytest.fixture
def port():
    with socket.socket() as free:
        free.bind((HERE, 0))
        return free.getsockname()[1]


@pytest.fixture
async def ask(stage, port):
    """The status and the body of an answer."""
    async with (
        health.serving(port, stage.bot, stage.database, Pulse()),
        aiohttp.ClientSession(f"http://{HERE}:{port}") as session,
    ):

        async def get(path):
            async with session.get(path) as answer:
                body = await answer.text()
                return answer.status, await answer.json() if answer.content_type.endswith("json") else body

        yield get


@pytest.fixture
def checks(stage):
    return Checks(stage.bot, stage.database)


async def test_a_bot_at_work_lives_and_is_ready(ask, open_bridge, stage):
    assert (await ask("/live"))[0] == 200
    while (answer := await ask("/ready"))[0] != 200:  # upkeep has just begun
        assert [name for name, holds in answer[1]["needed"].items() if not holds] == ["upkeep"]
        await asyncio.sleep(0.01)
    body = answer[1]
    assert body["state"] == "ready", body
    assert set(body["needed"]) == {"gateway", "database", "clock_usable", "jobs", "upkeep"}


async def test_before_it_is_on_the_gateway_it_is_not_ready(database):
    bot = CircleBot(Deps(database), shipped())
    condition = await Checks(bot, database).condition()
    assert condition.state is State.NOT_READY
    assert not condition.needed["gateway"]


async def test_a_lost_session_and_its_return_are_counted(stage, bridge):
    sessions = stage.bot.vitals.sessions
    await bridge.world.drop_sockets()
    await until(lambda: sessions["resumed"])
    assert dict(sessions) == {"identified": 1, "lost": 1, "resumed": 1}
    assert stage.bot.vitals.connected


async def test_row_29_a_database_that_takes_no_write_is_seen_and_so_is_its_return(checks, stage, monkeypatch):
    async def full():
        raise DiskFull("no space")

    with monkeypatch.context() as patched:
        patched.setattr(stage.database, "prove_writable", full)
        assert not (await checks.condition()).needed["database"]
    checks._proven_at -= PROVEN_FOR + 1
    assert (await checks.condition()).needed["database"]


async def test_row_12_an_open_breaker_is_a_state_of_its_own(checks, stage):
    stage.bot.vitals.checks.clear()
    assert (await checks.condition()).state is State.READY
    stage.bot.vitals.banned.open(600)
    condition = await checks.condition()
    assert condition.state is State.DEGRADED
    assert [name for name, holds in condition.wanted.items() if not holds] == ["breaker_cloudflare"]


async def test_work_that_is_due_and_not_begun_shows(checks, stage, bridge):
    assert (await checks.condition()).needed["jobs"]
    await stage.bot.remove_cog("Clock")
    await wish(stage, note(bridge.guild, "Hello"))
    passes(stage, 61)
    assert not (await checks.condition()).needed["jobs"]


async def test_few_sessions_left_are_a_warning(checks, stage):
    stage.bot.identifies.left = SCARCE
    assert not (await checks.condition()).wanted["sessions_left"]


async def test_many_questions_cost_one_write(checks, stage, monkeypatch):
    asked = 0

    async def count():
        nonlocal asked
        asked += 1

    monkeypatch.setattr(stage.database, "prove_writable", count)
    for _ in range(20):
        assert (await checks.condition()).needed["database"]
    assert asked == 1


async def test_each_proof_is_a_write_of_its_own(database):
    before = database.commits.count, database.unmerged_bytes()
    for _ in range(2):
        await database.prove_writable()
    assert database.commits.count == before[0] + 2
    assert before[1] is None or database.unmerged_bytes() > before[1]


async def test_the_figures_are_what_prometheus_reads(ask, stage, bridge):
    await probes.post(stage, "probes", [probes.Answers(probes.say)])
    mei = await bridge.join("Mei")
    await mei.clicks("Answer")
    await mei.sees("answer")
    await until(lambda: stage.bot.vitals.answers.count)
    stage.bot.identifies.left = 900
    status, text = await ask("/metrics")
    families = {family.name: family for family in text_string_to_metric_families(text)}
    assert status == 200
    assert samples(families["circles_answer_seconds"])["circles_answer_seconds_count"] == 1
    assert samples(families["circles_commit_seconds"])["circles_commit_seconds_count"] > 0
    assert samples(families["circles_gateway_sessions"])["identified"] == 1
    assert samples(families["circles_identifies_left"])["circles_identifies_left"] == 900
    assert {"circles_jobs", "circles_job_age_seconds", "circles_jobs_ended"} <= families.keys()
    assert samples(families["circles_refusals"]) == {"401": 0, "403": 0, "429": 0}
    assert abs(samples(families["circles_clock_skew_seconds"])["circles_clock_skew_seconds"]) < 1
    assert {"circles_loop_stall_seconds", "circles_ready", "circles_breaker_open"} <= families.keys()
    assert "process_resident_memory_bytes" in families or os.name != "posix"
    assert ("circles_wal_bytes" in families) == (stage.database.unmerged_bytes() is not None)


def samples(family):
    """By their one label, else by their name."""
    return {next(iter(each.labels.values()), each.name): each.value for each in family.samples}


async def test_no_figure_names_a_person_or_a_server(ask, stage, bridge):
    """Ids are of 17 digits or more."""
    _, text = await ask("/metrics")
    labels = [
        value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
        for value in sample.labels.values()
    ]
    assert labels
    assert not [value for value in labels if re.search(r"\d{15}", value)]


async def test_a_port_that_is_taken_is_said_and_keeps_nobody_from_running(stage):
    with socket.socket() as taken, structlog.testing.capture_logs() as logs:
        taken.bind((HERE, 0))
        taken.listen()
        port = taken.getsockname()[1]
        async with health.serving(port, stage.bot, stage.database, Pulse()):
            pass
    (record,) = [log for log in logs if log["event"] == "health-not-served"]
    assert (record["reason"], record["port"], record["set"]) == ("port-taken", port, "HEALTH_PORT")


async def test_the_bot_is_asked_on_the_port_that_is_set_and_on_none_when_told_so(settings, sandbox, port):
    point_at(sandbox.api_url, sandbox.gateway_url, sandbox.cdn_url)
    set_to = settings.model_copy(update={"health_port": port})
    async with (
        service.running(set_to, sandbox.world.token) as (bot, _),
        aiohttp.ClientSession(f"http://{HERE}:{port}") as session,
    ):
        await bot.wait_until_ready()
        assert (await session.get("/ready")).status == 200
    async with service.running(settings, sandbox.world.token), aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.ClientConnectorError):
            await session.get(f"http://{HERE}:{port}/live")
