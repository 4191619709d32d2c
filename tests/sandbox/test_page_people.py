"""Coming in, one's own settings, other people's cards, and what stewards may do, on the page."""

from __future__ import annotations

from collections.abc import AsyncIterator

import discord
import pytest

from sandbox import CannotDo, Permission, Sandbox
from sandbox.guild import Guild
from sandbox.page import attach
from sandbox.people.person import Person
from tests.sandbox.clients import logged_in
from tests.sandbox.page_bot import page_of
from tests.sandbox.page_client import Json, PageClient, texts


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(extras=[attach]) as running:
        running.world.create_guild("Bridge", owner="Nora")
        yield running


@pytest.fixture
def guild(sandbox: Sandbox) -> Guild:
    return next(iter(sandbox.world.guilds.values()))


@pytest.fixture
def nora(sandbox: Sandbox) -> Person:
    return sandbox.world.person("Nora")


@pytest.fixture
async def page(sandbox: Sandbox) -> AsyncIterator[PageClient]:
    async with page_of(sandbox) as opened:
        yield opened


async def asks_newcomers(nora: Person, guild: Guild) -> None:
    """Two questions, of which the first needs an answer, and rules to agree to."""
    rooms = [await nora.creates_channel(f"room-{number}") for number in range(7)]
    role = await nora.creates_role("Mentor")
    first = rooms[0]["id"]
    await nora.edits_server(features=["COMMUNITY"], rules_channel_id=first, public_updates_channel_id=first)
    await nora.asks_newcomers_to_agree()

    def prompt(title: str, *options: Json, required: bool) -> Json:
        return {
            "id": "1", "title": title, "type": 0, "single_select": required, "required": required,
            "in_onboarding": True, "options": list(options),
        }  # fmt: skip

    mentor = {
        "title": "I can mentor",
        "description": "Once a month",
        "emoji_name": "🌱",
        "role_ids": [role["id"]],
    }
    rather_not = {"title": "Not yet", "channel_ids": [first], "role_ids": []}
    books = {"title": "Books", "channel_ids": [rooms[1]["id"]], "role_ids": []}
    await nora.edits_onboarding(
        prompts=[
            prompt("Your part?", mentor, rather_not, required=True),
            prompt("What do you like?", books, required=False),
        ],
        default_channel_ids=[room["id"] for room in rooms], enabled=True,
    )  # fmt: skip


async def test_a_newcomer_answers_agrees_and_then_may_write(page: PageClient, nora: Person, guild: Guild):
    await asks_newcomers(nora, guild)
    await page.is_somebody("Mei")
    welcome = page.view["welcome"]
    assert (welcome["pending"], welcome["through"]) == (True, False)
    assert [each["title"] for each in welcome["questions"]] == ["Your part?", "What do you like?"]
    part, likes = welcome["questions"]
    assert part["options"][0] == {
        "id": part["options"][0]["id"], "title": "I can mentor", "description": "Once a month", "emoji": "🌱",
        "ticked": False,
    }  # fmt: skip
    general = page.channel("general")
    assert "write" not in next(each for each in page.view["channels"] if each["id"] == general)["may"]
    assert "refused" in await page.does("answer onboarding", answers={})
    strange = {part["id"]: [likes["options"][0]["id"]]}
    assert "have changed" in (await page.does("answer onboarding", answers=strange))["refused"]
    gave = await page.does("answer onboarding", answers={part["id"]: [part["options"][0]["id"]]})
    assert gave["found"][0] == "You got the role Mentor."
    assert gave["found"][1].startswith("You follow #room-0, #room-1")
    assert page.view["welcome"]["through"]
    assert page.view["welcome"]["questions"][0]["options"][0]["ticked"]
    await page.does("agree")
    assert not page.view["welcome"]["pending"]
    assert "refused" not in await page.does("say", channel=general, text="Hello")
    again = await page.does("answer onboarding", answers={part["id"]: [part["options"][0]["id"]]})
    assert again["found"] == ["Thank you. Nothing has changed for you."]
    other = await page.does("answer onboarding", answers={part["id"]: [part["options"][1]["id"]]})
    assert other["found"] == ["You gave back the role Mentor."]
    ticked = [each["ticked"] for each in page.view["welcome"]["questions"][0]["options"]]
    assert ticked == [False, True]


async def test_a_server_that_asks_nothing_lets_everybody_write(page: PageClient):
    await page.is_somebody("Mei")
    assert page.view["welcome"] == {"pending": False, "through": True, "questions": [], "rules": None}
    assert "refused" in await page.does("answer onboarding", answers={})


async def test_closed_direct_messages_keep_the_bot_out(page: PageClient, sandbox: Sandbox):
    await page.is_somebody("Mei")
    mei = sandbox.world.person("Mei")
    async with logged_in(sandbox) as bot:
        user = await bot.fetch_user(int(mei.id))
        await user.send("Good morning")
        await page.shows(lambda view: any(each["type"] == 1 for each in view["channels"]))
        await page.does("settle", direct=False)
        assert page.view["me"]["open_to_direct"] is False
        with pytest.raises(discord.Forbidden):
            await user.send("Are you there?")
        await page.does("settle", direct=True, locale="de")
        await user.send("Guten Morgen")
    assert page.view["me"]["locale"] == mei.locale == "de"
    assert "refused" in await page.does("settle", locale="Klingon")


async def test_a_card_offers_only_what_ones_rank_reaches(page: PageClient, nora: Person, guild: Guild):
    mei = await nora.world.join("Mei", guild)
    power = Permission.MANAGE_ROLES | Permission.KICK_MEMBERS | Permission.MODERATE_MEMBERS
    await nora.creates_role("Mentor")
    await nora.creates_role("Steward", permissions=str(int(power)))
    await nora.moves_role("Steward", 2)
    ben = await nora.world.join("Ben", guild)
    await nora.gives_role(ben, "Steward")
    await page.is_somebody("Mei")
    card = (await page.does("look at person", person=ben.id))["found"]
    assert (card["shown"], card["roles"], card["give"], card["offers"]) == ("Ben", ["Steward"], [], [])
    assert "Missing Permissions" in (await page.does("kick", person=ben.id))["refused"]
    await page.is_somebody("Ben")
    card = (await page.does("look at person", person=mei.id))["found"]
    assert texts(card["give"]) == ["Give Mentor"]
    assert texts(card["offers"]) == ["Time out for 10 minutes", "Time out for a day", "Kick"]
    assert (await page.does("look at person", person=nora.id))["found"]["offers"] == []
    await page.presses(card["give"], "Give Mentor")
    assert mei.roles == ["Mentor"]
    await page.presses(card["offers"], "Time out for 10 minutes")
    card = (await page.does("look at person", person=mei.id))["found"]
    assert card["silent_until"]
    with pytest.raises(CannotDo):
        await mei.says("#general", "I am cross")
    await page.presses(card["offers"], "Let them speak again")
    await mei.says("#general", "Thank you")
    for deed, what in {
        "ban": {}, "rename person": {"name": "X"}, "give role": {"role": guild.role("Steward")["id"]},
        "time out": {"minutes": 10**9},
    }.items():  # fmt: skip
        assert "refused" in await page.does(deed, person=mei.id, **what)
    await page.presses(card["offers"], "Kick")
    assert mei.id not in guild.members
    assert "no longer" in (await page.does("look at person", person=mei.id))["refused"]


async def test_the_owner_renames_bans_and_sees_whom_they_ban(page: PageClient, nora: Person, guild: Guild):
    mei = await nora.world.join("Mei", guild)
    await page.is_somebody("Nora")
    card = (await page.does("look at person", person=mei.id))["found"]
    await page.presses(card["offers"], "Nickname", name="May")
    assert (await page.does("find people", text="may"))["found"][0]["shown"] == "May"
    await page.presses(card["offers"], "Nickname", name=" ")
    assert guild.members[mei.id]["nick"] is None
    await page.presses(card["offers"], "Ban")
    assert mei.id in guild.bans


async def test_a_command_of_the_bot_is_used_on_anybody(page: PageClient, sandbox: Sandbox, guild: Guild):
    await page.is_somebody("Mei")
    (stranger,) = sandbox.world.add_members(guild, 1)
    async with logged_in(sandbox) as bot:

        async def greet(interaction: discord.Interaction, member: discord.Member) -> None:
            await interaction.response.send_message(f"Hello, {member.display_name}", ephemeral=True)

        bot.tree.add_command(discord.app_commands.ContextMenu(name="Greet", callback=greet))
        await bot.tree.sync()
        await page.shows(lambda view: view["commands"]["on_people"] == ["Greet"])
        await page.does("open", channel=page.channel("general"))
        card = (await page.does("look at person", person=stranger))["found"]
        await page.presses(card["apps"], "Greet")
        assert page.said()[-1]["content"] == "Hello, Member 0"
        assert "refused" in await page.does("use on person", person=stranger, command="Insult")


async def test_a_steward_makes_and_renames_and_lowers_the_bot(page: PageClient, nora: Person, guild: Guild):
    await nora.creates_role("Mentor")
    await page.is_somebody("Mei")
    assert page.view["steward"] == []
    for deed, what in {
        "create channel": {"name": "x", "kind": "0"}, "create role": {"name": "x"}, "lower bot": {},
        "rename role": {"role": guild.role("Mentor")["id"], "name": "x"},
        "rename channel": {"channel": page.channel("general"), "name": "x"},
    }.items():  # fmt: skip
        assert "refused" in await page.does(deed, **what)
    await page.is_somebody("Nora")
    channels, roles, mentor, bot = page.view["steward"]
    category = page.channel("Text Channels")
    made = await page.presses(
        channels["offers"], "New channel", name="Tea room", kind="15", category=category
    )
    assert (guild.channels[made["found"]]["name"], guild.channels[made["found"]]["parent_id"]) == (
        "tea-room",
        category,
    )
    await page.presses(roles["offers"], "New role", name="Mentee", apart=True)
    assert guild.role("Mentee")["hoist"]
    await page.presses(mentor["offers"], "Rename", name="Guide")
    await page.presses(bot["offers"], "Move Circles down")
    assert guild.role("Circles")["position"] == 1
    assert guild.role("Guide")["position"] > 1
    await page.opens("general")
    await page.presses(page.view["here"]["more"], "Rename", name="lobby")
    assert guild.channel("lobby")


async def test_a_long_list_of_members_comes_piece_by_piece(page: PageClient, nora: Person, guild: Guild):
    await nora.creates_role("Mentor", hoist=True)
    await nora.gives_role(nora, "Mentor")
    nora.world.add_members(guild, 1_000)
    await page.is_somebody("Nora")
    first = page.view["members"]
    assert first["groups"] == [{"name": "Mentor", "count": 1}, {"name": "Members", "count": 1_001}]
    assert (first["total"], first["from"], len(first["rows"])) == (1_002, 0, 120)
    assert first["rows"][0]["shown"] == "Nora"
    await page.does("look at members", **{"from": 500})
    assert page.view["members"]["from"] == 500
    await page.does("look at members", **{"from": 9_000})
    assert page.view["members"]["from"] == 1_002 - 120
    assert "refused" in await page.does("look at members", **{"from": -1})
    assert "refused" in await page.does("look at members", **{"from": "x"})
