"""Whatever is sent from wherever: no other community is reached, nothing is pinged, all of it fits."""

import pytest

from cogs.kit.cards import Card
from cogs.listening.answering import AnswerButton, PassButton
from cogs.listening.asking import AskButton
from cogs.listening.judging import YesButton
from cogs.listening.replying import ReplyButton
from cogs.listening.reporting import ReportButton, SeeButton
from cogs.listening.saying_back import SayBackButton
from cogs.listening.shifting import ShiftButton, ThankButton, ThankThemButton
from data.tables import remarks
from tests.cogs.listening.thread import asks, goes, says_back, shifts
from text import shipped

GONE = "This worldview is not there any more"
FORGED = ["0", "-1", str(2**63), str(2**63 - 1), "9" * 40, "1 OR 1=1", "²", "my-worldview"]
UNDER = [AskButton, SayBackButton, ShiftButton, ReportButton, ReplyButton]
HOSTILE = "@everyone <@&1> <@2> </a:3> [x](https://y.z) **b** https://d.gg/e"
"""Mentions, a command, a masked link, markup, an invitation."""


@pytest.fixture
def forge(stage, server):
    """Have a message stand in a channel with buttons of one's own making."""

    async def forged(*buttons):
        say = shipped().for_reader("en")
        place = stage.bot.get_partial_messageable(int(server.guild.channel("general")["id"]))
        await place.send(view=Card("Forged", *[[button(say, **which)] for button, which in buttons]))

    return forged


@pytest.mark.parametrize("number", FORGED)
async def test_row_38_a_forged_number_is_answered_like_one_that_does_not_exist(thread, forge, ruth, number):
    await forge(*((button, {"worldview": number}) for button in UNDER))
    for button in UNDER:
        await ruth.clicks(shipped().for_reader("en")(button.words), on="Forged")
        await ruth.sees(GONE)
        await ruth.dismisses(GONE)


async def test_row_38_forged_questions_loops_and_reports_are_answered_alike(thread, forge, server, mei):
    await forge(
        (AnswerButton, {"remark": "999"}),
        (PassButton, {"remark": "x"}),
        (YesButton, {"loop": "999"}),
        (SeeButton, {"report": "999"}),
        (ThankButton, {"worldview": "999"}),
    )
    for button, sentence in [
        ("Answer", "This question is not there any more"),
        ("Pass", "This question is not there any more"),
        ("Yes, that's it", "This is not there any more"),
        ("Thank a listener", GONE),
        ("I am looking at it", "This is for stewards only"),
    ]:
        await mei.clicks(button, on="Forged")
        await mei.sees(sentence)
    await server.nora.clicks("I am looking at it", on="Forged")
    await server.nora.sees("This report is not there any more")


async def test_row_38_what_stands_in_another_community_is_out_of_reach(thread, forge, stage, server, ruth):
    await asks(ruth)
    await thread.holds("@Ruth asks")
    view = await thread.view()
    (question,) = await thread.keeps(remarks)
    other = stage.world.create_guild("Elsewhere", owner="Nora", bot=False)
    await server.nora.invites_bot(other)
    server.nora.visits(other)
    await server.nora.runs("/setup")
    await server.nora.clicks("Do it")
    await server.nora.sees("Everything is in place", within=10)
    zoe = await stage.world.join("Zoe", other)
    say = shipped().for_reader("en")
    place = stage.bot.get_partial_messageable(int(other.channel("general")["id"]))
    rows = [
        [AskButton(say, worldview=str(view.worldview_id)), AnswerButton(say, remark=str(question.remark_id))]
    ]
    await place.send(view=Card("Forged", *rows))
    await zoe.clicks("Ask to understand")
    await zoe.sees(GONE)
    await zoe.clicks("Answer", on="Forged")
    await zoe.sees("This question is not there any more")


async def test_row_45_a_listener_who_guesses_learns_nothing_of_the_author(thread, forge, mei, ruth, tomas):
    number = str((await thread.view()).worldview_id)
    guesses = [{"worldview": number, "listener": person.id} for person in (mei, tomas, ruth)]
    await forge(*((ThankThemButton, guess) for guess in guesses))
    for message, button in list(ruth.controls()):
        if "thank-them" in button.get("custom_id", ""):
            await ruth.presses(message, button)
            await ruth.sees("Only the person who wrote this worldview can do that")
            await ruth.dismisses("Only the person who wrote this worldview can do that")


async def test_row_41_no_field_pings_links_or_escapes_its_quote(thread, mei, ruth):
    await asks(ruth, HOSTILE)
    await says_back(ruth, HOSTILE)
    await shifts(ruth, reason=HOSTILE + " and then some more words so that it is a reason")
    await thread.holds("@Ruth to @Mei")
    goes(mei)
    await mei.clicks("Not quite")
    await mei.fills({"What was missed, in one sentence?": HOSTILE})
    await thread.holds("that was not quite it")
    await mei.clicks("Answer")
    await mei.fills({"What you want to say": HOSTILE})
    await mei.clicks("Post it as it is")
    await thread.holds("@Mei answers")
    everyday = {mei.id, ruth.id}
    for message in thread.messages:
        assert {user["id"] for user in message["mentions"]} <= everyday
        assert message["mention_roles"] == []
        assert message["mention_everyone"] is False
        assert "[x](" not in str(message["components"])
        assert "\n> **b**" not in str(message["components"])
    await thread.rests("remark", "loop", "loop-card", "shift")
