"""A page that does what it should not do fails its test, and one that behaves does not."""

from __future__ import annotations

import pytest

from tests.browser.browsing import opened
from tests.browser.serving import served

FRAMED = '<iframe src="/inner" title="Inner"></iframe>'


async def visit(browser, main, apart_from=r"(?!)", **others):
    """Open a page and stay until its scripts have run."""
    async with served(main, **others) as url, opened(browser, url, apart_from=apart_from) as page:
        for frame in page.frames:
            await frame.evaluate("new Promise((done) => setTimeout(done))")


async def test_a_page_that_behaves_passes(browser):
    await visit(browser, "<script>console.log('all is well'); fetch('/more')</script>", more="More")


@pytest.mark.parametrize(
    ("script", "complaint"),
    [
        ("console.error('so it goes')", "error: so it goes"),
        ("console.warn('mind the step')", "warning: mind the step"),
        ("setTimeout(() => missing())", "missing is not defined"),
        ("Promise.reject(new Error('nobody cares'))", "nobody cares"),
        ("fetch('http://127.0.0.1:9/')", "asked elsewhere: http://127.0.0.1:9/"),
        ("new WebSocket('ws://127.0.0.1:9/')", "asked elsewhere: ws://127.0.0.1:9/"),
    ],
)
async def test_what_a_page_should_not_do_is_noticed(browser, script, complaint):
    with pytest.raises(AssertionError, match=complaint):
        await visit(browser, f"<script>{script}</script>")
    with pytest.raises(AssertionError, match=complaint):
        await visit(browser, FRAMED, inner=f"<script>{script}</script>")


async def test_a_complaint_that_a_test_provokes_may_be_named(browser):
    script = "<script>console.error('the bot is away')</script>"
    await visit(browser, script, apart_from="bot is away")
    with pytest.raises(AssertionError, match="the bot is away"):
        await visit(browser, script, apart_from="bot is here")
