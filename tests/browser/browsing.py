"""A page as somebody has it who opens it for the first time, watched for what it does wrong."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from yarl import URL

from tests.browser.noon import NOON, StandingClock

if TYPE_CHECKING:
    from playwright.async_api import Browser, BrowserContext, Page

    from sandbox import Sandbox
    from tests.browser.line import Line

PATIENCE = 30_000
"""Milliseconds that a test waits for something to be there."""

SOMEWHERE = {"locale": "en-US", "timezone_id": "UTC"}
"""Where the reader is, wherever the machine is."""

NOTHING = r"(?!)"


CLIENT, WINDOW = "page/client", ""
"""One person's Discord, and the window around one or two of them."""


def browsing(
    browser: Browser,
    sandbox: Sandbox,
    path: str = CLIENT,
    *,
    line: Line | None = None,
    apart_from: str = NOTHING,
    **context: Any,
) -> AbstractAsyncContextManager[Page]:
    """A page of the sandbox in a fresh profile.

    It comes over the `line`, if there is one. `context` is what Playwright's `new_context` takes. Where the
    sandbox's clock stands at noon, the page's does too.
    """
    url = line.url if line else sandbox.page_url
    noon = NOON if isinstance(sandbox.world.clock, StandingClock) else None
    return opened(browser, f"{url}{path}", apart_from=apart_from, at=noon, **context)


@asynccontextmanager
async def opened(
    browser: Browser,
    url: str,
    *,
    apart_from: str = NOTHING,
    at: datetime | None = None,
    **context: Any,
) -> AsyncIterator[Page]:
    """A page in a fresh profile.

    What a console complains of, an error that nobody caught and a request to elsewhere fail the test in the
    end, in every tab and frame, apart from complaints that match `apart_from`.
    """
    profile = await browser.new_context(**SOMEWHERE | context)
    watch = Watch(f"{URL(url).origin()}/", apart_from)
    watch.over(profile)
    try:
        page = await profile.new_page()
        page.set_default_timeout(PATIENCE)
        if at:
            await page.clock.set_fixed_time(at)
        await page.goto(url)
        yield page
    except Exception as problem:
        if watch.complaints:
            problem.add_note("\n".join(["What the page did wrong:", *watch.complaints]))
        raise
    finally:
        await profile.close()
    assert not watch.complaints, "\n".join(watch.complaints)


@dataclass
class Watch:
    """Notes what a page does that it should not do."""

    url: str
    apart_from: str
    complaints: list[str] = field(default_factory=list)

    def over(self, profile: BrowserContext) -> None:
        profile.on("page", lambda page: page.on("websocket", lambda socket: self._asked(socket.url)))
        profile.on("request", lambda request: self._asked(request.url))
        profile.on("weberror", lambda problem: self._complains(f"error: {problem.error}"))
        profile.on("console", lambda said: self._said(said.type, said.text))

    def _asked(self, url: str) -> None:
        if not re.match(rf"data:|(blob:)?(http|ws){re.escape(self.url.removeprefix('http'))}", url):
            self._complains(f"asked elsewhere: {url}")

    def _said(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self._complains(f"{kind}: {text}")

    def _complains(self, complaint: str) -> None:
        if not re.search(self.apart_from, complaint):
            self.complaints.append(complaint)
