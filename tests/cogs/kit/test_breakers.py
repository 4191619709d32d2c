"""What the bot stops doing before Discord makes it stop: counted, told once, and over by itself."""

import discord
import pytest
import structlog

from cogs.kit.breakers import (
    BANNED,
    FEW_INVALID,
    MOST_INVALID,
    NEW_CHANNELS,
    TOO_FAST,
    WINDOW,
    Breaker,
    DirectClosed,
    DirectMessages,
    InvalidRequests,
)
from tests.cogs.kit.test_identifies import Clock


@pytest.fixture
def clock():
    return Clock()


def test_a_breaker_tells_once_when_it_opens_and_once_when_it_is_closed(clock):
    breaker = Breaker("edge", clock.now)
    with structlog.testing.capture_logs() as logs:
        breaker.open(60)
        breaker.open(90)
        assert breaker.wait() == pytest.approx(90)
        clock.time += 91
        assert (breaker.wait(), breaker.wait()) == (0, 0)
    assert [log["event"] for log in logs] == ["breaker-opened", "breaker-closed"]


def test_the_longest_wait_holds(clock):
    breaker = Breaker("edge", clock.now)
    breaker.open(600)
    breaker.open(1)
    assert breaker.wait() == pytest.approx(600)


def test_too_many_invalid_requests_open_the_breaker_until_few_are_left(clock):
    invalid = InvalidRequests(clock.now)
    for _ in range(MOST_INVALID - 1):
        invalid.add(403)
        clock.time += 0.5
    assert invalid.breaker.wait() == 0
    invalid.add(429)
    assert invalid.counts() == {403: MOST_INVALID - 1, 429: 1}
    clock.time += invalid.breaker.wait()
    assert invalid.breaker.wait() == 0
    assert sum(invalid.counts().values()) < FEW_INVALID + 1


def test_invalid_requests_are_forgotten_after_ten_minutes(clock):
    invalid = InvalidRequests(clock.now)
    for _ in range(10 * MOST_INVALID):
        invalid.add(403)
        clock.time += 2 * WINDOW / MOST_INVALID
    assert invalid.breaker.wait() == 0
    clock.time += WINDOW
    assert not invalid.counts()


def test_few_direct_channels_are_opened_in_a_minute(clock):
    direct = DirectMessages(clock.now)
    for user in range(NEW_CHANNELS):
        with direct.to(user, new=True):
            pass
    with pytest.raises(discord.RateLimited) as later, direct.to(99, new=True):
        pass
    assert later.value.retry_after == pytest.approx(60)
    with direct.to(0, new=False):
        pass
    clock.time += 60
    with direct.to(99, new=True):
        pass


@pytest.fixture
async def ruth(bridge):
    return await bridge.join("Ruth")


async def tell(bot, direct, person):
    user = await bot.fetch_user(int(person.id))
    with direct.to(user.id, new=user.dm_channel is None):
        await user.send("hello")


async def test_somebody_who_takes_no_direct_messages_is_asked_once(stage, ruth):
    ruth.accepts_direct_messages = False
    direct = stage.bot.vitals.direct
    for _ in range(3):
        with pytest.raises(DirectClosed):
            await tell(stage.bot, direct, ruth)
    assert sum(request.status == 403 for request in stage.sandbox.requests) == 1


async def test_discords_warning_stops_all_new_direct_channels_for_ten_minutes(stage, ruth, clock):
    direct = DirectMessages(clock.now)
    with pytest.raises(discord.RateLimited), direct.to(int(ruth.id), new=True):
        raise discord.Forbidden(Answer(), {"code": TOO_FAST, "message": "You are opening them too fast."})
    with pytest.raises(discord.RateLimited) as later:
        await tell(stage.bot, direct, ruth)
    assert later.value.retry_after == pytest.approx(BANNED)
    clock.time += BANNED
    await tell(stage.bot, direct, ruth)


class Answer:
    """All that the library's errors read of an answer; the sandbox never warns."""

    status, reason = 403, "Forbidden"
