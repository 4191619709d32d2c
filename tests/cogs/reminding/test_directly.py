"""Whoever wants it is reminded by direct message, together where several fall together."""

from datetime import timedelta

import pytest

from actions import direct_reminders, reminders
from cogs.kit.breakers import DirectMessages
from sandbox.payloads import Json
from tests.cogs.kit.test_identifies import Clock as Steady
from tests.cogs.reminding.coming import DAY
from tests.cogs.reminding.conftest import ZOOMER
from tests.cogs.ticking import become, passes, quick, states
from tests.cogs.upkeep.watching import becomes, comes_to_rest, notices
from tour.community import sign_up

DIRECT, HELLO = reminders.DIRECT, direct_reminders.HELLO
TWO_DAYS = timedelta(days=2)
TEN_MINUTES = 615
"""And a little: so long a message that has time waits for others."""


def letters(person) -> list[str]:
    """What stands in their direct messages."""
    channel: Json | None = person.direct
    return [person.reads(each) for each in person.messages(channel)] if channel else []


def reminded(person) -> list[str]:
    return [text for text in letters(person) if "It begins" in text]


async def chooses_direct(stage, person):
    person.goes_to("discussions")
    await person.clicks("My reminders")
    await person.clicks("As a direct message")
    await person.sees("I send you a first message right now")
    await comes_to_rest(stage)


async def test_who_chooses_it_sees_at_once_that_it_arrives_and_is_reminded_there_alone(coming, mei, ruth):
    stage = coming.stage
    await chooses_direct(stage, mei)
    assert "From now on I remind you here" in letters(mei)[0]
    await coming.date(TWO_DAYS, mei, ruth)
    passes(stage, DAY)
    await becomes(stage.world, lambda: len(coming.said()) == 1)
    await comes_to_rest(stage)
    assert ("@Mei" in coming.said()[0], "@Ruth" in coming.said()[0]) == (False, True)
    passes(stage, TEN_MINUTES)
    await becomes(stage.world, lambda: len(reminded(mei)) == 1)
    await comes_to_rest(stage)
    assert "This comes late" not in reminded(mei)[0]
    assert await states(stage, DIRECT) == []


async def test_dates_that_are_due_within_ten_minutes_come_in_one_message_the_nearest_first(coming, mei):
    stage = coming.stage
    await chooses_direct(stage, mei)
    for minutes, title in ((8, "The second"), (0, "The first"), (4, "In between")):
        await coming.date(TWO_DAYS + timedelta(minutes=minutes), mei, title=title)
    for _ in range(3):
        passes(stage, DAY / 3)
        await comes_to_rest(stage)
    passes(stage, 9 * 60)
    await comes_to_rest(stage)
    passes(stage, TEN_MINUTES)
    await becomes(stage.world, lambda: len(reminded(mei)) == 1)
    await comes_to_rest(stage)
    [text] = reminded(mei)
    assert text.index("The first") < text.index("In between") < text.index("The second")
    assert await states(stage, DIRECT) == []


async def test_the_one_that_is_urgent_takes_along_what_has_time(coming, mei):
    stage = coming.stage
    await chooses_direct(stage, mei)
    await coming.date(timedelta(days=1, minutes=5), mei, title="Tomorrow")
    await coming.date(timedelta(minutes=16), mei, title="Very soon")
    passes(stage, 6 * 60)
    await becomes(stage.world, lambda: len(reminded(mei)) == 1)
    assert reminded(mei)[0].index("Very soon") < reminded(mei)[0].index("Tomorrow")


@pytest.mark.parametrize("lost", ["drop after", "503 before"])
async def test_row_21_one_that_was_folded_and_lost_comes_once_and_whole(coming, mei, lost):
    stage = coming.stage
    stage.world.messages._nonce_window = 0
    await chooses_direct(stage, mei)
    for title in ("One", "Two"):
        await coming.date(TWO_DAYS, mei, title=title)
    passes(stage, DAY)
    await comes_to_rest(stage)
    stage.world.faults.next("POST", "/messages$", lost)
    passes(stage, TEN_MINUTES)
    await becomes(stage.world, lambda: len(reminded(mei)) == 1)
    await comes_to_rest(stage)
    passes(stage, 60)
    await become(stage, DIRECT)
    [text] = reminded(mei)
    assert "One" in text
    assert "Two" in text


async def test_row_36_whose_messages_are_closed_is_called_in_the_thread_once_and_sees_why(coming, mei):
    stage = coming.stage
    await chooses_direct(stage, mei)
    date = await coming.date(TWO_DAYS, mei)
    mei.accepts_direct_messages = False
    passes(stage, DAY)
    await comes_to_rest(stage)
    passes(stage, TEN_MINUTES)
    await becomes(stage.world, lambda: len(coming.said()) == 1)
    assert "@Mei" in coming.said()[0]
    assert reminded(mei) == []
    mei.goes_to("discussions")
    await mei.clicks("My reminders")
    await mei.sees("your messages are closed to me")
    passes(stage, DAY - 3600)
    await becomes(stage.world, lambda: len(coming.said()) == 2)
    await comes_to_rest(stage)
    refused = [call for call in stage.sandbox.requests if call.status == 403]
    assert len(refused) == 1, "no closed door is tried twice"
    assert not [text for text in notices(stage.world, coming.server.guild) if "remind" in text]
    assert date.card_id


async def test_row_36_who_opens_them_again_gets_them_again(coming, mei):
    mei.accepts_direct_messages = False
    await chooses_direct(coming.stage, mei)
    await mei.clicks("My reminders", on="Each one that is coming up")
    await mei.sees("your messages are closed to me")
    mei.accepts_direct_messages = True
    await mei.clicks("As a direct message")
    await becomes(coming.stage.world, lambda: len(letters(mei)) == 1)
    await mei.clicks("My reminders", on="Each one that is coming up")
    await mei.sees("I write to you in a direct message")


async def test_row_36_five_new_channels_a_minute_and_whom_one_would_reach_too_late_is_called(coming):
    """Of twelve people with whom there is no channel yet, and ten minutes until it begins."""
    stage = coming.stage
    people = [await coming.server.join(f"Guest-{number}") for number in range(12)]
    for person in people:
        await sign_up(person, "I can mentor", ZOOMER)
        await person.sees("You are in")
    async with stage.database.begin() as store:
        for person in people:
            await store.choices.save(coming.here, int(person.id), direct=True)
    steady = Steady()
    stage.bot.vitals.direct = DirectMessages(steady.now)
    await coming.date(timedelta(minutes=12), *people)
    passes(stage, 2 * 60 + 1)
    await comes_to_rest(stage)
    opened: list[int] = []
    while sum(len(reminded(person)) for person in people) < len(people):
        opened.append(sum(1 for person in people if person.direct) - sum(opened))
        steady.time += 61
        passes(stage, 61)
        await comes_to_rest(stage)
    assert opened == [5, 5], "and the last two in the third minute"
    assert [len(reminded(person)) for person in people] == [1] * 12
    assert coming.said() == []


async def test_row_36_when_discord_wants_no_more_of_them_people_are_called_before_it_is_too_late(coming, mei):
    stage = coming.stage
    await chooses_direct(stage, mei)
    async with stage.database.begin() as store:
        await store.choices.change(coming.here, int(mei.id), channel_id=None)
    stage.bot.vitals.direct.breaker.open(600)
    await coming.date(timedelta(minutes=12), mei)
    passes(stage, 2 * 60 + 1)
    await becomes(stage.world, lambda: len(coming.said()) == 1)
    await comes_to_rest(stage)
    assert "@Mei" in coming.said()[0]
    assert reminded(mei) == []


async def test_a_restart_in_the_middle_loses_and_doubles_nothing(coming, mei):
    stage = coming.stage
    await chooses_direct(stage, mei)
    await coming.date(TWO_DAYS, mei)
    passes(stage, DAY)
    await comes_to_rest(stage)
    stage.world.faults.next("POST", "/messages$", "503 before", times=99)
    passes(stage, TEN_MINUTES)
    await become(stage, DIRECT, "unknown")
    await stage.stop()
    stage.world.faults.clear()
    await stage.start()
    quick(stage)
    await becomes(stage.world, lambda: len(reminded(mei)) == 1)
    await comes_to_rest(stage)
    assert len(reminded(mei)) == 1
    assert await states(stage, DIRECT) == []
