"""Communities, recorded objects and notices on either kind of database."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from data.topics import starter
from domain.actual import Record
from domain.blueprint import Kind
from domain.communities import Community, Generation, TopicSettings

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
BRIDGE = Community(5, "es", set_up_at=NOW, set_up_by=7, topics=starter("es"))


@pytest.fixture
async def known(database):
    async with database.begin() as store:
        await store.communities.save(BRIDGE)
    return database


async def test_a_community_comes_back_as_it_was_with_its_generations_in_order(known):
    async with known.read() as store:
        assert await store.communities.find(5) == BRIDGE
        assert await store.communities.find(6) is None


async def test_stewards_own_names_for_generations_are_kept(known):
    own = (Generation("nineties", 1990, 1999, "The Nineties"), *BRIDGE.generations)
    async with known.begin() as store:
        await store.communities.save(replace(BRIDGE, generations=own))
    async with known.read() as store:
        assert (await store.communities.find(5)).generations == own


async def test_how_a_community_talks_is_kept(known):
    settings = TopicSettings(
        48, pseudonyms=True, coach=False, week_day=2, week_time="07:30", time_zone="Asia/Tokyo"
    )
    async with known.begin() as store:
        await store.communities.save(replace(BRIDGE, settings=settings))
    async with known.read() as store:
        assert (await store.communities.find(5)).settings == settings


async def test_meeting_a_community_again_changes_nothing_about_it(known):
    async with known.begin() as store:
        await store.communities.add(Community(5, "en"))
    async with known.read() as store:
        assert await store.communities.find(5) == BRIDGE


async def test_an_object_recorded_again_replaces_the_one_that_was_lost(known):
    async with known.begin() as store:
        await store.objects.record(5, Kind.PANEL, "home", Record(100, "old"), NOW)
        await store.objects.record(5, Kind.PANEL, "home", Record(200, "new"), LATER)
        await store.objects.record(5, Kind.CHANNEL, "home", Record(300), LATER)
    async with known.read() as store:
        assert await store.objects.all(5) == {
            (Kind.PANEL, "home"): Record(200, "new"),
            (Kind.CHANNEL, "home"): Record(300),
        }
        assert await store.objects.find(5, Kind.CHANNEL, "home") == 300
        assert await store.objects.find(5, Kind.CHANNEL, "welcome") is None


async def test_one_community_never_sees_the_objects_of_another(known):
    async with known.begin() as store:
        await store.communities.add(Community(6, "en"))
        await store.objects.record(6, Kind.ROLE, "seat-mentor", Record(100), NOW)
    async with known.read() as store:
        assert await store.objects.all(5) == {}
        assert await store.objects.find(5, Kind.ROLE, "seat-mentor") is None


async def test_what_happens_again_is_counted_and_stays_one_notice(known):
    async with known.begin() as store:
        first = await store.notices.report(5, "full", "role:seat-mentor", NOW)
        await store.notices.posted(5, "full", "role:seat-mentor", 900)
        second = await store.notices.report(5, "full", "role:seat-mentor", LATER)
    assert (first.times, first.message_id) == (1, None)
    assert (second.times, second.message_id, second.first_at) == (2, 900, NOW)
    async with known.read() as store:
        assert await store.notices.open(5) == [second]


async def test_what_was_mended_and_happens_again_is_a_new_notice(known):
    async with known.begin() as store:
        await store.notices.report(5, "full", "role:seat-mentor", NOW)
        await store.notices.posted(5, "full", "role:seat-mentor", 900)
        await store.notices.resolve(5, "full", "role:seat-mentor", NOW)
        assert await store.notices.open(5) == []
        again = await store.notices.report(5, "full", "role:seat-mentor", LATER)
    assert (again.times, again.message_id, again.first_at) == (1, None, LATER)


async def test_notices_of_another_community_are_not_shown(known):
    async with known.begin() as store:
        await store.communities.add(Community(6, "en"))
        await store.notices.report(6, "full", "role:seat-mentor", NOW)
        await store.notices.resolve(5, "full", "role:seat-mentor", NOW)
        assert await store.notices.open(5) == []
        assert len(await store.notices.open(6)) == 1
