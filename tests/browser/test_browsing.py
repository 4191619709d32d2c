"""A page that does what it should not do fails its test, and one that behaves does not."""

from __future__ import annotations

import pytest

from tests.browser.browsing import NOTHING, opened
from tests.browser.serving import served

FRAMED = '<iframe src="/inner" title="Inner"></iframe>'
SCRIPT = "<script>const done = () => { parent.document.title = 'Done'; }; %s</script>"

MISDEEDS = {
    "console.error('so it goes')": "error: so it goes",
    "console.warn('mind the step')": "warning: mind the step",
    "setTimeout(() => missing())": "error: missing is not defined",
    "Promise.reject(new Error('nobody cares'))": "error: nobody cares",
    "fetch('http://127.0.0.1:9/').catch(() => {})": "asked elsewhere: http://127.0.0.1:9/",
    "new WebSocket('ws://127.0.0.1:9/').onerror = () => setTimeout(done)": "asked elsewhere: ws://127.0.0.1:9/",
}


async def visit(browser, main, apart_from=NOTHING, **others):
    """Open a page and stay until its script is done."""
    async with served(main, **others) as url, opened(browser, url, apart_from=apart_from) as page:
        await page.wait_for_function("document.title === 'Done'")


async def test_a_page_that_behaves_passes(browser):
    await visit(browser, SCRIPT % "console.log('all is well'); fetch('/more').then(done)", more="More")


@pytest.mark.parametrize("place", ["page", "frame"])
async def test_what_it_should_not_do_is_noticed(browser, place):
    script = SCRIPT % "; ".join(MISDEEDS)
    with pytest.raises(AssertionError) as told:
        await visit(browser, script if place == "page" else FRAMED, inner=script)
    for complaint in MISDEEDS.values():
        assert complaint in str(told.value)


async def test_a_complaint_that_a_test_provokes_may_be_named(browser):
    script = SCRIPT % "console.error('the bot is away'); done()"
    await visit(browser, script, apart_from="bot is away")
    with pytest.raises(AssertionError, match="the bot is away"):
        await visit(browser, script, apart_from="bot is here")


async def test_where_a_test_fails_for_another_reason_the_complaints_stand_beside_it(browser):
    with pytest.raises(ZeroDivisionError) as told:
        await fail(browser, SCRIPT % "console.error('so it goes'); done()")
    assert told.value.__notes__ == ["What the page did wrong:\nerror: so it goes"]


async def fail(browser, main):
    async with served(main) as url, opened(browser, url) as page:
        await page.wait_for_function("document.title === 'Done'")
        _ = 1 / 0
