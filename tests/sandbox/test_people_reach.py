"""How far people reach: reading everything, running their guild, and no further."""

import discord
import pytest
from discord import ui

from sandbox import CannotDo, Permission
from tests.sandbox.clients import button


@pytest.fixture
def nora(world, guild, client):
    """The owner."""
    return world.person("Nora")


@pytest.fixture
async def mei(world, guild, client):
    return await world.join("Mei", guild)


async def test_everything_on_a_message_can_be_read(mei, lobby):
    embed = discord.Embed(title="Circles", description="Four people").set_author(name="Bridge")
    embed.add_field(name="When", value="Mondays").set_footer(text="See you")
    await lobby.send(
        "Run </setup:5> at <t:nonsense>",
        embed=embed,
        view=button("Site", url="https://example.org", custom_id=None),
    )
    for text in (
        "/setup",
        "Bridge",
        "Circles",
        "Four people",
        "When: Mondays",
        "See you",
        "Site → https://example.org",
    ):
        await mei.sees(text)
    with pytest.raises(CannotDo, match="is a link"):
        await mei.clicks("Site")


async def test_what_only_looks_like_a_mention_or_a_time_stays_as_it_was_written(mei, lobby):
    written = "<b>bold</b> </nothing> <t:nonsense> <t:999999999999999:R> <t:²>"
    await lobby.send(written)
    assert mei.reads(await mei.sees("bold")) == written


async def test_every_part_of_a_layout_can_be_read(mei, lobby):
    view = ui.LayoutView()
    picture = ui.Thumbnail[ui.LayoutView]("https://example.org/a.png", description="A bridge")
    view.add_item(ui.Section("Beside a picture", accessory=picture))
    view.add_item(ui.Container(ui.TextDisplay("In a box"), ui.Separator(), ui.MediaGallery(
        discord.MediaGalleryItem("https://example.org/b.png", description="A river"))))  # fmt: skip
    select = ui.Select[ui.LayoutView](
        custom_id="s", placeholder="Pick", options=[discord.SelectOption(label="One", default=True)]
    )
    view.add_item(ui.ActionRow(select))
    await lobby.send(view=view)
    assert mei.screen().splitlines()[1:] == [
        "  Circles: Beside a picture",
        "      [picture A bridge]",
        "      In a box",
        "      ───",
        "      [picture A river]",
        "      <One>",
        "#General",
    ]


async def test_an_owner_runs_a_guild(nora, mei, world, client, guild):
    await nora.creates_channel("Projects", type=4)
    await nora.creates_channel("Plans", parent="Projects")
    await nora.renames_channel("#plans", "drafts")
    await nora.edits_channel("#drafts", topic="Not yet")
    assert guild.channel("drafts")["topic"] == "Not yet"
    await nora.edits_overwrites("drafts", "@everyone", deny=Permission.VIEW_CHANNEL)
    assert "#drafts" not in mei.screen()
    await nora.edits_overwrites("drafts", "@everyone")
    assert "#drafts" in mei.screen()
    await nora.deletes_channel("drafts")
    await nora.creates_role("Guide")
    await nora.renames_role("Guide", "Mentor")
    await nora.gives_role(mei, "Mentor")
    await nora.takes_role(mei, "Mentor")
    await nora.deletes_role("Mentor")
    await nora.renames(mei, "Mei-Mei")
    (_, after) = await client.hears("member_update", 3)
    assert after.nick == "Mei-Mei"


async def test_messages_are_pinned_and_deleted_by_those_who_may(nora, mei):
    await mei.says("#general", "House rules")
    with pytest.raises(CannotDo, match="Missing Permissions"):
        await mei.pins("House rules")
    await nora.pins("House rules")
    await mei.sees("pinned a message")
    await nora.deletes_message("House rules")
    await mei.sees_not("House rules")


@pytest.mark.parametrize(
    ("attempt", "reason"),
    [
        (lambda mei: mei.says("#nowhere", "hi"), "sees no channel '#nowhere'"),
        (lambda mei: mei.says("#Text Channels", "hi"), "nobody can write in the category"),
        (lambda mei: mei.deletes_message("nothing"), "sees no 'nothing'"),
        (lambda mei: mei.joins_voice("#general"), "Invalid Form Body"),
        (lambda mei: mei.renames_role("King", "Queen"), "Unknown Role"),
        (lambda mei: mei.suggestions("/x", city=""), "is not offered /x"),
        (lambda mei: mei.dismisses("nothing"), "sees no 'nothing'"),
    ],
)
async def test_what_is_not_there_cannot_be_used(mei, attempt, reason):
    with pytest.raises(CannotDo, match=reason):
        await attempt(mei)


async def test_a_guild_one_is_not_in_is_out_of_reach(world, mei):
    hill = world.create_guild("Hill", owner="Olu", bot=False)
    with pytest.raises(CannotDo, match="is not in Hill"):
        await mei.invites_bot(hill)
    await world.join("Mei", hill)
    with pytest.raises(CannotDo, match="Missing Permissions"):
        await mei.invites_bot(hill)


async def test_one_person_may_be_in_several_guilds(world, guild, mei):
    hill = world.create_guild("Hill", owner="Olu")
    assert await world.join("Mei", hill) is mei
    await mei.says("#general", "on the hill")
    assert (mei.guild, mei.guilds) == (hill, [guild, hill])
    mei.visits(guild)
    assert "on the hill" not in mei.screen()


async def test_what_was_said_before_is_hidden_from_those_who_may_not_read_it(nora, mei):
    await nora.says("#general", "old news")
    await nora.edits_overwrites("general", "@everyone", deny=Permission.READ_MESSAGE_HISTORY)
    assert "old news" not in mei.screen()


async def test_a_full_voice_channel_takes_nobody_else(nora, mei, world, guild):
    await nora.edits_channel("General", user_limit=1)
    await mei.joins_voice("General")
    ruth = await world.join("Ruth", guild)
    with pytest.raises(CannotDo, match="Missing Permissions"):
        await ruth.joins_voice("General")
    await mei.leaves_voice()
    await ruth.joins_voice("General")


async def test_a_notice_of_the_client_can_be_dismissed(mei, lobby, client, world, guild):
    await lobby.send("A button", view=button("Press"))
    await world.person("Nora").kicks_bot(guild)
    with pytest.raises(CannotDo):
        await mei.clicks("Press")
    await mei.dismisses("This interaction failed")
    await mei.sees_not("This interaction failed")


async def test_an_unknown_mention_stays_as_it_was_typed(mei):
    sent = await mei.says("#general", "@Nobody and @Mei and @everyone")
    assert sent["content"] == f"@Nobody and <@{mei.id}> and @everyone"
