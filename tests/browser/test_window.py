"""The demo as somebody has it who opens its address for the first time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.browser.axe import accessible
from tests.browser.bridge import bridge_up
from tests.browser.browsing import WINDOW, browsing
from tests.browser.keys import tab_to
from tests.browser.line import CUT_OFF, line_to

if TYPE_CHECKING:
    from playwright.async_api import FrameLocator, Page

PHONE = {"width": 360, "height": 740}


def seat(page: Page, number: int = 1) -> FrameLocator:
    return page.frame_locator(f"#seat-{number}")


async def test_ruth_signs_up_with_the_mouse_and_the_guide_ticks_it_off(browser):
    async with bridge_up() as stage, browsing(browser, stage.sandbox, WINDOW) as page:
        ruth, steps = seat(page), page.get_by_role("complementary", name="What to try")
        await ruth.get_by_role("button", name="Ruth").click()
        await steps.get_by_text("0 of 6 done").wait_for()
        await accessible(page)
        await ruth.get_by_role("button", name="Join the circles").last.click()
        form = ruth.get_by_role("dialog")
        await form.get_by_label("I want to understand").check()
        await form.get_by_label("Boomer").check()
        await form.get_by_label("I am 18 or older").check()
        await form.get_by_label("I agree to listen and to be kind").check()
        await accessible(page)
        await form.get_by_role("button", name="Submit").click()
        await ruth.get_by_text("You are in").wait_for()
        await steps.get_by_text("2 of 6 done").wait_for()
        assert set(stage.world.person("Ruth").roles) == {"Mentee", "Boomer"}


async def test_two_people_sit_side_by_side_and_see_each_other(browser):
    async with bridge_up() as stage, browsing(browser, stage.sandbox, f"{WINDOW}?one=Mei") as page:
        await page.get_by_role("button", name="Two people side by side").click()
        mei, ruth = seat(page), seat(page, 2)
        await ruth.get_by_role("button", name="Ruth").click()
        for person, other, line in (mei, ruth, "Hello Ruth"), (ruth, mei, "Hello Mei"):
            await person.get_by_role("button", name="Channels").click()
            await person.get_by_role("button", name=re.compile("^general")).click()
            await person.get_by_label("Message to general").fill(line)
            await person.get_by_role("button", name="Send").click()
            await person.get_by_role("article").filter(has_text=line).wait_for()
            if line == "Hello Mei":
                await other.get_by_role("article").filter(has_text=line).wait_for()
        await page.get_by_text("What Mei could try").wait_for()
        await page.get_by_text("What Ruth could try").wait_for()
        await accessible(page)
        await page.get_by_role("button", name="One person alone").click()
        assert await page.locator("iframe").count() == 1


async def test_the_bot_is_killed_and_comes_back_under_an_open_page(browser):
    async with bridge_up() as stage, browsing(browser, stage.sandbox, f"{WINDOW}?one=Amir") as page:
        amir = seat(page)
        await amir.get_by_role("button", name="My place").last.wait_for()
        await stage.stop()
        await amir.get_by_text("Circles is away").wait_for()
        await amir.get_by_role("button", name="My place").last.click()
        await amir.get_by_text("This interaction failed").wait_for()
        await stage.start()
        await amir.get_by_text("Circles is away").wait_for(state="detached")
        await (
            amir.get_by_role("article")
            .filter(has_not_text="Only you")
            .get_by_role("button", name="My place")
            .last.click()
        )
        await amir.get_by_text("taking part since").wait_for()


async def test_a_browser_that_comes_back_after_an_hour_is_where_it_was_and_knows_what_was_typed(browser):
    async with (
        bridge_up() as stage,
        line_to(stage.sandbox) as line,
        browsing(browser, stage.sandbox, f"{WINDOW}?one=Mei", line=line, apart_from=CUT_OFF) as page,
    ):
        mei = seat(page)
        await mei.get_by_role("button", name="general", exact=True).click()
        await mei.get_by_label("Message to general").fill("I was about to say")
        line.cut()
        await mei.get_by_text("The connection is lost").wait_for()
        await mei.get_by_label("Message to general").press("Enter")
        await mei.get_by_text("There is no connection at the moment").wait_for()
        stage.world.clock.advance(3600)
        await stage.world.person("Nora").says("#general", "Meanwhile an hour has passed")
        await line.mend()
        await mei.get_by_role("article").filter(has_text="Meanwhile").wait_for()
        assert await mei.get_by_label("Message to general").input_value() == "I was about to say"
        await mei.get_by_label("Message to general").press("Enter")
        await mei.get_by_role("article").filter(has_text="I was about to say").wait_for()


async def test_mei_signs_up_by_keyboard_alone(browser):
    async with bridge_up() as stage, browsing(browser, stage.sandbox, WINDOW) as page:
        await seat(page).get_by_role("button", name="Mei").wait_for()
        await tab_to(page, "Mei has just arrived in Bridge", role="button")
        await page.keyboard.press("Enter")
        mei = seat(page)
        await mei.get_by_role("button", name="Join the circles").last.wait_for()
        await tab_to(page, "Join the circles")
        await page.keyboard.press("Enter")
        await mei.get_by_role("dialog").wait_for()


async def test_on_a_phone_the_window_fits(browser):
    async with bridge_up() as stage, browsing(browser, stage.sandbox, WINDOW, viewport=PHONE) as page:
        ruth = seat(page)
        await ruth.get_by_role("button", name="Ruth").click()
        await ruth.get_by_role("button", name="Join the circles").last.wait_for()
        await accessible(page)
        await page.get_by_role("button", name="What to try").click()
        await page.get_by_text("0 of 6 done").wait_for()
        await page.get_by_role("button", name="What to try").click()
        frame = page.frames[1]
        for place in (page.main_frame, frame):
            assert await place.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def test_behind_the_scenes_stands_what_a_press_has_caused_and_nothing_moves(browser):
    async with bridge_up() as stage, browsing(browser, stage.sandbox, f"{WINDOW}?one=Amir") as page:
        await page.get_by_role("button", name="Look behind the scenes").click()
        behind = page.frame_locator("#lens iframe")
        await behind.get_by_text("The bot is connected").wait_for()
        await seat(page).get_by_role("button", name="My place").last.click()
        await behind.get_by_text("pressed “My place”").first.wait_for()
        await seat(page).get_by_text("taking part since").wait_for()
        for place in page.frames:
            moved = await place.evaluate("document.documentElement.scrollTop + document.body.scrollTop")
            assert moved == 0, place.url
        await accessible(page)


async def test_a_torn_line_costs_nobody_what_they_type_nor_their_place(browser):
    async with (
        bridge_up() as stage,
        line_to(stage.sandbox) as line,
        browsing(browser, stage.sandbox, f"{WINDOW}?one=Mei", line=line, apart_from=CUT_OFF) as page,
    ):
        mei = seat(page)
        await mei.get_by_role("button", name=re.compile("^general")).click()
        await mei.get_by_label("Message to general").fill("Half a")
        line.drop()
        await stage.world.person("Nora").says("#general", "Are you still there?")
        await mei.get_by_role("article").filter(has_text="still there").wait_for()
        await page.keyboard.type(" sentence")
        assert await mei.get_by_label("Message to general").input_value() == "Half a sentence"
