"""A forum with posts, and threads of every kind."""

from __future__ import annotations

import discord
from discord import ChannelType, ForumTag, ui

from tests.browser.gallery.buttons import Told
from tests.browser.gallery.exhibits import Wing, layout
from tests.browser.gallery.pictures import picture

FORUM = "views"
TAGS = [
    ForumTag(name="Work", emoji="💼"),
    ForumTag(name="Home", emoji="🏠"),
    ForumTag(name="Official", moderated=True),
]


async def forum(guild: discord.Guild, category: discord.CategoryChannel) -> None:
    """Tags, one of which is required and one the moderators' own; a pinned, a plain and an archived post."""
    made = await guild.create_forum(
        FORUM, category=category, topic="One view a post. **Be kind.**", available_tags=TAGS,
        default_reaction_emoji="👍",
    )  # fmt: skip
    await made.edit(require_tag=True)
    tags = {tag.name: tag for tag in made.available_tags}
    old = await made.create_thread(name="An old view", content="Long ago.", applied_tags=[tags["Home"]])
    await old.thread.edit(archived=True)
    view = layout(ui.TextDisplay("A post may hold components too."), ui.ActionRow(Told("Agree")))
    await made.create_thread(name="With components", view=view, applied_tags=[tags["Work"], tags["Home"]])
    await made.create_thread(
        name="With a picture", content="See for yourself", file=picture(), applied_tags=[tags["Work"]]
    )
    first = await made.create_thread(
        name="Read me first", content="How this forum works", applied_tags=[tags["Official"]]
    )
    await first.thread.edit(pinned=True)


async def _from_message(channel: discord.TextChannel) -> None:
    sent = await channel.send("Something to talk about")
    thread = await sent.create_thread(name="Talk about it")
    await thread.send("Let us begin.")


async def _without_message(channel: discord.TextChannel) -> None:
    """Announced in its channel by Discord itself."""
    thread = await channel.create_thread(name="A thread of its own", type=ChannelType.public_thread)
    await thread.send("It began without a message.")


async def _private(channel: discord.TextChannel) -> None:
    """Discord says nothing of it in its channel."""
    await channel.send("Some see a thread below this channel, and others do not.")
    thread = await channel.create_thread(name="Between us", type=ChannelType.private_thread, invitable=False)
    mei = next(member for member in channel.guild.members if member.display_name == "Mei")
    await thread.add_user(mei)
    await thread.send("Only those who were let in read this.")


async def _archived(channel: discord.TextChannel) -> None:
    for name, locked in (("Done with", False), ("Closed for good", True)):
        sent = await channel.send(f"Here begins: {name}")
        thread = await sent.create_thread(name=name)
        await thread.send("That was it.")
        await thread.edit(archived=True, locked=locked)


THREADS: Wing = {
    "thread-from-message": _from_message,
    "thread-without-message": _without_message,
    "thread-private": _private,
    "threads-archived": _archived,
}
