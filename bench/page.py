"""The page in a real browser: how long a click takes to be answered, and how a long channel and list scroll.

A click: from the press on *My place* to the answer drawn, with the bot, its database and the browser on this
machine. Beside it, in the same run and in turn, the same press over the page's socket alone and by the
sandbox's person alone: what the browser and the page add to the bot's own round trip.

Scrolling: a channel of 5,000 messages and a list of 10,000 members are scrolled from end to end with a
wheel. A stall is the time between two frames of the browser.
"""

from __future__ import annotations

import math
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import logs
from data.database import Database
from data.keys import MasterKey
from sandbox import Sandbox, World
from sandbox.page import attach
from tests.browser.chromium import found, launched
from tests.browser.gallery.up import gallery_up
from tests.sandbox.page_bot import page_of
from tests.sandbox.page_client import PageClient
from tour import community
from tour.stage import Stage

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

PRESSES = 150
WARM_UP = 10
MESSAGES = 5_000
MEMBERS = 10_000
LIMIT_MS = 100

PRESS = """() => new Promise((done) => {
  const log = document.getElementById("log");
  const articles = () => [...log.querySelectorAll("article")];
  const before = new Set(articles().map((each) => each.dataset.key));
  const isPlace = (each) => each.textContent.startsWith("My place");
  const button = [...log.querySelectorAll("button")].filter(isPlace).at(-1);
  const began = performance.now();
  new MutationObserver((_, observer) => {
    const fresh = articles().find((each) => !before.has(each.dataset.key));
    if (!fresh) return;
    observer.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began)));
  }).observe(log, { childList: true, subtree: true });
  button.click();
})"""
"""Presses the newest *My place*; milliseconds until a message more was drawn, its frame included."""

PUT_AWAY = """() => new Promise((done) => {
  document.querySelectorAll("[data-do=dismiss]").forEach((each) => each.click());
  const look = () => (document.querySelector("[data-do=dismiss]") ? requestAnimationFrame(look) : done());
  look();
})"""

WHEEL = 1_500
"""Pixels a turn: a brisk scroll."""

AT_THE_END = """([where, way]) => {
  const box = document.querySelector(where);
  if (way > 0) return box.scrollHeight - box.scrollTop - box.clientHeight <= 1;
  return box.scrollTop <= 0 && !box.querySelector("[data-key=earlier]");
}"""

WATCH = """() => {
  window.gaps = [];
  let last = performance.now();
  const frame = (now) => { window.gaps.push(now - last); last = now; requestAnimationFrame(frame); };
  requestAnimationFrame(frame);
}"""


async def measure(say: Callable[[str], None]) -> dict[str, object]:
    """Milliseconds. `ratio`: the page's p95 beside the same press without page and browser."""
    if found() is None:
        raise SystemExit("This benchmark needs Chromium.")
    logs.configure("warning", "console")
    async with launched() as browser:
        clicks = await _clicks(browser, say)
        scrolls = await _scrolls(browser, say)
    return {**clicks, **scrolls, "page_bytes": _size()}


def _size() -> int:
    static = Path(__file__).parents[1] / "sandbox/page/static"
    return sum(file.stat().st_size for file in static.rglob("*") if file.is_file())


# A click


async def _clicks(browser: Browser, say: Callable[[str], None]) -> dict[str, object]:
    took: dict[str, list[float]] = {"page": [], "socket": [], "person": []}
    async with (
        _community() as sandbox,
        _page(browser, f"{sandbox.page_url}page/client?as=Ines") as page,
        _socket(sandbox) as amir,
    ):
        tomas, press = sandbox.world.person("Tomas"), amir.control("My place")
        await page.get_by_role("button", name="My place").last.wait_for()
        for _ in range(WARM_UP + PRESSES):
            await page.evaluate(PUT_AWAY)
            took["page"].append(await page.evaluate(PRESS))
            took["socket"].append(await _timed(lambda: amir.does("press", **press)))
            took["person"].append(await _timed(lambda: tomas.clicks("My place", on="Welcome")))
    found = {name: sorted(each[WARM_UP:]) for name, each in took.items()}
    for name, each in found.items():
        say(f"press by {name:6}: p50 {_quantile(each, 0.5):6.1f} ms, p95 {_quantile(each, 0.95):6.1f} ms")
    p95 = {f"click_{name}_p95_ms": round(_quantile(each, 0.95), 1) for name, each in found.items()}
    p50 = {f"click_{name}_p50_ms": round(_quantile(each, 0.5), 1) for name, each in found.items()}
    ratio = _quantile(found["page"], 0.95) / _quantile(found["person"], 0.95)
    return {"presses": PRESSES, **p50, **p95, "ratio": round(ratio, 2)}


@asynccontextmanager
async def _community() -> AsyncIterator[Sandbox]:
    """The demo's, with the bot in it."""
    with TemporaryDirectory() as folder:
        database = await Database.open(f"sqlite:///{folder}/bench.db", MasterKey(bytes(32)))
        async with Sandbox(World(), extras=[attach]) as sandbox:
            stage = Stage(sandbox, database)
            bridge = community.found(sandbox.world)
            await stage.start()
            await community.settle(bridge)
            yield sandbox
            await stage.stop()
        await database.close()


@asynccontextmanager
async def _socket(sandbox: Sandbox) -> AsyncIterator[PageClient]:
    """Amir's page without a browser."""
    async with page_of(sandbox) as client:
        await client.is_somebody("Amir")
        await client.opens("welcome")
        yield client


async def _timed(work: Callable[[], Awaitable[object]]) -> float:
    began = time.perf_counter()
    await work()
    return (time.perf_counter() - began) * 1000


# Scrolling


async def _scrolls(browser: Browser, say: Callable[[str], None]) -> dict[str, object]:
    began = time.perf_counter()
    async with gallery_up(messages=MESSAGES, members=MEMBERS) as gallery:
        say(f"{MESSAGES} messages and {MEMBERS} members made in {time.perf_counter() - began:.1f} s")
        url = f"{gallery.sandbox.page_url}page/client?as=Mei"
        async with _page(browser, url) as page:
            await page.get_by_role("button", name="long", exact=True).click()
            await page.get_by_text(f"Message {MESSAGES - 1}").first.wait_for()
            log = await _scroll(page, "#log", -1, "Message 0")
            say(f"log: {log}")
            people = await _scroll(page, "#members", 1, None)
            say(f"members: {people}")
    return {"messages": log, "members": people}


async def _scroll(page: Page, where: str, way: int, until: str | None) -> dict[str, float]:
    """Turn the wheel until the end (or `until` is there); what the frames took meanwhile."""
    await page.locator(where).hover()
    await page.evaluate(WATCH)
    began = time.perf_counter()
    while not await page.evaluate(AT_THE_END, [where, way]):
        await page.mouse.wheel(0, way * WHEEL)
        await page.wait_for_timeout(16)
    gaps = sorted(await page.evaluate("window.gaps"))
    if until:
        await page.get_by_text(until, exact=True).first.wait_for()
    return {
        "seconds": round(time.perf_counter() - began, 1),
        "frame_p50_ms": round(_quantile(gaps, 0.5), 1),
        "frame_p99_ms": round(_quantile(gaps, 0.99), 1),
        "longest_ms": round(gaps[-1], 1),
        "stalls": sum(gap > LIMIT_MS for gap in gaps),
    }


@asynccontextmanager
async def _page(browser: Browser, url: str) -> AsyncIterator[Page]:
    profile = await browser.new_context(viewport={"width": 1280, "height": 800})
    page = await profile.new_page()
    await page.goto(url)
    yield page
    await profile.close()


def _quantile(ordered: list[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)]
