"""What is set in the preview, and what cannot be: refused with everything still there."""

import pytest

from domain.discussions import Places
from domain.repeats import LAST
from tests.cogs.discussions.planning import NOTHING_YET, a_day, coming, plans

THURSDAY, FRIDAY = 3, 4


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ({"In all": "-3", "Mentors": "2"}, "That is no number of mine"),
        ({"In all": "none"}, "That is no number of mine"),
        ({"In all": "3", "Mentors": "2", "Mentees": "2"}, "The places do not add up"),
    ],
)
async def test_places_that_cannot_be_come_back_as_they_were_typed(stage, server, mei, places, said):
    await plans(mei)
    await mei.clicks("Places")
    await mei.fills(places)
    await mei.sees(said)
    await mei.clicks("Places", on=said)
    typed = {label: field.get("value") for label, field in mei.form.fields if field.get("value")}
    assert typed == places
    await mei.fills({"In all": "4", "Mentors": "2", "Mentees": "2"})
    await mei.clicks("Plan it", on=NOTHING_YET)
    [date] = await coming(stage, server)
    assert date.places == Places(4, 2, 2)


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        ({"Until which day? (if you know)": "today"}, "It would end before it begins"),
        ({"Until which day? (if you know)": "Blursday"}, "I did not understand when"),
        ({"How many times? (if you know)": "0"}, "That is no number of mine"),
        (
            {"How many times? (if you know)": "3", "Until which day? (if you know)": "31 January"},
            "When does it end?",
        ),
    ],
)
async def test_an_end_that_cannot_be_comes_back_as_it_was_typed(stage, server, mei, ends, said):
    await plans(mei)
    await mei.clicks("Repeat")
    await mei.fills({"It takes place": "every 2 weeks on Friday", **ends})
    await mei.sees(said)
    await mei.clicks("Repeat", on=said)
    typed = {label: field.get("value") for label, field in mei.form.fields if field.get("value")}
    assert typed == ends
    await mei.fills({"How many times? (if you know)": "3", "Until which day? (if you know)": ""})
    await mei.sees("every 2 weeks on Friday, 3 times in all")
    await mei.clicks("Plan it", on=NOTHING_YET)
    assert len(await coming(stage, server)) == 3


async def test_a_series_of_one_is_no_series(stage, server, mei):
    await plans(mei)
    await mei.clicks("Repeat")
    await mei.fills({"It takes place": "every Friday", "How many times? (if you know)": "1"})
    shown = mei.reads(await mei.sees(NOTHING_YET))
    assert "**Repeats:** once" in shown


async def test_the_weekday_of_the_month_follows_the_first_date(stage, server, mei):
    await plans(mei, **{"When?": f"{a_day(stage, 3, FRIDAY, LAST)} 19:00"})
    await mei.clicks("Repeat")
    await mei.fills({"It takes place": "on the last Friday of every month"})
    await mei.clicks("Change")
    await mei.fills({"When?": f"{a_day(stage, 5, THURSDAY, 2)} 19:00"})
    await mei.sees("on the second Thursday of every month")


async def test_whom_it_is_for_and_who_hosts_it_must_take_part(stage, server, mei, ruth):
    await plans(ruth)
    await ruth.clicks("Host and guests")
    await ruth.fills({"Who hosts it?": "Nora"})
    await ruth.sees("They are not in the circles")
    await ruth.clicks("Host and guests")
    await ruth.fills({"Who is it for?": ["Mei", "Nora"]})
    await ruth.sees("@Nora has not joined the circles")
    await ruth.clicks("Host and guests")
    await ruth.fills({"Who hosts it?": "Mei", "Who is it for?": ["Mei"]})
    shown = ruth.reads(await ruth.sees(NOTHING_YET))
    assert "**Host:** @Mei" in shown
    assert "@Ruth" in shown, "whoever plans it is asked to it as well"
    await ruth.clicks("Plan it")
    [date] = await coming(stage, server)
    assert (date.named, date.host_id) == (True, int(mei.id))


async def test_when_all_rooms_are_taken_the_plan_waits_for_another_time(stage, server, mei):
    for _ in range(5):
        await plans(mei)
        await mei.clicks("Plan it", on=NOTHING_YET)
    await plans(mei)
    await mei.clicks("Plan it", on=NOTHING_YET)
    await mei.sees("All rooms are taken then")
    await mei.clicks("Change", on="All rooms are taken")
    await mei.fills({"When?": "next Friday 9 pm"})
    await mei.clicks("Plan it", on=NOTHING_YET)
    assert len(await coming(stage, server)) == 6
