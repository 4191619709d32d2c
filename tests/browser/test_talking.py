"""Messages in a real browser: answered, reacted to, changed, pinned, with files, with polls, hostile."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

from tests.browser.axe import accessible
from tests.browser.browsing import browsing
from tests.browser.gallery import gallery_up
from tests.sandbox.page_bot import panel_up

if TYPE_CHECKING:
    from playwright.async_api import Browser, Locator, Page


def picture(width: int = 40, height: int = 30) -> bytes:
    """A small PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress((b"\0" + b"\x30\x80\x60" * width) * height)
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


async def sits_down(page: Page, name: str = "Mei") -> None:
    await page.get_by_role("button", name=name).click()
    await page.get_by_label("Message to general").wait_for()


def said(page: Page, text: str) -> Locator:
    return page.get_by_role("article").filter(has_text=text).last


async def pick(page: Page, message: str, entry: str) -> None:
    """Choose something from the menu of a message."""
    await said(page, message).hover()
    await said(page, message).get_by_role("button", name="More").click()
    await page.get_by_role("menu").get_by_role("menuitem", name=entry).click()


async def focused(page: Page) -> str:
    return str(await page.evaluate("document.activeElement.textContent"))


async def test_an_answer_shows_what_it_answers_and_leads_there(browser: Browser):
    async with panel_up() as sandbox, browsing(browser, sandbox) as page:
        await sits_down(page)
        await sandbox.world.person("Nora").says("#general", "Shall we have tea?")
        for number in range(40):
            await sandbox.world.person("Nora").says("#general", f"And then {number}")
        await pick(page, "Shall we have tea?", "Reply")
        line = page.get_by_label("Message to general")
        await page.get_by_text("Replying to Nora").wait_for()
        await line.fill("With pleasure")
        await line.press("Enter")
        answer = said(page, "With pleasure")
        await answer.get_by_text("Nora: Shall we have tea?").wait_for()
        await page.get_by_text("Replying to").wait_for(state="detached")
        await answer.get_by_role("button", name="Go to it").click()
        question = page.get_by_role("article").filter(has_text="Shall we have tea?").first
        await page.locator("article.found").filter(has_text="Shall we have tea?").wait_for()
        box = await question.bounding_box()
        assert box
        assert 0 < box["y"] < 720


async def test_one_reacts_by_keyboard_alone(browser: Browser):
    async with panel_up() as sandbox, browsing(browser, sandbox) as page:
        await sits_down(page)
        await sandbox.world.person("Nora").says("#general", "Like it?")
        await sandbox.world.person("Nora").says("#general", "Or not?")
        await said(page, "Or not?").wait_for()
        await page.get_by_label("Messages in general").focus()
        await page.keyboard.press("ArrowUp")
        await page.keyboard.press("ArrowUp")
        await page.keyboard.press("Enter")
        assert await focused(page) == "Reply"
        await page.keyboard.press("End")
        assert await focused(page) == "About Nora"
        await page.keyboard.press("r")
        await page.keyboard.press("r")
        assert await focused(page) == "React"
        await page.keyboard.press("Enter")
        assert "thumbs up" in await focused(page)
        await page.keyboard.press("Tab")
        await page.keyboard.press("Enter")
        heart = said(page, "Like it?").get_by_role("button", name="heart: 1, including you", pressed=True)
        await heart.wait_for()
        await heart.press("Enter")
        await heart.wait_for(state="detached")


async def test_the_menu_key_opens_what_one_may_do_and_escape_leads_back(browser: Browser):
    async with panel_up() as sandbox, browsing(browser, sandbox) as page:
        await sits_down(page)
        await sandbox.world.person("Nora").says("#general", "Mine alone")
        await said(page, "Mine alone").get_by_role("button", name="More").focus()
        await page.keyboard.press("Shift+F10")
        menu = page.get_by_role("menu")
        entries = await menu.get_by_role("menuitem").all_inner_texts()
        assert entries == [
            "Reply",
            "React",
            "Open a thread",
            "Copy text",
            "About Nora",
        ]
        await page.keyboard.press("Escape")
        await menu.wait_for(state="detached")
        assert "More" in await focused(page)
        await page.keyboard.press("Shift+F10")
        await menu.get_by_role("menuitem", name="About Nora").click()
        await page.get_by_role("dialog", name="Nora").get_by_text("Here since").wait_for()


async def test_one_changes_ones_message_in_place_and_deletes_it(browser: Browser):
    async with panel_up() as sandbox, browsing(browser, sandbox) as page:
        await sits_down(page)
        line = page.get_by_label("Message to general")
        await line.fill("Hello @Nora, tree o'clock?")
        await line.press("Enter")
        await said(page, "tree o'clock").wait_for()
        await line.press("ArrowUp")
        box = page.get_by_label("Edit your message")
        assert await box.input_value() == "Hello @Nora, tree o'clock?"
        await box.fill("never mind")
        await box.press("Escape")
        await said(page, "tree o'clock").wait_for()
        await line.press("ArrowUp")
        await box.fill("Hello @Nora, three o'clock?")
        await box.press("Enter")
        await said(page, "three o'clock").get_by_text("(edited)").wait_for()
        assert await said(page, "three o'clock").locator(".mention").first.inner_text() == "@Nora"
        await pick(page, "three o'clock", "Delete")
        await page.get_by_role("dialog").get_by_role("button", name="Delete").click()
        await said(page, "three o'clock").wait_for(state="detached")
        await page.locator("#text:focus").wait_for()
        assert sandbox.world.person("Mei").find("o'clock") is None


async def test_a_pin_is_found_in_the_heading(browser: Browser):
    async with panel_up() as sandbox, browsing(browser, sandbox) as page:
        await sandbox.world.person("Nora").says("#general", "House rules")
        await sits_down(page, "Nora")
        await pick(page, "House rules", "Pin")
        await said(page, "pinned a message to this channel").wait_for()
        await page.get_by_role("button", name="Pinned messages").click()
        panel = page.get_by_role("dialog", name="Pinned messages")
        await panel.get_by_text("House rules").wait_for()
        await panel.get_by_role("button", name="Go to it").click()
        await page.locator("article.found").filter(has_text="House rules").wait_for()


async def test_files_go_out_with_their_descriptions_and_without_a_word(browser: Browser):
    async with panel_up() as sandbox, browsing(browser, sandbox) as page:
        await sits_down(page)
        sent = [
            {"name": "garden.png", "mimeType": "image/png", "buffer": picture()},
            {"name": "notes.txt", "mimeType": "text/plain", "buffer": b"x" * 2048},
            {"name": "end.png", "mimeType": "image/png", "buffer": picture()},
            {"name": "wrong.txt", "mimeType": "text/plain", "buffer": b"no"},
        ]
        await page.get_by_label("Add a file").set_input_files(sent)  # type: ignore[arg-type]
        chips = page.get_by_role("list", name="Files to send").get_by_role("listitem")
        await chips.filter(has_text="wrong.txt").get_by_role("button", name="Remove").click()
        await chips.filter(has_text="garden.png").get_by_label("Description").fill("Our garden in May")
        await chips.filter(has_text="end.png").get_by_label("Hide it").check()
        assert await chips.filter(has_text="notes.txt").get_by_text("2 KB").count() == 1
        await page.get_by_role("button", name="Send").click()
        message = said(page, "notes.txt")
        await message.get_by_text("Description: Our garden in May").wait_for()
        await chips.first.wait_for(state="detached")
        garden = message.get_by_role("img", name="Our garden in May")
        assert await garden.evaluate("image => image.decode().then(() => image.naturalWidth)") == 40
        assert await message.get_by_role("img").count() == 1
        await message.get_by_role("button", name="Spoiler: show a picture").click()
        assert await message.get_by_role("img").count() == 2
        async with page.expect_download() as download:
            await message.get_by_role("link", name="notes.txt").click()
        assert (await download.value).suggested_filename == "notes.txt"
        await garden.click()
        await page.get_by_role("dialog", name="Picture in full size").wait_for()
        await page.keyboard.press("Escape")
        assert "wrong.txt" not in sandbox.world.person("Nora").screen()


async def test_too_much_is_said_before_it_is_sent_and_nothing_is_lost(browser: Browser):
    async with panel_up() as sandbox, browsing(browser, sandbox) as page:
        await sits_down(page)
        await page.evaluate(DROPPED, 10 * 1024 * 1024 + 1)
        await page.get_by_text("big.zip is too large: a file may have 10.0 MB.").wait_for()
        line = page.get_by_label("Message to general")
        await line.fill("x" * 1900)
        await page.get_by_text("100 characters left").wait_for()
        await line.fill("x" * 2003)
        await page.get_by_text("3 characters too long").wait_for()
        await line.press("Enter")
        assert len(await line.input_value()) == 2003
        await page.reload()
        assert len(await line.input_value()) == 2003


DROPPED = """(size) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([new Uint8Array(size)], "big.zip"));
  const dropped = new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true });
  document.getElementById("log").dispatchEvent(dropped);
}"""


async def test_names_are_offered_while_one_writes(browser: Browser):
    async with panel_up() as sandbox, browsing(browser, sandbox) as page:
        await sits_down(page)
        line = page.get_by_label("Message to general")
        await line.press_sequentially("Hello @no")
        await (
            page.get_by_role("listbox", name="People")
            .get_by_role("option", name="Nora", selected=True)
            .wait_for()
        )
        await line.press("Enter")
        assert await line.input_value() == "Hello @Nora "
        await line.press_sequentially("in #gen")
        await page.get_by_role("listbox", name="Channels").wait_for()
        await line.press("Tab")
        await line.press("Enter")
        message = said(page, "Hello @Nora in #general")
        await message.wait_for()
        assert await message.locator(".mention").all_inner_texts() == ["@Nora", "#general"]
        assert await sandbox.world.person("Nora").sees("Hello @Nora")


async def test_a_poll_is_voted_in(browser: Browser):
    async with panel_up() as sandbox, browsing(browser, sandbox) as page:
        await sits_down(page)
        await sandbox.world.person("Nora").asks("#general", "Tea or coffee?", "Tea", "Coffee")
        poll = page.get_by_role("group", name="Tea or coffee?")
        await poll.get_by_label("Coffee").check()
        await page.get_by_role("button", name="Vote", exact=True).click()
        await poll.get_by_text("Coffee ✓ your choice").wait_for()
        await poll.get_by_text("100%, 1 vote").wait_for()
        await page.get_by_role("button", name="Remove my vote").click()
        await poll.get_by_label("Tea").wait_for()
        await page.get_by_role("button", name="Show results").click()
        await poll.get_by_text("0%, 0 votes").nth(1).wait_for()


async def test_the_bots_commands_are_in_the_menu_and_answers_say_who_used_what(browser: Browser):
    async with gallery_up() as gallery, browsing(browser, gallery.sandbox) as page:
        await page.locator(".people").get_by_role("button", name="Mei").click()
        await page.get_by_role("navigation").get_by_role("button", name="replies", exact=True).click()
        await pick(page, "Who brings the cups?", "Count words")
        await page.get_by_text("Mei used Count words").wait_for()
        ruth = gallery.people["Ruth"]
        ruth.goes_to("replies")
        await ruth.runs("/circle plan", topic="Tea")
        await page.get_by_text("Ruth used /circle plan").wait_for()


async def test_on_a_phone_files_and_answers_are_in_reach(browser: Browser):
    async with (
        panel_up() as sandbox,
        browsing(browser, sandbox, viewport={"width": 360, "height": 740}) as page,
    ):
        await sits_down(page)
        await sandbox.world.person("Nora").says("#general", "Long" * 300)
        sent = [
            {"name": f"{number}.png", "mimeType": "image/png", "buffer": picture()} for number in range(4)
        ]
        await page.get_by_label("Add a file").set_input_files(sent)  # type: ignore[arg-type]
        await page.get_by_role("list", name="Files to send").wait_for()
        await pick(page, "LongLong", "Reply")
        await page.get_by_text("Replying to Nora").wait_for()
        assert await page.evaluate("document.documentElement.scrollWidth") <= 360
        await accessible(page)
