"""The gallery is up, and everything in it stands as a member of the server should find it."""

from __future__ import annotations

import asyncio
import re
import signal
import sys
import time

import aiohttp
import pytest

from sandbox import CannotDo
from sandbox.checks.components import MAX_COMPONENTS, walk
from sandbox.enums import ComponentType, MemberFlag
from sandbox.openapi import check_all
from tests.browser.gallery import gallery_up
from tests.browser.gallery.unknown import CHANNEL, UNKNOWN
from tests.sandbox.serving import WITHIN, started

SETTING_UP = 2.0
"""Seconds of the processor, and for the large one as well: whatever else the machine does."""
TO_READ = "What would you like to read?"


async def test_it_is_up_soon_and_nothing_it_did_was_refused():
    began = time.process_time()
    async with gallery_up() as gallery:
        took = time.process_time() - began
        assert [one for one in gallery.sandbox.requests if one.status >= 400] == []
        assert check_all(gallery.sandbox.requests) == []
        for wing, channels in gallery.channels.items():
            for name in channels:
                assert gallery.standing(name), f"{wing}: nothing hangs in #{name}"
    assert took < SETTING_UP


async def test_every_kind_of_component_discord_lays_out_hangs_somewhere(gallery):
    messages = [one for place in mei_sees(gallery) for one in place]
    shown = {part["type"] for one in messages for _, part in walk(one["components"])}
    in_forms = {4, 18, 19, 21, 22, 23}  # text inputs, labels and what only forms hold
    assert {int(kind) for kind in ComponentType} - in_forms <= shown
    assert max(len(list(walk(one["components"]))) for one in messages) == MAX_COMPONENTS


def mei_sees(gallery):
    mei = gallery.people["Mei"]
    return [mei.messages(place) for place in mei.places()]


async def test_texts_are_as_long_as_discord_lets_them_be(gallery):
    (display,) = gallery.standing("long-text")[0]["components"]
    assert len(display["content"]) == 4_000
    assert len(gallery.standing("long-message")[0]["content"]) == 2_000


async def test_what_happens_to_messages_has_happened(gallery, mei):
    (liked,) = gallery.standing("reactions")
    given = gallery.world.reactions[liked["id"]]
    assert [(emoji, len(by)) for emoji, by in given.items()] == [("👍", 2), ("🫖", 1), ("🎉", 1)]
    kept, notice = gallery.standing("pinned")
    assert kept["pinned"]
    assert "pinned a message" in mei.reads(notice)
    _, reply, orphan = gallery.standing("replies")
    assert reply["referenced_message"]["content"] == "Who brings the cups?"
    assert orphan["referenced_message"] is None
    assert gallery.standing("edited")[0]["edited_timestamp"]
    pictures = gallery.standing("files")[0]["attachments"]
    assert pictures[0]["description"].startswith("A sunset")
    assert (pictures[0]["width"], pictures[0]["height"]) == (320, 180)


async def test_people_vote_post_and_read_threads(gallery, mei, ruth):
    await ruth.votes("When shall we meet?", "Saturday")
    assert "Saturday: 1" in mei.reads(await mei.sees("When shall we meet?"))
    await mei.sees("The poll “Was it good?” has ended")
    with pytest.raises(CannotDo, match="A tag is required"):
        await mei.posts("views", "Without a tag", "Hm")
    with pytest.raises(CannotDo, match="Missing Permissions"):
        await mei.posts("views", "Official?", "Hm", tags=["Official"])
    await mei.posts("views", "By Mei", "With a tag", tags=["Work"])
    titles = {line for line in mei.screen().splitlines() if line.startswith("#")}
    for title in (
        "#views > Read me first [Official] (pinned)", "#views > An old view [Home] (archived)",
        "#views > With components [Work] [Home]", "#views > By Mei [Work]",
        "#thread-private > Between us", "#threads-archived > Closed for good (locked) (archived)",
    ):  # fmt: skip
        assert title in titles
    await mei.sees("started a thread: A thread of its own")
    with pytest.raises(CannotDo, match="sees no channel"):
        ruth.channel("Between us")


async def test_rooms_have_people_in_them_and_events_are_to_come(mei, ruth):
    shown = mei.screen()
    for line in (
        "status: Second pot is on", "(Ana)", "(Benjamin, called Ben, muted)", "(Ida, muted by a moderator)",
        "live: What the telephone changed", "(Nora, speaks)", "(Mei, asks to speak)", "(Ruth, listens)",
        "event Tea, now: now, #Tea room", "Roundhay Park, by the pond",
    ):  # fmt: skip
        assert line in shown
    assert [one["name"] for one in mei.events()] == ["Tea, now", "Tea again", "Talk", "Picnic"]
    await ruth.loses_interest("Picnic")
    await mei.is_interested("Talk")
    await mei.leaves_voice()
    await mei.joins_voice("Quiet room")


async def test_a_newcomer_is_asked_and_gets_what_they_chose(gallery):
    olu = gallery.people["Olu"]
    member = gallery.guild.members[olu.id]
    assert member["pending"]
    with pytest.raises(CannotDo, match="Invalid Form Body"):
        await olu.answers_onboarding({TO_READ: []})
    await olu.answers_onboarding({"Which seat is yours?": "Mentee", TO_READ: "Read #times"})
    await olu.agrees_to_the_rules()
    await olu.has_roles("Mentees")
    assert "times" in olu.followed_channels
    assert member["flags"] & MemberFlag.COMPLETED_ONBOARDING
    assert not member["pending"]


async def test_a_kind_that_nobody_knows_stands_among_others_and_the_bot_lives_on(gallery, mei):
    (message,) = gallery.standing(CHANNEL)
    assert [part["type"] for _, part in walk(message["components"])].count(UNKNOWN) == 4
    assert mei.reads(message).startswith("Before it")
    heard = [one for (one,) in gallery.bot.all_heard("message") if one.id == int(message["id"])]
    assert len(heard) == 1
    await mei.clicks("Primary")


async def test_strange_names_are_members_like_all_others(gallery, mei):
    for name in ("<script>alert('name')</script>", "מירה כהן", "W" * 32):
        await mei.sees(f"I am called {name}")
        await mei.chooses("Who?", name)


async def test_the_large_one_is_up_soon_too():
    began = time.process_time()
    async with gallery_up(messages=5_000, members=10_000) as gallery:
        took = time.process_time() - began
        said = gallery.standing("long")
        assert len(said) == 5_000
        assert [int(one["id"]) for one in said] == sorted({int(one["id"]) for one in said})
        assert len(gallery.guild.members) > 10_000
        mei = gallery.people["Mei"]
        await mei.says("long", "The last word")
        assert mei.reads(mei.messages(mei.channel("long"))[-1]) == "The last word"
    assert took < SETTING_UP


async def test_it_can_be_looked_at_by_hand():
    async with started(sys.executable, "-m", "tests.browser.gallery", "--messages", "20") as process:
        assert process.stdout
        said = (await asyncio.wait_for(process.stdout.readuntil(b"Ctrl-C"), WITHIN)).decode()
        page = re.findall(r"open at (\S+)\n", said)[0]
        async with aiohttp.ClientSession() as session, session.get(page) as answer:
            assert answer.status == 200
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), WITHIN) == 0
