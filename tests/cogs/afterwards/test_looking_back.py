"""After a date: a recap without names, three taps that nobody sees, and new times for what fell through."""

from datetime import timedelta

import pytest

from actions import discussions
from domain.discussions import State
from domain.people import Seat
from domain.repeats import Every, Repeat
from domain.rsvps import Answer, Rsvp
from sandbox import CannotDo
from tests.cogs.attending.card import TITLE
from tests.cogs.attending.conftest import ZOOMER, comes_in
from tests.cogs.ticking import passes
from tests.cogs.upkeep.watching import becomes, comes_to_rest, messages_in, notices

TWO_DAYS = 2 * 24 * 3600.0


async def ends(stage, date, state=State.ENDED):
    """As the room does it when it is empty."""
    deps = stage.bot.deps
    async with deps.database.begin() as store:
        community = await discussions.present(store, date.community_id)
        found = await store.occurrences.find(date.community_id, date.occurrence_id)
        await discussions.ended(store, community, found, state, deps.now())
    await comes_to_rest(stage)
    passes(stage, discussions.LOOK_BACK_AFTER.total_seconds() if state is State.ENDED else 0)


async def is_going(stage, date, *people):
    async with stage.bot.deps.database.begin() as store:
        for line, person in enumerate(people, 1):
            said = Rsvp(int(person.id), Answer.GOING, Seat.MENTEE, line, stage.bot.deps.now())
            await store.rsvps.save(date.community_id, date.occurrence_id, said)


def recap(dates):
    return next((each for each in dates.said() if "That was" in each), None)


def polls(stage, server):
    found = messages_in(stage.world, server.guild, "discussions")
    return [text for each in found if "try again" in (text := server.nora.reads(each))]


async def taps(person, answer, title=TITLE):
    """All three the same."""
    await person.clicks("How was it?", on=f"That was {title}")
    await person.sees("Did you feel heard?")
    for question in ("felt-heard", "learned", "meet-again"):
        message, button = next(
            (message, each)
            for message, each in person.controls()
            if each.get("label") == answer and each["custom_id"].endswith(question)
        )
        await person.presses(message, button)
    await person.sees("That was all")


async def test_the_recap_stands_in_the_thread_and_asks_how_it_was(stage, server, dates, ruth):
    date = await dates.plan()
    await is_going(stage, date, ruth)
    await ends(stage, date)
    await becomes(stage.world, lambda: recap(dates) is not None)
    assert "How was it?" in recap(dates)
    assert "Ruth" not in recap(dates), "nobody is named who has not said so"


async def test_three_taps_can_be_changed_and_end_with_thanks(stage, server, dates, ruth, mei):
    date = await dates.plan()
    await is_going(stage, date, ruth)
    await ends(stage, date)
    await becomes(stage.world, lambda: recap(dates) is not None)
    await ruth.clicks("How was it?")
    page = ruth.reads(await ruth.sees("Did you feel heard?"))
    assert "nobody sees yours" in page
    await ruth.clicks("Somewhat")
    await ruth.sees("You said: Somewhat")
    await taps(ruth, "Yes")
    await ruth.clicks("Name me in recaps")
    await ruth.sees("Recaps may name you")
    await mei.clicks("How was it?")
    await mei.sees("This is for those who were there")


async def test_what_fell_through_gets_three_new_times_at_once_and_the_second_is_told(
    stage, server, dates, ruth
):
    date = await dates.plan(repeat=Repeat(Every.WEEK))
    await ends(stage, date, State.MISSED)
    await becomes(stage.world, lambda: len(polls(stage, server)) == 1)
    assert polls(stage, server)[0].count("nobody yet") == 3
    assert not any("fell through" in text for text in notices(stage.world, server.guild))
    passes(stage, timedelta(days=7).total_seconds())
    following = (await discussions.next_dates(stage.bot.deps, date.community_id))[0]
    await ends(stage, following, State.CANCELLED)
    await becomes(
        stage.world, lambda: any("fell through" in text for text in notices(stage.world, server.guild))
    )


async def test_the_sums_come_once_after_two_days_and_of_fewer_than_five_not_at_all(
    stage, server, dates, ruth
):
    few, many = await dates.plan(title="Few"), await dates.plan(title="Many")
    people = [await comes_in(server, f"Mentor{n}", "I can mentor", ZOOMER) for n in range(5)]
    await is_going(stage, few, ruth)
    await is_going(stage, many, *people)
    for date in (few, many):
        await ends(stage, date)
    await becomes(stage.world, lambda: all("How was it?" in "".join(dates.said(t)) for t in ("Few", "Many")))
    await taps(ruth, "No", "Few")
    for person in people:
        await taps(person, "Yes", "Many")
    assert not any("Felt heard" in text for text in dates.said("Many"))
    passes(stage, TWO_DAYS)
    await becomes(stage.world, lambda: any("Felt heard: yes 5" in text for text in dates.said("Many")))
    await becomes(stage.world, lambda: any("no sums are shown" in text for text in dates.said("Few")))
    with pytest.raises(CannotDo):
        await taps(ruth, "Yes", "Few")
