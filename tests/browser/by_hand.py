"""What a person does with mouse and keyboard on a page of the bot that asks everything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox import Sandbox
from tests.sandbox.page_forms_bot import Asker

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.async_api import Locator, Page


async def as_mei(page: Page) -> None:
    await page.get_by_role("button", name="Mei").click()
    await page.get_by_role("button", name="Words").wait_for()


async def opened(page: Page, button: str) -> Locator:
    await page.get_by_role("button", name=button, exact=True).click()
    form = page.get_by_role("dialog")
    await form.wait_for()
    return form


async def keys(page: Page, *pressed: str) -> None:
    """Keys by name; anything else is typed."""
    for each in pressed:
        if each in ("Tab", "Enter", "Escape", "Space", "ArrowDown", "ArrowUp", "End", "Home", "Shift+Tab"):
            await page.keyboard.press(each)
        else:
            await page.keyboard.type(each)


async def focused(page: Page) -> str:
    """The label of what has the focus, or its text."""
    return str(
        await page.evaluate(
            "(({labels, innerText}) => labels?.[0]?.innerText ?? innerText)(document.activeElement)"
        )
    )


def picture(folder: Path, name: str, size: int) -> Path:
    file = folder / name
    file.write_bytes(b"x" * size)
    return file


async def sent(sandbox: Sandbox, bot: Asker, count: int = 1) -> Any:
    await sandbox.world.changed.until(lambda: len(bot.sent) >= count or None, 3)
    return bot.sent[-1]
