"""The page says that the connection is lost, and comes back by itself when it can."""

from __future__ import annotations

import pytest

from tests.browser.browsing import browsing
from tests.browser.line import CUT_OFF, line_to
from tests.sandbox.page_bot import panel_up


async def test_a_socket_that_is_dropped_comes_back_without_a_complaint(browser):
    async with panel_up() as sandbox, line_to(sandbox) as line, browsing(browser, sandbox, line=line) as page:
        await page.get_by_role("button", name="Mei").click()
        await page.get_by_label("Message to general").wait_for()
        async with page.expect_websocket():
            line.drop()
        await sandbox.world.person("Nora").says("#general", "Good morning")
        await page.get_by_text("Good morning").wait_for()


async def test_a_line_that_is_cut_is_told_and_what_was_missed_is_there_afterwards(browser):
    async with (
        panel_up() as sandbox,
        line_to(sandbox) as line,
        browsing(browser, sandbox, line=line, apart_from=CUT_OFF) as page,
    ):
        await page.get_by_role("button", name="Mei").click()
        await page.get_by_label("Message to general").wait_for()
        line.cut()
        await page.get_by_text("The connection is lost").wait_for()
        await sandbox.world.person("Nora").says("#general", "Good morning")
        await line.mend()
        await page.get_by_text("Good morning").wait_for()


async def test_a_page_that_is_cut_off_complains_unless_the_test_says_so(browser):
    with pytest.raises(AssertionError, match=CUT_OFF):
        await cut_off(browser)


async def cut_off(browser):
    async with panel_up() as sandbox, line_to(sandbox) as line, browsing(browser, sandbox, line=line) as page:
        await page.get_by_role("button", name="Mei").wait_for()
        async with page.expect_console_message():
            line.cut()
