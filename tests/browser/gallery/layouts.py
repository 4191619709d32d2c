"""Components V2 that hold others: sections, galleries, files, containers, and forty in one message."""

from __future__ import annotations

import discord
from discord import ui

from tests.browser.gallery.buttons import Told
from tests.browser.gallery.exhibits import Wing, layout, shows
from tests.browser.gallery.pictures import ALT, LAWN, SEA, picture, text_file

TEAL = 0x0F766E


async def _section_with_thumbnail(channel: discord.TextChannel) -> None:
    small = picture(LAWN, "lawn.png", "A lawn in spring")
    words = "## A garden", "A section has up to three texts,", "-# and one thing beside them."
    section: ui.Section[ui.LayoutView] = ui.Section(*words, accessory=ui.Thumbnail(small))
    await channel.send(view=layout(section), file=small)


async def _media_gallery(channel: discord.TextChannel) -> None:
    """Several pictures: with alt text, without, and one that is blurred until it is clicked."""
    files = [picture(), picture(SEA, "sea.png", None), picture(LAWN, "lawn.png", "Hidden: a lawn")]
    items = (
        discord.MediaGalleryItem("attachment://sunset.png", description=ALT),
        discord.MediaGalleryItem("attachment://sea.png"),
        discord.MediaGalleryItem("attachment://lawn.png", description="Hidden: a lawn", spoiler=True),
    )
    await channel.send(view=layout(ui.MediaGallery(*items)), files=files)


async def _file(channel: discord.TextChannel) -> None:
    notes, hidden = text_file(), text_file("secret.txt")
    view = layout(ui.TextDisplay("What we wrote down:"), ui.File(notes), ui.File(hidden, spoiler=True))
    await channel.send(view=view, files=[notes, hidden])


def _separators() -> ui.Container[ui.LayoutView]:
    small, large = discord.SeparatorSpacing.small, discord.SeparatorSpacing.large
    return ui.Container(
        ui.TextDisplay("A small one with a line"), ui.Separator(spacing=small),
        ui.TextDisplay("a large one with a line"), ui.Separator(spacing=large),
        ui.TextDisplay("a small one without"), ui.Separator(spacing=small, visible=False),
        ui.TextDisplay("a large one without"), ui.Separator(spacing=large, visible=False),
        ui.TextDisplay("and the end."),
    )  # fmt: skip


def _container() -> ui.Container[ui.LayoutView]:
    return ui.Container(
        ui.TextDisplay("## A container\nwith a teal edge"),
        ui.ActionRow(Told("Inside it")),
        accent_colour=TEAL,
    )


def _hidden() -> ui.Container[ui.LayoutView]:
    return ui.Container(ui.TextDisplay("A container that is a spoiler"), spoiler=True)


async def _forty(channel: discord.TextChannel) -> None:
    """As many components as a message may have, nested as deep as they go."""
    view = ui.LayoutView(timeout=None)
    for number in range(1, 5):
        section = ui.Section(f"Group {number}", accessory=Told(f"About {number}"))
        row = ui.ActionRow(*(Told(f"{number}.{letter}") for letter in "abc"))
        view.add_item(ui.Container(ui.TextDisplay(f"### {number}"), ui.Separator(), section, row))
    await channel.send(view=view)


LAYOUTS: Wing = {
    "section-with-button": shows(
        lambda: ui.Section("**Tea at four**", "in the kitchen", accessory=Told("I am coming"))
    ),
    "section-with-thumbnail": _section_with_thumbnail,
    "media-gallery": _media_gallery,
    "file": _file,
    "separators": shows(_separators),
    "container": shows(_container),
    "container-without-accent": shows(lambda: ui.Container(ui.TextDisplay("No colour at its edge"))),
    "container-spoiler": shows(_hidden),
    "forty-components": _forty,
}
