"""Forms, selects and slash commands in a real browser, by mouse and by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from sandbox import Permission, Sandbox
from tests.sandbox.page_forms_bot import Asker, asking
from tests.sandbox.test_page_browser import browser, browsing, pytestmark

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.async_api import Browser, Locator, Page, WebSocketRoute

__all__ = ["browser", "pytestmark"]


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


class Gate:
    """Between the page and the sandbox: can be shut, and opened again."""

    def __init__(self) -> None:
        self.passes = True
        self.sockets: list[WebSocketRoute] = []

    async def __call__(self, socket: WebSocketRoute) -> None:
        if self.passes:
            self.sockets.append(socket)
            socket.connect_to_server()
        else:
            await socket.close(code=1001)

    async def shut(self) -> None:
        self.passes = False
        await self.sockets[-1].close(code=1001)


async def test_a_form_is_filled_in_by_keyboard_alone(browser: Browser):
    async with asking() as (sandbox, bot), browsing(browser, sandbox) as page:
        await as_mei(page)
        await page.get_by_role("button", name="Choices").focus()
        await keys(page, "Enter")
        await page.get_by_role("dialog", name="Choose").wait_for()
        await keys(page, "Space", "Tab", "Space", "End", "Space", "Tab", "Os", "Tab", "Space", "Enter")
        assert await sent(sandbox, bot) == {"Seat": "m", "Days": ["M", "F"], "Town": ["os"], "I_agree": True}
        await page.get_by_text("Noted:").wait_for()
        assert await page.get_by_role("dialog").count() == 0
        assert await focused(page) == "Choices"


async def test_the_focus_stays_in_the_form_and_goes_back(browser: Browser):
    async with asking() as (sandbox, _), browsing(browser, sandbox) as page:
        await as_mei(page)
        await opened(page, "Words")
        assert await focused(page) == "Name"
        for _ in range(12):
            await keys(page, "Tab")
            assert await page.evaluate("document.activeElement.closest('dialog, body').tagName") in (
                "DIALOG",
                "BODY",
            )
        await keys(page, "Escape")
        assert await page.get_by_role("dialog").count() == 0
        assert await focused(page) == "Words"


async def test_every_wrong_entry_is_named_where_it_is(browser: Browser):
    async with asking() as (sandbox, bot), browsing(browser, sandbox) as page:
        await as_mei(page)
        form = await opened(page, "Words")
        about = form.get_by_label("About you")
        await about.fill("Tea")
        await form.get_by_role("button", name="Submit").click()
        assert await form.locator(".wrong").all_inner_texts() == [
            "Please fill this in.", "Please write at least 5 characters.", "",
        ]  # fmt: skip
        assert await focused(page) == "Name"
        for label, wrong in (("Name", "true"), ("About you", "true"), ("Motto", None)):
            assert await form.get_by_label(label).get_attribute("aria-invalid") == wrong
        described = (await about.get_attribute("aria-describedby") or "").split()
        said = [await form.locator(f"#{each}").inner_text() for each in described]
        assert said == [
            "A few words are enough.",
            "2 characters more needed",
            "Please write at least 5 characters.",
        ]
        await about.fill("T" * 101)
        assert await form.get_by_text("This is too long by 1 character.").count() == 1
        await about.fill("I like tea.")
        assert await about.get_attribute("aria-invalid") is None
        await form.get_by_label("Name").fill("Mei")
        await form.get_by_role("button", name="Submit").click()
        assert await sent(sandbox, bot) == {
            "Name": "Mei", "About_you": "I like tea.", "Motto": "Little by little",
        }  # fmt: skip


async def test_what_was_typed_is_not_lost_by_a_slip(browser: Browser):
    async with asking() as (sandbox, _), browsing(browser, sandbox) as page:
        await as_mei(page)
        form = await opened(page, "Words")
        await keys(page, "Mei", "Escape")
        question = page.get_by_role("dialog", name="Discard what you typed?")
        await question.wait_for()
        assert await focused(page) == "Keep it"
        await keys(page, "Enter")
        assert await form.get_by_label("Name").input_value() == "Mei"
        await keys(page, "Escape", "Tab", "Enter")
        await form.wait_for(state="detached")
        assert await focused(page) == "Words"


async def test_what_was_typed_outlives_the_connection(browser: Browser):
    async with asking() as (sandbox, bot), browsing(browser, sandbox) as page:
        await page.route_web_socket("**/page/live", gate := Gate())
        await page.reload()
        await as_mei(page)
        form = await opened(page, "Words")
        await form.get_by_label("Name").fill("Mei")
        await form.get_by_label("About you").fill("I like tea.")
        await gate.shut()
        await page.get_by_text("The connection is lost").wait_for()
        await form.get_by_role("button", name="Submit").click()
        await form.get_by_text(
            "There is no connection at the moment. What you typed is still here."
        ).wait_for()
        gate.passes = True
        await page.get_by_text("The connection is lost").wait_for(state="detached")
        assert await form.get_by_label("About you").input_value() == "I like tea."
        await form.get_by_role("button", name="Submit").click()
        assert (await sent(sandbox, bot))["Name"] == "Mei"
        await form.wait_for(state="detached")


async def test_a_bot_that_fails_leaves_everything_as_it_was_typed(browser: Browser):
    async with asking() as (sandbox, bot), browsing(browser, sandbox) as page:
        await as_mei(page)
        form = await opened(page, "Words")
        await form.get_by_label("Name").fill("Mei")
        await form.get_by_label("About you").fill("I like tea.")
        bot.silent = True
        await form.get_by_role("button", name="Submit").click()
        await form.get_by_role("button", name="Sending…").wait_for()
        await sent(sandbox, bot)
        sandbox.world.clock.advance(3.1)
        sandbox.world.changed.happened()
        await form.get_by_text("Something went wrong. Try again.").wait_for()
        bot.silent = False
        await form.get_by_role("button", name="Submit").click()
        await form.wait_for(state="detached")
        assert len(bot.sent) == 2


async def test_a_double_click_sends_once(browser: Browser):
    async with asking() as (sandbox, bot), browsing(browser, sandbox) as page:
        await as_mei(page)
        form = await opened(page, "Words")
        await form.get_by_label("Name").fill("Mei")
        await form.get_by_label("About you").fill("I like tea.")
        bot.may_answer.clear()
        await form.get_by_role("button", name="Submit").dblclick()
        await keys(page, "Enter")
        bot.may_answer.set()
        await form.wait_for(state="detached")
        assert len(bot.sent) == 1


async def test_two_tabs_of_one_person_close_together_and_lose_nothing(browser: Browser):
    async with (
        asking() as (sandbox, bot),
        browsing(browser, sandbox) as one,
        browsing(browser, sandbox) as two,
    ):
        await as_mei(one)
        await as_mei(two)
        await opened(one, "Words")
        here, there = one.get_by_role("dialog"), two.get_by_role("dialog")
        for form in (here, there):
            await form.get_by_label("Name").fill("Mei")
            await form.get_by_label("About you").fill("I like tea.")
        await here.get_by_role("button", name="Submit").click()
        await there.wait_for(state="detached")
        await opened(two, "Words")
        await here.get_by_label("Name").fill("Written twice")
        await keys(two, "Escape")
        await here.get_by_text("This form is no longer open. What you typed is still here").wait_for()
        assert await here.get_by_label("Name").input_value() == "Written twice"
        assert await here.get_by_role("button", name="Submit").count() == 0
        assert len(bot.sent) == 1


async def test_people_channels_and_files_in_a_form(browser: Browser, tmp_path: Path):
    async with asking() as (sandbox, bot), browsing(browser, sandbox) as page:
        sandbox.world.add_members(next(iter(sandbox.world.guilds.values())), 10_000)
        await as_mei(page)
        form = await opened(page, "People")
        assert await focused(page) == "Partner"
        await keys(page, "zo")
        await form.get_by_role("option", name="Zoe").wait_for()
        await keys(page, "Enter")
        await form.get_by_role("button", name="Remove Mei").click()
        channel = form.get_by_role("combobox", name="Channel")
        await channel.fill("gen")
        await form.get_by_role("option", name="#general").click()
        assert await form.get_by_role("option").count() == 0
        files = form.locator("input[type=file]")
        await files.set_input_files(picture(tmp_path, "big.png", 10_500_000))
        await files.set_input_files(picture(tmp_path, "me.png", 2_048))
        assert "2 KB" in await form.get_by_role("listitem").filter(has_text="me.png").inner_text()
        await form.get_by_role("button", name="Submit").click()
        await form.get_by_text("big.png has 10.0 MB. A file may have at most 10 MB.").wait_for()
        await form.get_by_role("button", name="Remove big.png").click()
        await form.get_by_role("button", name="Submit").click()
        assert await sent(sandbox, bot) == {
            "Partner": ["Zoe"], "Role": [], "Channel": ["general"], "Pictures": [("me.png", 2_048)],
        }  # fmt: skip


async def test_half_a_name_is_not_sent_for_nobody(browser: Browser):
    async with asking() as (sandbox, bot), browsing(browser, sandbox) as page:
        await as_mei(page)
        form = await opened(page, "People")
        await form.get_by_role("combobox", name="Role").fill("Nobody has this")
        await form.get_by_text("Nothing fits.").wait_for()
        await form.get_by_role("button", name="Submit").click()
        await form.get_by_text("Please choose one from the list, or clear what you typed.").wait_for()
        assert bot.sent == []


async def test_selects_wait_for_done_and_keep_what_was_chosen(browser: Browser):
    async with asking() as (sandbox, bot), browsing(browser, sandbox) as page:
        await as_mei(page)
        two = page.locator("details").nth(1)
        await two.locator("summary").click()
        await keys(page, "Space")
        await two.get_by_role("button", name="Done").click()
        await two.get_by_text("Please choose 2.").wait_for()
        await keys(page, "b", "Space")
        bot.may_answer.clear()
        await two.get_by_role("button", name="Done").click()
        await two.get_by_text("Red, Blue – sending…").wait_for()
        bot.may_answer.set()
        await page.get_by_text("Picked ['Red', 'Blue']").wait_for()
        assert await two.locator("summary").inner_text() == "Red, Blue"
        one = page.locator("details").nth(0)
        await one.locator("summary").focus()
        await keys(page, "Enter", "ArrowDown", "End", "Escape")
        assert await one.locator("summary").inner_text() == "One colour"
        await keys(page, "Enter", "g", "Tab", "Enter")
        await page.get_by_text("Picked ['Green']").wait_for()


async def test_somebody_is_found_among_ten_thousand(browser: Browser):
    async with asking() as (sandbox, bot), browsing(browser, sandbox) as page:
        sandbox.world.add_members(next(iter(sandbox.world.guilds.values())), 10_000)
        await as_mei(page)
        who = page.locator("details").nth(2)
        assert await who.locator("summary").inner_text() == "Zoe"
        await who.locator("summary").click()
        await who.get_by_role("option").nth(24).wait_for()
        assert await who.get_by_role("option").count() == 25
        await keys(page, "nora")
        await who.get_by_role("option", name="Nora").wait_for()
        await keys(page, "Enter")
        await who.get_by_role("button", name="Done").click()
        assert await sent(sandbox, bot) == ["Zoe", "Nora"]


async def test_a_command_is_run_by_keyboard_with_a_suggestion(browser: Browser):
    async with asking() as (sandbox, bot), browsing(browser, sandbox) as page:
        await as_mei(page)
        line = page.get_by_label("Message to general")
        await line.focus()
        await keys(page, "/")
        assert await page.get_by_role("option").count() == 3
        await keys(page, "ArrowUp")
        await page.locator("[aria-selected=true]", has_text="/town").wait_for()
        assert await line.get_attribute("aria-activedescendant") == "commands-2"
        await keys(page, "Enter")
        form = page.get_by_role("dialog", name="/town")
        await form.wait_for()
        await keys(page, "gen")
        await form.get_by_role("option", name="Geneva").wait_for()
        await keys(page, "ArrowDown", "ArrowDown", "Enter")
        assert await form.get_by_label("name").first.input_value() == "Geneva"
        await keys(page, "Enter")
        assert await sent(sandbox, bot) == "gv"
        await form.wait_for(state="detached")
        assert await focused(page) == "Message to general"


async def test_a_suggestion_that_comes_late_is_dropped_and_none_is_said(browser: Browser):
    async with asking() as (sandbox, bot), browsing(browser, sandbox) as page:
        await as_mei(page)
        await page.get_by_label("Message to general").fill("/town")
        await keys(page, "Tab")
        form = page.get_by_role("dialog", name="/town")
        bot.may_suggest.clear()
        await keys(page, "o")
        await form.get_by_text("Loading…").wait_for()
        await keys(page, "slo")
        await sandbox.world.changed.until(lambda: bot.typed[-1] == "oslo" or None, 2)
        bot.may_suggest.set()
        await form.get_by_role("option").wait_for()
        assert await form.get_by_role("option").all_inner_texts() == ["Oslo"]
        bot.may_suggest.clear()
        await keys(page, "x")
        await sandbox.world.changed.until(lambda: bot.typed[-1] == "oslox" or None, 2)
        sandbox.world.clock.advance(3.1)
        sandbox.world.changed.happened()
        await form.get_by_text("Loading options failed").wait_for()
        await keys(page, "Enter")
        assert await sent(sandbox, bot) == "oslox"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1", "Please enter 2 or more."),
        ("many", "Please enter a whole number."),
        ("2,5", "Please enter a whole number."),
    ],
)
async def test_a_number_that_does_not_fit_is_said(browser: Browser, typed: str, said: str):
    async with asking() as (sandbox, _), browsing(browser, sandbox) as page:
        await as_mei(page)
        await page.get_by_label("Message to general").fill("/plan")
        await page.get_by_role("option", name="/circle plan").click()
        form = page.get_by_role("dialog", name="/circle plan")
        await form.get_by_label("topic").fill("Tea")
        await form.get_by_label("seats").fill(typed)
        await form.get_by_role("button", name="Run").click()
        await form.get_by_text(said).wait_for()
        assert await form.get_by_label("seats").input_value() == typed


async def test_commands_where_one_may_only_read(browser: Browser):
    async with asking() as (sandbox, _), browsing(browser, sandbox) as page:
        await sandbox.world.person("Nora").edits_overwrites(
            "general", "@everyone", deny=Permission.SEND_MESSAGES
        )
        await as_mei(page)
        line = page.get_by_label("Message to general")
        assert "commands" in (await line.get_attribute("placeholder") or "")
        await line.fill("/circle leave")
        await keys(page, "Enter")
        await page.get_by_text("You have left.").wait_for()


@pytest.mark.parametrize("button", ["Words", "Choices", "People"])
async def test_forms_fit_a_phone(browser: Browser, button: str):
    async with (
        asking() as (sandbox, _),
        browsing(browser, sandbox, viewport={"width": 360, "height": 640}) as page,
    ):
        await as_mei(page)
        form = await opened(page, button)
        await form.get_by_role("button", name="Submit").click()
        box = await form.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
        assert await form.evaluate("(dialog) => dialog.scrollWidth <= dialog.clientWidth")
