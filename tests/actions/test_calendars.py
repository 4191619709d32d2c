"""Calendars that people follow: what is in them, for whom, and who can read them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar

from actions import calendars, discussions, privacy
from actions.deps import Deps
from data.tables import feeds
from domain import people
from domain.calendars import COMMUNITY
from domain.communities import Community
from domain.discussion_errors import (
    DateGone,
)
from domain.discussions import Plan, State
from domain.errors import (
    NotAllowed,
    NotTakingPart,
)
from domain.people import Application, Seat
from domain.repeats import Every, Repeat
from domain.rsvps import Answer, Rsvp

HERE, NORA, MEI, RUTH = 5, 7, 8, 9
NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
PLAN = Plan("How do we grow old?", datetime.fromisoformat("2027-03-14T18:00"), "Europe/Zurich", host_id=NORA)
SERIES = replace(PLAN, title="Tea", repeat=Repeat(Every.WEEK))


@pytest.fixture
async def deps(database):
    community = Community(HERE, "en", set_up_at=NOW, set_up_by=NORA)
    application = Application(Seat.MENTEE, "gen-z", adult=True, agreed=True)
    async with database.begin() as store:
        await store.communities.save(community)
        for who in (MEI, RUTH):
            person = people.enrol(HERE, who, application, community.generation_keys, None, NOW)
            await store.people.save(person)
    return Deps(database, now=lambda: NOW)


async def planned(deps, plan=PLAN):
    found = await discussions.plan(deps, HERE, NORA, plan, plan.title)
    async with deps.database.read() as store:
        return await store.occurrences.of_discussion(HERE, found.discussion_id)


async def says(deps, who, date, answer):
    async with deps.database.begin() as store:
        rsvp = Rsvp(who, answer, Seat.MENTEE, 1, NOW)
        await store.rsvps.save(HERE, date.occurrence_id, rsvp)


async def followed(deps, secret):
    owner = await calendars.owner(deps, secret)
    if owner is None:
        return None
    file = await calendars.whole(deps, owner.community_id, owner.user_id)
    return Calendar.from_ical(file.content).walk("VEVENT")


async def titles(deps, secret):
    return [(str(event["SUMMARY"]), str(event["STATUS"])) for event in await followed(deps, secret)]


async def test_somebodys_calendar_holds_what_they_come_to_may_come_to_or_are_asked_to(deps):
    for week, answer in enumerate(Answer):
        local = PLAN.local + timedelta(weeks=week)
        [date] = await planned(deps, replace(PLAN, title=answer, local=local))
        await says(deps, MEI, date, answer)
    secret = await calendars.make(deps, HERE, MEI)
    assert sorted(await titles(deps, secret)) == [
        ("going", "CONFIRMED"),
        ("maybe", "TENTATIVE"),
        ("offered", "TENTATIVE"),
        ("waiting", "TENTATIVE"),
    ]


async def test_what_is_for_named_people_is_in_theirs_and_in_no_other(deps):
    await planned(deps, replace(PLAN, title="For Mei", people=frozenset({MEI})))
    assert await titles(deps, await calendars.make(deps, HERE, MEI)) == [("For Mei", "TENTATIVE")]
    assert await titles(deps, await calendars.make(deps, HERE, RUTH)) == []
    assert await titles(deps, await calendars.make(deps, HERE)) == []


async def test_who_hosts_has_it_in_their_calendar(deps):
    await planned(deps, replace(PLAN, host_id=RUTH))
    assert await titles(deps, await calendars.make(deps, HERE, RUTH)) == [(PLAN.title, "CONFIRMED")]


async def test_the_communitys_calendar_holds_a_series_once(deps):
    await planned(deps)
    await planned(deps, SERIES)
    events = await followed(deps, await calendars.make(deps, HERE))
    assert sorted((str(event["SUMMARY"]), "RRULE" in event) for event in events) == [
        (PLAN.title, False),
        ("Tea", True),
    ]


async def test_what_was_left_out_of_a_series_long_ago_stays_left_out(deps):
    first, *_ = await planned(deps, SERIES)
    async with deps.database.begin() as store:
        await store.occurrences.change(first, NOW, state=State.SKIPPED)
    later = replace(deps, now=lambda: first.starts_at + calendars.PAST + timedelta(hours=1))
    [event] = await followed(later, await calendars.make(later, HERE))
    assert first.starts_at in [exception.dt for exception in event["EXDATE"].dts]


async def test_a_cancelled_date_says_so_and_one_long_over_goes(deps):
    [date] = await planned(deps)
    secret = await calendars.make(deps, HERE)
    async with deps.database.begin() as store:
        await store.occurrences.change(date, NOW, state=State.CANCELLED, reason="Ruth is ill.")
    [event] = await followed(deps, secret)
    assert (str(event["STATUS"]), event["SEQUENCE"]) == ("CANCELLED", 1)
    assert "Ruth is ill." in str(event["DESCRIPTION"])
    later = replace(deps, now=lambda: date.starts_at + calendars.PAST + timedelta(hours=1))
    assert await followed(later, secret) == []


async def test_only_a_digest_is_kept_and_a_new_address_ends_the_old_one(deps):
    first = await calendars.make(deps, HERE, MEI)
    async with deps.database.read() as store:
        [row] = (await store.link.execute(feeds.select())).all()
    assert first not in str(row)
    assert len(first) >= 43, "32 bytes"
    second = await calendars.make(deps, HERE, MEI)
    assert await followed(deps, first) is None
    assert await followed(deps, second) is not None
    assert await calendars.find(deps, HERE, MEI) is not None
    await calendars.take_back(deps, HERE, MEI)
    assert await followed(deps, second) is None
    assert await calendars.find(deps, HERE, MEI) is None


@pytest.mark.parametrize("guess", ["", "x", "a" * 43, "\ud800", "ü" * 5000])
async def test_a_guess_finds_nothing(deps, guess):
    await calendars.make(deps, HERE, MEI)
    assert await followed(deps, guess) is None


async def test_whoever_is_erased_or_leaves_takes_their_address_with_them(deps):
    mei, ruth = await calendars.make(deps, HERE, MEI), await calendars.make(deps, HERE, RUTH)
    await privacy.erase(deps, HERE, MEI)
    async with deps.database.begin() as store:
        person = await store.people.find(HERE, RUTH)
        await store.people.save(people.leave(person, NOW))
    assert await followed(deps, mei) is None
    with pytest.raises(NotTakingPart):
        await followed(deps, ruth)


async def test_the_communitys_address_outlives_whoever_made_it(deps):
    secret = await calendars.make(deps, HERE, COMMUNITY)
    await privacy.erase(deps, HERE, NORA)
    assert await followed(deps, secret) is not None


async def test_who_does_not_take_part_has_no_calendar(deps):
    with pytest.raises(NotTakingPart):
        await calendars.make(deps, HERE, NORA + 100)
    with pytest.raises(NotTakingPart):
        await calendars.whole(deps, HERE, NORA + 100)


async def test_a_file_of_one_date_and_one_of_all(deps):
    first, *_ = await planned(deps, SERIES)
    one = await calendars.of_one(deps, HERE, MEI, first.occurrence_id)
    assert b"RRULE" not in one.content
    every = await calendars.of_one(deps, HERE, MEI, first.occurrence_id, series=True)
    assert b"RRULE:FREQ=WEEKLY" in every.content
    assert one.tag != every.tag
    assert one.tag == (await calendars.of_one(deps, HERE, RUTH, first.occurrence_id)).tag


async def test_a_file_of_what_is_for_others_or_gone_is_refused(deps):
    [date] = await planned(deps, replace(PLAN, people=frozenset({MEI})))
    for invited in (MEI, NORA):  # and its host
        assert (await calendars.of_one(deps, HERE, invited, date.occurrence_id)).content
    with pytest.raises(NotAllowed):
        await calendars.of_one(deps, HERE, RUTH, date.occurrence_id)
    with pytest.raises(DateGone):
        await calendars.of_one(deps, HERE, MEI, date.occurrence_id + 1)
    with pytest.raises(DateGone):
        await calendars.of_one(deps, HERE + 1, MEI, date.occurrence_id)
