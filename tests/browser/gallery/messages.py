"""Messages as they were before components, and what happens to messages: files, replies, pins, polls."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import discord
from discord import ui

from tests.browser.gallery.exhibits import Wing
from tests.browser.gallery.pictures import LAWN, SEA, picture, text_file

AMBER = 0xD97706


def _whole_embed() -> discord.Embed:
    embed = discord.Embed(
        title="The spring circle", url="https://example.org/spring", colour=AMBER,
        description="Six meetings, **one** topic each.\n> Bring a cup.",
        timestamp=datetime(2026, 1, 1, 12, tzinfo=UTC),
    )  # fmt: skip
    embed.set_author(name="Ruth", url="https://example.org/ruth", icon_url="attachment://lawn.png")
    embed.add_field(name="When", value="Fridays").add_field(name="Where", value="#general")
    embed.add_field(name="How many", value="Six").add_field(name="What else", value="Tea", inline=False)
    embed.set_image(url="attachment://sunset.png").set_thumbnail(url="attachment://lawn.png")
    return embed.set_footer(text="Planned by Ruth", icon_url="attachment://lawn.png")


class OldButtons(ui.View):
    """Buttons and a select below content: rows, with no text among them."""

    def __init__(self) -> None:
        super().__init__(timeout=None)

    @ui.button(label="An old button", style=discord.ButtonStyle.primary)
    async def pressed(self, interaction: discord.Interaction, _button: ui.Button[OldButtons]) -> None:
        await interaction.response.send_message("It still works.", ephemeral=True)

    @ui.select(placeholder="An old select", options=[discord.SelectOption(label="Old option")])
    async def chosen(self, interaction: discord.Interaction, select: ui.Select[OldButtons]) -> None:
        await interaction.response.send_message(f"You chose: {select.values[0]}", ephemeral=True)


async def _content(channel: discord.TextChannel) -> None:
    await channel.send("Content with **markdown** and buttons below", view=OldButtons())


async def _embeds(channel: discord.TextChannel) -> None:
    """One with everything, and a bare one."""
    files = [picture(), picture(LAWN, "lawn.png", None)]
    bare = discord.Embed(description="An embed with nothing but a description")
    await channel.send("Content above two embeds", embeds=[_whole_embed(), bare], files=files)


async def _files(channel: discord.TextChannel) -> None:
    await channel.send("A picture with alt text, and a file", files=[picture(), text_file()])


async def _spoiler(channel: discord.TextChannel) -> None:
    await channel.send("Not for everybody:", file=picture(SEA, "sea.png", "A stormy sea", spoiler=True))


async def _pictures_only(channel: discord.TextChannel) -> None:
    await channel.send(files=[picture(name=f"sunset-{number}.png") for number in range(4)])


async def _reactions(channel: discord.TextChannel) -> None:
    sent = await channel.send("What do you think of it?")
    for emoji in ("👍", "🫖", "🎉"):  # one after the other, for their order is seen
        await sent.add_reaction(emoji)


async def _pinned(channel: discord.TextChannel) -> None:
    sent = await channel.send("Worth keeping")
    await sent.pin()


async def _reply(channel: discord.TextChannel) -> None:
    """Two replies: to a message that is there, and to one that is gone."""
    asked = await channel.send("Who brings the cups?")
    await asked.reply("I do.", mention_author=False)
    gone = await channel.send("Who brings the cake?")
    await gone.reply("Nobody.", mention_author=False)
    await gone.delete()


async def _edited(channel: discord.TextChannel) -> None:
    sent = await channel.send("At three o'clock")
    await sent.edit(content="At four o'clock")


async def _poll(channel: discord.TextChannel) -> None:
    poll = discord.Poll("When shall we meet?", timedelta(hours=24))
    poll.add_answer(text="Friday", emoji="🌙").add_answer(text="Saturday").add_answer(text="Never")
    await channel.send(poll=poll)


async def _poll_of_several(channel: discord.TextChannel) -> None:
    poll = discord.Poll("What shall we bring?", timedelta(hours=1), multiple=True)
    await channel.send(poll=poll.add_answer(text="Tea").add_answer(text="Cake"))


async def _poll_over(channel: discord.TextChannel) -> None:
    poll = discord.Poll("Was it good?", timedelta(hours=1))
    sent = await channel.send(poll=poll.add_answer(text="Yes").add_answer(text="No"))
    await sent.end_poll()


MESSAGES: Wing = {
    "content": _content,
    "embeds": _embeds,
    "files": _files,
    "spoiler-picture": _spoiler,
    "pictures-only": _pictures_only,
    "reactions": _reactions,
    "pinned": _pinned,
    "replies": _reply,
    "edited": _edited,
    "poll": _poll,
    "poll-of-several": _poll_of_several,
    "poll-over": _poll_over,
}
