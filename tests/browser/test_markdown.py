"""Discord's markdown in a real browser: what becomes of it, how fast, and that it is only ever text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.browsing import browsing
from tests.sandbox.page_bot import panel_up

if TYPE_CHECKING:
    from playwright.async_api import Browser

SLOW = 500
"""Milliseconds that no text may take to be drawn: far more than any of these needs."""

HOSTILE = [
    "*" * 2000, "**__" * 500, "`" * 2000, "||" * 1000, "[" * 2000, "[a](http://" * 180, "> " * 1000,
    "_a" * 1000, "*a **" * 400, "```" * 666, "```a\n" * 400, "<t:" * 600, "http://)" * 250,
    "\\" * 2000, "- \n" * 600, "~~*__" * 400, "<@" * 1000, ">>> " * 500, "`a``b" * 400,
    "\N{RIGHT-TO-LEFT OVERRIDE}abc" * 400,
    "<img src=x onerror=hacked=1><script>hacked=1</script>[x](javascript:hacked=1)",
]  # fmt: skip


async def test_no_text_makes_the_page_slow_or_runs_in_it(browser: Browser):
    async with panel_up() as sandbox, browsing(browser, sandbox) as page:
        await page.get_by_role("button", name="Mei").click()
        nora = sandbox.world.person("Nora")
        for text in HOSTILE:
            took = (await page.evaluate(DRAWN, text * 2))["took"]
            assert took < SLOW, (text[:20], took)
            await nora.says("#general", text)
        await nora.says("#general", "Still here")
        await page.get_by_role("article").filter(has_text="Still here").wait_for()
        assert await page.evaluate("typeof hacked") == "undefined"
        assert (
            await page.locator("article script, article [src='x'], article a[href^=javascript]").count() == 0
        )


DRAWN = """async (text) => {
  const { markdown } = await import("/page/static/client/markdown.js");
  const names = { users: {}, channels: {}, roles: {}, locale: "en-US", mine: [] };
  const began = performance.now();
  const made = document.createElement("div");
  made.append(...markdown(text, names).flat(Infinity).filter(Boolean));
  const took = performance.now() - began;
  return { took, drawn: [...made.querySelectorAll("*")].map((each) => each.localName).join(" ") };
}"""

MARKED = {
    "**bold** *slanted* __under__ ~~gone~~": "p strong em u s",
    "***both***": "p strong em",
    "*a **b***": "p em strong",
    "snake_case_name and 2 * 3 * 4": "p",
    "`` a`b ``": "p code",
    "||a **b**||": "p span button span strong",
    "> one\n> two\n\n>>> three\n# four": "blockquote p br p blockquote p h3",
    "# Big\n## Middle\n### Small\n-# tiny": "h3 h4 h5 p",
    "- a\n  - b\n    - c\n1. d": "ul li ul li ul li ol li",
    "before ```py\n*x*\n``` after": "p pre p",
    "[a](https://example.com) <https://example.com> https://example.com.": "p a a a",
    r"\*not\* \_this\_": "p",
}


async def test_marks_become_elements(browser: Browser):
    async with panel_up() as sandbox, browsing(browser, sandbox) as page:
        drawn = {source: (await page.evaluate(DRAWN, source))["drawn"] for source in MARKED}
        assert drawn == MARKED
