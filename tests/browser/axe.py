"""axe-core on a page: what shuts people out, as far as a machine can find it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.async_api import Frame, Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
GRAVE = ("serious", "critical")

RUN = """(tags) => axe.run(document, {
  runOnly: { type: "tag", values: tags }, resultTypes: ["violations"], preload: false,
}).then((found) => found.violations)"""
"""`preload` would have axe fetch what the page has loaded already."""


async def accessible(place: Page | Frame) -> None:
    """Fail with what is serious or critical about a page or a frame of it, frames within included."""
    top = place.main_frame if hasattr(place, "main_frame") else place
    for frame in _within(top):
        await _learns(frame)
    violations: list[dict[str, Any]] = await top.evaluate(RUN, RULES)
    grave = [told(each) for each in violations if each["impact"] in GRAVE]
    assert not grave, "\n\n".join([f"not accessible: {top.url}", *grave])


def told(violation: dict[str, Any]) -> str:
    """A rule that is broken, by which elements, and how each is mended."""
    elements = [
        f"  {_where(node['target'])}\n    {node['html'][:200]}\n    {_mending(node)}"
        for node in violation["nodes"]
    ]
    return "\n".join([f"{violation['impact']}: {violation['help']} ({violation['id']})", *elements])


def _where(target: list[str | list[str]]) -> str:
    """The selector, behind those of the frames it is in."""
    return " » ".join(step if isinstance(step, str) else " ".join(step) for step in target)


def _mending(node: dict[str, Any]) -> str:
    return " ".join(node["failureSummary"].split())


def _within(frame: Frame) -> Iterator[Frame]:
    yield frame
    for child in frame.child_frames:
        yield from _within(child)


async def _learns(frame: Frame) -> None:
    """Through the debugger, so that the page's own policy on scripts stays as it is."""
    if not await frame.evaluate("typeof window.axe?.run === 'function'"):
        await frame.evaluate(_axe())


@cache
def _axe() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
