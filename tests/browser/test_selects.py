"""Selects and slash commands in a real browser, by mouse and by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sandbox import Permission
from tests.browser.browsing import browsing
from tests.browser.by_hand import as_mei, focused, keys, sent
from tests.sandbox.page_forms_bot import asking

if TYPE_CHECKING:
    from playwright.async_api import Browser


async def test_selects_wait_for_done_and_keep_what_was_chosen(browser: Browser):
    async with asking() as (sandbox, bot), browsing(browser, sandbox) as page:
        await as_mei(page)
        two = page.locator("details").nth(1)
        await two.locator("summary").click()
        await keys(page, "Space")
        await two.get_by_role("button", name="Done").click()
        await two.get_by_text("Please choose 2.").wait_for()
        await keys(page, "b", "Space")
        bot.may_answer.clear()
        await two.get_by_role("button", name="Done").click()
        await two.get_by_text("Red, Blue – sending…").wait_for()
        bot.may_answer.set()
        await page.get_by_text("Picked ['Red', 'Blue']").wait_for()
        assert await two.locator("summary").inner_text() == "Red, Blue"
        one = page.locator("details").nth(0)
        await one.locator("summary").focus()
        await keys(page, "Enter", "ArrowDown", "End", "Escape")
        assert await one.locator("summary").inner_text() == "One colour"
        await keys(page, "Enter", "g", "Tab", "Enter")
        await page.get_by_text("Picked ['Green']").wait_for()


async def test_somebody_is_found_among_ten_thousand(browser: Browser):
    async with asking() as (sandbox, bot), browsing(browser, sandbox) as page:
        sandbox.world.add_members(next(iter(sandbox.world.guilds.values())), 10_000)
        await as_mei(page)
        who = page.locator("details").nth(2)
        assert await who.locator("summary").inner_text() == "Zoe"
        await who.locator("summary").click()
        await who.get_by_role("option").nth(24).wait_for()
        assert await who.get_by_role("option").count() == 25
        await keys(page, "nora")
        await who.get_by_role("option", name="Nora").wait_for()
        await keys(page, "Enter")
        await who.get_by_role("button", name="Done").click()
        assert await sent(sandbox, bot) == ["Zoe", "Nora"]


async def test_a_command_is_run_by_keyboard_with_a_suggestion(browser: Browser):
    async with asking() as (sandbox, bot), browsing(browser, sandbox) as page:
        await as_mei(page)
        line = page.get_by_label("Message to general")
        await line.focus()
        await keys(page, "/")
        await page.get_by_role("option").nth(2).wait_for()
        await keys(page, "ArrowUp")
        await page.locator("[aria-selected=true]", has_text="/town").wait_for()
        assert await line.get_attribute("aria-activedescendant") == "commands-2"
        await keys(page, "Enter")
        form = page.get_by_role("dialog", name="/town")
        await form.wait_for()
        await keys(page, "gen")
        await form.get_by_role("option", name="Geneva").wait_for()
        await keys(page, "ArrowDown", "ArrowDown", "Enter")
        assert await form.get_by_label("name").first.input_value() == "Geneva"
        await keys(page, "Enter")
        assert await sent(sandbox, bot) == "gv"
        await form.wait_for(state="detached")
        assert await focused(page) == "Message to general"


async def test_a_suggestion_that_comes_late_is_dropped_and_none_is_said(browser: Browser):
    async with asking() as (sandbox, bot), browsing(browser, sandbox) as page:
        await as_mei(page)
        await page.get_by_label("Message to general").fill("/town")
        await keys(page, "Tab")
        form = page.get_by_role("dialog", name="/town")
        bot.may_suggest.clear()
        await keys(page, "o")
        await form.get_by_text("Loading…").wait_for()
        await keys(page, "slo")
        await sandbox.world.changed.until(lambda: bot.typed[-1] == "oslo" or None, 2)
        bot.may_suggest.set()
        await form.get_by_role("option").wait_for()
        assert await form.get_by_role("option").all_inner_texts() == ["Oslo"]
        bot.may_suggest.clear()
        await keys(page, "x")
        await sandbox.world.changed.until(lambda: bot.typed[-1] == "oslox" or None, 2)
        sandbox.world.clock.advance(3.1)
        sandbox.world.changed.happened()
        await form.get_by_text("Loading options failed").wait_for()
        await keys(page, "Enter")
        assert await sent(sandbox, bot) == "oslox"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1", "Please enter 2 or more."),
        ("many", "Please enter a whole number."),
        ("2,5", "Please enter a whole number."),
    ],
)
async def test_a_number_that_does_not_fit_is_said(browser: Browser, typed: str, said: str):
    async with asking() as (sandbox, _), browsing(browser, sandbox) as page:
        await as_mei(page)
        await page.get_by_label("Message to general").fill("/plan")
        await page.get_by_role("option", name="/circle plan").click()
        form = page.get_by_role("dialog", name="/circle plan")
        await form.get_by_label("topic").fill("Tea")
        await form.get_by_label("seats").fill(typed)
        await form.get_by_role("button", name="Run").click()
        await form.get_by_text(said).wait_for()
        assert await form.get_by_label("seats").input_value() == typed


async def test_commands_where_one_may_only_read(browser: Browser):
    async with asking() as (sandbox, _), browsing(browser, sandbox) as page:
        await sandbox.world.person("Nora").edits_overwrites(
            "general", "@everyone", deny=Permission.SEND_MESSAGES
        )
        await as_mei(page)
        line = page.get_by_label("Message to general")
        assert "commands" in (await line.get_attribute("placeholder") or "")
        await line.fill("/circle leave")
        await keys(page, "Enter")
        await page.get_by_text("You have left.").wait_for()
