"""How long a page does not answer because it is busy."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.async_api import Frame, Page

WATCH = """() => {
  const seen = [];
  const note = (list) => seen.push(...list.getEntries().map((task) => Math.round(task.duration)));
  new PerformanceObserver(note).observe({ type: "longtask" });
  return seen;
}"""
SEEN = """async (seen) => {
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  return seen;
}"""
"""Once what was begun has been drawn."""


@asynccontextmanager
async def long_tasks(place: Page | Frame) -> AsyncIterator[list[int]]:
    """Tasks of the page that took 50 ms or longer, in ms, those of its frames included: filled at the end.

    They go by the clock on the wall, so a busy machine lengthens them. What Playwright looks for in a large
    page may be one as well: scroll and press in the block, and look for things after it.
    """
    tasks: list[int] = []
    seen = await place.evaluate_handle(WATCH)
    yield tasks
    tasks += await seen.evaluate(SEEN)
    await seen.dispose()
