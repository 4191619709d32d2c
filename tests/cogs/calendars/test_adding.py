"""One date, or all dates of a discussion, as a file to whoever asked."""

from dataclasses import replace
from datetime import timedelta

from cogs.calendars import adding
from domain.discussions import State
from domain.repeats import Every, Repeat
from tests.cogs.calendars.test_following import attached
from tests.planning import planned


async def test_a_date_is_handed_over_as_a_file_that_only_they_see(stage, server, mei):
    date = await planned(stage, server, server.nora)
    await mei.sees(date.title)
    await mei.clicks("Add to my calendar")
    await mei.sees("Open this file")
    await server.nora.sees_not("Open this file")
    [event] = (await attached(stage, mei)).walk("VEVENT")
    assert event.decoded("DTSTART") == date.starts_at
    await mei.sees_not("All dates")


async def test_of_a_series_all_dates_can_be_had_as_well(stage, server, mei):
    date = await planned(stage, server, server.nora, repeat=Repeat(Every.WEEK), starts_in=timedelta(days=3))
    await mei.sees(date.title)
    await mei.clicks("Add to my calendar")
    await mei.clicks("All dates")
    await mei.sees("All dates of this discussion")
    [event] = (await attached(stage, mei)).walk("VEVENT")
    assert "RRULE" in event


async def test_what_is_for_others_is_not_handed_over(stage, server, mei):
    date = await planned(stage, server, server.nora, people=frozenset({int(server.nora.id)}))
    await mei.sees(date.title)
    await mei.clicks("Add to my calendar")
    await mei.sees_not("discussions.ics")
    await server.nora.clicks("Add to my calendar")
    await server.nora.sees("discussions.ics")


async def test_only_a_date_that_is_still_to_come_offers_it(stage, server):
    say, date = stage.bot.words.for_reader("en"), await planned(stage, server, server.nora)
    assert adding.offer(say, date) is not None
    assert adding.offer(say, replace(date, state=State.ENDED)) is None
    assert adding.offer in stage.bot.under_date
