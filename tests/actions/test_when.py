"""What people write when they say when, and the moment that it means."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actions.when import LONGEST, understood
from domain.discussion_errors import (
    MonthOrDay,
    MorningOrEvening,
    NoTimeOfDay,
    TooFar,
    TooSoon,
    UnclearTime,
    WrongWeekday,
)
from domain.errors import (
    Refusal,
    StrangeZone,
    UnknownTimeZone,
)

ZONE = "Europe/Zurich"
NOW = datetime(2026, 11, 25, 8, 20, 30, tzinfo=UTC)
"""A Wednesday, 09:20 in Zurich."""


async def shown(text, language="en", zone=ZONE):
    when = await understood(text, zone, NOW, language)
    return when.local.isoformat(timespec="minutes")


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("next Friday 7pm", "2026-11-27T19:00"),
        ("Friday 19:00", "2026-11-27T19:00"),
        ("on Friday at 7.30pm", "2026-11-27T19:30"),
        ("Fri. 7 p.m.", "2026-11-27T19:00"),
        ("this friday at 19:00", "2026-11-27T19:00"),
        ("Friday, 19:00 h", "2026-11-27T19:00"),
        ("friday evening at 7", "2026-11-27T19:00"),
        ("Friday at seven in the evening", "2026-11-27T19:00"),
        ("Wednesday 7pm", "2026-11-25T19:00"),
        ("next Wednesday 7pm", "2026-12-02T19:00"),
        ("next week tuesday 18:30", "2026-12-01T18:30"),
        ("Friday next week 18:30", "2026-12-04T18:30"),
        ("tomorrow at 7 pm", "2026-11-26T19:00"),
        ("tomorrow noon", "2026-11-26T12:00"),
        ("the day after tomorrow 18:00", "2026-11-27T18:00"),
        ("tomorrow at half past 7 in the evening", "2026-11-26T19:30"),
        ("tonight at 8", "2026-11-25T20:00"),
        ("7 tonight", "2026-11-25T19:00"),
        ("tomorrow 7 in the evening", "2026-11-26T19:00"),
        ("7pm", "2026-11-25T19:00"),
        ("08:00", "2026-11-26T08:00"),
        ("at 19", "2026-11-25T19:00"),
        ("12 am tomorrow", "2026-11-26T00:00"),
        ("in 2 hours", "2026-11-25T11:20"),
        ("in two hours", "2026-11-25T11:20"),
        ("in 2h", "2026-11-25T11:20"),
        ("in an hour and a half", "2026-11-25T10:50"),
        ("in half an hour", "2026-11-25T09:50"),
        ("1.5 hours from now", "2026-11-25T10:50"),
        ("in 1 day and 3 hours", "2026-11-26T12:20"),
        ("in 3 days at 18:00", "2026-11-28T18:00"),
        ("in a week 18:00", "2026-12-02T18:00"),
        ("28 March 2027 6 pm", "2027-03-28T18:00"),
        ("March 28 6pm", "2027-03-28T18:00"),
        ("Sunday 28 March 2027 18:00", "2027-03-28T18:00"),
        ("28th of March, 2027 at 18:00", "2027-03-28T18:00"),
        ("28.3.2027 18:00", "2027-03-28T18:00"),
        ("3.4.2027 18:00", "2027-04-03T18:00"),
        ("28/3/2027 18:00", "2027-03-28T18:00"),
        ("3/28/2027 6 pm", "2027-03-28T18:00"),
        ("12/24 6 pm", "2026-12-24T18:00"),
        ("25 November 18:00", "2026-11-25T18:00"),
        ("25.11.27 18:00", "2027-11-25T18:00"),
        ("4 jan 18:00", "2027-01-04T18:00"),
        ("2027-03-28 18:00", "2027-03-28T18:00"),
        ("2027-03-28T18:00", "2027-03-28T18:00"),
        ("2027-03-28 18:00:30", "2027-03-28T18:00"),
    ],
)
async def test_english_words(text, local):
    assert await shown(text) == local


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("el próximo viernes a las 7pm", "2026-11-27T19:00"),
        ("viernes a las 19:00", "2026-11-27T19:00"),
        ("el viernes a las 7 de la tarde", "2026-11-27T19:00"),
        ("viernes 7 y media de la tarde", "2026-11-27T19:30"),
        ("viernes 7 de la tarde", "2026-11-27T19:00"),
        ("el viernes a las 9 de la noche", "2026-11-27T21:00"),
        ("el viernes que viene a las 19h", "2026-11-27T19:00"),
        ("el sábado 18:30", "2026-11-28T18:30"),
        ("miércoles a las 7 de la tarde", "2026-11-25T19:00"),
        ("el martes de la próxima semana a las 18:30", "2026-12-01T18:30"),
        ("mañana 18h", "2026-11-26T18:00"),
        ("mañana a las 18 horas", "2026-11-26T18:00"),
        ("mañana por la mañana a las 9", "2026-11-26T09:00"),
        ("mañana a las siete y media de la tarde", "2026-11-26T19:30"),
        ("pasado mañana 18:00", "2026-11-27T18:00"),
        ("hoy a mediodía", "2026-11-25T12:00"),
        ("esta noche a las 8", "2026-11-25T20:00"),
        ("dentro de 2 horas", "2026-11-25T11:20"),
        ("en una hora y media", "2026-11-25T10:50"),
        ("dentro de media hora", "2026-11-25T09:50"),
        ("dentro de 3 días a las 18:00", "2026-11-28T18:00"),
        ("28 de marzo de 2027 a las 18:00", "2027-03-28T18:00"),
        ("domingo 28 de marzo 18:00", "2027-03-28T18:00"),
        ("3/4/2027 18h", "2027-04-03T18:00"),
        ("28 marzo 18h30", "2027-03-28T18:30"),
        ("next Friday 7pm", "2026-11-27T19:00"),
    ],
)
async def test_spanish_words_and_english_ones_in_between(text, local):
    assert await shown(text, "es") == local


@pytest.mark.parametrize(
    ("text", "zone", "local", "at"),
    [
        ("2027-03-27 18:00 Europe/Zurich", "Europe/Zurich", "2027-03-27T18:00", "2027-03-27T17:00"),
        ("2027-03-27 18:00 America/New_York", "America/New_York", "2027-03-27T18:00", "2027-03-27T22:00"),
        ("tomorrow 6pm america/new_york", "America/New_York", "2026-11-26T18:00", "2026-11-26T23:00"),
        ("2027-03-28T18:00+01:00", ZONE, "2027-03-28T19:00", "2027-03-28T17:00"),
        ("2027-03-28 18:00 -0500", ZONE, "2027-03-29T01:00", "2027-03-28T23:00"),
        ("2027-03-28T18:00:00Z", ZONE, "2027-03-28T20:00", "2027-03-28T18:00"),
        ("28 March 2027 6pm UTC", ZONE, "2027-03-28T20:00", "2027-03-28T18:00"),
        ("28 March 2027 6pm UTC+2", ZONE, "2027-03-28T18:00", "2027-03-28T16:00"),
        ("in 2 hours America/New_York", "America/New_York", "2026-11-25T05:20", "2026-11-25T10:20"),
    ],
)
async def test_a_zone_that_is_named_counts_and_an_offset_gives_the_moment(text, zone, local, at):
    when = await understood(text, ZONE, NOW)
    assert (when.time_zone, when.local) == (zone, datetime.fromisoformat(local))
    assert (when.at, when.moved) == (datetime.fromisoformat(at).replace(tzinfo=UTC), False)


async def test_hours_from_now_are_hours_that_pass_also_while_the_clocks_change():
    before = datetime(2027, 3, 28, 0, 30, tzinfo=UTC)
    when = await understood("in 2 hours", ZONE, before)
    assert when.at - before == timedelta(hours=2)
    assert when.local == datetime.fromisoformat("2027-03-28T04:30")


async def test_a_time_that_no_clock_will_show_is_the_one_there_is_and_says_so():
    when = await understood("28 March 2027 02:30", ZONE, NOW)
    assert (when.moved, when.local) == (True, datetime.fromisoformat("2027-03-28T03:30"))


async def test_an_hour_that_comes_twice_is_the_first_of_the_two():
    when = await understood("2027-10-31T02:30+01:00", ZONE, NOW)
    assert (when.local, when.at) == (datetime(2027, 10, 31, 2, 30), datetime(2027, 10, 31, 0, 30, tzinfo=UTC))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("yesterday", TooSoon),
        ("yesterday 18:00", TooSoon),
        ("2 days ago 18:00", TooSoon),
        ("today 8am", TooSoon),
        ("2020-01-01 18:00", TooSoon),
        ("in 0 minutes", TooSoon),
        ("next Blursday", UnclearTime),
        ("next Blursday 18:00", UnclearTime),
        ("", UnclearTime),
        (" 5 ", UnclearTime),
        ("2027", UnclearTime),
        ("soon", UnclearTime),
        ("friday 25:00", UnclearTime),
        ("friday 18:75", UnclearTime),
        ("31 February 2027 18:00", UnclearTime),
        ("x" * (LONGEST + 1), UnclearTime),
        ("Monday", NoTimeOfDay),
        ("28 March 2027", NoTimeOfDay),
        ("friday evening", NoTimeOfDay),
        ("in 3 days", NoTimeOfDay),
        ("Friday at 7", MorningOrEvening),
        ("el viernes a las 7", MorningOrEvening),
        ("tonight at 12", MorningOrEvening),
        ("mañana a la 1 de la noche", MorningOrEvening),
        ("3/4/2027 6pm", MonthOrDay),
        ("Friday 28 March 2027 6pm", WrongWeekday),
        ("2027-03-28 18:00 Mars/Olympus_Mons", UnknownTimeZone),
        ("tomorrow 6pm CST", StrangeZone),
        ("in 9999 weeks and 1 hour", TooFar),
        ("28 March 2999 18:00", TooFar),
    ],
)
async def test_what_is_no_time_is_refused_with_the_sentence_that_helps(text, refusal):
    with pytest.raises(refusal) as no:
        await understood(text, ZONE, NOW)
    assert type(no.value) is refusal or refusal is UnknownTimeZone


async def test_a_planner_whose_zone_is_not_there_is_told():
    with pytest.raises(UnknownTimeZone):
        await understood("tomorrow 7pm", "Europe/Atlantis", NOW)


WORDS = (
    "next friday mar 28 7 pm at in two hours mañana a las 18h 2027-03-28 18:00 +01:00 europe/zurich 3/4 "
    "de la tarde week ago 1e9 99999 00:00 utc z ４ ½ . , - : / @ a.m. may from now"
)
ANYTHING = st.text(max_size=200) | st.lists(st.sampled_from(WORDS.split()), max_size=12).map(" ".join)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ANYTHING, st.sampled_from(["en", "es"]))
async def test_any_text_is_a_time_to_come_or_a_refusal(text, language):
    try:
        when = await understood(text, ZONE, NOW, language)
    except Refusal:
        return
    assert when.at > NOW
    assert when.at.astimezone(UTC).tzinfo is UTC
