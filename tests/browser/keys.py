"""Getting about with the keyboard alone, by what a screen reader would say has the focus."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Page

MOST_PRESSES = 200

FOCUSED = """(() => {
  let focused = document.activeElement;
  while (focused.contentDocument ?? focused.shadowRoot) {
    focused = (focused.contentDocument ?? focused.shadowRoot).activeElement;
  }
  return focused;
})()"""
"""Through frames of the page's own address, to the very element."""


@dataclass(frozen=True)
class Focus:
    """What has the focus: an element, and how it is called."""

    id: int
    role: str
    name: str

    def __str__(self) -> str:
        return f"{self.role} “{self.name}”"


async def tab_to(page: Page, name: str, *, role: str | None = None, key: str = "Tab") -> None:
    """Press Tab until what is called exactly `name` has the focus; `key="Shift+Tab"` goes back.

    Fails with all that had it once the focus has come round.
    """
    had: list[Focus] = []
    session = await page.context.new_cdp_session(page)
    try:
        while len(had) < MOST_PRESSES:
            await page.keyboard.press(key)
            focus = await _focus(session)
            if focus.name == name and role in (None, focus.role):
                return
            if focus in had:
                break
            had.append(focus)
    finally:
        await session.detach()
    raise AssertionError(
        "\n  ".join([f"{key} does not lead to {role or 'anything'} “{name}”, but to:", *map(str, had)])
    )


async def focused(page: Page) -> Focus:
    """What has the focus now."""
    session = await page.context.new_cdp_session(page)
    try:
        return await _focus(session)
    finally:
        await session.detach()


async def _focus(session: CDPSession) -> Focus:
    element = (await session.send("Runtime.evaluate", {"expression": FOCUSED}))["result"]["objectId"]
    asked = {"objectId": element, "fetchRelatives": False}
    [node] = (await session.send("Accessibility.getPartialAXTree", asked))["nodes"]
    return Focus(node["backendDOMNodeId"], _said(node, "role"), _said(node, "name"))


def _said(node: dict[str, dict[str, str]], what: str) -> str:
    return " ".join(node.get(what, {}).get("value", "").split())
