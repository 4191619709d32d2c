"""Everything a member can meet, put up once by a bot of which the page knows nothing."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from tests.browser.axe import accessible
from tests.browser.browsing import browsing
from tests.browser.gallery.up import BOT, Gallery, gallery_up
from tests.browser.noon import world_at_noon

if TYPE_CHECKING:
    from playwright.async_api import Browser, Locator, Page

PLAIN = {"width": 900, "height": 640}
"""Wide enough for the list of channels, not for that of members."""

STANDING = ("Texts", "Layouts", "Buttons", "Messages", "Threads")
ANSWERS = {
    "answer-only-to-you": ("Only to me", "Shall we go on?"),
    "answer-thinking": ("Think for ever", "is thinking"),
    "answer-in-place": ("Pressed 0 times", "Pressed 1 times"),
    "answer-follow-ups": ("Go on and on", "and a word for you alone."),
}
"""By channel: what is pressed, and what is there then."""
PLACES = {
    "forum": ("views", "Read me first"),
    "events": ("Events (4)", "Picnic"),
    "room": ("Tea room", "Ana"),
    "stage": ("Podium", "Nora"),
}
"""By picture: what is pressed at the left, and what is there then."""


@asynccontextmanager
async def mei_in_the_gallery(browser: Browser) -> AsyncIterator[tuple[Gallery, Page]]:
    async with (
        gallery_up(world=world_at_noon(bot_name=BOT)) as gallery,
        browsing(browser, gallery.sandbox, "page/client?as=Mei", viewport=PLAIN) as page,
    ):
        await page.get_by_role("button", name="Later").click()  # the welcome; it has a test of its own
        await page.get_by_role("log").wait_for()
        yield gallery, page


async def goes_to(page: Page, channel: str) -> None:
    """Open it, and wait until what was said there is drawn."""
    channels = page.get_by_role("navigation", name="Channels")
    await channels.get_by_role("button", name=re.compile(rf"^{channel}(?!-)\b")).click()
    await page.locator(f"#log[aria-label='Messages in {channel}'] article").first.wait_for()


@pytest.mark.parametrize("kind", STANDING)
async def test_what_stands_in_a_channel_looks_as_it_is_meant_to(browser, looks_like, kind: str):
    async with mei_in_the_gallery(browser) as (gallery, page):
        for channel in gallery.channels[kind]:
            await goes_to(page, channel)
            await looks_like(page.get_by_role("main"), f"gallery/{channel}")
        await accessible(page)


async def test_every_select_unfolds(browser, looks_like):
    async with mei_in_the_gallery(browser) as (gallery, page):
        for channel in gallery.channels["Selects"]:
            await goes_to(page, channel)
            for select in await page.locator("#log summary").all():
                await unfolds(page, select)
            await looks_like(page.get_by_role("main"), f"gallery/{channel}")
        await accessible(page)


async def unfolds(page: Page, select: Locator) -> None:
    """And what is looked up has come, and nothing is scrolled or touched."""
    await select.click()
    menu = page.locator("#log details[open]").last
    if await menu.get_by_role("combobox").count():
        await menu.get_by_role("option").first.wait_for()
    await page.mouse.move(0, 0)
    await page.locator("#log").evaluate("(log) => { log.scrollTop = 0; }")


async def test_every_form_opens(browser, looks_like):
    async with mei_in_the_gallery(browser) as (gallery, page):
        for channel in gallery.channels["Forms"]:
            await goes_to(page, channel)
            await page.locator("#log article button.button").last.click()
            form = page.get_by_role("dialog")
            await form.wait_for()
            await looks_like(form, f"gallery/{channel}")
            await accessible(page)
            await form.get_by_role("button", name="Cancel").click()
            await form.wait_for(state="detached")


async def test_every_answer_is_seen(browser, looks_like):
    async with mei_in_the_gallery(browser) as (_, page):
        for channel, (button, answer) in ANSWERS.items():
            await goes_to(page, channel)
            await page.get_by_role("button", name=button, exact=True).click()
            await page.get_by_text(answer).last.wait_for()
            await page.mouse.move(0, 0)
            await looks_like(page.get_by_role("main"), f"gallery/{channel}")
        await accessible(page)


async def test_forum_events_and_rooms_are_there(browser, looks_like):
    async with mei_in_the_gallery(browser) as (_, page):
        for picture, (place, there) in PLACES.items():
            left = page.get_by_role("navigation", name="Channels")
            await left.get_by_role("button", name=place).first.click()
            await page.get_by_role("main").get_by_text(there).first.wait_for()
            await looks_like(page.get_by_role("main"), f"gallery/{picture}")
        await accessible(page)


async def test_what_the_page_does_not_know_is_said_and_the_rest_is_there(browser, looks_like):
    async with mei_in_the_gallery(browser) as (_, page):
        await goes_to(page, "unknown-component")
        await page.get_by_text("cannot show").first.wait_for()
        await looks_like(page.get_by_role("main"), "gallery/unknown-component")
