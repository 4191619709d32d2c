"""Forms, selects and slash commands over the page's socket: what is sent, what is refused, in which words."""

import asyncio
import base64

import pytest

from tests.sandbox.page_bot import page_of
from tests.sandbox.page_client import Json, PageClient
from tests.sandbox.page_forms_bot import asking


def ids(form: Json) -> dict[str, str]:
    """Custom ids by label."""
    return {part["label"]: part["name"] for part in form["parts"] if "label" in part}


async def opened(page: PageClient, button: str) -> tuple[Json, dict[str, str]]:
    await page.does("press", **page.control(button))
    return page.view["form"], ids(page.view["form"])


async def submitted(page: PageClient, form: Json, **entered: object) -> Json:
    named = ids(form)
    values = {named[label.replace("_", " ")]: value for label, value in entered.items()}
    answer = await page.does("submit", form=form["id"], values=values)
    at = {custom_id: label for label, custom_id in named.items()}
    return answer | {"at": {at[key]: said for key, said in answer.get("at", {}).items()}}


def file(name: str, size: int = 3) -> Json:
    return {"name": name, "data": base64.b64encode(b"x" * size).decode()}


def someone(page: PageClient, name: str) -> str:
    return next(str(row["id"]) for row in page.view["members"]["rows"] if row["name"] == name)


WORDS = {"Name": "Mei", "About_you": "I like tea.", "Motto": ""}
CHOICES = {"Seat": "m", "Days": ["M", "F"], "Town": ["gh"], "I_agree": True}


@pytest.mark.parametrize(
    ("button", "entered", "label", "said"),
    [
        ("Words", WORDS | {"Name": ""}, "Name", "Please fill this in."),
        ("Words", WORDS | {"Name": "M"}, "Name", "Please write at least 2 characters."),
        ("Words", WORDS | {"Name": "M" * 23}, "Name", "This is too long by 3 characters."),
        ("Choices", CHOICES | {"Seat": None}, "Seat", "Please choose one."),
        ("Choices", CHOICES | {"Days": []}, "Days", "Please choose 1 or 2."),
        ("Choices", CHOICES | {"Days": ["M", "T", "F"]}, "Days", "Please choose 1 or 2."),
        ("Choices", CHOICES | {"Town": []}, "Town", "Please choose one."),
    ],
)
async def test_what_is_wrong_is_said_of_the_input_it_is_wrong_in(button, entered, label, said):
    async with asking() as (sandbox, bot), page_of(sandbox) as page:
        await page.is_somebody("Mei")
        form, _ = await opened(page, button)
        answer = await submitted(page, form, **entered)
        assert answer["at"] == {label: said}
        assert page.view["form"] == form
        assert bot.sent == []


async def test_every_input_arrives_as_it_was_entered():
    async with asking() as (sandbox, bot), page_of(sandbox) as page:
        await page.is_somebody("Mei")
        await submitted(page, (await opened(page, "Words"))[0], **WORDS)
        await submitted(page, (await opened(page, "Choices"))[0], **CHOICES)
        form, _ = await opened(page, "People")
        people = {"Partner": [someone(page, "Zoe")], "Role": [], "Channel": [page.channel("general")]}
        await submitted(page, form, **people, Pictures=[file("me.png"), file("tea.png", 5)])
        assert bot.sent == [
            WORDS,
            {"Seat": "m", "Days": ["M", "F"], "Town": ["gh"], "I_agree": True},
            {
                "Partner": ["Zoe"], "Role": [], "Channel": ["general"],
                "Pictures": [("me.png", 3), ("tea.png", 5)],
            },
        ]  # fmt: skip
        assert page.view["form"] is None


async def test_whoever_is_chosen_beforehand_is_named_though_not_on_the_list_of_members():
    async with asking() as (sandbox, _), page_of(sandbox) as page:
        sandbox.world.add_members(next(iter(sandbox.world.guilds.values())), 300)
        await page.is_somebody("Mei")
        assert "Zoe" not in [row["name"] for row in page.view["members"]["rows"]]
        zoe = sandbox.world.person("Zoe").id
        assert page.said()[0]["names"] == {zoe: "Zoe"}


async def test_a_field_offers_those_it_is_for_and_no_others():
    async with asking() as (sandbox, _), page_of(sandbox) as page:
        await page.is_somebody("Mei")

        async def found(among: str, text: str, *types: int) -> list[str]:
            answer = await page.does("find choices", among=among, types=types, text=text)
            return [each["label"] for each in answer["found"]]

        assert await found("people", "EVERY") == []
        assert await found("roles", "EVERY") == ["@everyone"]
        assert await found("people or roles", "e") == ["Circles", "Mei", "Zoe", "@everyone", "Circles"]
        assert await found("channels", "#gen") == ["#general", "#General"]
        assert await found("channels", "gen", 0) == ["#general"]
        assert "refused" in await page.does("find choices", among="guilds", types=[], text="")


async def test_a_field_says_beforehand_what_it_takes():
    async with asking() as (sandbox, _), page_of(sandbox) as page:
        await page.is_somebody("Mei")
        form, _ = await opened(page, "People")
        partner, _, channel, pictures = form["parts"][1:]
        assert (partner["help"], partner["says"]["count"]) == ("Choose 1 or 2.", "Please choose 1 or 2.")
        assert [each["label"] for each in partner["chosen"]] == ["Mei"]
        assert channel["find"] == {"among": "channels", "types": [0]}
        assert pictures["help"] == "Up to 2 files, at most 10 MB each."
        plan = page.view["commands"]["lines"][0]
        assert plan["asks"].startswith("Asks for topic, seats, partner. If you like: kind, open_to_all,")
        seats, share = (one for one in plan["options"] if one["name"] in ("seats", "share"))
        assert seats["help"] == "How many may come. At least 2. At most 12."
        assert share["says"]["most"] == "Please enter 1 or less."


async def test_people_are_found_among_ten_thousand():
    async with asking() as (sandbox, _), page_of(sandbox) as page:
        sandbox.world.add_members(next(iter(sandbox.world.guilds.values())), 10_000)
        await page.is_somebody("Mei")
        assert len((await page.does("find people", text=""))["found"]) == 25
        assert [each["shown"] for each in (await page.does("find people", text="@zo"))["found"]] == ["Zoe"]


@pytest.mark.parametrize(
    ("entered", "label", "said"),
    [
        ({"Pictures": [file("big.png", 10 * 1024 * 1024 + 1)]}, "Pictures", "at most 10 MB"),
        ({"Pictures": [{"name": "x", "data": "***"}]}, "Pictures", "did not arrive whole"),
        ({"Partner": ["5"]}, "Partner", "no longer there"),
        ({"Channel": ["5"]}, "Channel", "no longer there"),
        ({"Role": ["Mei"]}, "Role", "no longer there"),
    ],
)
async def test_what_cannot_be_used_is_refused_where_it_stands(entered, label, said):
    async with asking() as (sandbox, bot), page_of(sandbox) as page:
        await page.is_somebody("Mei")
        form, _ = await opened(page, "People")
        good = {"Channel": [page.channel("general")], "Pictures": [file("a.png")]}
        answer = await submitted(page, form, **(good | entered))
        assert list(answer["at"]) == [label]
        assert said in answer["at"][label]
        assert bot.sent == []


async def test_a_bot_that_fails_leaves_the_form_open_and_says_so_only_there():
    async with asking() as (sandbox, bot), page_of(sandbox) as page:
        await page.is_somebody("Mei")
        form, _ = await opened(page, "Words")
        bot.silent = True
        sending = asyncio.create_task(submitted(page, form, **WORDS))
        await sandbox.world.changed.until(lambda: bot.sent or None, 2)
        sandbox.world.clock.advance(3.1)
        sandbox.world.changed.happened()
        assert (await sending)["refused"] == "Something went wrong. Try again."
        assert page.view["form"] == form
        assert len(page.said()) == 1
        bot.silent = False
        assert "refused" not in await submitted(page, form, **WORDS)


async def test_two_pages_of_one_person_share_the_form():
    async with asking() as (sandbox, _), page_of(sandbox) as one, page_of(sandbox) as two:
        await one.is_somebody("Mei")
        await two.is_somebody("Mei")
        form, _ = await opened(one, "Words")
        await two.shows(lambda view: view["form"] == form)
        await submitted(two, form, **WORDS)
        view = await one.shows(lambda view: view["form"] is None)
        assert view["submitted"] == form["id"]
        assert "no longer open" in (await submitted(one, form, **WORDS))["refused"]
        another, _ = await opened(two, "Choices")
        await one.does("close form", form=form["id"])
        assert two.view["form"] == another


async def test_a_form_that_was_put_away_was_not_submitted():
    async with asking() as (sandbox, _), page_of(sandbox) as one, page_of(sandbox) as two:
        await one.is_somebody("Mei")
        await two.is_somebody("Mei")
        form, _ = await opened(one, "Words")
        await one.does("close form", form=form["id"])
        view = await two.shows(lambda view: view.get("form", form) is None)
        assert view["submitted"] != form["id"]


async def test_selects_send_what_was_picked_and_no_more_than_they_take():
    async with asking() as (sandbox, bot), page_of(sandbox) as page:
        await page.is_somebody("Mei")
        panel = {
            label: page.control(label) for label in ("One colour", "Two colours", "Somebody", "A channel")
        }
        await page.does("pick", **panel["One colour"], values=["Red"])
        await page.does("pick", **panel["Two colours"], values=["Red", "Blue"])
        await page.does("pick", **panel["Somebody"], values=[someone(page, "Nora")])
        await page.does("pick", **panel["A channel"], values=[page.channel("general")])
        assert bot.sent == [["Red"], ["Red", "Blue"], ["Nora"], ["general"]]
        assert "refused" in await page.does("pick", **panel["Two colours"], values=["Red"])
        assert "no longer there" in (await page.does("pick", **panel["Somebody"], values=["5"]))["refused"]
        assert len(bot.sent) == 4


PLAN = "/circle plan"


async def run(page: PageClient, line: str = PLAN, **options: object) -> Json:
    return await page.does("run", channel=page.channel("general"), line=line, options=options)


def needed(page: PageClient) -> Json:
    return {"topic": "Tea and time", "seats": 4, "partner": someone(page, "Zoe")}


async def test_a_command_is_offered_with_what_it_asks_and_takes_every_kind():
    async with asking() as (sandbox, bot), page_of(sandbox) as page:
        await page.is_somebody("Mei")
        lines = {each["line"]: each for each in page.view["commands"]["lines"]}
        assert list(lines) == [PLAN, "/circle leave", "/town"]
        assert [o["name"] for o in lines[PLAN]["options"] if o.get("required")] == [
            "topic",
            "seats",
            "partner",
        ]
        more = {
            "kind": 2, "open_to_all": False, "place": page.channel("general"), "share": 0.5,
            "picture": [file("me.png")], "for_whom": someone(page, "Nora"), "role": page.view["guild"]["id"],
        }  # fmt: skip
        assert "refused" not in await run(page, **needed(page), **more)
        assert bot.sent == [
            ["Tea and time", 4, "Zoe", 2, False, "general", 0.5, "me.png", "Nora", "@everyone"]
        ]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"topic": ""}, "Please fill this in."),
        ({"topic": "T"}, "Please write at least 3 characters."),
        ({"topic": "T" * 31}, "This is too long by 1 character."),
        ({"seats": 1}, "Please enter 2 or more."),
        ({"seats": 13}, "Please enter 12 or less."),
        ({"seats": 2.5}, "Please enter a whole number."),
        ({"seats": True}, "Please enter a whole number."),
        ({"share": "half"}, "Please enter a number."),
        ({"partner": "5"}, "Something that you chose is no longer there. Please choose again."),
        ({"picture": []}, "Please fill this in."),
    ],
)
async def test_what_a_command_does_not_take_is_said_of_the_option(wrong, said):
    async with asking() as (sandbox, bot), page_of(sandbox) as page:
        await page.is_somebody("Mei")
        assert (await run(page, **(needed(page) | wrong)))["at"] == {next(iter(wrong)): said}
        assert bot.sent == []


async def test_suggestions_come_with_the_value_behind_the_name_and_say_nothing_in_the_channel():
    async with asking() as (sandbox, bot), page_of(sandbox) as page:
        await page.is_somebody("Mei")
        what = {"channel": page.channel("general"), "line": "/town"}
        found = (await page.does("suggest", **what, options={"name": "gen"}))["found"]
        assert [(each["label"], each["value"]) for each in found] == [("Genoa", "ge"), ("Geneva", "gv")]
        await run(page, "/town", name=found[1]["value"])
        assert bot.sent == ["gv"]
        before = len(page.said())
        bot.may_suggest.clear()
        asking_again = asyncio.create_task(page.does("suggest", **what, options={"name": "o"}))
        await sandbox.world.changed.until(lambda: bot.typed[-1] == "o" or None, 2)
        sandbox.world.clock.advance(3.1)
        sandbox.world.changed.happened()
        assert (await asking_again)["refused"] == "Loading options failed"
        assert len(page.said()) == before
