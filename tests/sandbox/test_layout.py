"""Components as a message gives them back."""

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
