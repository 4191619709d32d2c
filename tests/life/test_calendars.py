"""The address that a calendar program follows: what it is answered, and what a stranger is."""

import socket

import aiohttp
import pytest
import structlog
from icalendar import Calendar

import service
from actions import calendars, privacy
from actions.deps import Deps
from cogs.kit.bot import CircleBot
from cogs.kit.wire import point_at
from data.database import Database
from data.errors import ConnectionLost
from domain import people
from domain.communities import Community
from domain.people import Application, Seat
from life import calendars as served
from life.serving import HERE
from tests.cogs.ticking import passes, quick
from tests.cogs.upkeep.watching import becomes, comes_to_rest
from tests.planning import planned
from text import shipped


@pytest.fixture
def database_url(sqlite_url):
    return sqlite_url


@pytest.fixture
def port():
    with socket.socket() as free:
        free.bind((HERE, 0))
        return free.getsockname()[1]


@pytest.fixture
async def ask(stage, open_bridge, port):
    """A calendar program: what it asks for, and with which headers."""
    await comes_to_rest(stage)
    quick(stage)
    async with (
        served.serving(port, stage.bot),
        aiohttp.ClientSession(f"http://{HERE}:{port}") as session,
    ):

        async def get(secret, **headers):
            async with session.get(f"/calendar/{secret}.ics", headers=headers) as answer:
                return answer.status, answer.headers, await answer.read()

        yield get


@pytest.fixture
def here(open_bridge):
    return int(open_bridge.guild.id)


async def test_a_program_that_follows_it_sees_what_is_planned(stage, open_bridge, ask, here):
    date = await planned(stage, open_bridge, open_bridge.nora)
    secret = await calendars.make(stage.bot.deps, here)
    status, headers, body = await ask(secret)
    assert status == 200
    assert headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert "private" in headers["Cache-Control"]
    assert headers["Last-Modified"]
    calendar = Calendar.from_ical(body)
    assert str(calendar["X-WR-CALNAME"]) == "Discussions"
    [event] = calendar.walk("VEVENT")
    assert (str(event["SUMMARY"]), event.decoded("DTSTART")) == (date.title, date.starts_at)


async def test_what_has_not_changed_is_not_sent_again(stage, open_bridge, ask, here):
    date = await planned(stage, open_bridge, open_bridge.nora)
    await comes_to_rest(stage)  # its card has come, and with it the link
    secret = await calendars.make(stage.bot.deps, here)
    _, headers, _ = await ask(secret)
    status, again, body = await ask(secret, **{"If-None-Match": headers["ETag"]})
    assert (status, body, again["ETag"]) == (304, b"", headers["ETag"])
    async with stage.bot.deps.database.begin() as store:
        await store.occurrences.change(date, stage.bot.deps.now(), minutes=90)
    status, changed, _ = await ask(secret, **{"If-None-Match": headers["ETag"]})
    assert (status, changed["ETag"] == headers["ETag"]) == (200, False)


async def test_somebody_erased_is_not_found_any_more(stage, ask, here):
    now, deps = stage.bot.deps.now(), stage.bot.deps
    application = Application(Seat.MENTEE, "gen-z", adult=True, agreed=True)
    async with deps.database.begin() as store:
        community = await store.communities.find(here)
        await store.people.save(people.enrol(here, 99, application, community.generation_keys, None, now))
    secret = await calendars.make(deps, here, 99)
    assert (await ask(secret))[0] == 200
    await privacy.erase(deps, here, 99)
    assert (await ask(secret))[::2] == (404, b"")


async def test_a_server_that_the_bot_was_thrown_out_of_has_no_calendar(stage, open_bridge, ask, here):
    secret = await calendars.make(stage.bot.deps, here)
    await open_bridge.nora.kicks_bot(open_bridge.guild)
    await becomes(stage.world, lambda: stage.bot.get_guild(here) is None)
    assert (await ask(secret))[::2] == (404, b"")


async def test_guesses_are_told_nothing_and_soon_not_even_looked_up(stage, ask, here, caplog):
    caplog.set_level("DEBUG")
    secret = await calendars.make(stage.bot.deps, here)
    stranger = {"X-Forwarded-For": "1.2.3.4, 203.0.113.9"}
    with structlog.testing.capture_logs() as logs:
        for number in range(served.GUESSES.at_once):
            assert (await ask(f"guess-{number}", **stranger))[::2] == (404, b"")
        assert (await ask(secret, **stranger))[::2] == (404, b""), "they are not heard any more"
    assert (await ask(secret, **{"X-Forwarded-For": "203.0.113.10"}))[0] == 200, "everybody else is"
    assert (await ask(secret))[0] == 200
    passes(stage, served.GUESSES.every + 1)
    assert (await ask(secret, **stranger))[0] == 200
    assert not [log for log in logs if secret in str(log) or "guess" in str(log)]
    assert secret not in caplog.text


async def test_one_calendar_is_read_so_often_and_no_oftener(stage, ask, here):
    secret = await calendars.make(stage.bot.deps, here)
    answers = [(await ask(secret))[0] for _ in range(served.READS.at_once + 1)]
    assert answers == [200] * served.READS.at_once + [429]


async def test_while_the_database_is_away_programs_are_asked_to_come_again(stage, ask, here, monkeypatch):
    secret = await calendars.make(stage.bot.deps, here)

    def away(_):
        raise ConnectionLost("It does not answer.")

    monkeypatch.setattr(Database, "read", away)
    status, headers, _ = await ask(secret)
    assert (status, headers["Retry-After"]) == (503, "60")


async def test_until_the_bot_knows_its_servers_programs_are_asked_to_come_again(database, port):
    bot = CircleBot(Deps(database), shipped())
    async with database.begin() as store:
        await store.communities.save(Community(5, "en"))
    secret = await calendars.make(bot.deps, 5)
    async with served.serving(port, bot), aiohttp.ClientSession() as session:
        assert (await session.get(f"http://{HERE}:{port}/calendar/{secret}.ics")).status == 503


async def test_a_port_that_is_taken_is_said_and_keeps_nobody_from_running(stage):
    with socket.socket() as taken, structlog.testing.capture_logs() as logs:
        taken.bind((HERE, 0))
        taken.listen()
        async with served.serving(taken.getsockname()[1], stage.bot):
            pass
    (record,) = [log for log in logs if log["event"] == "calendars-not-served"]
    assert (record["reason"], record["set"]) == ("port-taken", "CALENDAR_PORT")


async def test_the_bot_serves_them_on_the_port_that_is_set(settings, sandbox, port):
    point_at(sandbox.api_url, sandbox.gateway_url, sandbox.cdn_url)
    set_to = settings.model_copy(update={"calendar_port": port, "calendar_url": "https://c.example.org"})
    async with (
        service.running(set_to, sandbox.world.token) as (bot, _),
        aiohttp.ClientSession(f"http://{HERE}:{port}") as session,
    ):
        assert bot.calendar_url == "https://c.example.org"
        assert (await session.get("/calendar/guess.ics")).status == 404
        assert (await session.get("/")).status == 404
