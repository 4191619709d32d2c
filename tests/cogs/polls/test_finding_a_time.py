"""When can people make it? Up to ten times, and one tap makes the winner a discussion."""

from actions import discussions
from tests.cogs.upkeep.watching import becomes, messages_in

TIMES = "tomorrow 18:00\nnext Friday 7 pm\n\nin 2 weeks at 19:00"


def poll(stage, server):
    found = messages_in(stage.world, server.guild, "discussions")
    return next((text for each in found if "When can you make it?" in (text := server.nora.reads(each))), "")


async def asks(mei, times=TIMES):
    mei.goes_to("discussions")
    await mei.clicks("Find a time")
    await mei.fills({"What is it called?": "How do we grow old?", "Times, one a line, ten at most": times})


async def test_nobody_is_asked_before_they_have_seen_it_and_the_winner_is_one_tap_away(
    stage, server, mei, ruth
):
    await asks(mei)
    await mei.sees("Nobody has been asked yet")
    assert poll(stage, server) == ""
    await mei.clicks("Ask everybody")
    await becomes(stage.world, lambda: poll(stage, server).count("nobody yet") == 3)
    await mei.clicks("Take the winner")
    await mei.sees("Nobody has answered yet")
    ruth.goes_to("discussions")
    message, select = next(
        pair for pair in ruth.controls() if pair[1].get("placeholder") == "Which of these can you make?"
    )
    await ruth.picks(message, select, [option["label"] for option in select["options"][1:]])
    await ruth.sees("You can make:")
    await becomes(stage.world, lambda: poll(stage, server).count("one person can") == 2)
    assert "Ruth" not in poll(stage, server)
    await mei.clicks("Take the winner")
    await mei.sees("It is planned")
    [date] = await discussions.next_dates(stage.bot.deps, int(server.guild.id))
    assert date.local.strftime("%A %H:%M") == "Friday 19:00"
    await becomes(stage.world, lambda: "It is decided" in poll(stage, server))


async def test_a_line_that_makes_no_sense_is_named(stage, server, mei):
    await asks(mei, "tomorrow 18:00\nnext Blursday")
    shown = mei.reads(await mei.sees("One line I do not understand"))
    assert "next Blursday" in shown
    assert poll(stage, server) == ""
