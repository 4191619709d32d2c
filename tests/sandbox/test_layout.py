"""Components and embeds as a message gives them back."""

import io

import discord
from discord import ui

from sandbox.checks.components import walk


async def test_an_emoji_of_no_server_comes_back_without_an_id(mei, lobby):
    options = [discord.SelectOption(label="Apple", emoji="🍎")]
    ours = discord.PartialEmoji(name="teapot", id=1101234567890123456)
    view = ui.LayoutView()
    view.add_item(ui.ActionRow(ui.Button(emoji="🌱"), ui.Button(emoji=ours)))
    view.add_item(ui.ActionRow(ui.Select(options=options)))
    await lobby.send(view=view)
    shown = [part for _, part in walk((await mei.sees("🌱"))["components"])]
    plain, custom = (part["emoji"] for part in shown if part.get("emoji"))
    assert (plain["name"], "id" in plain) == ("🌱", False)
    assert (custom["name"], custom["id"]) == ("teapot", "1101234567890123456")
    assert "id" not in next(part["options"] for part in shown if "options" in part)[0]["emoji"]


async def test_an_embed_shows_the_pictures_that_came_along_and_takes_them_from_the_files(lobby):
    embed = discord.Embed(title="Tea").set_image(url="attachment://tea.gif")
    embed.set_footer(text="by Ruth", icon_url="attachment://ruth.gif")
    embed.set_thumbnail(url="https://example.org/cup.png")
    picture = b"GIF89a" + bytes([3, 0, 2, 0])
    names = ("tea.gif", "ruth.gif", "beside.gif")
    sent = await lobby.send(embed=embed, files=[discord.File(io.BytesIO(picture), name) for name in names])
    (shown,) = sent.embeds
    assert shown.image.url.endswith("/tea.gif")
    assert (shown.image.width, shown.image.height) == (3, 2)
    assert shown.footer.icon_url == shown.footer.proxy_icon_url
    assert shown.footer.icon_url.endswith("/ruth.gif")
    assert shown.thumbnail.url == "https://example.org/cup.png"
    assert [one.filename for one in sent.attachments] == ["beside.gif"]
    edited = await sent.edit(content="Tea, again")
    assert edited.embeds[0].image.url == shown.image.url
