"""Places and people in a real browser: by keyboard, by mouse, and ten thousand members."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import discord
import pytest

from sandbox import Sandbox
from tests.browser.axe import accessible
from tests.browser.browsing import browsing
from tests.sandbox.clients import logged_in
from tests.sandbox.page_bot import panel_up
from tests.sandbox.test_page_people import asks_newcomers

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

    from sandbox.guild import Guild

PHONE = {"width": 360, "height": 700}
ROWS_IN_VIEW = """() => {
  const box = document.getElementById("members").getBoundingClientRect();
  const there = document.elementFromPoint(box.left + 60, box.top + box.height / 2);
  return Boolean(there.closest(".roster li button"));
}"""


def guild_of(sandbox: Sandbox) -> Guild:
    return next(iter(sandbox.world.guilds.values()))


async def be(page: Page, name: str) -> None:
    await page.get_by_role("button", name=name).click()
    await page.get_by_label("Message to general").wait_for()


async def choose(page: Page, name: str) -> None:
    """Open something from the list at the left."""
    await page.get_by_role("navigation").get_by_role("button", name=name, exact=True).click()


async def test_a_post_is_made_by_keyboard_alone(browser: Browser):
    async with panel_up() as sandbox:
        nora = sandbox.world.person("Nora")
        await nora.creates_channel("views", type=15, available_tags=[{"name": "Music"}])
        async with browsing(browser, sandbox) as page:
            await be(page, "Mei")
            await page.get_by_role("navigation").get_by_role("button", name="views").focus()
            await page.keyboard.press("Enter")
            await page.get_by_role("button", name="New post").focus()
            await page.keyboard.press("Enter")
            await page.get_by_role("dialog", name="New post in views").wait_for()
            await page.keyboard.type("A song")
            await page.keyboard.press("Tab")
            await page.keyboard.type("La la")
            await page.keyboard.press("Tab")
            await page.keyboard.press("Space")
            await page.get_by_label("Title").focus()
            await page.keyboard.press("Enter")
            await page.get_by_role("heading", name="A song").wait_for()
            await page.get_by_role("article").filter(has_text="La la").wait_for()
            await page.get_by_role("button", name="Back to views").focus()
            await page.keyboard.press("Enter")
            card = page.get_by_role("listitem").filter(has_text="A song").filter(has_text="No answers yet")
            await card.get_by_text("Music").wait_for()


async def test_one_is_interested_and_comes_when_it_is_on(browser: Browser):
    async with panel_up() as sandbox:
        nora, start = sandbox.world.person("Nora"), sandbox.world.clock.now() + timedelta(hours=3)
        await nora.creates_event("Tea", "#General", start, description="Bring **cups**")
        async with browsing(browser, sandbox) as page:
            await be(page, "Mei")
            await choose(page, "Events (1)")
            await page.get_by_text("(in 3 hours)").wait_for()
            await page.get_by_role("button", name="Interested", exact=True).click()
            await page.get_by_text("1 interested: Mei").wait_for()
            await nora.starts_event("Tea")
            await page.get_by_role("button", name="Join General").click()
            bar = page.get_by_role("region", name="The room you are in")
            await bar.get_by_role("button", name="Mute").click()
            await bar.get_by_role("button", name="Unmute").wait_for()
            await choose(page, "general")
            await page.get_by_role("navigation").get_by_text("Mei muted").wait_for()
            await bar.get_by_role("button", name="Leave").click()
            await bar.wait_for(state="detached")


async def test_a_newcomer_answers_the_questions_and_agrees(browser: Browser):
    async with panel_up() as sandbox:
        await asks_newcomers(sandbox.world.person("Nora"), guild_of(sandbox))
        async with browsing(browser, sandbox) as page:
            await page.get_by_role("button", name="Come in", exact=True).click()
            await page.get_by_label("I can mentor").check()
            await page.get_by_role("button", name="Next").click()
            await page.get_by_role("button", name="Back", exact=True).click()
            assert await page.get_by_label("I can mentor").is_checked()
            await page.get_by_role("button", name="Next").click()
            await page.get_by_role("button", name="Finish").click()
            await page.get_by_text("You got the role Mentor.").wait_for()
            await page.get_by_role("button", name="Done").click()
            assert await page.get_by_label("Message to general").count() == 0
            await page.get_by_role("button", name="I agree to the rules").click()
            await page.get_by_label("Message to general").fill("Hello")
            await page.keyboard.press("Enter")
            await page.get_by_role("article").filter(has_text="Hello").wait_for()
            await choose(page, "Channels & roles")
            assert await page.get_by_label("I can mentor").is_checked()


async def test_whoever_closes_their_direct_messages_gets_none(browser: Browser):
    async with panel_up() as sandbox, browsing(browser, sandbox) as page:
        await be(page, "Mei")
        await page.get_by_role("button", name="Settings", exact=True).click()
        await page.get_by_label("Anyone may write to me").uncheck()
        await page.get_by_label("Language of your Discord").select_option("Deutsch")
        mei = sandbox.world.person("Mei")
        assert await sandbox.world.changed.until(lambda: mei.locale == "de" or None, 2)
        async with logged_in(sandbox) as bot:
            with pytest.raises(discord.Forbidden):
                await (await bot.fetch_user(int(mei.id))).send("Good morning")
        assert await page.get_by_label("Anyone may write to me").is_checked() is False


async def test_of_ten_thousand_members_only_those_in_view_are_drawn(browser: Browser):
    async with panel_up() as sandbox:
        sandbox.world.add_members(guild_of(sandbox), 10_000)
        async with browsing(browser, sandbox) as page:
            await be(page, "Mei")
            await page.get_by_text("Members (10003)").wait_for()
            column = page.locator("#members")
            height = await column.evaluate("(column) => column.scrollHeight")
            rows = []
            for part in range(1, 21):
                await column.evaluate("(column, to) => column.scrollTop = to", height * part / 20)
                await page.wait_for_function(ROWS_IN_VIEW)
                rows.append(await column.evaluate("(column) => column.querySelectorAll('li').length"))
            assert max(rows) < 200  # how long a frame takes is measured by `make bench NAME=page`
            assert await column.evaluate("(column) => column.scrollHeight") == height
            await column.get_by_label("Find somebody").fill("member 77")
            await column.get_by_role("button", name="Member 7712", exact=True).wait_for()
            await column.get_by_role("button", name="Member 77", exact=True).click()
            await page.get_by_role("dialog", name="Member 77").get_by_text("Here since").wait_for()


async def test_a_steward_takes_a_role_and_folds_a_category(browser: Browser):
    async with panel_up() as sandbox:
        nora, mei = sandbox.world.person("Nora"), sandbox.world.person("Mei")
        await nora.creates_role("Mentor", hoist=True)
        await nora.gives_role(mei, "Mentor")
        async with browsing(browser, sandbox, viewport=PHONE) as page:
            await be(page, "Nora")
            await page.get_by_role("button", name="Members", exact=True).click()
            await page.locator("#members").get_by_role("button", name="Mei").click()
            await page.get_by_role("button", name="Take Mentor").click()
            await (
                page.get_by_role("dialog", name="Take Mentor?")
                .get_by_role("button", name="Take Mentor")
                .click()
            )
            await mei.has_roles()
            await page.get_by_role("button", name="Channels", exact=True).click()
            await choose(page, "Voice Channels")
            room = page.get_by_role("navigation").get_by_role("button", name="General", exact=True)
            await room.wait_for(state="detached")
            await page.reload()
            await page.get_by_role("button", name="Channels", exact=True).click()
            assert await room.count() == 0
            await choose(page, "Voice Channels")
            await room.wait_for()
            assert await page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("look", [{"color_scheme": "light"}, {"color_scheme": "dark", "viewport": PHONE}])
async def test_nobody_is_shut_out_of_places_events_and_settings(browser: Browser, look: dict[str, Any]):
    async with panel_up() as sandbox:
        nora, start = sandbox.world.person("Nora"), sandbox.world.clock.now() + timedelta(hours=3)
        await nora.creates_channel("views", type=15, available_tags=[{"name": "Music"}])
        await nora.posts("views", "A song", "La la", tags=["Music"])
        await nora.creates_event("Tea", "#General", start, description="Bring **cups**")
        await nora.creates_role("Mentor")
        await nora.opens_thread("Books", within="#general")
        await nora.joins_voice("#General")
        async with browsing(browser, sandbox, **look) as page:
            await be(page, "Nora")
            narrow = page.get_by_role("button", name="Channels", exact=True)
            for name in ("views", "Events (1)", "Server settings", "General", "general"):
                if await narrow.is_visible():
                    await narrow.click()
                await choose(page, name)
                await page.locator("main h2").filter(has_text=name.split(" (")[0]).wait_for()
                await accessible(page)
            for button in ("Threads", "Settings"):
                await page.get_by_role("button", name=button, exact=True).click()
                await page.locator(".panel").wait_for()
                await accessible(page)
            if await narrow.is_visible():
                await page.get_by_role("button", name="Members", exact=True).click()
            await page.locator("#members").get_by_role("button", name="Mei").click()
            await page.get_by_role("dialog", name="Mei").wait_for()
            await accessible(page)
