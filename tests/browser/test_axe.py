"""axe finds what is broken on purpose, and nothing on the page as it is."""

from __future__ import annotations

import pytest

from tests.browser.axe import accessible
from tests.browser.browsing import browsing, opened
from tests.browser.serving import served
from tests.sandbox.page_bot import panel_up

PHONE = {"width": 360, "height": 700}
LABELLED = '<h1>Hello</h1><label for="name">Your name</label><input id="name">'
UNLABELLED = '<h1>Hello</h1><input id="name">'
FRAMED = '<h1>Hello</h1><iframe src="/inner" title="Inner"></iframe>'


@pytest.mark.parametrize(
    "screen", [{}, {"color_scheme": "dark"}, {"viewport": PHONE}], ids=["light", "dark", "phone"]
)
async def test_the_page_is_accessible(browser, screen):
    async with panel_up() as sandbox, browsing(browser, sandbox, **screen) as page:
        mei = page.get_by_role("button", name="Mei")
        await mei.wait_for()
        await accessible(page)
        await mei.click()
        await page.get_by_role("button", name="My place").click()
        await page.get_by_text("Only you can see this").wait_for()
        await accessible(page)
        await page.get_by_role("button", name="Join the circles").click()
        await page.get_by_role("dialog", name="Join the circles").wait_for()
        await accessible(page)


async def test_a_label_that_is_broken_on_purpose_is_found(browser):
    async with panel_up() as sandbox, browsing(browser, sandbox) as page:
        await page.get_by_label("Your name").wait_for()
        await page.evaluate("document.querySelector('label[for=name]').remove()")
        with pytest.raises(
            AssertionError, match=r"critical: .*labels \(label\)\n  #name\n    <input .*\n    Fix"
        ):
            await accessible(page)


async def test_words_that_are_too_faint_are_found(browser):
    faint = '<h1>Hello</h1><p style="color: #999; background: #fff">Who would you like to be?</p>'
    async with served(faint) as url, opened(browser, url) as page:
        with pytest.raises(AssertionError, match=r"serious: .*\(color-contrast\)\n  p\n"):
            await accessible(page)


async def test_it_looks_into_frames_and_at_one_frame_alone(browser):
    async with served(FRAMED, inner=UNLABELLED) as url, opened(browser, url) as page:
        with pytest.raises(AssertionError, match=r"\(label\)\n  iframe » #name\n"):
            await accessible(page)
        with pytest.raises(AssertionError, match=r"/inner\n\n.*\(label\)\n  #name\n"):
            await accessible(page.frames[1])
    async with served(FRAMED, inner=LABELLED) as url, opened(browser, url) as page:
        await accessible(page)
        await accessible(page.frames[1])
