"""The lens in a real browser, by mouse and by keyboard, and on a phone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from sandbox import Sandbox
from tests.browser.browsing import browsing
from tests.sandbox.page_bot import panel_up

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

HOSTILE = "<img src=x onerror=hacked=1><script>hacked=1</script>"


@asynccontextmanager
async def looking(browser: Browser, sandbox: Sandbox, **context: Any) -> AsyncIterator[Page]:
    """The lens, and the bot in it."""
    async with browsing(browser, sandbox, "page/lens", **context) as page:
        await page.get_by_text("The bot is connected").wait_for()
        yield page


async def test_a_click_appears_as_it_happens_and_can_be_looked_into(browser: Browser):
    async with panel_up() as sandbox, looking(browser, sandbox) as page:
        await sandbox.world.person("Mei").clicks("Join the circles")
        deed = page.locator(".deed").filter(has_text="Mei pressed “Join the circles”")
        await deed.get_by_text("answered after").wait_for()
        call = deed.get_by_role("listitem").filter(has_text="POST /interactions/…/callback")
        assert "opens the form “Join the circles”" in await call.inner_text()
        await call.locator("summary").focus()
        await page.keyboard.press("Enter")
        await call.get_by_text('"custom_id"').first.wait_for()
        await sandbox.world.person("Mei").says("#general", "Good morning")
        await page.get_by_role("heading", name="Mei wrote “Good morning” in #general").wait_for()
        assert await call.locator("pre").count() == 0  # the newest deed is open, the one before is closed


async def test_what_is_shown_can_be_chosen_searched_held_and_cleared(browser: Browser):
    async with panel_up() as sandbox, looking(browser, sandbox) as page:
        mei = sandbox.world.person("Mei")
        await mei.clicks("My place")
        await page.get_by_text("POST /interactions/…/callback").wait_for()
        await page.locator("#kinds > summary").click()
        await page.get_by_label("REST").uncheck()
        await page.get_by_text("POST /interactions/…/callback").wait_for(state="detached")
        await page.get_by_label("REST").check()
        await page.keyboard.press("Escape")
        await page.get_by_label("Only what contains").fill("interaction_answer")
        await page.get_by_text("INTERACTION_CREATE").wait_for(state="detached")
        await page.get_by_label("Only what contains").fill("")
        await page.get_by_role("button", name="Pause").click()
        await mei.says("#general", "Unseen")
        await page.get_by_role("button", name="Go on (2 new)").wait_for()
        assert await page.get_by_text("Unseen").count() == 0
        await page.get_by_role("button", name="Go on").click()
        await page.get_by_role("heading", name="Mei wrote “Unseen” in #general").wait_for()
        await page.get_by_role("button", name="Clear", exact=True).click()
        await page.get_by_text("Press something").wait_for()


async def test_a_fault_is_armed_strikes_and_is_cleared_and_a_day_passes(browser: Browser):
    async with panel_up() as sandbox, looking(browser, sandbox) as page:
        await page.get_by_label("What happens").select_option(label="The real answer comes late")
        await page.get_by_label("Seconds too late").fill("0.1")
        await page.get_by_label("To which calls").select_option(label="First answers to clicks and commands")
        await page.get_by_label("How often").select_option(label="Until it is cleared")
        await page.get_by_role("button", name="Arm it").click()
        await page.get_by_role("button", name="Faults and time (1 armed)").wait_for()
        await sandbox.world.person("Mei").clicks("My place")
        await page.get_by_text("(struck once)").wait_for()
        await page.get_by_role("button", name="Clear: First answers").click()
        await page.get_by_text("Nothing is armed.").wait_for()
        await page.get_by_role("button", name="+ A day").click()
        await page.get_by_text("The sandbox is 1 day ahead.").wait_for()
        await page.get_by_role("button", name="Drop its socket").click()
        await page.get_by_role("log").get_by_text("The bot's socket was dropped; back after").wait_for()


async def test_on_a_phone_everything_is_in_reach(browser: Browser):
    async with (
        panel_up() as sandbox,
        looking(browser, sandbox, viewport={"width": 360, "height": 700}) as page,
    ):
        await sandbox.world.person("Nora").says("#general", HOSTILE * 3)
        await page.get_by_role("heading", name="Nora wrote").wait_for()
        assert await page.evaluate("typeof hacked") == "undefined"
        assert await page.evaluate("document.documentElement.scrollWidth") <= 360
        await page.get_by_role("button", name="Faults and time").click()
        await page.get_by_role("button", name="Drop its socket").scroll_into_view_if_needed()
        assert await page.evaluate("document.documentElement.scrollWidth") <= 360
