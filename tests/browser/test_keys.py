"""Tab finds what can be reached with it, and tells where it has been when something cannot."""

from __future__ import annotations

import pytest

from tests.browser.browsing import opened
from tests.browser.keys import focused, tab_to
from tests.browser.serving import served

MAIN = """
<label for="name">Your name</label><input id="name"> <button>Come in</button>
<div onclick="alert()">Not a button</div> <a href="/more">Read more</a>
"""
FRAMED = '<button>Before</button><iframe src="/inner" title="Inner"></iframe><button>After</button>'


async def test_it_goes_on_and_back_to_what_has_that_name(browser):
    async with served(MAIN) as url, opened(browser, url) as page:
        await tab_to(page, "Read more")
        await tab_to(page, "Your name", key="Shift+Tab")
        await page.keyboard.type("Ruth")
        assert await page.get_by_label("Your name").input_value() == "Ruth"
        assert str(await focused(page)) == "textbox “Your name”"


async def test_what_cannot_be_reached_is_told_with_what_can(browser):
    async with served(MAIN) as url, opened(browser, url) as page:
        with pytest.raises(AssertionError) as told:
            await tab_to(page, "Not a button")
    reached = str(told.value).splitlines()[1:]
    assert reached[:3] == ["  textbox “Your name”", "  button “Come in”", "  link “Read more”"]
    assert len(reached) <= 4


async def test_another_role_is_passed_by(browser):
    async with served('<a href="/">Join</a><button>Join</button>') as url, opened(browser, url) as page:
        await tab_to(page, "Join", role="button")
        assert (await focused(page)).role == "button"


async def test_it_goes_into_frames_and_out_again(browser):
    async with served(FRAMED, inner=MAIN) as url, opened(browser, url) as page:
        await tab_to(page, "Come in")
        await tab_to(page, "After")
        await tab_to(page, "Read more", key="Shift+Tab")
