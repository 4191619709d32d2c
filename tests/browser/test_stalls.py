"""A page that is busy for a while is found out, and one that is not is not."""

from __future__ import annotations

from tests.browser.browsing import opened
from tests.browser.serving import served
from tests.browser.stalls import long_tasks

LONG = 250
"""Milliseconds that nothing takes by itself, however busy the machine."""
BUSY = """<button>Work</button><script>
  document.querySelector("button").onclick = () => {
    for (const since = performance.now(); performance.now() - since < %d;);
  };
</script>"""
FRAMED = '<iframe src="/inner" title="Inner"></iframe>'


async def test_a_long_task_is_found(browser):
    async with served(BUSY % LONG) as url, opened(browser, url) as page:
        async with long_tasks(page) as tasks:
            await page.get_by_role("button").click()
        assert max(tasks) >= LONG


async def test_so_is_one_in_a_frame_and_after_several(browser):
    async with served(FRAMED, inner=BUSY % LONG) as url, opened(browser, url) as page:
        async with long_tasks(page) as tasks:
            await page.frame_locator("iframe").get_by_role("button").click()
            await page.frame_locator("iframe").get_by_role("button").click()
        assert len([task for task in tasks if task >= LONG]) == 2


async def test_nothing_is_found_where_nothing_happens(browser):
    async with served(BUSY % 0) as url, opened(browser, url) as page:
        async with long_tasks(page) as tasks:
            await page.mouse.wheel(0, 10)
        assert max(tasks, default=0) < LONG
