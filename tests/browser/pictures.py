"""Pages held against pictures of how they are meant to look."""

from __future__ import annotations

import base64
import json
import os
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.async_api import Locator, Page

HERE = Path(__file__).parent
COMPARE = (HERE / "compare.js").read_text("utf-8")
MEASURE = (HERE / "measure.js").read_text("utf-8")

CLEARLY = 24
"""By how much of 255 a red, green or blue has to differ to be counted: less is how an edge was smoothed."""
MOST_POINTS = 100
"""Points that may differ all the same, about one letter."""


@dataclass(frozen=True)
class Looks:
    """Compares pages with the pictures in `screens`, or takes those anew."""

    desk: Page
    """An empty page to compare on, beside the one that is looked at."""
    kept: Path
    """Where to put what is different."""
    screens: Path = HERE / "screens"
    anew: bool = os.environ.get("BROWSER_SCREENS") == "new"

    async def __call__(self, seen: Page | Locator, name: str) -> None:
        taken = await seen.screenshot(animations="disabled")
        picture = self.screens / f"{name}.png"
        fonts = await self._fonts_here()
        if self.anew:
            self._fonts.write_text(json.dumps(fonts, indent=1, ensure_ascii=False) + "\n", "utf-8")
        elif self._drawn_otherwise(fonts):
            return
        before = _content(picture)
        found = await self._differences(before, taken) if before else None
        if found and found["different"] <= MOST_POINTS and found["was"] == found["is"]:
            return  # and what looks the same stays as it was, byte for byte
        if self.anew:
            picture.write_bytes(taken)
        else:
            self._fail(picture, taken, found)

    async def _fonts_here(self) -> dict[str, str]:
        """How wide and high text is, and what draws it: releases differ in how they smooth an edge."""
        measured: dict[str, str] = await self.desk.evaluate(MEASURE)
        browser = self.desk.context.browser
        return {"Chromium": browser.version if browser else "unknown", **measured}

    def _drawn_otherwise(self, fonts: dict[str, str]) -> bool:
        """Then pictures tell nothing, and a warning says why. The rest of the test goes on."""
        recorded = json.loads(self._fonts.read_text("utf-8"))
        other = [
            f"{name} {old}, here {fonts.get(name)}"
            for name, old in recorded.items()
            if old != fonts.get(name)
        ]
        if other:
            why = f"text is not drawn here as where the pictures were taken: {'; '.join(other)}"
            warnings.warn(why, stacklevel=3)
        return bool(other)

    async def _differences(self, before: bytes, taken: bytes) -> dict[str, Any]:
        pictures = {"expected": _encoded(before), "actual": _encoded(taken), "clearly": CLEARLY}
        found: dict[str, Any] = await self.desk.evaluate(COMPARE, pictures)
        return found

    def _fail(self, picture: Path, taken: bytes, found: dict[str, Any] | None) -> None:
        if found is None:
            raise AssertionError(
                f"There is no {picture} yet. BROWSER_SCREENS=new with the same test takes it."
            )
        actual, marked = self.kept / picture.name, self.kept / f"{picture.stem}-different.png"
        actual.write_bytes(taken)
        marked.write_bytes(base64.b64decode(found["marked"]))
        raise AssertionError(
            f"{found['different']} points differ from {picture} ({found['was']}).\n"
            f"It looks like {actual} ({found['is']}), marked in {marked}.\n"
            "If it is meant to look like that, BROWSER_SCREENS=new with the same test takes the picture anew."
        )

    @property
    def _fonts(self) -> Path:
        return self.screens / "fonts.json"


def _content(picture: Path) -> bytes | None:
    return picture.read_bytes() if picture.exists() else None


def _encoded(picture: bytes) -> str:
    return base64.b64encode(picture).decode()
