"""The page in a real browser: what somebody who has never seen Discord meets there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.browsing import browsing
from tests.browser.keys import tab_to
from tests.sandbox.page_bot import panel_up

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

HOSTILE = (
    "<img src=x onerror=hacked=1> [go](javascript:hacked=1) **<b>bold</b>** `<i>` <script>hacked=1</script>"
)


async def come_in(page: Page, name: str) -> None:
    await page.get_by_label("Your name").fill(name)
    await page.get_by_role("button", name="Come in").click()


async def test_ruth_comes_in_is_greeted_and_signs_up(browser: Browser):
    async with panel_up() as sandbox, browsing(browser, sandbox) as page:
        await come_in(page, "Ruth")
        await page.get_by_text("Welcome, @Ruth!").wait_for()
        await page.get_by_role("button", name="Join the circles").click()
        form = page.get_by_role("dialog", name="Join the circles")
        await form.get_by_label("I would like a mentor").check()
        await form.get_by_label("About you").fill("I taught chemistry.")
        await form.get_by_role("button", name="Submit").click()
        answer = page.get_by_role("article").filter(has_text="You are in as mentee: I taught chemistry.")
        await answer.get_by_text("Only you can see this").wait_for()
        await answer.get_by_role("button", name="Dismiss").click()
        await answer.wait_for(state="detached")
        assert await form.count() == 0


async def test_ruth_comes_in_and_signs_up_by_keyboard_alone(browser: Browser):
    async with panel_up() as sandbox, browsing(browser, sandbox) as page:
        await page.get_by_label("Your name").wait_for()
        await tab_to(page, "Your name")
        await page.keyboard.type("Ruth")
        await page.keyboard.press("Enter")
        await page.get_by_text("Welcome, @Ruth!").wait_for()
        await tab_to(page, "Join the circles")
        await page.keyboard.press("Enter")
        await page.get_by_role("dialog", name="Join the circles").wait_for()
        await tab_to(page, "I can mentor")
        await page.keyboard.press("ArrowDown")
        await tab_to(page, "About you")
        await page.keyboard.type("I taught chemistry.")
        await tab_to(page, "Submit")
        await page.keyboard.press("Enter")
        await page.get_by_text("You are in as mentee: I taught chemistry.").wait_for()


async def test_names_and_messages_are_only_ever_text(browser: Browser):
    async with panel_up() as sandbox, browsing(browser, sandbox) as page:
        await come_in(page, "<b onclick=hacked=1>Ruth</b>")
        await page.get_by_role("button", name="My place").click()
        await page.get_by_text("You are @<b onclick=hacked=1>Ruth</b>.").wait_for()
        await sandbox.world.person("Nora").says("#general", HOSTILE)
        said = page.get_by_role("article").filter(has_text="onerror")
        assert "<script>hacked=1</script>" in await said.inner_text()
        assert await said.locator(".text").locator("img, script, a, i, b").count() == 0
        assert await page.evaluate("typeof hacked") == "undefined"


async def test_what_somebody_is_typing_survives_what_others_do(browser: Browser):
    async with panel_up() as sandbox, browsing(browser, sandbox) as page:
        await page.get_by_role("button", name="Mei").click()
        line = page.get_by_label("Message to general")
        await line.fill("I was just")
        await sandbox.world.person("Nora").says("#general", "Good morning")
        await page.get_by_text("Good morning").wait_for()
        await page.keyboard.type(" thinking")
        await page.keyboard.press("Enter")
        await page.get_by_role("article").filter(has_text="I was just thinking").wait_for()
        assert await line.input_value() == ""


async def test_on_a_phone_everything_is_in_reach(browser: Browser):
    async with (
        panel_up() as sandbox,
        browsing(browser, sandbox, viewport={"width": 360, "height": 700}) as page,
    ):
        await page.get_by_role("button", name="Mei").click()
        await page.get_by_role("button", name="My place").click()
        await page.get_by_text("You are @Mei.").wait_for()
        await page.get_by_role("button", name="Channels").click()
        await page.get_by_role("navigation").get_by_role("button", name="general", exact=True).click()
        assert await page.evaluate("document.documentElement.scrollWidth") <= 360
