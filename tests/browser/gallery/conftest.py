"""The gallery, up, and two who look at it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.browser.gallery import Gallery, gallery_up


@pytest.fixture
async def gallery() -> AsyncIterator[Gallery]:
    """Everything a member can meet, once."""
    async with gallery_up() as gallery:
        yield gallery


@pytest.fixture
def mei(gallery):
    return gallery.people["Mei"]


@pytest.fixture
def ruth(gallery):
    return gallery.people["Ruth"]
