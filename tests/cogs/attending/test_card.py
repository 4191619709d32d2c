"""The card of a date: posted once, with its thread, and as the date is now."""

from datetime import timedelta

import pytest

from domain.discussions import Places, State
from domain.repeats import Every, Repeat
from tests.cogs.ticking import become
from tests.cogs.upkeep.watching import becomes, comes_to_rest


async def test_a_date_gets_its_card_with_a_thread_and_all_there_is_to_know(dates):
    date = await dates.plan(
        about="Bring a photo.\n@everyone",
        topic="family",
        places=Places(8, 4, None),
        repeat=Repeat(Every.WEEK, 2),
    )
    [text] = dates.reads()[:1]
    for told in (
        "How do we grow old?",
        "· one hour",
        "Host:** @Nora",
        "Topic:** Family",
        "> Bring a photo.",
        "every 2 weeks on",
        "8 of 8 free · for mentors 4 of 4 free",
        "Going:** nobody yet",
        "[Going] [Maybe] [Can't]",
    ):
        assert told in text, told
    thread = dates.thread()
    assert int(thread["id"]) == date.card_id
    assert thread["name"].startswith("How do we grow old? · ")
    assert str(date.local.year) in thread["name"]
    assert dates.cards[0]["mentions"] == []
    assert not dates.cards[0]["mention_everyone"]


async def test_it_says_what_becomes_of_the_date(dates):
    date = await dates.plan()
    await dates.change(
        date, starts_at=date.starts_at + timedelta(hours=1), local=date.local + timedelta(hours=1)
    )
    await dates.holds("It was planned for")
    await dates.change(date, state=State.OPEN)
    await dates.holds("Come in: #discussion room 1")
    await dates.change(date, state=State.CANCELLED, reason="Nora is *ill*.")
    card = await dates.holds("> Nora is \\*ill\\*.")
    assert "[Going]" not in dates.server.nora.reads(card)
    await dates.change(date, state=State.ENDED, reason="")
    await dates.holds("It is over")
    assert len(dates.cards) == 1


@pytest.mark.parametrize("trouble", ["502 after", "drop after"], ids=lambda each: each.replace(" ", "-"))
@pytest.mark.parametrize("call", ["/messages$", "/threads$"], ids=["card", "thread"])
async def test_a_lost_answer_leaves_neither_card_nor_thread_twice(stage, dates, call, trouble):
    stage.world.faults.next("POST", call, trouble)
    date = await dates.plan()
    await become(stage, "date-card", "done")
    await comes_to_rest(stage)
    assert len(dates.cards) == 1
    assert (await dates.found(date)).card_id == int(dates.cards[0]["id"])
    assert len([each for each in dates.server.guild.threads if each["name"].startswith(date.title)]) == 1


async def test_row_37_a_thread_deleted_by_hand_is_there_again(stage, dates):
    date = await dates.plan()
    await dates.server.nora.deletes_thread(dates.thread()["name"])
    await becomes(stage.world, lambda: dates.thread() is not None)
    await comes_to_rest(stage)
    assert int(dates.thread()["id"]) == (await dates.found(date)).card_id
    assert len(dates.cards) == 1


async def test_row_37_a_card_deleted_by_hand_is_posted_again_once_while_the_date_is_coming(stage, dates):
    date = await dates.plan()
    await dates.server.nora.deletes_message(dates.cards[0])
    await stage.restart()
    await dates.holds(date.title)
    await comes_to_rest(stage)
    assert len(dates.cards) == 1
    assert (await dates.found(date)).card_id == int(dates.cards[0]["id"])
    await dates.change(await dates.found(date), state=State.CANCELLED)
    await comes_to_rest(stage)
    await dates.server.nora.deletes_message(dates.cards[0])
    await dates.change(date, state=State.ENDED)
    await comes_to_rest(stage)
    assert dates.cards == []
