"""One Chromium for all these tests of a worker: starting it takes longer than any of them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from tests.browser import chromium
from tests.browser.pictures import Looks

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

HERE = Path(__file__).parent
PATIENCE = 300
"""Seconds: one that is cut off leaves pages open, on which those after it wait."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever asks for the browser runs on its event loop, or is skipped where there is none."""
    missing = chromium.missing()
    for item in items:
        if HERE in item.path.parents and "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)
            item.add_marker(pytest.mark.timeout(PATIENCE))
            if missing:
                item.add_marker(pytest.mark.skip(reason=missing))


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with chromium.launched() as started:
        yield started


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def desk(browser: Browser) -> Page:
    """An empty page to compare pictures on."""
    return await browser.new_page()


@pytest.fixture
def looks_like(desk: Page, tmp_path: Path) -> Looks:
    """`await looks_like(page, "door")`: as in the picture of that name in screens/."""
    return Looks(desk, kept=tmp_path)
