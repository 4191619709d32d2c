"""Everybody says how they want to be reminded, where discussions are."""

from datetime import timedelta

from tests.cogs.reminding.coming import DAY
from tests.cogs.ticking import passes
from tests.cogs.upkeep.watching import becomes, comes_to_rest

TWO_DAYS = timedelta(days=2)


async def test_whoever_wants_none_is_not_called(coming, mei, ruth):
    mei.goes_to("discussions")
    await mei.clicks("My reminders")
    await mei.sees("I call you by name in the thread")
    await mei.clicks("No reminders")
    await mei.sees("I do not remind you any more")
    await coming.date(TWO_DAYS, mei, ruth)
    passes(coming.stage, DAY + 60)
    await becomes(coming.stage.world, lambda: len(coming.said()) == 1)
    assert "@Ruth" in coming.said()[0]
    assert "@Mei" not in coming.said()[0]


async def test_with_all_at_peace_nothing_is_said_and_one_may_change_ones_mind(coming, mei):
    mei.goes_to("discussions")
    await mei.clicks("My reminders")
    await mei.clicks("No reminders")
    await coming.date(TWO_DAYS, mei)
    passes(coming.stage, DAY + 60)
    await comes_to_rest(coming.stage)
    assert coming.said() == []
    await mei.clicks("In the thread")
    await mei.sees("I call you in the thread from now on")
    passes(coming.stage, DAY - 3600)
    await becomes(coming.stage.world, lambda: len(coming.said()) == 1)


async def test_who_does_not_take_part_is_told_so(server):
    server.nora.goes_to("discussions")
    await server.nora.clicks("My reminders")
    await server.nora.clicks("No reminders")
    await server.nora.sees("Join the circles")
