"""The Chromium of this machine."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.async_api import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome")
"""As distributions call it."""

FLAGS = ("--disable-gpu", "--font-render-hinting=none", "--disable-lcd-text")
"""Besides Playwright's own: letters are drawn as nearly alike on every machine as can be."""


def found() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


def missing() -> str | None:
    """Why no test can be run in a browser here, if so."""
    if found():
        return None
    return f"no Chromium on this machine (looked for {', '.join(NAMES)})"


@asynccontextmanager
async def launched() -> AsyncIterator[Browser]:
    from playwright.async_api import async_playwright

    async with async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=found(), args=FLAGS)
        yield browser
        await browser.close()
