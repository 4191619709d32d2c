"""Which threads there are: active ones, archived ones, and those a bot learns of when it may see more."""

import discord
import pytest

from sandbox import Permission
from sandbox.verbs import roles
from tests.sandbox.clients import logged_in
from tests.sandbox.refused import refused

PUBLIC = discord.ChannelType.public_thread


async def test_active_threads_are_listed_with_the_bots_own_membership(world, guild, client, bridge, lobby):
    mine = await lobby.create_thread(name="Mine", type=PUBLIC)
    mei = await world.join("Mei", guild)
    await mei.opens_thread("Hers", within="#general")
    asleep = await lobby.create_thread(name="Asleep", type=PUBLIC)
    await asleep.edit(archived=True)
    assert [thread.name for thread in await bridge.active_threads()] == ["Hers", "Mine"]
    listed = await client.http.get_active_threads(bridge.id)
    assert [member["id"] for member in listed["members"]] == [str(mine.id)]


async def test_archived_threads_are_read_a_page_at_a_time_last_archived_first(world, client, lobby):
    for number in range(5):
        thread = await lobby.create_thread(name=str(number), type=PUBLIC)
        await thread.edit(archived=True)
        world.clock.advance(1)
    page = await client.http.get_public_archived_threads(lobby.id, limit=2)
    assert ([thread["name"] for thread in page["threads"]], page["has_more"]) == (["4", "3"], True)
    last = page["threads"][-1]["thread_metadata"]["archive_timestamp"]
    page = await client.http.get_public_archived_threads(lobby.id, before=last, limit=3)
    assert ([thread["name"] for thread in page["threads"]], page["has_more"]) == (["2", "1", "0"], False)
    assert [thread.name async for thread in lobby.archived_threads(limit=None)] == ["4", "3", "2", "1", "0"]


async def test_private_archived_threads_are_for_moderators_and_those_in_them(world, guild, client, lobby):
    mei, nora = await world.join("Mei", guild), world.person("Nora")
    for name in ("one", "two", "three"):
        await (await lobby.create_thread(name=name)).edit(archived=True)
    hers = await mei.opens_thread("hers", within="#general", private=True)
    await mei.archives("hers")

    async def listed(**how) -> list[str]:
        return [thread.name async for thread in lobby.archived_threads(private=True, **how)]

    assert await listed() == ["hers", "three", "two", "one"]
    assert await listed(joined=True) == ["three", "two", "one"]
    assert await listed(joined=True, limit=2) == ["three", "two"]
    assert await listed(joined=True, before=discord.Object(int(hers["id"])), limit=2) == ["three", "two"]
    assert [thread.name async for thread in lobby.archived_threads()] == []
    await nora.edits_role("Circles", permissions=str(lobby.guild.default_role.permissions.value))
    assert await listed(joined=True) == ["three", "two", "one"]
    with refused(403, 50013):
        await listed()


async def test_a_bot_that_logs_in_finds_the_active_threads(world, guild, sandbox):
    mei = await world.join("Mei", guild)
    await mei.opens_thread("Tea", within="#general")
    await mei.opens_thread("Asleep", within="#general")
    await mei.archives("Asleep")
    await mei.says("Tea", "hello @Circles")
    async with logged_in(sandbox) as client:
        (thread,) = client.guilds[0].threads
        assert (thread.name, thread.me.id) == ("Tea", client.user.id)


SEE = int(Permission.VIEW_CHANNEL)


async def by_overwrite(nora, guild, bot) -> None:
    await nora.edits_overwrites("hall", "@everyone", allow=SEE)


async def by_role(nora, guild, bot) -> None:
    roles.give(nora.actor, bot, guild.role("Insider"))


async def by_permissions(nora, guild, bot) -> None:
    await nora.edits_role("Helper", permissions=str(int(Permission.ADMINISTRATOR)))


@pytest.mark.parametrize("opens", [by_overwrite, by_role, by_permissions])
async def test_a_bot_that_gains_sight_of_a_channel_is_told_of_its_threads(
    world, guild, client, bridge, opens
):
    nora, bot = world.person("Nora"), guild.member(world.application_id)
    await nora.creates_role("Insider")
    await nora.creates_role("Helper", permissions="0")
    roles.give(nora.actor, bot, guild.role("Helper"))
    await nora.creates_channel("hall")
    await nora.edits_overwrites("hall", "@everyone", deny=SEE)
    await nora.edits_overwrites("hall", "Insider", allow=SEE)
    await nora.opens_thread("Tea", within="hall")
    await nora.says("Tea", "hello")
    assert list(bridge.threads) == []
    await opens(nora, guild, bot)
    (thread,) = await client.hears("thread_join")
    assert (thread.name, list(bridge.threads)) == ("Tea", [thread])
