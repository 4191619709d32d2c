"""The gallery on a sandbox: its guild, its people, its bot, ready to be looked at."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

from sandbox import Sandbox, World
from sandbox.guild import Guild
from sandbox.page import attach
from sandbox.payloads import Json
from sandbox.people.person import Person
from tests.browser.gallery import crowd, gatherings, unknown
from tests.browser.gallery.bot import ROLES, GalleryBot
from tests.sandbox.clients import logged_in

BOT, OWNER, NEWCOMER = "Gallery", "Nora", "Olu"
MEMBERS = ("Mei", "Ruth", "Ana", "Ben", "Ida")
STRANGE = ("<script>alert('name')</script>", "מירה כהן", "W" * 32, "Zoë & <b>Bob</b> \"'`")
"""Names that have broken pages before."""
LONG = "long"


@dataclass(frozen=True, slots=True)
class Gallery:
    """`channels` has the names of the exhibits' channels by their category."""

    sandbox: Sandbox
    guild: Guild
    bot: GalleryBot
    people: Mapping[str, Person]
    channels: Mapping[str, tuple[str, ...]]

    @property
    def world(self) -> World:
        return self.sandbox.world

    def standing(self, channel: str) -> list[Json]:
        """What everybody can read in a channel, oldest first."""
        return self.world.messages.history(self.guild.channel(channel)["id"])


@asynccontextmanager
async def gallery_up(
    *, messages: int = 0, members: int = 0, port: int = 0, world: World | None = None
) -> AsyncIterator[Gallery]:
    """With `messages` there is also #long, with so many in it; with `members`, so many more people."""
    world = world or World(bot_name=BOT)
    async with Sandbox(world, port=port, extras=[attach]) as sandbox:
        guild = world.create_guild("Gallery", owner=OWNER)
        for name in (*MEMBERS, *STRANGE):
            await world.join(name, guild)
        await _becomes_a_community(world.person(OWNER))
        async with logged_in(sandbox, GalleryBot()) as bot:
            await bot.puts_up(world.clock.now())
            await _people_do_their_part(world, guild)
            if messages or members:
                await _grows(world, guild, messages, members)
            people = {person.name: person for person in world.people.values()}
            yield Gallery(sandbox, guild, bot, people, bot.channels)


async def _becomes_a_community(nora: Person) -> None:
    """Before the bot is there: only the owner can."""
    rules = await nora.creates_channel("rules", topic="Be kind.")
    await nora.says("rules", "1. Be kind.\n2. Listen first.\n3. What is said here stays here.")
    settings = {"rules_channel_id": rules["id"], "public_updates_channel_id": rules["id"]}
    await nora.edits_server(features=["COMMUNITY"], **settings)


async def _people_do_their_part(world: World, guild: Guild) -> None:
    """What no bot can do: speak with one's own voice, vote, be in a room, and come in new."""
    nora, mei, ruth, ana, ben, ida = (world.person(name) for name in (OWNER, *MEMBERS))
    for person, role in ((mei, "Mentors"), (ruth, "Mentees"), (ana, "Mentees"), (nora, "Stewards")):
        await nora.gives_role(person, role)
    await nora.renames(ben, "Benjamin, called Ben")
    await gatherings.people_come(nora, [ana, ben, ida], [mei, ruth])
    await mei.reacts("What do you think of it?", "👍")
    await mei.votes("When shall we meet?", "Friday")
    await ruth.votes("What shall we bring?", "Tea", "Cake")
    await ruth.is_interested("Picnic")
    for name in STRANGE:
        await world.person(name).says("hostile", f"I am called {name}")
    unknown.put_raw(world, await nora.creates_channel(unknown.CHANNEL, parent="Layouts"))
    await nora.asks_newcomers_to_agree()
    await world.join(NEWCOMER, guild)


async def _grows(world: World, guild: Guild, messages: int, members: int) -> None:
    role_ids = [guild.role(name)["id"] for name in ROLES]
    added = crowd.add_members(world, guild, members, role_ids)
    if messages:
        channel = await world.person(OWNER).creates_channel(LONG)
        authors = added[:50] or [world.person(name).id for name in MEMBERS]
        crowd.add_messages(world, channel, messages, authors)
    world.changed.happened()
