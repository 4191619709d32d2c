"""Who is interested in a scheduled event, who hears of it, and events as people have them before them."""

from datetime import UTC, datetime, timedelta

import discord
import pytest

from sandbox import CannotDo
from tests.sandbox.clients import logged_in
from tests.sandbox.planning import later, planned


async def test_people_are_interested_and_counted(client, bridge, lounge, world, guild, mei):
    event = await planned(bridge, lounge, world)
    ruth = await world.join("Ruth", guild)
    for person in (mei, ruth, mei):
        await person.is_interested("Talk")
    _, user = await client.hears("scheduled_event_user_add", 2)
    assert (user.name, len(client.all_heard("scheduled_event_user_add"))) == ("ruth", 2)
    assert "2 interested" in mei.screen()
    fetched = await bridge.fetch_scheduled_event(event.id, with_counts=True)
    assert fetched.user_count == 2
    assert {user.name async for user in fetched.users()} == {"mei", "ruth"}
    await mei.loses_interest("Talk")
    _, user = await client.hears("scheduled_event_user_remove")
    assert user.name == "mei"
    users = await client.http.get_scheduled_event_users(bridge.id, event.id, 100, True)
    assert [one["member"]["user"]["username"] for one in users] == ["ruth"]


async def test_the_interested_come_by_id_a_page_at_a_time(client, bridge, lounge, world, guild):
    event = await planned(bridge, lounge, world)
    world.add_members(guild, 5)
    ids = sorted(guild.members, key=int)[-5:]
    guild.interested[str(event.id)] = ids[::-1]

    async def page(limit: int, **where: str) -> list[str]:
        found = await client.http.get_scheduled_event_users(bridge.id, event.id, limit, False, **where)
        return [one["user_id"] for one in found]

    assert await page(2) == ids[:2]
    assert await page(2, after=ids[1]) == ids[2:4]
    assert await page(2, before=ids[4]) == ids[2:4]


@pytest.mark.parametrize("members", [True, False])
async def test_interest_is_lost_on_a_client_that_does_not_know_its_members(sandbox, world, guild, members):
    """discord.py drops it without the members intent, although the gateway tells it (a fault of its own)."""
    intents = discord.Intents(guilds=True, members=members, guild_scheduled_events=True)
    async with logged_in(sandbox, intents=intents, enable_debug_events=True) as client:
        mei = await world.join("Mei", guild)
        await mei.creates_event("Talk", "#General", later(world))
        await mei.is_interested("Talk")
        await mei.deletes_event("Talk")
        await client.hears("scheduled_event_delete")
        told = [name for (name,) in client.all_heard("socket_event_type")]
        assert "GUILD_SCHEDULED_EVENT_USER_ADD" in told
        assert len(client.all_heard("scheduled_event_user_add")) == int(members)


async def test_a_bot_without_the_intent_hears_of_no_events(sandbox, world, guild):
    intents = discord.Intents(guilds=True, members=True, guild_messages=True)
    async with logged_in(sandbox, intents=intents) as client:
        mei = await world.join("Mei", guild)
        await mei.creates_event("Walk", "The park", later(world), later(world, 25))
        await mei.says("#general", "afterwards")
        await client.hears("message")
        assert client.all_heard("scheduled_event_create") == []


async def test_people_do_what_their_client_offers(client, world, guild, mei):
    start = datetime(2099, 5, 4, 18, 30, tzinfo=UTC)
    await mei.creates_event("Walk", "The park", start, start + timedelta(hours=1), description="Slowly")
    assert mei.screen().splitlines()[-3:] == [
        "event Walk: 2099-05-04 18:30 UTC, The park",
        "    Slowly",
        "    0 interested",
    ]
    await mei.starts_event("Walk")
    assert "event Walk: now, The park" in mei.screen()
    await mei.ends_event("Walk")
    with pytest.raises(CannotDo, match="sees no event 'Walk'"):
        await mei.is_interested("Walk")
    await mei.creates_event("Talk", "#General", start)
    assert (await world.person("Nora").sees_event("Talk"))["creator_id"] == mei.id
    with pytest.raises(AssertionError, match="sees no event 'Nothing'"):
        await mei.sees_event("Nothing", within=0.01)


async def test_discord_py_itself_does_not_get_past_a_hundred(client, bridge, lounge, world, guild):
    """Discord lists by rising id, discord.py pages as if by falling: needing all, page by `after`."""
    event = await planned(bridge, lounge, world)
    world.add_members(guild, 150)
    everybody = sorted(guild.members, key=int)[-150:]
    guild.interested[str(event.id)] = list(everybody)
    listed = [str(user.id) async for user in event.users()]
    assert set(listed) == set(everybody[:100])
    pages = client.http.get_scheduled_event_users
    first = await pages(bridge.id, event.id, 100, False)
    second = await pages(bridge.id, event.id, 100, False, after=first[-1]["user_id"])
    assert [one["user_id"] for one in (*first, *second)] == everybody
