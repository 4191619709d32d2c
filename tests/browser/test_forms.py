"""Forms in a real browser, by mouse and by keyboard alone: nothing typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.browsing import browsing
from tests.browser.by_hand import as_mei, focused, keys, opened, picture, sent
from tests.browser.line import CUT_OFF, line_to
from tests.sandbox.page_forms_bot import asking

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.async_api import Browser


async def test_a_form_is_filled_in_by_keyboard_alone(browser: Browser):
    async with asking() as (sandbox, bot), browsing(browser, sandbox) as page:
        await as_mei(page)
        await page.get_by_role("button", name="Choices").focus()
        await keys(page, "Enter")
        await page.get_by_role("dialog", name="Choose").wait_for()
        await keys(page, "Space", "Tab", "Space", "End", "Space", "Tab", "Os", "Tab", "Space", "Enter")
        assert await sent(sandbox, bot) == {"Seat": "m", "Days": ["M", "F"], "Town": ["os"], "I_agree": True}
        await page.get_by_text("Noted:").wait_for()
        assert await page.get_by_role("dialog").count() == 0
        assert await focused(page) == "Choices"


async def test_the_focus_stays_in_the_form_and_goes_back(browser: Browser):
    async with asking() as (sandbox, _), browsing(browser, sandbox) as page:
        await as_mei(page)
        await opened(page, "Words")
        assert await focused(page) == "Name"
        for _ in range(12):
            await keys(page, "Tab")
            assert await page.evaluate("document.activeElement.closest('dialog, body').tagName") in (
                "DIALOG",
                "BODY",
            )
        await keys(page, "Escape")
        assert await page.get_by_role("dialog").count() == 0
        assert await focused(page) == "Words"


async def test_every_wrong_entry_is_named_where_it_is(browser: Browser):
    async with asking() as (sandbox, bot), browsing(browser, sandbox) as page:
        await as_mei(page)
        form = await opened(page, "Words")
        about = form.get_by_label("About you")
        await about.fill("Tea")
        await form.get_by_role("button", name="Submit").click()
        assert await form.locator(".wrong").all_inner_texts() == [
            "Please fill this in.", "Please write at least 5 characters.", "",
        ]  # fmt: skip
        assert await focused(page) == "Name"
        for label, wrong in (("Name", "true"), ("About you", "true"), ("Motto", None)):
            assert await form.get_by_label(label).get_attribute("aria-invalid") == wrong
        described = (await about.get_attribute("aria-describedby") or "").split()
        said = [await form.locator(f"#{each}").inner_text() for each in described]
        assert said == [
            "A few words are enough.",
            "2 characters more needed",
            "Please write at least 5 characters.",
        ]
        await about.fill("T" * 101)
        assert await form.get_by_text("This is too long by 1 character.").count() == 1
        await about.fill("I like tea.")
        assert await about.get_attribute("aria-invalid") is None
        await form.get_by_label("Name").fill("Mei")
        await form.get_by_role("button", name="Submit").click()
        assert await sent(sandbox, bot) == {
            "Name": "Mei", "About_you": "I like tea.", "Motto": "Little by little",
        }  # fmt: skip


async def test_what_was_typed_is_not_lost_by_a_slip(browser: Browser):
    async with asking() as (sandbox, _), browsing(browser, sandbox) as page:
        await as_mei(page)
        form = await opened(page, "Words")
        await keys(page, "Mei", "Escape")
        question = page.get_by_role("dialog", name="Discard what you typed?")
        await question.wait_for()
        assert await focused(page) == "Keep it"
        await keys(page, "Enter")
        assert await form.get_by_label("Name").input_value() == "Mei"
        await keys(page, "Escape", "Tab", "Enter")
        await form.wait_for(state="detached")
        assert await focused(page) == "Words"


async def test_what_was_typed_outlives_the_connection(browser: Browser):
    async with (
        asking() as (sandbox, bot),
        line_to(sandbox) as line,
        browsing(browser, sandbox, line=line, apart_from=CUT_OFF) as page,
    ):
        await as_mei(page)
        form = await opened(page, "Words")
        await form.get_by_label("Name").fill("Mei")
        await form.get_by_label("About you").fill("I like tea.")
        line.cut()
        await page.get_by_text("The connection is lost").wait_for()
        await form.get_by_role("button", name="Submit").click()
        await form.get_by_text(
            "There is no connection at the moment. What you typed is still here."
        ).wait_for()
        await line.mend()
        await page.get_by_text("The connection is lost").wait_for(state="detached")
        assert await form.get_by_label("About you").input_value() == "I like tea."
        await form.get_by_role("button", name="Submit").click()
        assert (await sent(sandbox, bot))["Name"] == "Mei"
        await form.wait_for(state="detached")


async def test_a_bot_that_fails_leaves_everything_as_it_was_typed(browser: Browser):
    async with asking() as (sandbox, bot), browsing(browser, sandbox) as page:
        await as_mei(page)
        form = await opened(page, "Words")
        await form.get_by_label("Name").fill("Mei")
        await form.get_by_label("About you").fill("I like tea.")
        bot.silent = True
        await form.get_by_role("button", name="Submit").click()
        await form.get_by_role("button", name="Sending…").wait_for()
        await sent(sandbox, bot)
        sandbox.world.clock.advance(3.1)
        sandbox.world.changed.happened()
        await form.get_by_text("Something went wrong. Try again.").wait_for()
        bot.silent = False
        await form.get_by_role("button", name="Submit").click()
        await form.wait_for(state="detached")
        assert len(bot.sent) == 2


async def test_a_double_click_sends_once(browser: Browser):
    async with asking() as (sandbox, bot), browsing(browser, sandbox) as page:
        await as_mei(page)
        form = await opened(page, "Words")
        await form.get_by_label("Name").fill("Mei")
        await form.get_by_label("About you").fill("I like tea.")
        bot.may_answer.clear()
        await form.get_by_role("button", name="Submit").dblclick()
        await keys(page, "Enter")
        bot.may_answer.set()
        await form.wait_for(state="detached")
        assert len(bot.sent) == 1


async def test_two_tabs_of_one_person_close_together_and_lose_nothing(browser: Browser):
    async with (
        asking() as (sandbox, bot),
        browsing(browser, sandbox) as one,
        browsing(browser, sandbox) as two,
    ):
        await as_mei(one)
        await as_mei(two)
        await opened(one, "Words")
        here, there = one.get_by_role("dialog"), two.get_by_role("dialog")
        for form in (here, there):
            await form.get_by_label("Name").fill("Mei")
            await form.get_by_label("About you").fill("I like tea.")
        await here.get_by_role("button", name="Submit").click()
        await there.wait_for(state="detached")
        await opened(two, "Words")
        await here.get_by_label("Name").fill("Written twice")
        await keys(two, "Escape")
        await here.get_by_text("This form is no longer open. What you typed is still here").wait_for()
        assert await here.get_by_label("Name").input_value() == "Written twice"
        assert await here.get_by_role("button", name="Submit").count() == 0
        assert len(bot.sent) == 1


async def test_people_channels_and_files_in_a_form(browser: Browser, tmp_path: Path):
    async with asking() as (sandbox, bot), browsing(browser, sandbox) as page:
        sandbox.world.add_members(next(iter(sandbox.world.guilds.values())), 10_000)
        await as_mei(page)
        form = await opened(page, "People")
        assert await focused(page) == "Partner"
        await keys(page, "zo")
        await form.get_by_role("option", name="Zoe").wait_for()
        await keys(page, "Enter")
        await form.get_by_role("button", name="Remove Mei").click()
        channel = form.get_by_role("combobox", name="Channel")
        await channel.fill("gen")
        await form.get_by_role("option", name="#general").click()
        assert await form.get_by_role("option").count() == 0
        files = form.locator("input[type=file]")
        await files.set_input_files(picture(tmp_path, "big.png", 10_500_000))
        await files.set_input_files(picture(tmp_path, "me.png", 2_048))
        assert "2 KB" in await form.get_by_role("listitem").filter(has_text="me.png").inner_text()
        await form.get_by_role("button", name="Submit").click()
        await form.get_by_text("big.png has 10.0 MB. A file may have at most 10 MB.").wait_for()
        await form.get_by_role("button", name="Remove big.png").click()
        await form.get_by_role("button", name="Submit").click()
        assert await sent(sandbox, bot) == {
            "Partner": ["Zoe"], "Role": [], "Channel": ["general"], "Pictures": [("me.png", 2_048)],
        }  # fmt: skip


async def test_half_a_name_is_not_sent_for_nobody(browser: Browser):
    async with asking() as (sandbox, bot), browsing(browser, sandbox) as page:
        await as_mei(page)
        form = await opened(page, "People")
        await form.get_by_role("combobox", name="Role").fill("Nobody has this")
        await form.get_by_text("Nothing fits.").wait_for()
        await form.get_by_role("button", name="Submit").click()
        await form.get_by_text("Please choose one from the list, or clear what you typed.").wait_for()
        assert bot.sent == []


@pytest.mark.parametrize("button", ["Words", "Choices", "People"])
async def test_forms_fit_a_phone(browser: Browser, button: str):
    async with (
        asking() as (sandbox, _),
        browsing(browser, sandbox, viewport={"width": 360, "height": 640}) as page,
    ):
        await as_mei(page)
        form = await opened(page, button)
        await form.get_by_role("button", name="Submit").click()
        box = await form.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
        assert await form.evaluate("(dialog) => dialog.scrollWidth <= dialog.clientWidth")
