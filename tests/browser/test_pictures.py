"""The main screens look as they are meant to, and a picture that has changed is noticed."""

from __future__ import annotations

import json
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from tests.browser.browsing import browsing, opened
from tests.browser.noon import world_at_noon
from tests.browser.serving import served
from tests.sandbox.page_bot import panel_up

DOOR = '<h1>Who would you like to be?</h1><button style="background: #4752c4; color: #fff">Come in</button>'
COLOUR = "document.querySelector('{}').style.background = '{}'"


async def test_the_door(browser, looks_like):
    async with panel_up(world_at_noon()) as sandbox, browsing(browser, sandbox) as page:
        await page.get_by_role("button", name="Mei").wait_for()
        await looks_like(page, "door")


@pytest.fixture
def looks_as_before(looks_like, tmp_path):
    """Compares with pictures that the test takes itself: first `take(page, …)`, then `compare(page, …)`."""
    screens = tmp_path / "screens"
    screens.mkdir()
    return replace(looks_like, screens=screens, anew=True), replace(looks_like, screens=screens, anew=False)


@asynccontextmanager
async def a_door(browser):
    async with served(DOOR) as url, opened(browser, url) as page:
        yield page


async def test_a_colour_that_has_changed_is_seen_and_shown(browser, looks_as_before, tmp_path):
    take, compare = looks_as_before
    async with a_door(browser) as page:
        await take(page, "door")
        await compare(page, "door")
        await page.evaluate(COLOUR.format("button", "#7a52c4"))
        with pytest.raises(AssertionError, match=r"points differ from .*door\.png \(1280 x 720\)"):
            await compare(page, "door")
    assert {file.name for file in tmp_path.glob("*.png")} == {"door.png", "door-different.png"}


async def test_words_and_sizes_are_seen_and_a_shade_is_not(browser, looks_as_before):
    take, compare = looks_as_before
    async with a_door(browser) as page:
        await take(page, "door")
        await page.evaluate(COLOUR.format("body", "#fcfcff"))
        await compare(page, "door")
        await page.set_viewport_size({"width": 1280, "height": 719})
        with pytest.raises(AssertionError, match=r"looks like .*door\.png \(1280 x 719\)"):
            await compare(page, "door")
        await page.set_viewport_size({"width": 1280, "height": 720})
        await page.evaluate("document.querySelector('h1').textContent = 'Who would you like to see?'")
        with pytest.raises(AssertionError, match="points differ"):
            await compare(page, "door")


async def test_pictures_are_taken_anew_only_where_they_differ(browser, looks_as_before, tmp_path):
    take, compare = looks_as_before
    picture = tmp_path / "screens" / "door.png"
    async with a_door(browser) as page:
        await take(page, "door")
        first = picture.read_bytes()
        await page.evaluate(COLOUR.format("body", "#fcfcff"))
        await take(page, "door")
        assert picture.read_bytes() == first
        await page.evaluate(COLOUR.format("body", "#e0e0ff"))
        await take(page, "door")
        assert picture.read_bytes() != first
        with pytest.raises(AssertionError, match=r"no .*window\.png yet"):
            await compare(page, "window")


async def test_where_text_is_drawn_otherwise_nothing_is_compared_and_a_warning_says_why(
    browser, looks_as_before, tmp_path
):
    _, compare = looks_as_before
    (tmp_path / "screens" / "fonts.json").write_text(json.dumps({"plain": "290 x 20"}), "utf-8")
    async with a_door(browser) as page:
        with pytest.warns(UserWarning, match=r"not drawn here as .*: plain 290 x 20, here \d+"):
            await compare(page, "door")
