"""The journal: written for nobody else, changed and deleted at will."""

import asyncio

import pytest
import sqlalchemy as sa

from cogs.kit.cards import Card
from cogs.worldviews.more import MoreButton
from data.tables import journal
from domain.journal import ENTRY_LENGTH
from sandbox import CannotDo
from tests.cogs.mine.test_my_worldviews import WORK, opens
from text import shipped

LEARNED = "Rent is what work is for, when you are 22."


async def writes(person, text=LEARNED):
    await person.clicks("Write in my journal")
    await person.fills({"What I learned": text})
    return await person.sees("Nothing was posted")


async def kept(stage):
    async with stage.database.read() as store:
        return (await store.link.execute(sa.select(journal).order_by(journal.c.entry_id))).all()


@pytest.fixture
async def ruths(ruth):
    await opens(ruth, "My journal")
    return ruth


async def test_what_ruth_learned_is_kept_sealed_and_she_is_told_who_could_read_it(stage, ruths):
    page = ruths.reads(await ruths.sees("It is empty"))
    assert "stewards cannot either" in page
    assert "whoever runs the bot holds the key" in page
    page = ruths.reads(await writes(ruths))
    assert LEARNED in page
    (row,) = await kept(stage)
    assert b"Rent" not in row.text.ciphertext


async def test_row_01_a_form_sent_twice_is_one_entry(stage, ruths):
    await ruths.clicks("Write in my journal")
    form = ruths.form
    first = asyncio.create_task(ruths.fills({"What I learned": LEARNED}))
    ruths.form = form
    await asyncio.gather(first, ruths.fills({"What I learned": LEARNED}))
    await ruths.sees("Kept")
    assert len(await kept(stage)) == 1


async def test_row_05_a_form_left_open_over_a_restart_is_not_lost(stage, ruths):
    await ruths.clicks("Write in my journal")
    await stage.restart()
    await ruths.fills({"What I learned": LEARNED})
    await ruths.sees("Kept")
    assert len(await kept(stage)) == 1


async def test_an_entry_is_read_in_full_and_changed(ruths):
    long = "Work was who I was. " * 60
    await writes(ruths, long)
    (label,) = [option["label"] for _, each in ruths.controls() for option in each.get("options", ())]
    await ruths.chooses("Choose an entry to read, change or delete", label)
    await ruths.sees(long.strip())
    await ruths.clicks("Change")
    await ruths.fills({"What I learned": LEARNED})
    await ruths.sees("Changed")
    await ruths.clicks("My journal")
    await ruths.sees(LEARNED)
    await ruths.sees_not("Work was who I was.")


async def test_deleting_is_asked_once_more(stage, ruths):
    await writes(ruths)
    (label,) = [option["label"] for _, each in ruths.controls() for option in each.get("options", ())]
    await ruths.chooses("Choose an entry to read, change or delete", label)
    await ruths.clicks("Delete")
    await ruths.sees("Nothing has been deleted yet")
    await ruths.clicks("No, keep it")
    await ruths.sees(LEARNED)
    await ruths.clicks("Delete")
    await ruths.clicks("Yes, delete it")
    await ruths.sees("gone for good")
    assert await kept(stage) == []


async def test_whoever_presses_an_entry_that_is_gone_is_led_back_to_the_others(stage, ruths):
    await writes(ruths)
    (label,) = [option["label"] for _, each in ruths.controls() for option in each.get("options", ())]
    await ruths.chooses("Choose an entry to read, change or delete", label)
    await ruths.sees("Delete")
    async with stage.database.begin() as store:
        await store.link.execute(journal.delete())
    await ruths.clicks("Change")
    refusal = ruths.reads(await ruths.sees("not in your journal any more"))
    assert "[My journal]" in refusal


async def test_an_entry_with_nothing_in_it_is_not_kept(stage, ruths):
    await ruths.clicks("Write in my journal")
    await ruths.fills({"What I learned": " \u0000 "})
    await ruths.sees("There was nothing in it")
    assert await kept(stage) == []


@pytest.mark.parametrize("text", ["x" * ENTRY_LENGTH, "*_~`|>#" * 214, "@everyone <@&1> # big\n> q"])
async def test_whatever_fits_the_form_is_kept_and_shown_without_harm(ruths, text):
    page = await writes(ruths, text)
    assert page["mention_everyone"] is False
    (label,) = [option["label"] for _, each in ruths.controls() for option in each.get("options", ())]
    await ruths.chooses("Choose an entry to read, change or delete", label)
    await ruths.clicks("Change")
    await ruths.fills({})
    await ruths.sees("Changed")


async def test_the_newest_stands_first_and_the_pages_are_turned(ruths):
    for number in range(7):
        await writes(ruths, f"Lesson {number}.")
    page = ruths.reads(await ruths.sees("Lesson 6."))
    assert page.index("Lesson 6.") < page.index("Lesson 2.")
    assert "Lesson 1." not in page
    await ruths.clicks("Earlier")
    await ruths.sees("Lesson 0.")
    await ruths.sees_not("Lesson 2.")


async def test_more_under_a_worldview_leads_to_an_entry_that_says_which(stage, rows, mei, ruth):
    number = await rows.worldview(mei, WORK, thread_id=await rows.thread())
    button = MoreButton(shipped().for_reader("en"), worldview=str(number))
    await stage.bot.guilds[0].text_channels[0].send(view=Card("Under it", [button]))
    await ruth.clicks("More")
    page = ruth.reads(await writes(ruth))
    assert WORK in page
    (row,) = await kept(stage)
    assert row.worldview_id == number
    await mei.clicks("More")
    await mei.sees("Your worldview")
    with pytest.raises(CannotDo):
        await mei.clicks("Write in my journal")
    await mei.clicks("My worldviews")
    await mei.sees("Only you can see this page")


async def test_nobody_else_can_open_an_entry(stage, rows, mei, ruths):
    from actions import mine
    from domain.errors import EntryGone

    await writes(ruths)
    (row,) = await kept(stage)
    for verb in (mine.entry, mine.tear_out):
        with pytest.raises(EntryGone):
            await verb(stage.bot.deps, rows.community_id, int(mei.id), row.entry_id)
    with pytest.raises(EntryGone):
        await mine.rewrite(stage.bot.deps, rows.community_id, int(mei.id), row.entry_id, "mine now")
    with pytest.raises(EntryGone):
        await mine.entry(stage.bot.deps, rows.community_id + 1, int(ruths.id), row.entry_id)


async def test_whoever_is_not_in_reads_but_does_not_write(ruths):
    await writes(ruths)
    await ruths.clicks("My place", on="Reverse-mentoring circles")
    await ruths.clicks("Leave the circles")
    await ruths.clicks("Yes, leave")
    await ruths.clicks("My place", on="You have left the circles")
    await ruths.clicks("My worldviews")
    await ruths.clicks("My journal")
    await ruths.sees(LEARNED)
    await ruths.clicks("Write in my journal")
    await ruths.sees("You are not in the circles at the moment")
