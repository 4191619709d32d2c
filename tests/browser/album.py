"""`make pictures`: the pictures in docs/pictures, taken of the demo and the gallery as they run.

Each shot is a few steps as a person would take them, and the picture that is there in the end. In all of
them it is noon, but in that of the lens, which says how far the time was moved.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import logs
from sandbox import World
from tests.browser import chromium
from tests.browser.bridge import bridge_up
from tests.browser.noon import NOON
from tour import community
from tour.talking import ROOM, may_enter

if TYPE_CHECKING:
    from playwright.async_api import Browser, FrameLocator, Page

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
WIDE = 1280, 800
PHONE = 390, 780
START = "Start here: explain how you see the world"
"""The first post of the forum."""

Steps = Callable[["Page"], Awaitable[None]]
Deeds = Callable[[World], Awaitable[None]]


@dataclass(frozen=True)
class Shot:
    """A picture's name, what people did before, how the page is opened, and the steps on it."""

    name: str
    steps: Steps
    query: str = ""
    size: tuple[int, int] = WIDE
    dark: bool = False
    noon: bool = True
    before: Deeds | None = None


def seat(page: Page, number: int = 1) -> FrameLocator:
    return page.frame_locator(f"#seat-{number}")


async def door(page: Page) -> None:
    await seat(page).get_by_role("button", name="Mei").wait_for()


async def greeted(page: Page) -> None:
    await seat(page).get_by_role("button", name="Join the circles").last.wait_for()


async def form(page: Page) -> None:
    await greeted(page)
    await seat(page).get_by_role("button", name="Join the circles").last.click()
    dialog = seat(page).get_by_role("dialog")
    await dialog.get_by_label("I want to understand").check()
    await dialog.get_by_label("Boomer").check()


async def answered(page: Page) -> None:
    await form(page)
    dialog = seat(page).get_by_role("dialog")
    await dialog.get_by_label("I am 18 or older").check()
    await dialog.get_by_label("I agree to listen and to be kind").check()
    await dialog.get_by_role("button", name="Submit").click()
    await seat(page).get_by_text("You are in").wait_for()
    await dialog.wait_for(state="detached")


async def lens(page: Page) -> None:
    await greeted(page)
    behind = page.frame_locator("#lens iframe")
    await behind.get_by_text("The bot is connected").wait_for()
    await seat(page).get_by_role("button", name="My place").last.click()
    await behind.get_by_text("pressed “My place”").first.wait_for()
    await behind.get_by_text("answered after").first.wait_for()


async def side_by_side(page: Page) -> None:
    await greeted(page)
    await seat(page, 2).get_by_role("button", name="My place").last.click()
    await seat(page, 2).get_by_text("taking part since").wait_for()


async def thread(page: Page) -> None:
    await seat(page).get_by_role("button", name="Ask to understand").last.wait_for()


async def forum(page: Page) -> None:
    await thread(page)
    await seat(page).get_by_text("Back to worldviews").click()
    await seat(page).get_by_text("Start here").last.scroll_into_view_if_needed()
    await seat(page).get_by_text(community.BELIEF).last.scroll_into_view_if_needed()


async def preview(page: Page) -> None:
    await seat(page).get_by_text("worldviews", exact=True).first.click()
    await seat(page).get_by_text(START).last.click()
    await seat(page).get_by_text("Nothing has been posted yet").wait_for()


async def confirmed(page: Page) -> None:
    await thread(page)
    await seat(page).get_by_text("says back what they heard").last.scroll_into_view_if_needed()


async def mine(page: Page) -> None:
    await seat(page).get_by_role("button", name="Channels").click()
    await seat(page).get_by_text("home", exact=True).first.click()
    await seat(page).get_by_text("Only you can see this page").wait_for()


async def understood(world: World) -> None:
    """Ruth says back what Ines explained, and is told that this is it."""
    ruth, ines = world.person("Ruth"), world.person(community.SPEAKER)
    await community.sign_up(ruth, "I want to understand", "Boomer · born 1946 to 1964")
    await ruth.sees("You are in")
    ruth.goes_to(community.BELIEF)
    await ruth.clicks("Say back what I heard")
    await ruth.fills({"What I heard you say": "You are not hiding. In writing you can say what is true."})
    await ines.sees("You are not hiding.")
    ines.goes_to(community.BELIEF)
    await ines.clicks("Yes, that's it")
    await ruth.sees("you got it")


async def looked_back(world: World) -> None:
    await understood(world)
    ruth = world.person("Ruth")
    await ruth.clicks("My place", on="Reverse-mentoring circles")
    await ruth.clicks("My worldviews")
    await ruth.sees("Only you can see this page")


async def evening(page: Page) -> None:
    await seat(page).get_by_text("discussions", exact=True).first.click()
    await seat(page).get_by_role("button", name="Add to my calendar").last.wait_for()


async def conductor(page: Page) -> None:
    await seat(page).get_by_text("discussion room 1", exact=True).first.click()
    await seat(page).get_by_role("button", name="I have finished").last.wait_for()
    await seat(page).get_by_role("button", name="For the host").last.scroll_into_view_if_needed()


async def gathered(world: World) -> None:
    """It is tomorrow, seven o'clock: Ines, Tomas and Amir are in the room, and Ines begins."""
    people = [world.person(name) for name in (community.SPEAKER, community.ASKER, "Amir")]
    for person in people:
        await person.clicks("Going", on=community.EVENING)
        await person.sees("You are going")
    start = (NOON + timedelta(days=1)).replace(hour=19)
    for before in (timedelta(hours=1), timedelta(minutes=9), timedelta(0)):
        await asyncio.sleep(0.5)  # what is on its way arrives
        world.clock.advance((start - before - world.clock.now()).total_seconds() + 1)
    for person in people:
        await world.changed.until(partial(may_enter, person), 8)
        await person.joins_voice(ROOM)
    await people[0].sees("We can begin")
    await people[0].clicks("Begin")
    await people[0].sees("It is @Ines's turn")


async def previewed(world: World) -> None:
    mei = world.person("Mei")
    await community.sign_up(mei, "I can mentor", "Gen Z · born 1997 to 2012")
    await mei.sees("You are in")
    mei.goes_to(START)
    await mei.clicks("Explain my worldview")
    await mei.fills(
        {
            "What I believe": "Work is what I do, and it is not who I am.",
            "The moment that shaped it": "My father lost his job, and for a year he did not know who he was.",
            "Topics": ["Work"],
        }
    )
    await mei.sees("Nothing has been posted yet")


SHOTS = (
    Shot("1-who-to-be", door),
    Shot("2-greeted", greeted, "?one=Ruth"),
    Shot("3-the-form", form, "?one=Ruth"),
    Shot("4-you-are-in", answered, "?one=Ruth"),
    Shot("5-a-forum", forum, "?one=Ines"),
    Shot("6-nothing-posted-yet", preview, "?one=Mei", before=previewed),
    Shot("7-understood", confirmed, "?one=Ruth", before=understood),
    Shot("8-my-worldviews", mine, "?one=Ruth", size=PHONE, before=looked_back),
    Shot("9-a-discussion", evening, "?one=Ruth"),
    Shot("10-the-conductor", conductor, "?one=Ines", size=(1280, 1180), before=gathered),
    Shot("side-by-side", side_by_side, "?one=Ruth&two=Amir"),
    Shot("lens", lens, "?one=Amir&lens", size=(1280, 900), noon=False),
    Shot("dark", greeted, "?one=Mei", dark=True),
    Shot("phone", greeted, "?one=Mei", size=PHONE),
)


def world_from_noon() -> World:
    """Time goes on in it: the bot greets a little later than people come."""
    world = World()
    world.clock.advance((NOON - world.clock.now()).total_seconds())
    return world


async def take(browser: Browser, url: str, shot: Shot) -> None:
    width, height = shot.size
    profile = await browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if shot.dark else "light",
        locale="en-US",
        timezone_id="UTC",
    )
    page = await profile.new_page()
    page.set_default_timeout(10_000)
    await page.goto(url + shot.query)
    await shot.steps(page)
    await page.mouse.move(0, 0)
    await page.screenshot(path=FOLDER / f"{shot.name}.png", animations="disabled")
    await profile.close()


async def main(wanted: list[str]) -> None:
    """All of them, or those named."""
    logs.configure("warning", "console")
    FOLDER.mkdir(parents=True, exist_ok=True)
    async with chromium.launched() as browser:
        for shot in SHOTS:
            if not wanted or shot.name in wanted:
                async with bridge_up(world_from_noon() if shot.noon else None) as stage:
                    if shot.before:
                        await shot.before(stage.world)
                    await take(browser, stage.sandbox.page_url, shot)
                sys.stdout.write(f"docs/pictures/{shot.name}.png\n")


if __name__ == "__main__":
    if why := chromium.missing():
        sys.exit(f"No pictures: {why}.")
    asyncio.run(main(sys.argv[1:]))
