"""Reports: on the stewards' desk, and nowhere else."""

import pytest

from data.tables import reports
from sandbox import Permission
from tests.cogs.listening.thread import goes
from tests.cogs.ticking import become

WORDS = "It is about my sister.\n<@&1> [x](https://y.z)"


async def tells(person, reason="It tells private things of somebody else", text=WORDS):
    goes(person)
    await person.clicks("Report")
    await person.fills({"What is wrong?": reason, "In your own words": text})


async def test_a_report_stands_on_the_desk_and_goes_on_to_seen_and_closed(thread, server, mei, ruth):
    await tells(ruth)
    await ruth.sees("It is with your stewards")
    nora = server.nora
    card = await nora.sees("A report")
    read = nora.reads(card)
    assert "It tells private things of somebody else" in read
    assert "@Ruth" in read
    assert "Nobody has looked at it yet" in read
    assert card["mentions"] == []
    assert "[x](" not in str(card["components"])
    assert thread.messages == []
    assert mei.find("A report") is None
    await nora.clicks("I am looking at it")
    await nora.sees("A steward is looking at it")
    await nora.clicks("Closed", on="A report")
    await nora.sees("Closed.")
    await thread.rests("report", "report-card")
    assert [row.state for row in await thread.keeps(reports)] == ["closed"]


async def test_stewards_find_the_open_ones_in_a_list_of_their_own(thread, server, ruth):
    nora = server.nora
    nora.goes_to("steward-desk")
    await nora.clicks("Reports")
    await nora.sees("No report is open")
    await tells(ruth)
    await nora.sees("A report")
    await nora.clicks("Reports")
    await nora.sees("One report is open")


async def test_row_39_whoever_is_steward_no_more_changes_nothing(thread, server, ruth, tomas):
    await tells(ruth)
    await server.nora.sees("A report")
    await server.nora.creates_role("Helper", permissions=str(int(Permission.ADMINISTRATOR)))
    await server.nora.gives_role(tomas, "Helper")
    await tomas.sees("A report")
    await server.nora.edits_role("Helper", permissions=str(int(Permission.VIEW_CHANNEL)))
    await server.nora.edits_overwrites("steward-desk", tomas, allow=int(Permission.VIEW_CHANNEL))
    await tomas.clicks("I am looking at it")
    await tomas.sees("This is for stewards only")
    assert [row.state for row in await thread.keeps(reports)] == ["new"]


async def test_whoever_is_not_in_may_report_and_own_words_may_be_left_out(thread, server):
    ines = await server.join("Ines")
    goes(ines)
    await ines.clicks("Report")
    await ines.fills({"What is wrong?": "Somebody may be in danger"})
    await ines.sees("It is with your stewards")
    await server.nora.sees("Somebody may be in danger")


@pytest.mark.parametrize("trouble", ["502 after", "drop after"])
async def test_row_21_a_report_whose_answer_was_lost_stands_there_once(thread, stage, server, ruth, trouble):
    goes(ruth)
    await ruth.clicks("Report")
    stage.world.faults.next("POST", r"/channels/\d+/messages$", trouble)
    await ruth.fills({"What is wrong?": "Something else"})
    await become(stage, "report", "done")
    await thread.rests("report")
    desk = server.nora.messages(server.nora.channel("steward-desk"))
    assert sum("A report" in server.nora.reads(each) for each in desk) == 1
